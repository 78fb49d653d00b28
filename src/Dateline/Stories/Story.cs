using System.Collections.Immutable;

namespace Dateline.Stories;

/// <summary>A developing event with its documents and claims. Grouping can be undone: merge, split and move are events.</summary>
public sealed record Story(
    string Id, string Title, ImmutableHashSet<string> Documents, ImmutableHashSet<string> Claims, bool Closed, string? MergedInto,
    ImmutableHashSet<string> SplitOff, ImmutableHashSet<string> Absorbed) : IFold<Story>
{
    /// <summary>What machines suggest and nobody has decided.</summary>
    public ImmutableList<StorySuggestion> Suggestions { get; init; } = [];

    /// <summary>Every suggestion that was made, decided or not.</summary>
    internal ImmutableHashSet<string> Suggested { get; init; } = [];

    /// <summary>Stories that people told apart from this one: by a split, or by moving a document from one to the other.</summary>
    internal ImmutableHashSet<string> Apart { get; init; } = [];

    /// <summary>Whether people put documents into it.</summary>
    internal bool ArrangedByPeople { get; init; }

    /// <summary>Document → when the earliest of its revisions that were filed here was published.</summary>
    internal ImmutableDictionary<string, DateTimeOffset> Began { get; init; } = ImmutableDictionary<string, DateTimeOffset>.Empty;

    /// <summary>Whether all that was filed of the document was published later.</summary>
    internal bool BeganAfter(DocumentFiled filed) => Began.TryGetValue(filed.DocumentId, out var began) && filed.PublishedAt < began;

    /// <inheritdoc/>
    public static Story? Evolve(Story? story, object @event) => @event switch
    {
        StoryOpened e when story is null => new(e.StoryId, e.Title, [], [], false, null, [], []),
        StorySplit e when story is null && e.StoryId == e.NewStoryId => new(e.StoryId, e.Title, [.. e.Documents], [], false, null, [], [])
        {
            Apart = e.SplitFrom is { } from ? [from] : [],
            ArrangedByPeople = true
        },
        _ when story is null => null,
        DocumentFiled e => story with { Documents = story.Documents.Add(e.DocumentId), Began = story.Began.SetItem(e.DocumentId, e.PublishedAt) },
        DocumentMoved e => story with
        {
            Documents = e.To == story.Id ? story.Documents.Add(e.DocumentId) : story.Documents.Remove(e.DocumentId),
            Apart = story.Apart.Add(e.To == story.Id ? e.From : e.To),
            ArrangedByPeople = story.ArrangedByPeople || e.To == story.Id,
            Suggestions = story.Suggestions.RemoveAll(s => s.IsAbout(e.DocumentId))
        },
        ClaimFiled e => story with { Claims = story.Claims.Add(e.ClaimId) },
        StoryRenamed e => story with { Title = e.Title },
        StoriesMerged e when e.From == story.Id => story with { MergedInto = e.Into, Suggestions = [] },
        StoriesMergeVoided e when e.Into == story.MergedInto => story with { MergedInto = null },
        StoriesMerged e when e.Into == story.Id => story with
        {
            Absorbed = story.Absorbed.Add(e.From),
            ArrangedByPeople = true,
            Suggestions = story.Suggestions.RemoveAll(s => s.Other == e.From || s.Other is null)
        },
        StoryMergeSuggested e => story.With(new(e.SuggestionId, e.OtherStoryId, [], e.Score, e.Because)),
        StorySplitSuggested e => story.With(new(e.SuggestionId, null, e.Documents, e.Score, e.Because)),
        StorySuggestionDismissed e => story with { Suggestions = story.Suggestions.RemoveAll(s => s.Id == e.SuggestionId) },
        StorySplit e when e.StoryId != e.NewStoryId => story with
        {
            Documents = story.Documents.Except(e.Documents),
            SplitOff = story.SplitOff.Add(e.NewStoryId),
            Apart = story.Apart.Add(e.NewStoryId),
            Suggestions = story.Suggestions.RemoveAll(s => e.Documents.Any(s.IsAbout))
        },
        StoryClosed => story with { Closed = true },
        StoryReopened => story with { Closed = false },
        _ => story
    };

    private Story With(StorySuggestion suggestion) => this with { Suggestions = Suggestions.Add(suggestion), Suggested = Suggested.Add(suggestion.Id) };

    /// <summary>The story, where it exists and was not merged away.</summary>
    internal static Story Standing(Story? story, string id) => story switch
    {
        null => throw new Refused($"There is no story {id}."),
        { MergedInto: { } into } => throw new Refused($"{id} was merged into {into}. Use that one."),
        _ => story
    };
}
