using Dateline.Postgres.Views;
using Npgsql;

namespace Dateline.Postgres.Engine;

/// <summary>
/// Builds a view anew in tables of its own, beside the live one, and swaps the two in one transaction at the live view's position. Any process
/// can do it: the live view's cursor row is locked for the swap, and its new generation tells the leader to forget what it remembered.
/// </summary>
internal sealed class Rebuild(NpgsqlDataSource live, string connectionString, Log log, string schema, View view)
{
    private const int MostEvents = 8_000;
    private readonly string beside = Beside(schema, view);

    internal async Task Run(IProgress<(long, long)>? progress, CancellationToken cancellation)
    {
        await using var guard = await live.OpenConnectionAsync(cancellation);
        await Lock(guard, cancellation);
        try
        {
            await Build(progress, cancellation);
        }
        finally
        {
            await Schema.Run(guard, "select pg_advisory_unlock_all()", CancellationToken.None);
        }
    }

    /// <summary>Drops the tables that a rebuild left behind which died.</summary>
    internal static async Task ClearAway(NpgsqlDataSource live, string schema, View view, CancellationToken cancellation)
    {
        var beside = Beside(schema, view);
        await using var connection = await live.OpenConnectionAsync(cancellation);
        await using var find = new NpgsqlCommand("select exists (select from pg_namespace where nspname = $1) and pg_try_advisory_lock(hashtextextended($2, 0))", connection);
        if (!(bool)(await find.With(beside, LockOf(beside)).ExecuteScalarAsync(cancellation))!) return;
        try
        {
            await Schema.Run(connection, $"drop schema if exists {beside} cascade", cancellation);
        }
        finally
        {
            await Schema.Run(connection, "select pg_advisory_unlock_all()", CancellationToken.None);
        }
    }

    private static string Beside(string schema, View view) => $"{schema}_rebuild_{view.Name}";

    private static string LockOf(string beside) => $"dateline rebuild {beside}";

    private async Task Build(IProgress<(long, long)>? progress, CancellationToken cancellation)
    {
        await Cursors.Load(live, view.Name, cancellation);
        await using var shadow = PostgresEngine.ConnectPlanning(connectionString, $"{beside},{schema}");
        await using (var connection = await live.OpenConnectionAsync(cancellation))
        {
            await Schema.Run(connection, $"drop schema if exists {beside} cascade; create schema {beside}", cancellation);
        }
        try
        {
            await using (var connection = await shadow.OpenConnectionAsync(cancellation))
            {
                foreach (var file in Schema.Files("Views/" + view.Name)) await Schema.Run(connection, file, cancellation);
            }
            var follower = view.Follower(shadow);
            var at = 0L;
            for (var head = await log.Head(cancellation); at < head; head = await log.Head(cancellation))
            {
                at = await Feed(follower, shadow, at, head, progress, cancellation);
            }
            await using (var connection = await shadow.OpenConnectionAsync(cancellation))
            {
                await Schema.Run(connection, $"analyze {string.Join(", ", view.Tables.Select(t => $"{beside}.{t}"))}", cancellation);
            }
            await Swap(follower, shadow, at, cancellation);
        }
        finally
        {
            await using var connection = await live.OpenConnectionAsync(CancellationToken.None);
            await Schema.Run(connection, $"drop schema if exists {beside} cascade", CancellationToken.None);
        }
    }

    private async Task<long> Feed(IFollower follower, NpgsqlDataSource shadow, long from, long to, IProgress<(long, long)>? progress, CancellationToken cancellation)
    {
        while (from < to)
        {
            var rows = follower as IRowFollower;
            var through = rows is null ? to : Math.Min(to, from + IRowFollower.MostRows);
            var (events, upTo) = await log.ReadPage(new(from, through, follower.Types.Count == 0 ? null : follower.Types), MostEvents, cancellation);
            if (events.Count > 0 || rows is not null)
            {
                await using var batch = shadow.CreateBatch();
                if (rows is not null) await rows.Follow(from, upTo, null, new Sql(batch), cancellation);
                else await follower.Follow(events, new Sql(batch), cancellation);
                if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(cancellation);
            }
            from = upTo;
            progress?.Report((from, to));
        }
        return from;
    }

    /// <summary>Holds the live view where it stands, brings the new tables to the same position, and puts them in its place.</summary>
    private async Task Swap(IFollower follower, NpgsqlDataSource shadow, long at, CancellationToken cancellation)
    {
        await using var connection = await live.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var held = new NpgsqlCommand("select last_seq_id from mt_event_progression where name = $1 for update", connection, transaction);
        var position = (long)(await held.With(Cursors.RowOf(view.Name)).ExecuteScalarAsync(cancellation))!;
        if (position < at)
        {
            await using var forward = new NpgsqlCommand("update mt_event_progression set last_seq_id = $2 where name = $1", connection, transaction);
            await forward.With(Cursors.RowOf(view.Name), at).ExecuteNonQueryAsync(cancellation);
        }
        else
        {
            await Feed(follower, shadow, at, position, null, cancellation);
        }
        foreach (var table in view.Tables)
            await Schema.Run(connection, $"drop table {schema}.{table}; alter table {beside}.{table} set schema {schema}", cancellation);
        await using var renewed = new NpgsqlCommand(
            "update followers set generation = generation + 1, state = 'running', position = null, error = null, since = clock_timestamp() where name = $1",
            connection, transaction);
        await renewed.With(Cursors.RowOf(view.Name)).ExecuteNonQueryAsync(cancellation);
        // The new tables took in every event, those that had been set aside as well.
        await using var cleared = new NpgsqlCommand("delete from set_aside where follower = $1", connection, transaction);
        await cleared.With(Cursors.RowOf(view.Name)).ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private async Task Lock(NpgsqlConnection guard, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select pg_try_advisory_lock(hashtextextended($1, 0))", guard);
        if (!(bool)(await command.With(LockOf(beside)).ExecuteScalarAsync(cancellation))!)
            throw new Refused($"The view {view.Name} is being rebuilt already.");
    }
}
