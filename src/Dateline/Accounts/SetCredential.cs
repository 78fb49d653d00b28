namespace Dateline.Accounts;

/// <summary>Notes that a person set a way to sign in.</summary>
/// <param name="Account">Whose.</param>
/// <param name="Kind"><c>password</c> or <c>provider</c>.</param>
/// <param name="By">Who set it.</param>
/// <param name="Through">Who made the one-time link that was followed; null where the person was signed in.</param>
public sealed record SetCredential(string Account, string Kind, string By, string? Through = null) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Account(Account);
}

/// <summary>Decides <see cref="SetCredential"/>.</summary>
public static class SetCredentialAggregateHandler
{
    /// <summary>On an open account only; each time is recorded, because each time the secret is another one.</summary>
    public static IEnumerable<object> Handle(SetCredential command, Account? account)
    {
        var known = Account.Known(account, command.Account);
        if (!known.IsOpen) throw new Refused($"The account of {known.Name} is closed.");
        if (command.Kind is not ("password" or "provider")) throw new Refused($"\"{command.Kind}\" is no way to sign in.");
        yield return new AccountCredentialSet(command.Account, command.Kind, command.By) { Through = command.Through };
    }
}
