namespace Dateline.Claims;

/// <summary>Takes a relation between claims back.</summary>
public sealed record WithdrawRelation(string Claim, Relation Relation, string Other, string By, string Reason) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Claim(Claim);
}

/// <summary>Decides <see cref="WithdrawRelation"/>.</summary>
public static class WithdrawRelationAggregateHandler
{
    /// <summary>A person takes back a relation that stands.</summary>
    public static IEnumerable<object> Handle(WithdrawRelation command, Claim? claim)
    {
        if (claim is null) throw new Refused($"There is no claim {command.Claim}.");
        Guard.Person(command.By);
        Guard.Reason(command.Reason);
        if (!claim.Relations.Contains((command.Relation, command.Other))) yield break;
        yield return new ClaimRelationWithdrawn(command.Claim, command.Relation, command.Other, command.By);
    }
}
