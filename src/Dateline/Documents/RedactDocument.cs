namespace Dateline.Documents;

/// <summary>Removes text from a document's revision for a legal reason.</summary>
public sealed record RedactDocument(string Document, int Revision, string Kind, string LegalReason, string By, string SecondedBy) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Document(Document);
}

/// <summary>Decides <see cref="RedactDocument"/>.</summary>
public static class RedactDocumentAggregateHandler
{
    /// <summary>Two different people and a legal reason; what is recorded is the tombstone, not the text.</summary>
    public static IEnumerable<object> Handle(RedactDocument command, Document? document)
    {
        if (document is null || !document.Revisions.Exists(r => r.Number == command.Revision))
            throw new Refused($"There is no revision {command.Revision} of {command.Document}.");
        Guard.Person(command.By);
        Guard.Person(command.SecondedBy);
        Guard.Reason(command.LegalReason);
        if (Guard.LookAlike(command.By, command.SecondedBy))
            throw new Refused("A redaction needs two people: somebody else has to second it.");
        if (document.Redacted.Contains((command.Revision, command.Kind))) yield break;
        yield return new DocumentRedacted(
            command.Document, command.Revision, command.Kind, command.LegalReason, command.By, command.SecondedBy);
    }
}
