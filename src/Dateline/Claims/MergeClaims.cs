using System.Collections.Immutable;

namespace Dateline.Claims;

/// <summary>Says that two claims are one. Sent to each of the two streams.</summary>
/// <param name="Claim">The claim whose stream is meant: one of the two.</param>
/// <param name="Into">The one that stays.</param>
/// <param name="From">The one that ends.</param>
/// <param name="By">Who says so.</param>
/// <param name="Reason">Why.</param>
public sealed record MergeClaims(string Claim, string Into, string From, string By, string Reason) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Claim(Claim);

    /// <summary>To the claim that stays: the mentions that come with the other.</summary>
    public ImmutableArray<ClaimMentioned>? Mentions { get; init; }
}

/// <summary>Decides <see cref="MergeClaims"/>.</summary>
public static class MergeClaimsAggregateHandler
{
    /// <summary>Both must exist and be of one mode of speech; a claim with a standing verdict is not swallowed.</summary>
    public static IEnumerable<object> Handle(MergeClaims command, Claim? claim)
    {
        if (claim is null) throw new Refused($"There is no claim {command.Claim}.");
        if (command.Into == command.From) throw new Refused("A claim cannot be merged into itself.");
        Guard.Person(command.By);
        Guard.Reason(command.Reason);
        if (claim.MergedInto == command.Into || (command.Claim == command.Into && claim.Absorbed.Contains(command.From))) yield break;
        // The other one has ended and passes its mentions on, wherever this one went meanwhile.
        if (claim.MergedInto is { } elsewhere && !(command.Claim == command.Into && command.Mentions is not null)) throw new Refused($"{command.Claim} was already merged into {elsewhere}.");
        if (command.Claim == command.From && claim.Absorbed.Contains(command.Into)) throw new Refused($"{command.Into} was merged into {command.Claim} before.");
        if (command.Claim == command.From && claim.Standing is not null)
            throw new Refused($"{command.Claim} has a standing verdict; withdraw that first, or merge the other way round.");
        yield return new ClaimsMerged(command.Claim, command.Into, command.From, command.By)
        {
            Mentions = command.Claim == command.Into && command.Mentions is { IsEmpty: false } mentions ? mentions : null
        };
    }
}

/// <summary>Says that a merger of a claim does not count: it would have closed a circle.</summary>
public sealed record VoidClaimsMerge(string Claim, string Into, long Merger) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Claim(Claim);
}

/// <summary>Decides <see cref="VoidClaimsMerge"/>.</summary>
public static class VoidClaimsMergeAggregateHandler
{
    /// <summary>Once.</summary>
    public static IEnumerable<object> Handle(VoidClaimsMerge command, Claim? claim)
    {
        if (claim?.MergedInto == command.Into) yield return new ClaimsMergeVoided(command.Claim, command.Into, command.Merger);
    }
}
