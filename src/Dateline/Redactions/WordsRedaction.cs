using System.Collections.Immutable;
using Dateline.Documents;
using Dateline.Verdicts;

namespace Dateline.Redactions;

/// <summary>An editor proposed to remove a name or other words wherever they stand. The words themselves are in no event: they wait beside the log.</summary>
/// <param name="RedactionId">The redaction.</param>
/// <param name="Kind">What kind of thing is removed, without saying it.</param>
/// <param name="LegalReason">Why, without saying it.</param>
/// <param name="By">Who proposed it.</param>
public sealed record WordsRedactionProposed(string RedactionId, string Kind, string LegalReason, string By);

/// <summary>The proposal was turned down, or taken back by whoever made it: nothing is removed.</summary>
public sealed record WordsRedactionRejected(string RedactionId, string By);

/// <summary>A second editor approved it: the tombstone of what is removed.</summary>
public sealed record WordsRedacted(string RedactionId, string Kind, string LegalReason, string By, string SecondedBy);

/// <summary>
/// Words were removed from events of this stream. It lists them with the hashes of what they were, so that the seal still holds, and of what is left of
/// them, so that nothing more can be removed unseen.
/// </summary>
/// <param name="RedactionId">The redaction.</param>
/// <param name="Subject">The stream's key.</param>
/// <param name="Kind">What kind of thing was removed.</param>
/// <param name="Tombstone">The position of the <see cref="WordsRedacted"/> that ordered it.</param>
/// <param name="Events">What was removed from.</param>
public sealed record WordsErased(string RedactionId, string Subject, string Kind, long Tombstone, ImmutableArray<ErasedEvent> Events);

/// <summary>A redaction of words, as decisions need it. Marten sets the <c>Id</c> of a state to its stream's key: decisions name the redaction as the command does.</summary>
public sealed record WordsRedaction(string Id, string Kind, string LegalReason, string ProposedBy, ProposalState State) : IFold<WordsRedaction>
{
    /// <summary>Who approved it or turned it down; null until somebody has.</summary>
    public string? DecidedBy { get; init; }

    /// <inheritdoc/>
    public static WordsRedaction? Evolve(WordsRedaction? state, object @event) => @event switch
    {
        WordsRedactionProposed e when state is null => new(e.RedactionId, e.Kind, e.LegalReason, e.By, ProposalState.Proposed),
        WordsRedactionRejected e when state is not null => state with { State = ProposalState.Rejected, DecidedBy = e.By },
        WordsRedacted e when state is not null => state with { State = ProposalState.Approved, DecidedBy = e.SecondedBy },
        _ => state
    };
}
