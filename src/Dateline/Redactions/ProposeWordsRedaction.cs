namespace Dateline.Redactions;

/// <summary>Proposes to remove words wherever they stand. The words are kept beside the log under the same id.</summary>
public sealed record ProposeWordsRedaction(string Redaction, string Kind, string LegalReason, string By) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Redaction(Redaction);
}

/// <summary>Decides <see cref="ProposeWordsRedaction"/>.</summary>
public static class ProposeWordsRedactionAggregateHandler
{
    /// <summary>A person and a legal reason.</summary>
    public static IEnumerable<object> Handle(ProposeWordsRedaction command, WordsRedaction? redaction)
    {
        Guard.Person(command.By);
        Guard.Reason(command.LegalReason);
        if (string.IsNullOrWhiteSpace(command.Kind)) throw new Refused("Say what kind of thing is removed, without saying it, such as: a name.");
        if (command.Kind.Length > 200) throw new Refused("The kind of thing that is removed is said in at most 200 characters.");
        if (redaction is not null) yield break;
        yield return new WordsRedactionProposed(command.Redaction, command.Kind, command.LegalReason, command.By);
    }
}
