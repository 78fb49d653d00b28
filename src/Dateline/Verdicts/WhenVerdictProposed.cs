using Dateline.Documents;

namespace Dateline.Verdicts;

/// <summary>A verdict was proposed: the documents it rests on note it, so that their changes find it.</summary>
public static class WhenVerdictProposedHandler
{
    /// <summary>One note for each document.</summary>
    public static IEnumerable<ICommand> Handle(VerdictProposed e) =>
        e.Evidence.Select(x => x.DocumentId).Distinct().Select(d => new CiteDocument(d, e.ClaimId, e.VerdictId));
}

/// <summary>A verdict rests on a document that may have been taken back just before.</summary>
public static class WhenDocumentCitedHandler
{
    /// <summary>The document.</summary>
    public static async Task<Document?> LoadAsync(DocumentCited e, INewsroom newsroom, CancellationToken cancellation) =>
        (await newsroom.Load<Document>(Ids.Document(e.DocumentId), null, cancellation)).State;

    /// <summary>Marks the verdict when the document is gone.</summary>
    public static IEnumerable<ICommand> Handle(DocumentCited e, Document? document) =>
        document is { IsGone: true, Withdrawn: { } w }
            ? [new ReviewBasis(e.ClaimId, e.DocumentId, WhenDocumentWithdrawnHandler.CauseId(w), WhenDocumentWithdrawnHandler.Cause(w), w.PublishedAt)]
            : [];
}
