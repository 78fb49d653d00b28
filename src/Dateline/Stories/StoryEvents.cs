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

/// <summary>A merger of the story does not count: at that time the other one had, directly or by others, been merged into this one.</summary>
/// <param name="StoryId">The story, which stays.</param>
/// <param name="Into">What it was to be merged into.</param>
/// <param name="Merger">The position of the merger that does not count.</param>
public sealed record StoriesMergeVoided(string StoryId, string Into, long Merger);

/// <summary>Some documents were found to be another story; it is recorded on both streams.</summary>
public sealed record StorySplit(string StoryId, string NewStoryId, string Title, ImmutableArray<string> Documents, string By)
{
    /// <summary>On the stream of the new story: the one that it was split from. Absent in the other's.</summary>
    public string? SplitFrom { get; init; }
}

/// <summary>An editor closed the story.</summary>
public sealed record StoryClosed(string StoryId, string By);

/// <summary>An editor opened it again.</summary>
public sealed record StoryReopened(string StoryId, string By);

/// <summary>A machine takes two stories for one event: people merge them, or dismiss it.</summary>
/// <param name="StoryId">The story.</param>
/// <param name="SuggestionId">The suggestion; the same for the same two stories.</param>
/// <param name="OtherStoryId">The other one.</param>
/// <param name="DocumentId">The document that fits both.</param>
/// <param name="Score">How well the less likely of the two fits, in thousandths.</param>
/// <param name="Because">Why, in plain words, without words of the documents.</param>
/// <param name="PublishedAt">When the document was published.</param>
public sealed record StoryMergeSuggested(
    string StoryId, string SuggestionId, string OtherStoryId, string DocumentId, int Score, string Because, DateTimeOffset PublishedAt) : IPublished;

/// <summary>A machine takes some of a story's documents for another event: people split them off, or dismiss it.</summary>
/// <param name="StoryId">The story.</param>
/// <param name="SuggestionId">The suggestion; the same for the same documents.</param>
/// <param name="Documents">The documents.</param>
/// <param name="Score">How alike the two groups are, in thousandths.</param>
/// <param name="Because">Why, in plain words, without words of the documents.</param>
/// <param name="PublishedAt">When the document that led to it was published.</param>
public sealed record StorySplitSuggested(
    string StoryId, string SuggestionId, ImmutableArray<string> Documents, int Score, string Because, DateTimeOffset PublishedAt) : IPublished;

/// <summary>A person does not follow a suggestion; it is not made again.</summary>
public sealed record StorySuggestionDismissed(string StoryId, string SuggestionId, string By);
