namespace Dateline.Accounts;

/// <summary>Gives a person another role.</summary>
public sealed record ChangeRole(string Account, Role Role, string By, string Reason) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Account(Account);
}

/// <summary>Decides <see cref="ChangeRole"/>.</summary>
public static class ChangeRoleAggregateHandler
{
    /// <summary>Never one's own, so that whoever acts stays an administrator.</summary>
    public static IEnumerable<object> Handle(ChangeRole command, Account? account)
    {
        var known = Account.Known(account, command.Account);
        Guard.Person(command.By);
        Guard.Reason(command.Reason);
        if (Guard.LookAlike(known.Name, command.By)) throw new Refused("Nobody changes their own role. Ask another administrator.");
        if (known.Role != command.Role) yield return new AccountRoleChanged(command.Account, command.Role, command.By);
    }
}
