using Dateline.Documents;
using Dateline.Verdicts;

namespace Dateline.Redactions;

/// <summary>Words were removed from a document: verdicts that rest on it are marked.</summary>
public static class WhenWordsErasedHandler
{
    /// <summary>The document; null where they were removed from something else.</summary>
    public static async Task<Document?> LoadAsync(WordsErased e, INewsroom newsroom, CancellationToken cancellation) =>
        Ids.IsDocument(e.Subject) ? (await newsroom.Load<Document>(e.Subject, null, cancellation)).State : null;

    /// <summary>Marks each claim whose verdicts cite it.</summary>
    public static IEnumerable<ICommand> Handle(WordsErased e, Document? document, Recorded recorded) => document is null ? [] : document.CitedBy.Select(c => c.ClaimId).Distinct()
        .Select(c => new ReviewBasis(c, document.Id, $"{document.Id} redaction {e.RedactionId}", $"{e.Kind} was removed from {document.Id} for a legal reason.", recorded.RecordedAt));
}
