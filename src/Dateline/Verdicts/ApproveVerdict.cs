using Dateline.Accounts;
using Dateline.Claims;

namespace Dateline.Verdicts;

/// <summary>Approves a proposed verdict.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="By">Who approves it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Seen">The changes of its basis that were looked at, each by its <see cref="VerdictBasisChanged.CauseId"/>; see <see cref="Approval"/>.</param>
public sealed record ApproveVerdict(string Claim, string Verdict, string By, string Reason, IReadOnlyList<string>? Seen = null) : ISecond
{
    /// <inheritdoc/>
    public string? Proposer(object @event) => @event is VerdictProposed p && p.VerdictId == Verdict ? p.By : null;

    /// <inheritdoc/>
    public string Id => Ids.Claim(Claim);
}

/// <summary>Decides <see cref="ApproveVerdict"/>.</summary>
public static class ApproveVerdictAggregateHandler
{
    /// <summary>
    /// A second person approves what is still proposed. Whoever proposed can never approve, whatever their role; what was to supersede one verdict does not
    /// supersede another; and what the verdict rests on has not changed unseen.
    /// </summary>
    public static IEnumerable<object> Handle(ApproveVerdict command, Claim? claim)
    {
        var verdict = claim?.Proposal(command.Verdict) ?? throw new Refused($"There is no verdict {command.Verdict} on {command.Claim}.");
        Guard.Person(command.By);
        if (Guard.LookAlike(verdict.ProposedBy, command.By))
            throw new Refused("Whoever proposed a verdict cannot approve it. Somebody else has to.");
        if (verdict.State == ProposalState.Approved)
        {
            Guard.Once(verdict.ApprovedBy, command.By, "approved it");
            if (verdict.Basis.Count > verdict.ApprovedWith)
                throw new Refused("What the verdict rests on has changed since you approved it. To confirm or to change it, somebody proposes a verdict in its place, and somebody else approves that.");
            yield break;
        }
        if (claim.MergedInto is { } into) throw new Refused($"{command.Claim} was merged into {into}. Judge that one.");
        if (verdict.State != ProposalState.Proposed)
            throw new Refused($"The verdict was {verdict.State.ToString().ToLowerInvariant()}; it cannot be approved any more. Propose it anew.");
        if (verdict.InPlaceOf is { } old && claim.Standing is { } stands && stands != old)
            throw new Refused($"The verdict was proposed in the place of {old}; meanwhile {stands} was approved. Look at it again and propose anew.");
        Guard.Reason(command.Reason);
        if (verdict.Basis.Except(command.Seen ?? []) is { Count: > 0 } unseen)
            throw new Refused($"What the verdict rests on has changed since it was proposed ({string.Join("; ", unseen.Order(StringComparer.Ordinal))}). Look at it again; whoever approves it says that they saw it.");
        yield return new VerdictApproved(command.Claim, command.Verdict, command.By, command.Reason);
    }
}
