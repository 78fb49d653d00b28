using System.Collections.Immutable;

namespace Dateline.Stories;

/// <summary>Suggests that some documents of a story are another one.</summary>
public sealed record SuggestSplit(string Story, ImmutableArray<string> Documents, int Score, string Because, DateTimeOffset PublishedAt) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Story(Story);

    string? ICommand.Bot => Matching.FilingDesk.Name;
}

/// <summary>Decides <see cref="SuggestSplit"/>.</summary>
public static class SuggestSplitAggregateHandler
{
    /// <summary>One at a time, each once, and never in a story that people put together.</summary>
    public static IEnumerable<object> Handle(SuggestSplit command, Story? story)
    {
        if (story is null or { MergedInto: not null } or { Closed: true } or { ArrangedByPeople: true } || story.Suggestions.Exists(s => s.Other is null)) yield break;
        var documents = command.Documents.Where(story.Documents.Contains).Order(StringComparer.Ordinal).ToImmutableArray();
        if (documents.Length == 0 || documents.Length == story.Documents.Count) yield break;
        var id = Ids.From('g', $"split\n{command.Story}\n{string.Join('\n', documents)}");
        if (story.Suggested.Contains(id)) yield break;
        yield return new StorySplitSuggested(command.Story, id, documents, command.Score, command.Because, command.PublishedAt);
    }
}
