namespace Dateline.Claims;

/// <summary>Sets a claim in relation to another one.</summary>
public sealed record RelateClaims(string Claim, Relation Relation, string Other, string Because, DateTimeOffset PublishedAt) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Claim(Claim);

    string? ICommand.Bot => Matching.FilingDesk.Name;
}

/// <summary>Decides <see cref="RelateClaims"/>.</summary>
public static class RelateClaimsAggregateHandler
{
    /// <summary>A relation to another claim, once.</summary>
    public static IEnumerable<object> Handle(RelateClaims command, Claim? claim)
    {
        if (claim is null) throw new Refused($"There is no claim {command.Claim}.");
        if (command.Other == command.Claim) throw new Refused("A claim cannot be related to itself.");
        if (claim.Relations.Contains((command.Relation, command.Other))) yield break;
        yield return new ClaimRelated(command.Claim, command.Relation, command.Other, command.Because, command.PublishedAt);
    }
}
