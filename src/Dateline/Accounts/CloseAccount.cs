namespace Dateline.Accounts;

/// <summary>Ends that a person may work here.</summary>
public sealed record CloseAccount(string Account, string By, string Reason) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Account(Account);
}

/// <summary>Decides <see cref="CloseAccount"/>.</summary>
public static class CloseAccountAggregateHandler
{
    /// <summary>Never one's own.</summary>
    public static IEnumerable<object> Handle(CloseAccount command, Account? account)
    {
        var known = Account.Known(account, command.Account);
        Guard.Person(command.By);
        Guard.Reason(command.Reason);
        if (Guard.LookAlike(known.Name, command.By)) throw new Refused("Nobody closes their own account. Ask another administrator.");
        if (known.IsOpen) yield return new AccountClosed(command.Account, command.By);
    }
}

/// <summary>Lets a person work here again.</summary>
public sealed record ReopenAccount(string Account, string By, string Reason) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Account(Account);
}

/// <summary>Decides <see cref="ReopenAccount"/>.</summary>
public static class ReopenAccountAggregateHandler
{
    /// <summary>An account that is open stays as it is.</summary>
    public static IEnumerable<object> Handle(ReopenAccount command, Account? account)
    {
        var known = Account.Known(account, command.Account);
        Guard.Person(command.By);
        Guard.Reason(command.Reason);
        if (!known.IsOpen) yield return new AccountReopened(command.Account, command.By);
    }
}
