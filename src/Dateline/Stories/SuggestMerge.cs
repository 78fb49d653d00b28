namespace Dateline.Stories;

/// <summary>Suggests that two stories are one.</summary>
public sealed record SuggestMerge(string Story, string Other, string Document, int Score, string Because, DateTimeOffset PublishedAt) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Story(Story);

    string? ICommand.Bot => Matching.FilingDesk.Name;
}

/// <summary>Decides <see cref="SuggestMerge"/>.</summary>
public static class SuggestMergeAggregateHandler
{
    /// <summary>Once for two stories, and never against what people decided: what they told apart or have merged is left as it is.</summary>
    public static IEnumerable<object> Handle(SuggestMerge command, Story? story)
    {
        if (story is null or { MergedInto: not null } or { Closed: true } || command.Other == command.Story) yield break;
        var id = Ids.From('g', $"merge\n{command.Story}\n{command.Other}");
        if (story.Suggested.Contains(id) || story.Apart.Contains(command.Other) || story.Absorbed.Contains(command.Other)) yield break;
        yield return new StoryMergeSuggested(command.Story, id, command.Other, command.Document, command.Score, command.Because, command.PublishedAt);
    }
}
