using Dateline.Documents;

namespace Dateline.Verdicts;

/// <summary>A verdict was proposed: the documents it rests on note it, so that their changes find it.</summary>
public static class WhenVerdictProposedHandler
{
    /// <summary>One note for each document.</summary>
    public static IEnumerable<ICommand> Handle(VerdictProposed e) =>
        e.Evidence.Select(x => x.DocumentId).Distinct().Select(d => new CiteDocument(d, e.ClaimId, e.VerdictId));
}

/// <summary>A verdict rests on a document that may have been changed just before.</summary>
public static class WhenDocumentCitedHandler
{
    /// <summary>The document.</summary>
    public static async Task<Document?> LoadAsync(DocumentCited e, INewsroom newsroom, CancellationToken cancellation) =>
        (await newsroom.Load<Document>(Ids.Document(e.DocumentId), null, cancellation)).State;

    /// <summary>Marks the verdict when it rests on a revision that was corrected, taken back or redacted.</summary>
    public static IEnumerable<ICommand> Handle(DocumentCited e, Document? document, Recorded recorded) => document is null ? [] :
    [
        .. document.Withdrawn is { } w ? [WhenDocumentWithdrawnHandler.Review(e.ClaimId, w)] : Array.Empty<ICommand>(),
        .. document.Redacted.OrderBy(r => r.Revision).ThenBy(r => r.Kind, StringComparer.Ordinal)
            .Select(r => WhenDocumentRedactedHandler.Review(e.ClaimId, document, r.Revision, r.Kind, recorded.RecordedAt))
    ];
}
