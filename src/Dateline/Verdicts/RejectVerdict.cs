using Dateline.Claims;

namespace Dateline.Verdicts;

/// <summary>Turns a proposed verdict down.</summary>
public sealed record RejectVerdict(string Claim, string Verdict, string By, string Reason) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Claim(Claim);
}

/// <summary>Decides <see cref="RejectVerdict"/>.</summary>
public static class RejectVerdictAggregateHandler
{
    /// <summary>A second person rejects what is still proposed; whoever proposed withdraws instead.</summary>
    public static IEnumerable<object> Handle(RejectVerdict command, Claim? claim)
    {
        var verdict = claim?.Proposal(command.Verdict) ?? throw new Refused($"There is no verdict {command.Verdict} on {command.Claim}.");
        Guard.Person(command.By);
        if (verdict.State == ProposalState.Rejected)
        {
            Guard.Once(verdict.EndedBy, command.By, "rejected it");
            yield break;
        }
        if (verdict.State != ProposalState.Proposed)
            throw new Refused($"The verdict is {verdict.State.ToString().ToLowerInvariant()}; only a proposed one can be rejected.");
        if (Guard.SamePerson(verdict.ProposedBy, command.By))
            throw new Refused("Whoever proposed a verdict does not reject it, but can withdraw it.");
        Guard.Reason(command.Reason);
        yield return new VerdictRejected(command.Claim, command.Verdict, command.By, command.Reason);
    }
}
