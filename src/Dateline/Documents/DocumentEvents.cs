using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dateline.Claims;

namespace Dateline.Documents;

/// <summary>A document came in for the first time: its first revision.</summary>
public sealed record DocumentIngested(
    string DocumentId, string SourceId, string SourceName, string? Url, string Title, string? Author, string? Language,
    DateTimeOffset PublishedAt, string Text, string ContentHash, string OriginalSha256, string Format) : IPublished
{
    /// <summary>How the publication time is known; absent where the document states it.</summary>
    public Dating? Dating { get; init; }
}

/// <summary>Its publisher changed it, or it says now when it was published.</summary>
public sealed record DocumentRevised(
    string DocumentId, int Revision, string Title, string? Author, string? Language,
    DateTimeOffset PublishedAt, string Text, string ContentHash, string OriginalSha256, string Format) : IPublished
{
    /// <inheritdoc cref="DocumentIngested.Dating"/>
    public Dating? Dating { get; init; }
}

/// <summary>Its publisher took it back: all of it, or, by a correction, its revisions before the corrected one.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Act">The publisher's act.</param>
/// <param name="Through">The last revision that is taken back.</param>
/// <param name="Reason">The publisher's words.</param>
/// <param name="PublishedAt">When the act was published.</param>
public sealed record DocumentWithdrawn(string DocumentId, PublisherAct Act, int Through, string Reason, DateTimeOffset PublishedAt) : IPublished;

/// <summary>Text was removed from a document for a legal reason, by two editors.</summary>
public sealed record DocumentRedacted(string DocumentId, int Revision, string Kind, string LegalReason, string By, string SecondedBy);

/// <summary>An extractor read a revision. <paramref name="Failure"/> says why it gave nothing, where it could not.</summary>
public sealed record ClaimsExtracted(
    string DocumentId, int Revision, string Extractor, ImmutableArray<Mention> Mentions, string? Failure, DateTimeOffset PublishedAt) : IPublished
{
    /// <summary>How many mentions were found and not kept, because there were more than a document may have; absent where none was left out.</summary>
    public int? LeftOut { get; init; }
}

/// <summary>
/// The mentions of a revision were filed: which claim each one is a mention of, in which story, from which origin. It ends the flow of a
/// document, and lets a withdrawal find the claims it touches without asking a view.
/// </summary>
public sealed record MentionsFiled(
    string DocumentId, int Revision, string StoryId, string Origin, ImmutableArray<FiledMention> Mentions, DateTimeOffset PublishedAt) : IPublished
{
    /// <summary>Whose reading of the revision was filed; absent where it was the first one.</summary>
    public string? Extractor { get; init; }

    /// <summary>The documents that were nearest, nearest first.</summary>
    public IReadOnlyList<NearDocument>? Near { get; init; }

    /// <summary>That the revision had been taken back when it was filed; absent where it stood.</summary>
    public bool? TakenBack { get; init; }
}

/// <summary>Which claim a mention was filed to, and from which origin it comes.</summary>
public sealed record FiledMention(string MentionId, string ClaimId, string Origin)
{
    /// <summary>Other claims that were considered and why each one is another, likest first.</summary>
    public IReadOnlyList<ConsideredClaim>? Considered { get; init; }
}

/// <summary>A document that was considered when another one was filed.</summary>
/// <param name="StoryId">Its story.</param>
/// <param name="DocumentId">Its id.</param>
/// <param name="Score">How alike the two are, in thousandths.</param>
public sealed record NearDocument(string StoryId, string DocumentId, int Score);

/// <summary>A claim that a mention was not filed to.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="Score">How alike the subjects are, in thousandths.</param>
/// <param name="Because">Why it is another one, without words of either.</param>
public sealed record ConsideredClaim(string ClaimId, int Score, string Because);

/// <summary>A verdict rests on the document, so that a change of the document finds the verdict.</summary>
public sealed record DocumentCited(string DocumentId, string ClaimId, string VerdictId);

/// <summary>What publishers do to what they published (IPTC ninjs and NewsML-G2 signals; AP and Reuters advisories).</summary>
public enum PublisherAct
{
    /// <summary>What was wrong is put right in a new revision.</summary>
    [JsonStringEnumMemberName("correction")] Correction,

    /// <summary>Must not be used any more.</summary>
    [JsonStringEnumMemberName("kill")] Kill,

    /// <summary>Removed from publication, often for a legal reason.</summary>
    [JsonStringEnumMemberName("takedown")] Takedown,

    /// <summary>Held back for the time being.</summary>
    [JsonStringEnumMemberName("withheld")] Withheld
}
