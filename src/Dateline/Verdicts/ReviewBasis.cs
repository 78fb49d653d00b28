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

    /// <summary>The one mention that was touched, where it is no more: only verdicts that name it are concerned, whichever document touched it.</summary>
    public string? Mention { get; init; }
}

/// <summary>Decides <see cref="ReviewBasis"/>.</summary>
public static class ReviewBasisAggregateHandler
{
    /// <summary>
    /// Each living verdict that rests on what was touched is marked once for each cause; what touches the claim itself touches what verdicts on other claims
    /// rest on.
    /// </summary>
    public static IEnumerable<object> Handle(ReviewBasis command, Claim? claim)
    {
        if (claim is null || (command.Unmentioned && IsMentioned(command, claim))) return [];
        var marks = Marks(command.Claim, claim, v => IsTouched(command, v), command.CauseId, command.Cause, command.Document, command.PublishedAt);
        return command.Whole ? [.. marks, .. Citations.Touched(claim, _ => true, command.CauseId, "denied or contradicted", command.Document, command.PublishedAt)] : marks;
    }

    private static bool IsTouched(ReviewBasis command, Proposal verdict) => command.Whole
        || (command.Mention is { } mention ? verdict.Cites(mention) : verdict.RestsOn(command.Document, command.First, command.Last));

    private static bool IsMentioned(ReviewBasis command, Claim claim) => claim.Mentions.Values.Select(m => m.Event).Concat(claim.Moved.Values.Select(m => m.Event))
        .Any(m => m.DocumentId == command.Document && m.Revision == command.Last);

    internal static IEnumerable<object> Marks(
        string id, Claim claim, Func<Proposal, bool> touched, string causeId, string cause, string document, DateTimeOffset publishedAt) =>
        claim.Verdicts.Values
            .Where(v => v.IsAlive && !v.Basis.Contains(causeId) && touched(v) && (v.State == ProposalState.Proposed || v.Id == claim.Standing))
            .OrderBy(v => v.Id, StringComparer.Ordinal)
            .Select(v => new VerdictBasisChanged(id, v.Id, causeId, cause, document, publishedAt));
}
