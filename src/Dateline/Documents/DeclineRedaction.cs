namespace Dateline.Documents;

/// <summary>Turns a proposed redaction down, or takes it back.</summary>
public sealed record DeclineRedaction(string Document, string Proposal, string By, string Reason) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Document(Document);
}

/// <summary>Decides <see cref="DeclineRedaction"/>.</summary>
public static class DeclineRedactionAggregateHandler
{
    /// <summary>Only what is not carried out yet.</summary>
    public static IEnumerable<object> Handle(DeclineRedaction command, Document? document)
    {
        var proposal = document?.Redactions.Find(p => p.Id == command.Proposal) ?? throw new Refused($"Nobody has proposed the redaction {command.Proposal} of {command.Document}.");
        Guard.Person(command.By);
        Guard.Reason(command.Reason);
        if (proposal.Fate == RedactionFate.Approved) throw new Refused("This redaction was approved; what is removed does not come back.");
        if (proposal.Fate == RedactionFate.Declined)
        {
            Guard.Once(proposal.DecidedBy, command.By, "declined it");
            yield break;
        }
        yield return new RedactionDeclined(command.Document, command.Proposal, command.By);
    }
}
