using System.Collections.Immutable;
using Dateline.Claims;
using Dateline.Documents;

namespace Dateline.Verdicts;

/// <summary>What a verdict names of a document, and both as they stand.</summary>
public sealed record CitedRevisions(Claim Claim, Document Document, ImmutableArray<Evidence> Evidence);

/// <summary>A verdict rests on a revision that a later one had taken the place of: it is marked, unless the claim is still said there in the same way.</summary>
public static class WhenOldRevisionCitedHandler
{
    /// <summary>What the verdict names of earlier revisions; null where there is nothing.</summary>
    public static async Task<CitedRevisions?> LoadAsync(DocumentCited e, INewsroom newsroom, CancellationToken cancellation)
    {
        var document = (await newsroom.Load<Document>(Ids.Document(e.DocumentId), null, cancellation)).State;
        if (document is null || document.Latest.Number == 1) return null;
        var claim = (await newsroom.Load<Claim>(Ids.Claim(e.ClaimId), null, cancellation)).State;
        return claim?.Proposal(e.VerdictId) is { } proposal ? new(claim, document, [.. proposal.Evidence.Where(x => x.DocumentId == e.DocumentId)]) : null;
    }

    /// <summary>The mark has the same cause as that of verdicts which had rested on it before. What was taken back as well is told by that.</summary>
    public static IEnumerable<ICommand> Handle(DocumentCited e, CitedRevisions? cited) => cited is null ? [] : cited.Evidence
        .Where(x => x.Revision < cited.Document.Latest.Number && !(cited.Document.Withdrawn?.Through >= x.Revision) && IsGone(cited.Claim, x))
        .Select(x => cited.Document.Revisions.First(r => r.Number > x.Revision)).DistinctBy(r => r.Number)
        .Select(r => new ReviewBasis(e.ClaimId, e.DocumentId, $"{e.DocumentId}/{r.Number}", WhenClaimsExtractedHandler.Superseded(r), r.PublishedAt, First: r.Number - 1, Last: r.Number - 1));

    // A mention of another claim is looked after there.
    private static bool IsGone(Claim claim, Evidence evidence)
    {
        var mentions = claim.Mentions.Values.Where(m => m.DocumentId == evidence.DocumentId && m.Event.Revision == evidence.Revision && (evidence.MentionId ?? m.Id) == m.Id).ToList();
        return mentions.Count == 0 ? evidence.MentionId is null : mentions.TrueForAll(m => m.Retracted && !Restatement.IsSaidAgain(m.Event, claim));
    }
}
