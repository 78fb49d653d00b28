using Dateline.Verdicts;

namespace Dateline.Replay;

public sealed partial class Picture
{
    private static void Propose(ClaimFacts claim, VerdictProposed e, Moment now)
    {
        if (claim.Verdicts.Any(v => v.Proposed.VerdictId == e.VerdictId)) return;
        var verdict = new VerdictFacts(e, now.Position);
        verdict.Acts.Add(new(e.VerdictId, "proposed", e.By, e.Rationale, now.Event.RecordedAt, now.Position));
        claim.Verdicts = claim.Verdicts.Add(verdict);
        foreach (var mark in claim.EarlyMarks.Where(m => m.Verdict == e.VerdictId)) Mark(verdict, mark);
        claim.EarlyMarks = claim.EarlyMarks.RemoveAll(m => m.Verdict == e.VerdictId);
    }

    private static void Mark(ClaimFacts claim, VerdictBasisChanged e, Moment now)
    {
        var mark = new VerdictAct(e.VerdictId, VerdictAct.BasisChanged, now.By, e.Cause, now.Event.RecordedAt, now.Position);
        if (claim.Verdicts.FirstOrDefault(v => v.Proposed.VerdictId == e.VerdictId) is { } verdict) Mark(verdict, mark);
        else claim.EarlyMarks = claim.EarlyMarks.Add(mark);
    }

    private static void Mark(VerdictFacts verdict, VerdictAct mark)
    {
        verdict.BasisChanged = true;
        verdict.Acts.Add(mark);
    }

    private static void Approve(ClaimFacts claim, VerdictApproved e, Moment now)
    {
        Act(claim, e.VerdictId, "approved", e.By, e.Reason, now, v =>
        {
            foreach (var before in claim.Verdicts.Where(x => x.State == ProposalState.Approved && x != v))
            {
                if (before.Superseded) continue;
                before.Superseded = true;
                before.Acts.Add(new(before.Proposed.VerdictId, "superseded", e.By, $"{e.VerdictId} was approved.", now.Event.RecordedAt, now.Position));
            }
            v.State = ProposalState.Approved;
            v.ApprovedPosition = now.Position;
            v.ApprovedBy = e.By;
            claim.StandingVerdict = e.VerdictId;
        });
    }

    private static void WithdrawVerdict(ClaimFacts claim, VerdictWithdrawn e, Moment now) =>
        Act(claim, e.VerdictId, "withdrawn", e.By, e.Reason, now, v =>
        {
            v.State = ProposalState.Withdrawn;
            if (claim.StandingVerdict == e.VerdictId) claim.StandingVerdict = null;
        });

    private static void Act(ClaimFacts claim, string verdict, string act, string by, string? reason, Moment now, Action<VerdictFacts> change)
    {
        if (claim.Verdicts.FirstOrDefault(v => v.Proposed.VerdictId == verdict) is not { } found) return;
        change(found);
        found.Acts.Add(new(verdict, act, by, reason, now.Event.RecordedAt, now.Position));
    }
}
