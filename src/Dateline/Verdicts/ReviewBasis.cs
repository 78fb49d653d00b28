using Dateline.Claims;

namespace Dateline.Verdicts;

/// <summary>Tells a claim that a document which its verdicts rest on has changed.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Document">The document.</param>
/// <param name="CauseId">What changed it, the same for the same change.</param>
/// <param name="Cause">The same in a plain sentence.</param>
/// <param name="PublishedAt">When the world could know.</param>
public sealed record ReviewBasis(string Claim, string Document, string CauseId, string Cause, DateTimeOffset PublishedAt) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Claim(Claim);
}

/// <summary>Decides <see cref="ReviewBasis"/>.</summary>
public static class ReviewBasisAggregateHandler
{
    /// <summary>Each living verdict that rests on the document is marked once for each cause.</summary>
    public static IEnumerable<object> Handle(ReviewBasis command, Claim? claim) =>
        claim is null ? [] : Marks(claim, v => v.RestsOn(command.Document), command.CauseId, command.Cause, command.Document, command.PublishedAt);

    internal static IEnumerable<object> Marks(
        Claim claim, Func<Proposal, bool> touched, string causeId, string cause, string document, DateTimeOffset publishedAt) =>
        claim.Verdicts.Values
            .Where(v => v.IsAlive && !v.Basis.Contains(causeId) && touched(v) && (v.State == ProposalState.Proposed || v.Id == claim.Standing))
            .OrderBy(v => v.Id, StringComparer.Ordinal)
            .Select(v => new VerdictBasisChanged(claim.Id, v.Id, causeId, cause, document, publishedAt));
}
