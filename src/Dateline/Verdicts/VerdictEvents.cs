using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Dateline.Verdicts;

/// <summary>An analyst proposed a verdict about a claim.</summary>
public sealed record VerdictProposed(
    string ClaimId, string VerdictId, Rating Rating, Likelihood? Likelihood, Confidence Confidence, string Rationale,
    ImmutableArray<Evidence> Evidence, string By);

/// <summary>A second person approved it; it stands from here, in the place of any before it.</summary>
public sealed record VerdictApproved(string ClaimId, string VerdictId, string By, string Reason);

/// <summary>A second person turned it down.</summary>
public sealed record VerdictRejected(string ClaimId, string VerdictId, string By, string Reason);

/// <summary>It was taken back: a proposal by whoever made it, a standing verdict by anyone who says why.</summary>
public sealed record VerdictWithdrawn(string ClaimId, string VerdictId, string By, string Reason);

/// <summary>What it rests on changed; it stands, marked, until people look again.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="VerdictId">The verdict.</param>
/// <param name="CauseId">What changed it: one mark for each cause.</param>
/// <param name="Cause">The same in a plain sentence.</param>
/// <param name="DocumentId">The document that it came by.</param>
/// <param name="PublishedAt">When the world could know.</param>
public sealed record VerdictBasisChanged(
    string ClaimId, string VerdictId, string CauseId, string Cause, string DocumentId, DateTimeOffset PublishedAt) : IPublished;

/// <summary>A verdict on another claim rests on a mention of this one, whose changes are its changes too.</summary>
/// <param name="ClaimId">The claim that the mention is of.</param>
/// <param name="MentionId">The mention.</param>
/// <param name="ByClaimId">The claim that the verdict is on.</param>
/// <param name="VerdictId">The verdict.</param>
public sealed record MentionCited(string ClaimId, string MentionId, string ByClaimId, string VerdictId);

/// <summary>A mention that verdicts on another claim rest on was taken out or denied: that claim is told.</summary>
/// <param name="ClaimId">The claim that the mention is of.</param>
/// <param name="MentionId">The mention.</param>
/// <param name="ByClaimId">The claim that the verdicts are on.</param>
/// <param name="CauseId">What changed it, as the mark names it: <see cref="VerdictBasisChanged.CauseId"/>.</param>
/// <param name="Cause">The same in a plain sentence.</param>
/// <param name="DocumentId">The document that it came by.</param>
/// <param name="PublishedAt">When the world could know.</param>
public sealed record CitationTouched(
    string ClaimId, string MentionId, string ByClaimId, string CauseId, string Cause, string DocumentId, DateTimeOffset PublishedAt) : IPublished;

/// <summary>A document's revision that a verdict rests on, or one mention in it.</summary>
public sealed record Evidence(string DocumentId, int Revision, string? MentionId);

/// <summary>What people found.</summary>
public enum Rating
{
    /// <summary>It is so.</summary>
    [JsonStringEnumMemberName("verified")] Verified,

    /// <summary>It is not so.</summary>
    [JsonStringEnumMemberName("false")] False,

    /// <summary>It gives a wrong picture.</summary>
    [JsonStringEnumMemberName("misleading")] Misleading,

    /// <summary>It cannot be told.</summary>
    [JsonStringEnumMemberName("inconclusive")] Inconclusive,

    /// <summary>A prediction or promise that came true.</summary>
    [JsonStringEnumMemberName("fulfilled")] Fulfilled,

    /// <summary>A prediction or promise that did not.</summary>
    [JsonStringEnumMemberName("failed")] Failed,

    /// <summary>A prediction or promise that nothing can fulfil or fail any more.</summary>
    [JsonStringEnumMemberName("lapsed")] Lapsed
}

/// <summary>How likely, in the words of ICD 203 (US Intelligence Community Directive 203, 2015), with its ranges in percent.</summary>
public enum Likelihood
{
    /// <summary>1 to 5.</summary>
    [JsonStringEnumMemberName("almost-no-chance")] AlmostNoChance,

    /// <summary>5 to 20.</summary>
    [JsonStringEnumMemberName("very-unlikely")] VeryUnlikely,

    /// <summary>20 to 45.</summary>
    [JsonStringEnumMemberName("unlikely")] Unlikely,

    /// <summary>45 to 55.</summary>
    [JsonStringEnumMemberName("roughly-even-chance")] RoughlyEvenChance,

    /// <summary>55 to 80.</summary>
    [JsonStringEnumMemberName("likely")] Likely,

    /// <summary>80 to 95.</summary>
    [JsonStringEnumMemberName("very-likely")] VeryLikely,

    /// <summary>95 to 99.</summary>
    [JsonStringEnumMemberName("almost-certain")] AlmostCertain
}

/// <summary>How good the grounds of a verdict are.</summary>
public enum Confidence
{
    /// <summary>Scant or fragmentary grounds.</summary>
    [JsonStringEnumMemberName("low")] Low,

    /// <summary>Credible, but not enough for more.</summary>
    [JsonStringEnumMemberName("moderate")] Moderate,

    /// <summary>Good grounds from several origins.</summary>
    [JsonStringEnumMemberName("high")] High
}
