using Dateline.Accounts;
using Dateline.Postgres.Accounts;

namespace Dateline.Server.Accounts;

/// <summary>Keys by which programs act for people: issues and revokes them, for the API as for the pages.</summary>
internal sealed class ProgramKeys(INewsroom newsroom, ApiKeys keys, TimeProvider time)
{
    /// <summary>Issues a key; its secret half is nowhere kept, so that what this gives is shown once.</summary>
    /// <exception cref="Refused">It would be over already, or the rules are against it.</exception>
    internal async Task<(string Id, string Key)> Issue(string account, string label, IReadOnlyList<string> scopes, DateTimeOffset? expires, Act act, CancellationToken cancellation)
    {
        if (expires <= time.GetUtcNow()) throw new Refused("The key would have ended already. Choose a later day, or none.");
        var (id, secret) = (Secrets.NewId(), Secrets.New());
        // Known to the log before it opens anything.
        await newsroom.Send(new IssueKey(account, id, label, [.. scopes], expires, act.By), act, cancellation);
        await keys.Keep(new(id, Secrets.Sha256(secret), account, [.. scopes]), expires, cancellation);
        return (id, KeyHandler.Write(id, secret));
    }

    /// <summary>Revokes a key.</summary>
    internal async Task<Receipt> Revoke(string account, string key, Act act, CancellationToken cancellation)
    {
        // It opens nothing more before the log knows.
        await keys.Revoke(key, cancellation);
        return await newsroom.Send(new RevokeKey(account, key, act.By), act, CancellationToken.None);
    }
}
