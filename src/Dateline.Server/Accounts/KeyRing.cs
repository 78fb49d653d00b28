using Dateline.Accounts;
using Dateline.Postgres.Accounts;

namespace Dateline.Server.Accounts;

/// <summary>Issues and revokes the keys by which programs act for people.</summary>
internal sealed class KeyRing(INewsroom newsroom, ApiKeys keys, TimeProvider time)
{
    /// <summary>A new key, whole; nothing but its hash is kept.</summary>
    /// <exception cref="Refused">It cannot be issued, or would end before it begins.</exception>
    internal async Task<(string Id, string Key)> Issue(string account, string label, IReadOnlyList<string> scopes, DateTimeOffset? expires, Act act, CancellationToken cancellation)
    {
        if (expires <= time.GetUtcNow()) throw new Refused("The key would end before it begins. Choose a day to come, or none.");
        var (id, secret) = (Secrets.NewId(), Secrets.New());
        // Known to the log before it opens anything.
        await newsroom.Send(new IssueKey(account, id, label, [.. scopes], expires, act.By), act, cancellation);
        await keys.Keep(new(id, Secrets.Sha256(secret), account, scopes), expires, cancellation);
        return (id, KeyHandler.Write(id, secret));
    }

    /// <summary>Ends a key.</summary>
    internal async Task Revoke(string account, string key, Act act, CancellationToken cancellation)
    {
        // It opens nothing more before the log knows.
        await keys.Revoke(key, cancellation);
        await newsroom.Send(new RevokeKey(account, key, act.By), act, CancellationToken.None);
    }
}
