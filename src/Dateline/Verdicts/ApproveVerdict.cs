using Dateline.Claims;

namespace Dateline.Verdicts;

/// <summary>Approves a proposed verdict.</summary>
public sealed record ApproveVerdict(string Claim, string Verdict, string By, string Reason) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Claim(Claim);
}

/// <summary>Decides <see cref="ApproveVerdict"/>.</summary>
public static class ApproveVerdictAggregateHandler
{
    /// <summary>A second person approves what is still proposed. Whoever proposed can never approve, whatever their role; and what was to supersede one verdict does not supersede another.</summary>
    public static IEnumerable<object> Handle(ApproveVerdict command, Claim? claim)
    {
        var verdict = claim?.Proposal(command.Verdict) ?? throw new Refused($"There is no verdict {command.Verdict} on {command.Claim}.");
        Guard.Person(command.By);
        if (Guard.LookAlike(verdict.ProposedBy, command.By))
            throw new Refused("Whoever proposed a verdict cannot approve it. Somebody else has to.");
        if (verdict.State == ProposalState.Approved) yield break;
        if (verdict.State != ProposalState.Proposed)
            throw new Refused($"The verdict was {verdict.State.ToString().ToLowerInvariant()}; it cannot be approved any more. Propose it anew.");
        if (verdict.InPlaceOf is { } old && claim.Standing is { } stands && stands != old)
            throw new Refused($"The verdict was proposed in the place of {old}; meanwhile {stands} was approved. Look at it again and propose anew.");
        Guard.Reason(command.Reason);
        yield return new VerdictApproved(command.Claim, command.Verdict, command.By, command.Reason);
    }
}
