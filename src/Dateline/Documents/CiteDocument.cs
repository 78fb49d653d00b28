namespace Dateline.Documents;

/// <summary>Notes that a verdict rests on the document.</summary>
public sealed record CiteDocument(string Document, string Claim, string Verdict) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Document(Document);
}

/// <summary>Decides <see cref="CiteDocument"/>.</summary>
public static class CiteDocumentAggregateHandler
{
    /// <summary>Once for each verdict.</summary>
    public static IEnumerable<object> Handle(CiteDocument command, Document? document)
    {
        if (document is null || document.CitedBy.Exists(c => c.VerdictId == command.Verdict)) yield break;
        yield return new DocumentCited(command.Document, command.Claim, command.Verdict);
    }
}
