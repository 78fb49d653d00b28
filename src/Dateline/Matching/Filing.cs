using Dateline.Claims;

namespace Dateline.Matching;

/// <summary>A revision of a document with its mentions, ready to be filed.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Revision">Its revision, counted upwards.</param>
/// <param name="SourceId">Who published it.</param>
/// <param name="SourceName">The publisher's name, by which other documents cite it.</param>
/// <param name="Title">Its headline, or null.</param>
/// <param name="Text">The revision's text.</param>
/// <param name="PublishedAt">When the world could read it.</param>
/// <param name="Mentions">What was extracted from it, in text order.</param>
public sealed record FilingInput(string DocumentId, int Revision, string SourceId, string SourceName, string? Title, string Text,
    DateTimeOffset PublishedAt, IReadOnlyList<Mention> Mentions)
{
    /// <summary>Whose reading of the revision this is, where it is not the first one.</summary>
    public string? Extractor { get; init; }

    /// <summary>The story that the document is in; null where none is known. What the desk itself knows comes first.</summary>
    public string? Story { get; init; }
}

/// <summary>Where one mention was filed.</summary>
/// <param name="MentionId">The mention.</param>
/// <param name="ClaimId">The claim that it is a mention of; its own polarity says whether it asserts or denies it.</param>
/// <param name="NewClaim">Whether the claim is raised by this mention.</param>
/// <param name="ClaimText">The mention's own words, which a new claim is raised in.</param>
/// <param name="Score">How alike mention and claim are, in thousandths; 1000 for a new claim.</param>
/// <param name="Origin">Where it independently comes from: <c>source:{id}</c> or <c>outlet:{name}</c>.</param>
/// <param name="Reasons">Why, in plain sentences.</param>
public sealed record FiledMention(string MentionId, string ClaimId, bool NewClaim, string ClaimText, int Score, string Origin, IReadOnlyList<string> Reasons)
{
    /// <summary>Other claims that were considered, likest first.</summary>
    public IReadOnlyList<Documents.ConsideredClaim> Considered { get; init; } = [];
}

/// <summary>How a claim stands to another on the same subject. A suggestion: people confirm or withdraw it.</summary>
/// <param name="ClaimId">The claim that was raised.</param>
/// <param name="Kind">"contradicts", "updates" or "supports".</param>
/// <param name="OtherClaimId">The claim that was known.</param>
/// <param name="Reason">Why, in plain sentences.</param>
public sealed record SuggestedRelation(string ClaimId, string Kind, string OtherClaimId, string Reason);

/// <summary>What filing a revision decides.</summary>
/// <param name="StoryId">The story that the document belongs to.</param>
/// <param name="NewStory">Whether the document opens it.</param>
/// <param name="StoryTitle">The document's headline, under which a new story is opened.</param>
/// <param name="StoryScore">How well it fits, in thousandths; 1000 where nothing was to be decided.</param>
/// <param name="StoryReason">Why, in one plain sentence.</param>
/// <param name="DocumentOrigin">Where the text independently comes from.</param>
/// <param name="Mentions">The mentions that were filed, in text order.</param>
/// <param name="Relations">Relations suggested between claims.</param>
public sealed record Filing(string StoryId, bool NewStory, string StoryTitle, int StoryScore, string StoryReason, string DocumentOrigin,
    IReadOnlyList<FiledMention> Mentions, IReadOnlyList<SuggestedRelation> Relations)
{
    /// <summary>The documents that were nearest, nearest first.</summary>
    public IReadOnlyList<StoryNeighbour> Neighbours { get; init; } = [];

    /// <summary>The other story that the document fits, where the two may be one.</summary>
    public SuggestedMerger? Merger { get; init; }

    /// <summary>Documents of the story that may be another one.</summary>
    public SuggestedSplit? Split { get; init; }
}

/// <summary>Two stories that may be one.</summary>
/// <param name="OtherStoryId">The story that the document was not filed to.</param>
/// <param name="Score">How alike the two are, in thousandths.</param>
/// <param name="Reason">Why, without words of the documents.</param>
public sealed record SuggestedMerger(string OtherStoryId, int Score, string Reason);

/// <summary>Documents of one story that may be another one.</summary>
/// <param name="Documents">The documents, of the smaller group.</param>
/// <param name="Score">How like the others they are, in thousandths.</param>
/// <param name="Reason">Why, without words of the documents.</param>
public sealed record SuggestedSplit(IReadOnlyList<string> Documents, int Score, string Reason);
