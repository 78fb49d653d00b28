using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Dateline.Verdicts;

/// <summary>Where a proposal stands.</summary>
public enum ProposalState
{
    /// <summary>It waits for a second person.</summary>
    [JsonStringEnumMemberName("proposed")] Proposed,

    /// <summary>A second person approved it.</summary>
    [JsonStringEnumMemberName("approved")] Approved,

    /// <summary>A second person turned it down.</summary>
    [JsonStringEnumMemberName("rejected")] Rejected,

    /// <summary>It was taken back.</summary>
    [JsonStringEnumMemberName("withdrawn")] Withdrawn
}

/// <summary>A verdict on its way, as decisions need it.</summary>
public sealed record Proposal(
    string Id, Rating Rating, Likelihood? Likelihood, Confidence Confidence, string Rationale, ImmutableArray<Evidence> Evidence, string ProposedBy,
    ProposalState State, string? ApprovedBy, ImmutableHashSet<string> Basis, string? InPlaceOf)
{
    /// <summary>Who rejected it or took it back; null until somebody has.</summary>
    public string? EndedBy { get; init; }

    /// <summary>How many changes of its basis there were when it was approved.</summary>
    public int ApprovedWith { get; init; }

    /// <summary>The proposal that an event makes, in the place of the verdict that stands at that time.</summary>
    public static Proposal From(VerdictProposed e, string? standing) =>
        new(e.VerdictId, e.Rating, e.Likelihood, e.Confidence, e.Rationale, e.Evidence, e.By, ProposalState.Proposed, null, [], standing);

    /// <summary>Whether it still counts: proposed or approved.</summary>
    public bool IsAlive => State is ProposalState.Proposed or ProposalState.Approved;

    /// <summary>Whether it rests on a mention by name.</summary>
    public bool Cites(string mention) => Evidence.Any(e => e.MentionId == mention);

    /// <summary>Whether it rests on some revisions of a document.</summary>
    public bool RestsOn(string document, int first, int last) => Evidence.Any(e => e.DocumentId == document && e.Revision >= first && e.Revision <= last);
}
