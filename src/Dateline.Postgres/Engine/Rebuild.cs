using Npgsql;

namespace Dateline.Postgres.Engine;

/// <summary>
/// Builds a view anew in tables of its own, beside the live one, and swaps the two in one transaction at the live view's position. Any process
/// can do it: the live view's cursor row is locked for the swap, and its new generation tells the leader to forget what it remembered.
/// </summary>
internal sealed class Rebuild(NpgsqlDataSource live, string connectionString, Log log, string schema, View view, Poison poison)
{
    private readonly string beside = Beside(schema, view);

    /// <summary>Builds the view anew.</summary>
    /// <param name="progress">Takes the position reached and the head.</param>
    /// <param name="waits">Whether it begins after one that is under way has ended; else it is refused then.</param>
    /// <param name="cancellation">Leaves the live view as it is.</param>
    internal async Task Run(IProgress<(long, long)>? progress, bool waits, CancellationToken cancellation)
    {
        await using var guard = await live.OpenConnectionAsync(cancellation);
        await Lock(guard, waits, cancellation);
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
            var feeding = new Feeding(view, shadow, log, poison);
            var at = 0L;
            for (var head = await log.Head(cancellation); at < head; head = await log.Head(cancellation))
            {
                at = await feeding.Feed(at, head, progress, cancellation);
            }
            await using (var connection = await shadow.OpenConnectionAsync(cancellation))
            {
                await Schema.Run(connection, $"analyze {string.Join(", ", view.Tables.Select(t => $"{beside}.{t}"))}", cancellation);
            }
            await Swap(feeding, at, cancellation);
        }
        finally
        {
            await using var connection = await live.OpenConnectionAsync(CancellationToken.None);
            await Schema.Run(connection, $"drop schema if exists {beside} cascade", CancellationToken.None);
        }
    }

    /// <summary>Holds the live view where it stands, brings the new tables to the same position, and puts them in its place.</summary>
    private async Task Swap(Feeding feeding, long at, CancellationToken cancellation)
    {
        await using var connection = await live.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var held = new NpgsqlCommand("select last_seq_id from mt_event_progression where name = $1 for update", connection, transaction);
        var position = (long)(await held.With(Cursors.RowOf(view.Name)).ExecuteScalarAsync(cancellation))!;
        await Schema.AssertNotLater(connection, cancellation);
        if (position < at)
        {
            await using var forward = new NpgsqlCommand("update mt_event_progression set last_seq_id = $2 where name = $1", connection, transaction);
            await forward.With(Cursors.RowOf(view.Name), at).ExecuteNonQueryAsync(cancellation);
        }
        else
        {
            await feeding.Feed(at, position, null, cancellation);
        }
        foreach (var table in view.Tables)
            await Schema.Run(connection, $"drop table {schema}.{table}; alter table {beside}.{table} set schema {schema}", cancellation);
        await using var renewed = new NpgsqlCommand(
            "update followers set generation = generation + 1, state = 'running', position = null, error = null, since = clock_timestamp() where name = $1",
            connection, transaction);
        await renewed.With(Cursors.RowOf(view.Name)).ExecuteNonQueryAsync(cancellation);
        // Every event was tried again, those that had been set aside as well.
        await using var cleared = new NpgsqlCommand("delete from set_aside where follower = $1", connection, transaction);
        await cleared.With(Cursors.RowOf(view.Name)).ExecuteNonQueryAsync(cancellation);
        await using var left = new NpgsqlCommand("insert into set_aside (follower, position, error) select $1, * from unnest($2, $3)", connection, transaction);
        await left.With(Cursors.RowOf(view.Name), feeding.SetAside.Select(e => e.Position).ToArray(), feeding.SetAside.Select(e => e.Error).ToArray())
            .ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private async Task Lock(NpgsqlConnection guard, bool waits, CancellationToken cancellation)
    {
        while (true)
        {
            await using var command = new NpgsqlCommand("select pg_try_advisory_lock(hashtextextended($1, 0))", guard);
            if ((bool)(await command.With(LockOf(beside)).ExecuteScalarAsync(cancellation))!) return;
            if (!waits) throw new Refused($"The view {view.Name} is being rebuilt already.");
            await Task.Delay(200, cancellation);
        }
    }
}
