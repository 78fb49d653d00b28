using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Dateline.Documents;

/// <summary>An editor proposes that text is removed from a revision for a legal reason.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="ProposalId">The proposal's id.</param>
/// <param name="Revision">Whose text is to be removed.</param>
/// <param name="Kind">What kind of thing it is, without saying it.</param>
/// <param name="LegalReason">Why, without the text itself.</param>
/// <param name="By">Who proposes it.</param>
public sealed record RedactionProposed(string DocumentId, string ProposalId, int Revision, string Kind, string LegalReason, string By);

/// <summary>A proposed redaction is not carried out.</summary>
public sealed record RedactionDeclined(string DocumentId, string ProposalId, string By);

/// <summary>What became of a proposed redaction.</summary>
public enum RedactionFate
{
    /// <summary>Somebody else has to approve it.</summary>
    [JsonStringEnumMemberName("proposed")] Proposed,

    /// <summary>A second editor approved it.</summary>
    [JsonStringEnumMemberName("approved")] Approved,

    /// <summary>It was turned down or taken back.</summary>
    [JsonStringEnumMemberName("declined")] Declined
}

/// <summary>A redaction that was proposed, and what became of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Revision">Whose text is to be removed.</param>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="LegalReason">Why.</param>
/// <param name="ProposedBy">Who proposed it.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="DecidedBy">Who approved or declined it; null until somebody has.</param>
public sealed record RedactionProposal(string Id, int Revision, string Kind, string LegalReason, string ProposedBy, RedactionFate Fate, string? DecidedBy)
{
    /// <summary>The proposals of a document after another of its events.</summary>
    internal static ImmutableList<RedactionProposal> After(ImmutableList<RedactionProposal> proposals, object @event) => @event switch
    {
        RedactionProposed e => proposals.Add(new(e.ProposalId, e.Revision, e.Kind, e.LegalReason, e.By, RedactionFate.Proposed, null)),
        RedactionDeclined e => Decided(proposals, p => p.Id == e.ProposalId, RedactionFate.Declined, e.By),
        DocumentRedacted e => Decided(proposals, p => (p.Revision, p.Kind) == (e.Revision, e.Kind), RedactionFate.Approved, e.SecondedBy),
        _ => proposals
    };

    private static ImmutableList<RedactionProposal> Decided(ImmutableList<RedactionProposal> proposals, Predicate<RedactionProposal> which, RedactionFate fate, string by) =>
        proposals.ConvertAll(p => p.Fate == RedactionFate.Proposed && which(p) ? p with { Fate = fate, DecidedBy = by } : p);
}
