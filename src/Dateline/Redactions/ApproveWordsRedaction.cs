using Dateline.Accounts;
using Dateline.Verdicts;

namespace Dateline.Redactions;

/// <summary>Approves that words are removed.</summary>
public sealed record ApproveWordsRedaction(string Redaction, string By) : ISecond
{
    /// <inheritdoc/>
    public string? Proposer(object @event) => (@event as WordsRedactionProposed)?.By;

    /// <inheritdoc/>
    public string Id => Ids.Redaction(Redaction);
}

/// <summary>Decides <see cref="ApproveWordsRedaction"/>.</summary>
public static class ApproveWordsRedactionAggregateHandler
{
    /// <summary>Somebody other than the proposer; what is recorded is the tombstone.</summary>
    public static IEnumerable<object> Handle(ApproveWordsRedaction command, WordsRedaction? redaction)
    {
        if (redaction is null) throw new Refused($"There is no redaction {command.Redaction}. `dateline audit words list` shows those that wait.");
        Guard.Person(command.By);
        if (Guard.LookAlike(command.By, redaction.ProposedBy)) throw new Refused("A redaction needs two people: somebody other than who proposed it has to approve it.");
        if (redaction.State == ProposalState.Rejected) throw new Refused($"The redaction {command.Redaction} was turned down. Propose it anew.");
        if (redaction.State == ProposalState.Approved)
        {
            Guard.Once(redaction.DecidedBy, command.By, "approved it");
            yield break;
        }
        yield return new WordsRedacted(command.Redaction, redaction.Kind, redaction.LegalReason, redaction.ProposedBy, command.By);
    }
}
