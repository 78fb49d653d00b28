using Dateline.Accounts;

namespace Dateline.Documents;

/// <summary>Approves a proposed redaction, which is then carried out.</summary>
public sealed record ApproveRedaction(string Document, string Proposal, string By, string Reason) : ISecond
{
    /// <inheritdoc/>
    public string? Proposer(object @event) => @event is RedactionProposed p && p.ProposalId == Proposal ? p.By : null;

    /// <inheritdoc/>
    public string Id => Ids.Document(Document);
}

/// <summary>Decides <see cref="ApproveRedaction"/>.</summary>
public static class ApproveRedactionAggregateHandler
{
    /// <summary>Two different people; what is recorded is the tombstone, not the text.</summary>
    public static IEnumerable<object> Handle(ApproveRedaction command, Document? document)
    {
        var proposal = document?.Redactions.Find(p => p.Id == command.Proposal) ?? throw new Refused($"Nobody has proposed the redaction {command.Proposal} of {command.Document}.");
        Guard.Person(command.By);
        Guard.Reason(command.Reason);
        if (Guard.LookAlike(command.By, proposal.ProposedBy)) throw new Refused("Whoever proposed a redaction cannot approve it: somebody else has to.");
        if (proposal.Fate == RedactionFate.Declined) throw new Refused($"{proposal.DecidedBy} has declined this redaction. Propose it anew.");
        if (proposal.Fate == RedactionFate.Approved)
        {
            Guard.Once(proposal.DecidedBy, command.By, "approved it");
            yield break;
        }
        yield return new DocumentRedacted(command.Document, proposal.Revision, proposal.Kind, proposal.LegalReason, proposal.ProposedBy, command.By);
    }
}
