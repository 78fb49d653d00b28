using Dateline.Claims;

namespace Dateline.Verdicts;

/// <summary>Approvals as people give them: of what they saw.</summary>
public static class Approval
{
    /// <summary>The approval of a verdict by somebody who saw its claim at a version, or who names the changes of its basis.</summary>
    /// <param name="newsroom">The log.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="verdict">The verdict.</param>
    /// <param name="by">Who approves it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="saw">The version of the claim that they saw, with every change of the basis up to it; null where they do not say.</param>
    /// <param name="knowing">The positions of changes of the basis that they know of.</param>
    /// <param name="cancellation">Ends the look-up.</param>
    /// <exception cref="Conflict">The basis has changed since the proposal, and nothing says that they saw it.</exception>
    /// <exception cref="Refused">What is named is no change of this basis.</exception>
    public static async Task<ApproveVerdict> Of(
        INewsroom newsroom, string claim, string verdict, string by, string reason, long? saw, IReadOnlyCollection<long> knowing, CancellationToken cancellation)
    {
        var (state, stream, version) = ((Claim?)null, Ids.Claim(claim), 0L);
        var marks = new List<(long Position, long Version, string CauseId)>();
        await foreach (var e in newsroom.Read(new(Streams: [stream]), cancellation))
        {
            (state, version) = (Claim.Evolve(state, e.Data), e.Version);
            if (e.Data is VerdictBasisChanged m && m.VerdictId == verdict) marks.Add((e.Position, e.Version, m.CauseId));
        }
        foreach (var position in knowing.Where(k => !marks.Exists(m => m.Position == k))) throw new Refused($"#{position} is no change of what {verdict} rests on.");
        List<string> seen = [.. marks.Where(m => m.Version <= saw || knowing.Contains(m.Position)).Select(m => m.CauseId)];
        var approval = new ApproveVerdict(claim, verdict, by, reason, seen);
        // Whoever cannot approve it anyway, or sees an outdated version, is told that instead.
        if (saw is not null || state?.Proposal(verdict) is not { State: ProposalState.Proposed } proposal || Guard.LookAlike(proposal.ProposedBy, by)) return approval;
        return marks.Find(m => !knowing.Contains(m.Position)) is not { Version: > 0 } unseen ? approval : throw new Conflict(
            stream, unseen.Version - 1, version, $"What {verdict} rests on has changed since it was proposed. Look at it again; to approve it all the same, name the version that you see then.");
    }
}
