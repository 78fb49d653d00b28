using System.Collections.Immutable;

namespace Dateline.Claims;

/// <summary>Says that some mentions of a claim are of another one.</summary>
public sealed record SplitClaim(string Claim, string NewClaim, string Text, ImmutableArray<string> Mentions, string By, string Reason) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Claim(Claim);
}

/// <summary>Decides <see cref="SplitClaim"/>.</summary>
public static class SplitClaimAggregateHandler
{
    private const int LongestText = 1_000;

    /// <summary>Some, not all, of its standing mentions go.</summary>
    public static IEnumerable<object> Handle(SplitClaim command, Claim? claim)
    {
        if (claim is null) throw new Refused($"There is no claim {command.Claim}.");
        if (claim.SplitOff.Contains(command.NewClaim)) yield break;
        Guard.Person(command.By);
        Guard.Reason(command.Reason);
        if (string.IsNullOrWhiteSpace(command.Text) || command.Text.Length > LongestText || command.Text.Any(char.IsControl))
            throw new Refused($"Say in 1 to {LongestText} characters what the new claim is.");
        if (claim.MergedInto is { } into) throw new Refused($"{command.Claim} was merged into {into}. Split that one.");
        if (command.Mentions.IsDefaultOrEmpty) throw new Refused("Name the mentions that go to the new claim.");
        foreach (var mention in command.Mentions)
            if (mention is null || !claim.Mentions.ContainsKey(mention)) throw new Refused($"{mention ?? "Nothing"} is not a mention of {command.Claim}.");
        var retracted = command.Mentions.FirstOrDefault(m => claim.Mentions[m].Retracted);
        if (retracted is not null) throw new Refused($"{retracted} was retracted; only standing mentions can be split off.");
        if (claim.Mentions.Values.Where(m => !m.Retracted).All(m => command.Mentions.Contains(m.Id)))
            throw new Refused("A split leaves at least one mention behind.");
        if (Extraction.Extractor.IsNegative(command.Text) != claim.IsNegative)
            throw new Refused(claim.IsNegative
                ? $"{command.Claim} says that something is not so: say of the new claim as well what is not so, for its mentions are for or against that."
                : $"{command.Claim} says that something is so: say of the new claim as well what is so, for its mentions are for or against that.");
        yield return new ClaimSplit(
            command.Claim, command.NewClaim, command.Text, claim.Mode, [.. command.Mentions.Select(m => claim.Mentions[m].Event with { ClaimId = command.NewClaim })],
            command.By)
        { Negative = claim.IsNegative ? true : null };
    }
}

/// <summary>Begins the claim that was split off.</summary>
public sealed record BeginSplitClaim(ClaimSplit Split) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Claim(Split.NewClaimId);
}

/// <summary>Decides <see cref="BeginSplitClaim"/>.</summary>
public static class BeginSplitClaimAggregateHandler
{
    /// <summary>Once.</summary>
    public static IEnumerable<object> Handle(BeginSplitClaim command, Claim? claim)
    {
        if (claim is null) yield return command.Split with { ClaimId = command.Split.NewClaimId };
    }
}
