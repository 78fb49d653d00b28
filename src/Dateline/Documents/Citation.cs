using Dateline.Replay;
using Dateline.Verdicts;

namespace Dateline.Documents;

/// <summary>A verdict that rests on a document.</summary>
/// <param name="VerdictId">The verdict.</param>
/// <param name="ClaimId">The claim that it is on.</param>
/// <param name="Rating">What it says.</param>
/// <param name="ProposedBy">Who proposed it.</param>
/// <param name="State">Where it stands in its course, as <see cref="ProposalState"/> has it.</param>
/// <param name="Standing">Whether it is the claim's verdict.</param>
/// <param name="BasisChanged">Whether what it rests on has changed since, by this document or another.</param>
/// <param name="Cause">What changed it; null where nothing did.</param>
public sealed record Citation(string VerdictId, string ClaimId, string Rating, string ProposedBy, string State, bool Standing, bool BasisChanged, string? Cause)
{
    private static readonly string[] types =
    [
        EventTypes.NameOf<VerdictProposed>(), EventTypes.NameOf<VerdictApproved>(), EventTypes.NameOf<VerdictRejected>(), EventTypes.NameOf<VerdictWithdrawn>(),
        EventTypes.NameOf<VerdictBasisChanged>()
    ];

    /// <summary>The verdicts that cited a document, as they stand at a moment; those that were not proposed by then are left out.</summary>
    internal static async Task<IReadOnlyList<Citation>> Of(INewsroom newsroom, IReadOnlyCollection<DocumentCited> cited, Resolved moment, CancellationToken cancellation)
    {
        if (cited.Count == 0) return [];
        var acts = new List<Recorded>();
        string[] streams = [.. cited.Select(c => Ids.Claim(c.ClaimId)).Distinct()];
        await foreach (var e in newsroom.Read(new(Through: moment.Position, Streams: streams, Types: types), cancellation)) acts.Add(e);
        var claims = Replayer.Of(Replayer.InOrder(acts, moment.Clock), moment).Picture.Claims;
        return
        [
            .. from citing in cited
               let claim = claims.GetValueOrDefault(citing.ClaimId)
               where claim is not null
               from verdict in claim.Verdicts
               where verdict.Proposed.VerdictId == citing.VerdictId
               select Of(verdict, claim)
        ];
    }

    private static Citation Of(VerdictFacts verdict, ClaimFacts claim) => new(
        verdict.Proposed.VerdictId, claim.Id, Words.Of(verdict.Proposed.Rating), verdict.Proposed.By, verdict.Superseded ? "superseded" : Words.Of(verdict.State),
        claim.StandingVerdict == verdict.Proposed.VerdictId, verdict.BasisChanged, verdict.BasisCause?.Cause);
}
