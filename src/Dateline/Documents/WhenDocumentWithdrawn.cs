using Dateline.Claims;
using Dateline.Matching;
using Dateline.Verdicts;

namespace Dateline.Documents;

/// <summary>A publisher took a document back: its mentions no longer stand, and verdicts that rest on it are marked.</summary>
public static class WhenDocumentWithdrawnHandler
{
    /// <summary>How a cause begins that ends in what the publisher says.</summary>
    internal const string ByPublisher = "The publisher issued a ";

    /// <summary>The document, once the desk is ready.</summary>
    public static async Task<Document?> LoadAsync(DocumentWithdrawn e, Recorded recorded, INewsroom newsroom, FilingDesk desk, CancellationToken cancellation)
    {
        await desk.Ready(newsroom, recorded.Position, cancellation);
        return (await newsroom.Load<Document>(Ids.Document(e.DocumentId), null, cancellation)).State;
    }

    /// <summary>A correction leaves it to the corrected revision what still stands.</summary>
    public static IEnumerable<ICommand> Handle(DocumentWithdrawn e, Document? document, FilingDesk desk)
    {
        if (document is null) return [];
        desk.Learn(e);
        var retracted = e.Act == PublisherAct.Correction ? [] : document.Filed.Where(f => f.Key <= e.Through).OrderBy(f => f.Key).SelectMany(f => f.Value);
        return
        [
            .. retracted.Select(m => Retract(m.ClaimId, m.MentionId, e)),
            .. document.CitedBy.Select(c => c.ClaimId).Distinct().Select(c => Review(c, e))
        ];
    }

    /// <summary>Takes a mention out by the act.</summary>
    internal static RetractMention Retract(string claim, string mention, DocumentWithdrawn e) => new(claim, mention, CauseId(e), Cause(e), null, e.PublishedAt);

    /// <summary>Tells a claim of the act, which touches the revisions up to the last one taken back.</summary>
    internal static ReviewBasis Review(string claim, DocumentWithdrawn e) => new(claim, e.DocumentId, CauseId(e), Cause(e), e.PublishedAt, Last: e.Through);

    // The same for each handling of the same act.
    private static string CauseId(DocumentWithdrawn e) => $"{e.DocumentId} {Words.Of(e.Act)} {e.Through}";

    private static string Cause(DocumentWithdrawn e) => $"{ByPublisher}{Words.Of(e.Act)} for {e.DocumentId}: {e.Reason}";
}

/// <summary>Text was removed from a document: verdicts that rest on it are marked.</summary>
public static class WhenDocumentRedactedHandler
{
    /// <summary>The document.</summary>
    public static async Task<Document?> LoadAsync(DocumentRedacted e, INewsroom newsroom, CancellationToken cancellation) =>
        (await newsroom.Load<Document>(Ids.Document(e.DocumentId), null, cancellation)).State;

    /// <summary>Marks each claim whose verdicts cite it.</summary>
    public static IEnumerable<ICommand> Handle(DocumentRedacted e, Document? document, Recorded recorded) =>
        document is null ? [] : document.CitedBy.Select(c => c.ClaimId).Distinct().Select(c => Review(c, document, e.Revision, e.Kind, recorded.RecordedAt));

    /// <summary>Tells a claim that something was removed from a revision. People decided it: the world could know no earlier than it was recorded.</summary>
    internal static ReviewBasis Review(string claim, Document document, int revision, string kind, DateTimeOffset at) => new(
        claim, document.Id, $"{document.Id} redaction {revision} {kind}", $"{kind} was removed from {document.Id} for a legal reason.",
        at, revision, revision);
}
