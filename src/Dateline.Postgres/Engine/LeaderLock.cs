using Npgsql;

namespace Dateline.Postgres.Engine;

/// <summary>
/// The lock of whoever runs the followers: a leader of the built-in engine holds it alone, Marten's nodes hold it together. It lives as long as
/// its connection.
/// </summary>
internal static class LeaderLock
{
    internal const string MartenRuns = "Marten runs the followers of this database. End it, or use --engine marten here too";
    internal const string BuiltInRuns = "The built-in engine runs the followers of this database. End it, or use --engine builtin here too";
    private const string Key = "hashtextextended('dateline leader ' || current_schema(), 0)";

    /// <exception cref="Refused">Marten's nodes hold it.</exception>
    internal static async Task<bool> TakeAlone(NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (await Ask(connection, $"select pg_try_advisory_lock({Key})", cancellation)) return true;
        return await MartenHolds(connection, cancellation) ? throw new Refused(MartenRuns) : false;
    }

    internal static Task<bool> TakeTogether(NpgsqlConnection connection, CancellationToken cancellation) => Ask(connection, $"select pg_try_advisory_lock_shared({Key})", cancellation);

    /// <summary>Of Marten's nodes, the one that holds this carries redactions out.</summary>
    internal static Task<bool> TakeRedactions(NpgsqlConnection connection, CancellationToken cancellation) =>
        Ask(connection, "select pg_try_advisory_lock(hashtextextended('dateline redactions ' || current_schema(), 0))", cancellation);

    internal static Task<bool> BuiltInHolds(NpgsqlConnection connection, CancellationToken cancellation) => IsHeld(connection, "ExclusiveLock", cancellation);

    internal static Task<bool> MartenHolds(NpgsqlConnection connection, CancellationToken cancellation) => IsHeld(connection, "ShareLock", cancellation);

    /// <summary>Whether somebody runs the followers, of either engine.</summary>
    internal static async Task<bool> AnybodyHolds(NpgsqlConnection connection, CancellationToken cancellation) =>
        await BuiltInHolds(connection, cancellation) || await MartenHolds(connection, cancellation);

    private static Task<bool> IsHeld(NpgsqlConnection connection, string mode, CancellationToken cancellation) => Ask(
        connection,
        $"""
        select exists (select from pg_locks join pg_database d on d.oid = database and d.datname = current_database()
            where locktype = 'advisory' and mode = '{mode}' and granted and (classid::bigint << 32 | objid::bigint) = {Key})
        """, cancellation);

    private static async Task<bool> Ask(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
