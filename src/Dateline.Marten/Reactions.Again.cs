using Dateline.Postgres;
using Dateline.Postgres.Engine;
using Npgsql;

namespace Dateline.Marten;

// Events that were set aside and that somebody asked to try again.
internal sealed partial class Reactions
{
    private static readonly string row = Cursors.RowOf(ReactionLoop.Name);

    /// <summary>
    /// Tries the first event again that was asked for. What comes of it is committed with its leaving the list, while the row is held that every
    /// page holds: it happens once, between two pages, whichever node does it. The node that reacts then begins its working sets anew.
    /// </summary>
    internal async Task TryAgain(NpgsqlDataSource database, Log log, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await Run("update followers set generation = generation + 1 where name = $1");
        await Schema.AssertNotLater(connection, cancellation);
        if (await Asked(connection, cancellation) is not { } asked) return;
        try
        {
            var failure = await Try(() => Again(asked.Position, asked.Turn, log, connection, transaction, cancellation), keep: true, transaction, cancellation);
            if (failure is null)
            {
                await Run("delete from set_aside where follower = $1 and position = $2", asked.Position);
                await DeskSnapshots.Drop(connection, cancellation);
            }
            else await Run("update set_aside set asked = null, error = $3, at = clock_timestamp() where follower = $1 and position = $2", asked.Position, Faults.Describe(failure));
        }
        finally
        {
            Forget();
        }
        await transaction.CommitAsync(cancellation);

        async Task Run(string sql, params object[] values)
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            await command.With([row, .. values]).ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>Its turn is now: whoever remembers what was reacted to remembers all that was, not only what came before the event.</summary>
    private async Task Again(long position, long turn, Log log, NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        Forget();
        var (events, _) = await log.ReadPage(new(position - 1, position), 1, cancellation);
        await Take(events.ConvertAll(e => e with { Position = turn }), connection, transaction, cancellation);
    }

    private static async Task<(long Position, long Turn)?> Asked(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            select s.position, p.last_seq_id + 1 from set_aside s join mt_event_progression p on p.name = s.follower
            where follower = $1 and asked is not null order by s.position limit 1
            """, connection);
        await using var rows = await command.With(row).ExecuteReaderAsync(cancellation);
        return await rows.ReadAsync(cancellation) ? (rows.GetInt64(0), rows.GetInt64(1)) : null;
    }
}
