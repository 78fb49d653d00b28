using Dateline.Verdicts;

namespace Dateline.Redactions;

/// <summary>Turns a proposal to remove words down; whoever made it takes it back.</summary>
public sealed record RejectWordsRedaction(string Redaction, string By, string Reason) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Redaction(Redaction);
}

/// <summary>Decides <see cref="RejectWordsRedaction"/>.</summary>
public static class RejectWordsRedactionAggregateHandler
{
    /// <summary>A person who says why, while it waits.</summary>
    public static IEnumerable<object> Handle(RejectWordsRedaction command, WordsRedaction? redaction)
    {
        if (redaction is null) throw new Refused($"There is no redaction {command.Redaction}. `dateline audit words list` shows those that wait.");
        Guard.Person(command.By);
        Guard.Reason(command.Reason);
        if (redaction.State == ProposalState.Approved) throw new Refused($"The redaction {command.Redaction} was approved: what was removed does not come back.");
        if (redaction.State == ProposalState.Rejected)
        {
            Guard.Once(redaction.DecidedBy, command.By, "turned it down");
            yield break;
        }
        yield return new WordsRedactionRejected(command.Redaction, command.By);
    }
}
