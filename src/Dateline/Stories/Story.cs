using System.Collections.Immutable;

namespace Dateline.Stories;

/// <summary>A developing event began with its first document.</summary>
public sealed record StoryOpened(string StoryId, string Title, DateTimeOffset PublishedAt) : IPublished;

/// <summary>A document was filed to the story.</summary>
/// <param name="StoryId">The story.</param>
/// <param name="DocumentId">The document.</param>
/// <param name="SourceId">Who published it.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Origin">Where it independently comes from: copies share one.</param>
/// <param name="Score">How well it fits, in thousandths.</param>
/// <param name="Because">Why it was filed here, in plain words.</param>
/// <param name="PublishedAt">When its first filed revision was published.</param>
public sealed record DocumentFiled(
    string StoryId, string DocumentId, string SourceId, string Title, string Origin, int Score, string Because, DateTimeOffset PublishedAt) : IPublished;

/// <summary>A person moved a document to another story; it is recorded on both streams.</summary>
public sealed record DocumentMoved(string StoryId, string DocumentId, string From, string To, string By);

/// <summary>A claim was put into the story although none of the story's documents mentions it.</summary>
public sealed record ClaimFiled(string StoryId, string ClaimId, string By);

/// <summary>The story was given another title.</summary>
public sealed record StoryRenamed(string StoryId, string Title, string By);

/// <summary>Two stories were found to be one; it is recorded on both streams.</summary>
public sealed record StoriesMerged(string StoryId, string Into, string From, string By);

/// <summary>Some documents were found to be another story; it is recorded on both streams.</summary>
public sealed record StorySplit(string StoryId, string NewStoryId, string Title, ImmutableArray<string> Documents, string By);

/// <summary>An editor closed the story.</summary>
public sealed record StoryClosed(string StoryId, string By);

/// <summary>An editor opened it again.</summary>
public sealed record StoryReopened(string StoryId, string By);

/// <summary>A developing event with its documents and claims. Grouping can be undone: merge, split and move are events.</summary>
public sealed record Story(
    string Id, string Title, ImmutableHashSet<string> Documents, ImmutableHashSet<string> Claims, bool Closed, string? MergedInto,
    ImmutableHashSet<string> SplitOff, ImmutableHashSet<string> Absorbed) : IFold<Story>
{
    /// <inheritdoc/>
    public static Story? Evolve(Story? story, object @event) => @event switch
    {
        StoryOpened e when story is null => new(e.StoryId, e.Title, [], [], false, null, [], []),
        StorySplit e when story is null && e.StoryId == e.NewStoryId => new(e.StoryId, e.Title, [.. e.Documents], [], false, null, [], []),
        _ when story is null => null,
        DocumentFiled e => story with { Documents = story.Documents.Add(e.DocumentId) },
        DocumentMoved e => story with
        {
            Documents = e.To == story.Id ? story.Documents.Add(e.DocumentId) : story.Documents.Remove(e.DocumentId)
        },
        ClaimFiled e => story with { Claims = story.Claims.Add(e.ClaimId) },
        StoryRenamed e => story with { Title = e.Title },
        StoriesMerged e when e.From == story.Id => story with { MergedInto = e.Into },
        StoriesMerged e when e.Into == story.Id => story with { Absorbed = story.Absorbed.Add(e.From) },
        StorySplit e when e.StoryId != e.NewStoryId => story with
        {
            Documents = story.Documents.Except(e.Documents),
            SplitOff = story.SplitOff.Add(e.NewStoryId)
        },
        StoryClosed => story with { Closed = true },
        StoryReopened => story with { Closed = false },
        _ => story
    };

    /// <summary>The story, where it exists and was not merged away.</summary>
    internal static Story Standing(Story? story, string id) => story switch
    {
        null => throw new Refused($"There is no story {id}."),
        { MergedInto: { } into } => throw new Refused($"{id} was merged into {into}. Use that one."),
        _ => story
    };
}
