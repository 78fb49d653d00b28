namespace Dateline.Stories;

/// <summary>Closes a story.</summary>
public sealed record CloseStory(string Story, string By, string Reason) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Story(Story);
}

/// <summary>Decides <see cref="CloseStory"/>.</summary>
public static class CloseStoryAggregateHandler
{
    /// <summary>An editor closes it; documents that come later are still filed to it.</summary>
    public static IEnumerable<object> Handle(CloseStory command, Story? story)
    {
        Story.Standing(story, command.Story);
        Guard.Person(command.By);
        Guard.Reason(command.Reason);
        if (!story!.Closed) yield return new StoryClosed(command.Story, command.By);
    }
}
