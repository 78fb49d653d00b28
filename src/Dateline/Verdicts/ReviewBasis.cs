using Dateline.Claims;

namespace Dateline.Verdicts;

/// <summary>Tells a claim that a document which its verdicts rest on has changed.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Document">The document.</param>
/// <param name="CauseId">What changed it, the same for the same change.</param>
/// <param name="Cause">The same in a plain sentence.</param>
/// <param name="PublishedAt">When the world could know.</param>
/// <param name="First">The first revision that it touches.</param>
/// <param name="Last">The last revision that it touches.</param>
/// <param name="Whole">Whether it touches the claim itself, so that every verdict on it is concerned, whatever it rests on.</param>
public sealed record ReviewBasis(
    string Claim, string Document, string CauseId, string Cause, DateTimeOffset PublishedAt, int First = 1, int Last = int.MaxValue, bool Whole = false) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Claim(Claim);

    /// <summary>Whether it is told only to a claim that the last of the touched revisions does not mention: where it does, it is looked at what became of the mention.</summary>
    public bool Unmentioned { get; init; }
}

/// <summary>Decides <see cref="ReviewBasis"/>.</summary>
public static class ReviewBasisAggregateHandler
{
    /// <summary>Each living verdict that rests on what was touched is marked once for each cause.</summary>
    public static IEnumerable<object> Handle(ReviewBasis command, Claim? claim) => claim is null || (command.Unmentioned && IsMentioned(command, claim)) ? [] : Marks(
        command.Claim, claim, v => command.Whole || v.RestsOn(command.Document, command.First, command.Last), command.CauseId, command.Cause, command.Document, command.PublishedAt);

    private static bool IsMentioned(ReviewBasis command, Claim claim) => claim.Mentions.Values.Select(m => m.Event).Concat(claim.Moved.Values.Select(m => m.Event))
        .Any(m => m.DocumentId == command.Document && m.Revision == command.Last);

    internal static IEnumerable<object> Marks(
        string id, Claim claim, Func<Proposal, bool> touched, string causeId, string cause, string document, DateTimeOffset publishedAt) =>
        claim.Verdicts.Values
            .Where(v => v.IsAlive && !v.Basis.Contains(causeId) && touched(v) && (v.State == ProposalState.Proposed || v.Id == claim.Standing))
            .OrderBy(v => v.Id, StringComparer.Ordinal)
            .Select(v => new VerdictBasisChanged(id, v.Id, causeId, cause, document, publishedAt));
}
