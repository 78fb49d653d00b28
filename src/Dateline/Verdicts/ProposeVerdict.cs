using System.Collections.Immutable;
using Dateline.Claims;

namespace Dateline.Verdicts;

/// <summary>Proposes a verdict about a claim. With <paramref name="Supersedes"/> it is to take the place of the one that stands, once somebody else approves it.</summary>
public sealed record ProposeVerdict(
    string Claim, string Verdict, Rating Rating, Likelihood? Likelihood, Confidence Confidence, string Rationale,
    ImmutableArray<Evidence> Evidence, string By, string? Supersedes = null) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Claim(Claim);
}

/// <summary>Decides <see cref="ProposeVerdict"/>.</summary>
public static class ProposeVerdictAggregateHandler
{
    /// <summary>A rating that fits the claim's mode, a rationale, and evidence; the same proposal of the same person is made once.</summary>
    public static IEnumerable<object> Handle(ProposeVerdict command, Claim? claim)
    {
        if (claim is null) throw new Refused($"There is no claim {command.Claim}.");
        if (claim.MergedInto is { } into) throw new Refused($"{command.Claim} was merged into {into}. Judge that one.");
        Guard.Person(command.By);
        Guard.Reason(command.Rationale);
        if (command.Supersedes is { } old && claim.Standing != old)
            throw new Refused(claim.Standing is { } stands ? $"{old} does not stand on {command.Claim}; {stands} does. Look at it again." : $"No verdict stands on {command.Claim}. Propose one.");
        if (command.Evidence.IsDefaultOrEmpty) throw new Refused("A verdict rests on evidence: name at least one document.");
        if (!Fits(command.Rating, claim.Mode))
            throw new Refused(claim.Mode is Mode.Prediction or Mode.Promise
                ? $"A {Name(claim.Mode)} is fulfilled, failed, lapsed or inconclusive, not {Name(command.Rating)}."
                : $"Only predictions and promises are {Name(command.Rating)}; this claim is verified, false, misleading or inconclusive.");
        if (claim.Verdicts.ContainsKey(command.Verdict) || claim.Verdicts.Values.Any(v => IsRepeat(v, command, claim.Standing))) yield break;
        yield return new VerdictProposed(
            command.Claim, command.Verdict, command.Rating, command.Likelihood, command.Confidence, command.Rationale, command.Evidence, command.By);
    }

    private static bool Fits(Rating rating, Mode mode) => rating == Rating.Inconclusive
        || (mode is Mode.Prediction or Mode.Promise) == (rating is Rating.Fulfilled or Rating.Failed or Rating.Lapsed);

    // What was proposed before its basis changed, or in another verdict's place, was another decision.
    private static bool IsRepeat(Proposal v, ProposeVerdict c, string? standing) =>
        v.State == ProposalState.Proposed && v.Basis.IsEmpty && (v.InPlaceOf is null || v.InPlaceOf == standing) && Guard.SamePerson(v.ProposedBy, c.By) && v.Rating == c.Rating && v.Likelihood == c.Likelihood
        && v.Confidence == c.Confidence && v.Rationale == c.Rationale && v.Evidence.SequenceEqual(c.Evidence);

    private static string Name<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
