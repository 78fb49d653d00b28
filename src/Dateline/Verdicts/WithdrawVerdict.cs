using Dateline.Claims;

namespace Dateline.Verdicts;

/// <summary>Takes a verdict back.</summary>
public sealed record WithdrawVerdict(string Claim, string Verdict, string By, string Reason) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Claim(Claim);
}

/// <summary>Decides <see cref="WithdrawVerdict"/>.</summary>
public static class WithdrawVerdictAggregateHandler
{
    /// <summary>
    /// A proposal is withdrawn by whoever made it; an approved verdict by anyone who says why: what one of them no longer stands behind does not stay up while a
    /// second person is sought. To have it again takes two.
    /// </summary>
    public static IEnumerable<object> Handle(WithdrawVerdict command, Claim? claim)
    {
        var verdict = claim?.Proposal(command.Verdict) ?? throw new Refused($"There is no verdict {command.Verdict} on {command.Claim}.");
        Guard.Person(command.By);
        if (verdict.State == ProposalState.Withdrawn)
        {
            Guard.Once(verdict.EndedBy, command.By, "withdrawn it");
            yield break;
        }
        if (verdict.State == ProposalState.Rejected) throw new Refused("The verdict was rejected; there is nothing to withdraw.");
        if (verdict.State == ProposalState.Proposed && !Guard.SamePerson(verdict.ProposedBy, command.By))
            throw new Refused($"Only {verdict.ProposedBy} can withdraw this proposal; you can reject it.");
        Guard.Reason(command.Reason);
        yield return new VerdictWithdrawn(command.Claim, command.Verdict, command.By, command.Reason);
    }
}
