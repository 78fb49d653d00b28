using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Dateline.Claims;

/// <summary>A proposition was put forward for the first time.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="Text">Its words, as first mentioned.</param>
/// <param name="Mode">Its speech act.</param>
/// <param name="DueAt">For predictions and promises: the day by which it has to have come true (ISO 8601), in logs of before mentions gave it themselves.</param>
/// <param name="PublishedAt">When the first mention was published.</param>
public sealed record ClaimRaised(string ClaimId, string Text, Mode Mode, string? DueAt, DateTimeOffset PublishedAt) : IPublished
{
    /// <summary>Whether its words by themselves say that something is not so. Absent where they do not.</summary>
    public bool? Negative { get; init; }
}

/// <summary>A revision of a document makes the claim.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="MentionId">The mention, as the extraction names it.</param>
/// <param name="DocumentId">The document.</param>
/// <param name="Revision">Its revision.</param>
/// <param name="SourceId">Who published it.</param>
/// <param name="Origin">Where it independently comes from: copies share one.</param>
/// <param name="Quote">The words.</param>
/// <param name="Speaker">Who says it, as named; null when the document itself does.</param>
/// <param name="Via">The chain it came by, nearest to the document first.</param>
/// <param name="Cue">The words that attribute it.</param>
/// <param name="Polarity">Whether the speaker holds that the claim is so.</param>
/// <param name="Certainty">How sure the speaker is.</param>
/// <param name="Score">How well it matches the claim, in thousandths.</param>
/// <param name="Because">Why it was filed to this claim, in plain words.</param>
/// <param name="PublishedAt">When the revision was published.</param>
public sealed record ClaimMentioned(
    string ClaimId, string MentionId, string DocumentId, int Revision, string SourceId, string Origin, string Quote, string? Speaker,
    ImmutableArray<string> Via, string? Cue, Polarity Polarity, Certainty Certainty, int Score, string? Because, DateTimeOffset PublishedAt) : IPublished
{
    /// <summary>The day that the mention gives a prediction or promise to come true by (ISO 8601); null where it gives none.</summary>
    public string? DueAt { get; init; }

    /// <summary>
    /// Whether somebody commits to it, for or against: who asks, supposes, demands, passes on hearsay or does not confirm says neither that it is so nor
    /// that it is not (FactBank's <c>Uu</c>, Saurí and Pustejovsky 2009).
    /// </summary>
    [JsonIgnore]
    public bool IsCommitted => Certainty is not Certainty.Underspecified;

    /// <summary>What whoever says it does, in a word.</summary>
    [JsonIgnore]
    internal string Does => !IsCommitted ? "mentions" : Polarity is Polarity.Positive ? "asserts" : "denies";

    /// <summary>Whether somebody says that it is not so.</summary>
    [JsonIgnore]
    internal bool IsDenial => IsCommitted && Polarity is Polarity.Negative;

    /// <summary>That, in a sentence.</summary>
    [JsonIgnore]
    internal string Denied => $"{Speaker ?? SourceId} denies it.";
}

/// <summary>A mention no longer stands: its revision was changed, corrected or taken back.</summary>
public sealed record MentionRetracted(string ClaimId, string MentionId, string DocumentId, string Cause, DateTimeOffset PublishedAt) : IPublished
{
    /// <summary>How the cause ends where the text was only read anew: its words are those of every log.</summary>
    public const string ByReading = " read the revision again.";

    /// <summary>Where the mention stands on another claim by now, which hears of it as well: what took it out, the same for the same change.</summary>
    public string? CauseId { get; init; }

    /// <summary>There as well: a mention of the claim in the new revision or reading.</summary>
    public string? ReplacedBy { get; init; }
}

/// <summary>The claim stands in a relation to another one.</summary>
public sealed record ClaimRelated(string ClaimId, Relation Relation, string OtherClaimId, string Because, DateTimeOffset PublishedAt) : IPublished;

/// <summary>A relation was taken back.</summary>
public sealed record ClaimRelationWithdrawn(string ClaimId, Relation Relation, string OtherClaimId, string By);

/// <summary>Two claims were found to be one; it is recorded on both streams.</summary>
public sealed record ClaimsMerged(string ClaimId, string Into, string From, string By)
{
    /// <summary>On the claim that stays: the mentions that came with the other, which stand here from now on.</summary>
    public ImmutableArray<ClaimMentioned>? Mentions { get; init; }
}

/// <summary>
/// A merger of the claim does not count: at that time the other one had, directly or by others, been merged into this one. Two people who merge each into the other
/// at once both get an answer; the earlier of the two mergers in the log holds.
/// </summary>
/// <param name="ClaimId">The claim, which stays.</param>
/// <param name="Into">What it was to be merged into.</param>
/// <param name="Merger">The position of the merger that does not count.</param>
public sealed record ClaimsMergeVoided(string ClaimId, string Into, long Merger);

/// <summary>Some mentions of the claim were found to be of another one; it is recorded on both streams.</summary>
public sealed record ClaimSplit(string ClaimId, string NewClaimId, string Text, Mode Mode, ImmutableArray<ClaimMentioned> Mentions, string By)
{
    /// <summary>Whether the words of the claim that it was split from say that something is not so: the mentions are for or against that. Absent where they do not.</summary>
    public bool? Negative { get; init; }
}

/// <summary>How a claim relates to another.</summary>
public enum Relation
{
    /// <summary>Both cannot be so.</summary>
    [JsonStringEnumMemberName("contradicts")] Contradicts,

    /// <summary>A later value of the same thing.</summary>
    [JsonStringEnumMemberName("updates")] Updates,

    /// <summary>It makes the other more likely.</summary>
    [JsonStringEnumMemberName("supports")] Supports,

    /// <summary>It stands in the other's place.</summary>
    [JsonStringEnumMemberName("supersedes")] Supersedes
}
