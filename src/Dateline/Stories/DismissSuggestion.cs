namespace Dateline.Stories;

/// <summary>Says that a suggestion is not followed.</summary>
public sealed record DismissSuggestion(string Story, string Suggestion, string By, string Reason) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Story(Story);
}

/// <summary>Decides <see cref="DismissSuggestion"/>.</summary>
public static class DismissSuggestionAggregateHandler
{
    /// <summary>What is decided already stays as it is.</summary>
    public static IEnumerable<object> Handle(DismissSuggestion command, Story? story)
    {
        Story.Standing(story, command.Story);
        Guard.Person(command.By);
        Guard.Reason(command.Reason);
        if (!story!.Suggested.Contains(command.Suggestion)) throw new Refused($"There is no suggestion {command.Suggestion} for {command.Story}.");
        if (!story.Suggestions.Exists(s => s.Id == command.Suggestion)) yield break;
        yield return new StorySuggestionDismissed(command.Story, command.Suggestion, command.By);
    }
}
