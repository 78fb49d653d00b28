using Dateline.Matching;
using Npgsql;
using NpgsqlTypes;

namespace Dateline.Postgres.Engine;

/// <summary>
/// Keeps the filing desk's snapshot in the database: one, replaced in one statement, so that there is a whole one or none. What was made of a text that a
/// redaction removed since is not kept, nor what was made before the reactions began anew.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="time">Tells when the last one was kept.</param>
public sealed class DeskSnapshots(NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>Snapshots are rarer than this, however much is filed.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(30);

    private long? last;
    private (long Head, long Generation) began;
    private Task saving = Task.CompletedTask;

    /// <summary>How the desk reaches it.</summary>
    public DeskKeeping Keeping => new(Load, Offer);

    /// <summary>Removes the snapshot within a transaction; one that is being kept just now goes as well.</summary>
    internal static Task Drop(NpgsqlConnection connection, CancellationToken cancellation) =>
        Schema.Run(connection, "lock table desk_snapshots in share row exclusive mode; delete from desk_snapshots", cancellation);

    /// <summary>Ends when nothing is being written any more. A snapshot that could not be kept is no loss.</summary>
    public Task Idle() => saving;

    private async Task<DeskSnapshot?> Load(CancellationToken cancellation)
    {
        await saving;
        await using var state = database.CreateCommand(
            "select coalesce((select max(seq_id) from mt_events), 0), coalesce((select generation from followers where name = $1), 0)");
        began = (await state.With(Cursors.RowOf(ReactionLoop.Name)).Rows(r => (r.GetInt64(0), r.GetInt64(1)), cancellation))[0];
        await using var command = database.CreateCommand("select version, reacted, bytes from desk_snapshots");
        return (await command.Rows(r => new DeskSnapshot(r.GetString(0), r.GetInt64(1), r.GetFieldValue<byte[]>(2)), cancellation)).FirstOrDefault();
    }

    private void Offer(Func<DeskSnapshot> make)
    {
        if (!saving.IsCompleted || (last is { } then && time.GetElapsedTime(then) < Between)) return;
        last = time.GetTimestamp();
        var (snapshot, from) = (make(), began);
        saving = Task.Run(() => Save(snapshot, from));
    }

    private async Task Save(DeskSnapshot snapshot, (long Head, long Generation) from)
    {
        try
        {
            await using var connection = await database.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            await Schema.Run(connection, "lock table desk_snapshots in share row exclusive mode", CancellationToken.None);
            await using var command = new NpgsqlCommand(
                """
                insert into desk_snapshots (version, reacted, bytes)
                select $1, $2, $3 where not exists (select from erasures where by_position > $4) and exists (select from followers where name = $5 and generation = $6)
                on conflict (one) do update set version = excluded.version, reacted = excluded.reacted, bytes = excluded.bytes
                """, connection);
            await command.With(snapshot.Version, snapshot.Reacted, Parameters.Typed(snapshot.Bytes, NpgsqlDbType.Bytea), from.Head, Cursors.RowOf(ReactionLoop.Name), from.Generation)
                    .ExecuteNonQueryAsync();
            await transaction.CommitAsync();
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or ObjectDisposedException or System.Net.Sockets.SocketException or InvalidOperationException)
        {
            // The desk can be made from the log, only slower.
        }
    }
}
