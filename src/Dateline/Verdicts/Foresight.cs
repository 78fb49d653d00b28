using Dateline.Documents;

namespace Dateline.Verdicts;

/// <summary>Whether an analyst could have seen a document: which of the two was recorded first, and by how much.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Verdict">The verdict on it.</param>
/// <param name="Document">The document.</param>
/// <param name="Proposed">When the verdict was proposed, and where that stands in the log.</param>
/// <param name="Approved">The same of its approval, where it was approved.</param>
/// <param name="Revisions">The document's revisions, each measured against the proposal.</param>
public sealed record Foresight(string Claim, string Verdict, string Document, RecordedAct Proposed, RecordedAct? Approved, IReadOnlyList<RevisionSeen> Revisions)
{
    /// <summary>Looks both up in the log.</summary>
    /// <exception cref="Refused">There is no such verdict, or no such document.</exception>
    public static async Task<Foresight> Of(INewsroom newsroom, string claim, string verdict, string document, CancellationToken cancellation)
    {
        RecordedAct? proposed = null, approved = null;
        await foreach (var e in newsroom.Read(new(Streams: [Ids.Claim(claim)]), cancellation))
        {
            if (e.Data is VerdictProposed p && p.VerdictId == verdict) proposed ??= new(p.By, e.RecordedAt, e.Position);
            else if (e.Data is VerdictApproved a && a.VerdictId == verdict) approved ??= new(a.By, e.RecordedAt, e.Position);
        }
        if (proposed is null) throw new Refused($"There is no verdict {verdict} on {claim}.");
        var revisions = new List<RevisionSeen>();
        await foreach (var e in newsroom.Read(new(Streams: [Ids.Document(document)]), cancellation))
        {
            var number = e.Data switch { DocumentIngested => 1, DocumentRevised r => r.Revision, _ => 0 };
            if (number > 0)
                revisions.Add(new(number, e.PublishedAt, e.RecordedAt, e.Position, e.Position < proposed.Position, e.PublishedAt <= proposed.At, (proposed.At - e.RecordedAt).Duration()));
        }
        if (revisions.Count == 0) throw new Refused($"There is no document {document}.");
        return new(claim, verdict, document, proposed, approved, revisions);
    }
}

/// <summary>Who did something, when it was recorded, and where it stands in the log.</summary>
public sealed record RecordedAct(string By, DateTimeOffset At, long Position);

/// <summary>A revision, measured against a proposal.</summary>
/// <param name="Revision">Its number.</param>
/// <param name="PublishedAt">When the world could read it.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Position">Where it stands in the log.</param>
/// <param name="CouldBeSeen">Whether it was recorded before the verdict was proposed: by the order of the log, so that equal times do not matter.</param>
/// <param name="WasPublished">Whether the world could read it by then.</param>
/// <param name="Apart">How long the one was recorded before the other.</param>
public sealed record RevisionSeen(int Revision, DateTimeOffset PublishedAt, DateTimeOffset RecordedAt, long Position, bool CouldBeSeen, bool WasPublished, TimeSpan Apart);
