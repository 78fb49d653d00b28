using Npgsql;

namespace Dateline.Postgres.Engine;

/// <summary>A follower's cursor: the last position it has taken in, and the generation of its tables.</summary>
internal sealed record Cursor(string Name, long Position, long Generation);

/// <summary>How a follower fares.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Position">The last position it has taken in.</param>
/// <param name="State">"running" or "stopped".</param>
/// <param name="StoppedAt">The position of the event that stopped it.</param>
/// <param name="Error">What stopped it.</param>
/// <param name="SetAside">How many events it has set aside.</param>
public sealed record FollowerState(string Name, long Position, string State, long? StoppedAt, string? Error, long SetAside);

/// <summary>The cursors in mt_event_progression, under the names that Marten's daemon gives them.</summary>
internal static class Cursors
{
    /// <summary>The name under which Marten's daemon keeps the cursor of a projection.</summary>
    internal static string RowOf(string follower) => follower + ":All";

    /// <summary>The cursor of a follower; one is begun at position 0 where there is none.</summary>
    internal static async Task<Cursor> Load(NpgsqlDataSource database, string follower, CancellationToken cancellation)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("insert into followers (name) values ($1) on conflict do nothing").With(RowOf(follower)));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("insert into mt_event_progression (name, last_seq_id) values ($1, 0) on conflict do nothing").With(RowOf(follower)));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select last_seq_id, generation from mt_event_progression join followers using (name) where name = $1").With(RowOf(follower)));
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        await rows.ReadAsync(cancellation);
        return new(follower, rows.GetInt64(0), rows.GetInt64(1));
    }

    /// <summary>The statement that moves a cursor, first in the transaction of the effects.</summary>
    internal static NpgsqlBatchCommand Advance(Cursor cursor, long epoch, long to) =>
        new NpgsqlBatchCommand("select advance_follower($1, $2, $3, $4, $5)").With(RowOf(cursor.Name), epoch, cursor.Generation, cursor.Position, to);

    internal static async Task Stopped(NpgsqlDataSource database, string follower, long position, string error, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "update followers set state = 'stopped', position = $2, error = $3, since = clock_timestamp() where name = $1");
        command.With(RowOf(follower), position, error);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    internal static async Task Running(NpgsqlDataSource database, string follower, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "update followers set state = 'running', position = null, error = null, since = clock_timestamp() where name = $1 and state <> 'running'");
        command.With(RowOf(follower));
        await command.ExecuteNonQueryAsync(cancellation);
    }

    internal static async Task<List<FollowerState>> All(NpgsqlDataSource database, CancellationToken cancellation)
    {
        var command = database.CreateCommand(
            """
            select f.name, coalesce(p.last_seq_id, 0), f.state, f.position, f.error, (select count(*) from set_aside s where s.follower = f.name)
            from followers f left join mt_event_progression p using (name) order by f.name
            """);
        return await command.Rows(r => new FollowerState(r.GetString(0)[..^4], r.GetInt64(1), r.GetString(2), r.Bigint(3), r.Text(4), r.GetInt64(5)), cancellation);
    }
}
