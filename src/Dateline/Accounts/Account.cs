using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Dateline.Accounts;

/// <summary>A person may work here from now on.</summary>
/// <param name="AccountId">The account, made of the name.</param>
/// <param name="Name">The person's name, under which every act is recorded.</param>
/// <param name="Role">What the person may do.</param>
/// <param name="By">Who let them in; <c>system</c> for the first administrator.</param>
public sealed record AccountOpened(string AccountId, string Name, Role Role, string By);

/// <summary>A person may do more or less than before.</summary>
public sealed record AccountRoleChanged(string AccountId, Role Role, string By);

/// <summary>A person may no longer work here; the keys that they had are revoked for good.</summary>
public sealed record AccountClosed(string AccountId, string By);

/// <summary>A person may work here again, with the role that they had, but none of the keys.</summary>
public sealed record AccountReopened(string AccountId, string By);

/// <summary>A way to sign in was set or changed: <c>password</c> or <c>provider</c>. The secret itself is nowhere in the log.</summary>
public sealed record AccountCredentialSet(string AccountId, string Kind, string By)
{
    /// <summary>Who made the one-time link that it was set through: whoever holds the link acts as the person. Null where the person was signed in.</summary>
    public string? Through { get; init; }
}

/// <summary>A one-time link was made by which whoever has it signs in as the person. The link itself is nowhere in the log.</summary>
public sealed record AccountInvited(string AccountId, string By);

/// <summary>A key for programs was issued. The key itself is nowhere in the log.</summary>
/// <param name="AccountId">Whose key.</param>
/// <param name="KeyId">Its public half.</param>
/// <param name="Label">What it is for.</param>
/// <param name="Scopes">What it may do, within the person's role.</param>
/// <param name="ExpiresAt">When it ends by itself; null for never.</param>
/// <param name="By">Who issued it.</param>
public sealed record AccountKeyIssued(
    string AccountId, string KeyId, string Label, ImmutableArray<string> Scopes, DateTimeOffset? ExpiresAt, string By);

/// <summary>A key was revoked.</summary>
public sealed record AccountKeyRevoked(string AccountId, string KeyId, string By);

/// <summary>What a person may do; each role includes those before it.</summary>
public enum Role
{
    /// <summary>May read everything.</summary>
    [JsonStringEnumMemberName("reader")] Reader,

    /// <summary>May bring documents in, propose verdicts and decide on those of others.</summary>
    [JsonStringEnumMemberName("analyst")] Analyst,

    /// <summary>May also merge, split, move, rename, close and reopen, and rate sources.</summary>
    [JsonStringEnumMemberName("editor")] Editor,

    /// <summary>May also let people in, give them roles and rebuild views. No role may approve its own verdict or change an event.</summary>
    [JsonStringEnumMemberName("administrator")] Administrator
}

/// <summary>A key, as decisions need it.</summary>
public sealed record AccountKey(string Label, ImmutableArray<string> Scopes, DateTimeOffset? ExpiresAt, bool Revoked);

/// <summary>A person who may work here.</summary>
public sealed record Account(
    string Id, string Name, Role Role, bool IsOpen, ImmutableHashSet<string> Credentials, ImmutableDictionary<string, AccountKey> Keys) : IFold<Account>
{
    /// <summary>What a key can be allowed: <c>read</c>, <c>ingest</c>, <c>judge</c>, <c>edit</c>, <c>administer</c>.</summary>
    public static IReadOnlyList<string> Scopes { get; } = ["read", "ingest", "judge", "edit", "administer"];

    /// <summary>The account of a name: spellings that are one person for the rule of two people have one account.</summary>
    public static string IdOf(string name) => Ids.From('p', Decomposition.Of(name.Trim()).ToUpperInvariant());

    /// <inheritdoc/>
    public static Account? Evolve(Account? state, object @event) => @event switch
    {
        AccountOpened e when state is null => new(e.AccountId, e.Name, e.Role, true, [], ImmutableDictionary<string, AccountKey>.Empty),
        _ when state is null => null,
        AccountRoleChanged e => state with { Role = e.Role },
        AccountClosed => state with { IsOpen = false, Keys = state.Keys.ToImmutableDictionary(k => k.Key, k => k.Value with { Revoked = true }) },
        AccountReopened => state with { IsOpen = true },
        AccountCredentialSet e => state with { Credentials = state.Credentials.Add(e.Kind) },
        AccountKeyIssued e => state with { Keys = state.Keys.SetItem(e.KeyId, new(e.Label, e.Scopes, e.ExpiresAt, Revoked: false)) },
        AccountKeyRevoked e when state.Keys.TryGetValue(e.KeyId, out var key) => state with { Keys = state.Keys.SetItem(e.KeyId, key with { Revoked = true }) },
        _ => state
    };

    internal static Account Known(Account? account, string id) => account ?? throw new Refused($"There is no account {id}.");
}
