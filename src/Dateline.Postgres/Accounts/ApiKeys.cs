using Npgsql;
using NpgsqlTypes;

namespace Dateline.Postgres.Accounts;

/// <summary>A key as it is checked.</summary>
/// <param name="Id">Its public half.</param>
/// <param name="SecretSha256">The SHA-256 of its secret half.</param>
/// <param name="Account">Whose.</param>
/// <param name="Scopes">What it may do.</param>
public sealed record StoredKey(string Id, byte[] SecretSha256, string Account, IReadOnlyList<string> Scopes);

/// <summary>One use of a key.</summary>
/// <param name="Position">Its place among the uses of all keys.</param>
/// <param name="Key">The key.</param>
/// <param name="At">When.</param>
/// <param name="Method">The method of the request.</param>
/// <param name="Route">The pattern of what was asked for, without ids.</param>
/// <param name="Correlation">The request; events that it recorded carry the same.</param>
public sealed record KeyUse(long Position, string Key, DateTimeOffset At, string Method, string Route, string Correlation);

/// <summary>Keys for programs, and each use of them.</summary>
public sealed class ApiKeys(NpgsqlDataSource database)
{
    /// <summary>Keeps a key.</summary>
    public async Task Keep(StoredKey key, DateTimeOffset? expires, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("insert into api_keys (id, secret_sha256, account, scopes, expires_at) values ($1, $2, $3, $4, $5)").With(
            key.Id, key.SecretSha256, key.Account, key.Scopes.ToArray(), Parameters.Typed(expires?.ToUniversalTime(), NpgsqlDbType.TimestampTz));
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>A key that is neither revoked nor expired; null when there is none.</summary>
    public async Task<StoredKey?> Find(string id, DateTimeOffset now, CancellationToken cancellation) => (await database.CreateCommand(
        "select id, secret_sha256, account, scopes from api_keys where id = $1 and revoked_at is null and (expires_at is null or expires_at > $2)")
        .With(id, now.ToUniversalTime())
        .Rows(r => new StoredKey(r.GetString(0), r.GetFieldValue<byte[]>(1), r.GetString(2), r.GetFieldValue<string[]>(3)), cancellation)).FirstOrDefault();

    /// <summary>Revokes a key at once, whatever the log already says.</summary>
    public async Task Revoke(string id, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("update api_keys set revoked_at = coalesce(revoked_at, clock_timestamp()) where id = $1").With(id);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Notes uses of keys, durably.</summary>
    public async Task Note(IReadOnlyList<(string Key, string Account, string Method, string Route, string Correlation)> uses, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "insert into key_uses (key, account, method, route, correlation) select * from unnest($1, $2, $3, $4, $5)").With(
                uses.Select(u => u.Key).ToArray(), uses.Select(u => u.Account).ToArray(), uses.Select(u => u.Method).ToArray(),
                uses.Select(u => u.Route).ToArray(), uses.Select(u => u.Correlation).ToArray());
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The uses of a key, latest first.</summary>
    public async Task<IReadOnlyList<KeyUse>> Uses(string key, long before, int most, CancellationToken cancellation) => await database.CreateCommand(
        "select position, key, at, method, route, correlation from key_uses where key = $1 and position < $2 order by position desc limit $3")
        .With(key, before, (long)most)
        .Rows(r => new KeyUse(r.GetInt64(0), r.GetString(1), r.At(2), r.GetString(3), r.GetString(4), r.GetString(5)), cancellation);
}
