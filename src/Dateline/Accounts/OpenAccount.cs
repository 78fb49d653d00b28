using System.Globalization;

namespace Dateline.Accounts;

/// <summary>Lets a person in.</summary>
public sealed record OpenAccount(string Name, Role Role, string By) : ICommand
{
    /// <summary>The account.</summary>
    public string Account => Accounts.Account.IdOf(Name);

    /// <inheritdoc/>
    public string Id => Ids.Account(Account);
}

/// <summary>Decides <see cref="OpenAccount"/>.</summary>
public static class OpenAccountAggregateHandler
{
    private const int LongestName = 100;

    /// <summary>One account for a person, whichever way the name is spelled; its first spelling stays.</summary>
    public static IEnumerable<object> Handle(OpenAccount command, Account? account)
    {
        var name = command.Name.Trim();
        Guard.Person(name);
        if (name.Length > LongestName) throw new Refused($"A name has at most {LongestName} characters; this one has {name.Length}.");
        if (name.Any(c => char.GetUnicodeCategory(c) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)) throw new Refused("A name stands on one line.");
        if (account is { IsOpen: true } && account.Role == command.Role && account.Name == name) yield break;
        if (account is not null) throw new Refused($"There is an account of {account.Name} already. Change its role, or open it again.");
        yield return new AccountOpened(command.Account, name, command.Role, command.By);
    }
}
