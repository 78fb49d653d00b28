namespace Dateline.Accounts;

/// <summary>Notes that a one-time link was made by which somebody signs in as a person.</summary>
public sealed record InviteAccount(string Account, string By) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Account(Account);
}

/// <summary>Decides <see cref="InviteAccount"/>.</summary>
public static class InviteAccountAggregateHandler
{
    /// <summary>Into an open account only; each link is recorded.</summary>
    public static IEnumerable<object> Handle(InviteAccount command, Account? account)
    {
        var known = Account.Known(account, command.Account);
        Guard.Person(command.By);
        if (!known.IsOpen) throw new Refused($"The account of {known.Name} is closed. Open it again first.");
        yield return new AccountInvited(command.Account, command.By);
    }
}
