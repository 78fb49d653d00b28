namespace Dateline.Documents;

/// <summary>Proposes that text is removed from a document's revision for a legal reason; a second editor approves it.</summary>
public sealed record ProposeRedaction(string Document, string Proposal, int Revision, string Kind, string LegalReason, string By) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Document(Document);
}

/// <summary>Decides <see cref="ProposeRedaction"/>.</summary>
public static class ProposeRedactionAggregateHandler
{
    private const int LongestKind = 200;

    /// <summary>What is removed already, or was proposed by the same person, is not proposed again.</summary>
    public static IEnumerable<object> Handle(ProposeRedaction command, Document? document)
    {
        if (document is null || !document.Revisions.Exists(r => r.Number == command.Revision))
            throw new Refused($"There is no revision {command.Revision} of {command.Document}.");
        Guard.Person(command.By);
        Guard.Reason(command.LegalReason);
        if (string.IsNullOrWhiteSpace(command.Kind) || command.Kind.Length > LongestKind || command.Kind.Any(char.IsControl))
            throw new Refused($"Say in 1 to {LongestKind} characters what kind of thing is removed, such as \"a name\", without saying it.");
        if (document.Redacted.Contains((command.Revision, command.Kind))) yield break;
        if (document.Redactions.Find(p => p.Fate == RedactionFate.Proposed && (p.Revision, p.Kind) == (command.Revision, command.Kind)) is { } same)
        {
            if (same.ProposedBy == command.By) yield break;
            throw new Refused($"{same.ProposedBy} has proposed that already. Approve that proposal instead: {same.Id}.");
        }
        yield return new RedactionProposed(command.Document, command.Proposal, command.Revision, command.Kind, command.LegalReason, command.By);
    }
}
