using System.Collections.Immutable;

namespace Dateline.Accounts;

/// <summary>Issues a key by which a program acts for a person.</summary>
public sealed record IssueKey(string Account, string Key, string Label, ImmutableArray<string> Scopes, DateTimeOffset? ExpiresAt, string By) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Account(Account);
}

/// <summary>Decides <see cref="IssueKey"/>.</summary>
public static class IssueKeyAggregateHandler
{
    private const int MostKeys = 50;

    /// <summary>For oneself alone: a key acts in its owner's name.</summary>
    public static IEnumerable<object> Handle(IssueKey command, Account? account)
    {
        var known = Account.Known(account, command.Account);
        Guard.Person(command.By);
        if (!Guard.SamePerson(known.Name, command.By)) throw new Refused("A key acts in its owner's name; only the owner can issue it.");
        if (!known.IsOpen) throw new Refused($"The account of {known.Name} is closed.");
        if (string.IsNullOrWhiteSpace(command.Label) || command.Label.Length > 100) throw new Refused("Say what the key is for, in at most 100 characters.");
        if (command.Scopes.IsDefaultOrEmpty) throw new Refused($"Say what the key may do: {string.Join(", ", Account.Scopes)}.");
        foreach (var scope in command.Scopes)
            if (scope is null || !Account.Scopes.Contains(scope)) throw new Refused($"\"{scope}\" is nothing that a key can be allowed. There are {string.Join(", ", Account.Scopes)}.");
        if (known.Keys.ContainsKey(command.Key)) yield break;
        if (known.Keys.Values.Count(k => !k.Revoked) >= MostKeys) throw new Refused($"{known.Name} has {MostKeys} keys. Revoke one first.");
        yield return new AccountKeyIssued(
            command.Account, command.Key, command.Label, [.. command.Scopes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], command.ExpiresAt, command.By);
    }
}

/// <summary>Revokes a key.</summary>
public sealed record RevokeKey(string Account, string Key, string By) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Account(Account);
}

/// <summary>Decides <see cref="RevokeKey"/>.</summary>
public static class RevokeKeyAggregateHandler
{
    /// <summary>Once.</summary>
    public static IEnumerable<object> Handle(RevokeKey command, Account? account)
    {
        var known = Account.Known(account, command.Account);
        Guard.Person(command.By);
        if (!known.Keys.TryGetValue(command.Key, out var key)) throw new Refused($"{known.Name} has no key {command.Key}.");
        if (!key.Revoked) yield return new AccountKeyRevoked(command.Account, command.Key, command.By);
    }
}
