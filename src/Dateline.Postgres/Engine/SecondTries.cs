using Npgsql;

namespace Dateline.Postgres.Engine;

/// <summary>
/// Tries events again that the reactions set aside, when somebody asks for it. What comes of one is written in the transaction that takes it
/// off the list, under the cursor as it stands, so that it happens once and between two batches. The working sets begin anew after it: what was filed
/// has its place in the log where it would have been, and a snapshot made without it is of no use.
/// </summary>
internal sealed class SecondTries(NpgsqlDataSource database, PostgresNewsroom newsroom, Handlers handlers, IReadOnlyList<object> services, Leader leader)
{
    private static readonly string row = Cursors.RowOf(ReactionLoop.Name);
    private readonly AskedAgain asked = new(database, ReactionLoop.Name);

    /// <summary>Tries the first that was asked for; false when there is none.</summary>
    internal async Task<bool> Step(Cursor cursor, CancellationToken cancellation)
    {
        if (await asked.First(cancellation) is not { } position) return false;
        try
        {
            await Try(position, cursor, cancellation);
        }
        catch (PostgresException e) when (e.SqlState == Faults.StreamMoved)
        {
            // Somebody else wrote to one of the streams: the next turn decides anew.
        }
        catch (Exception e) when (!Faults.Passes(e))
        {
            await asked.Failed(position, e, cancellation);
        }
        finally
        {
            foreach (var set in services.OfType<IWorkingSet>()) set.Reset();
        }
        return true;
    }

    private async Task Try(long position, Cursor cursor, CancellationToken cancellation)
    {
        var (events, _) = await newsroom.Log.ReadPage(new(position - 1, position), 1, cancellation);
        var ahead = new ReadAhead(newsroom);
        var commands = new List<(ICommand, Act)>();
        // Its turn is now: whoever remembers what was reacted to remembers all that was, not only what came before the event.
        foreach (var e in events.Select(e => e with { Position = cursor.Position + 1 }))
        {
            foreach (var reaction in handlers.ReactionsTo(e.Data))
                commands.AddRange((await reaction.React(e, ahead, services, cancellation)).Select(c => (c, ReactionLoop.ActOf(c, e))));
        }
        var decided = await newsroom.Decisions.Decide(commands, ahead, fresh: true, cancellation);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(Cursors.Advance(cursor, leader.Epoch, cursor.Position));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("update followers set generation = generation + 1 where name = $1").With(row));
        batch.BatchCommands.Add(asked.Done(position));
        if (decided.Appends.Count > 0)
        {
            var statement = new AppendStatement(allOrNone: true);
            foreach (var append in decided.Appends) statement.Add(append);
            statement.AddTo(batch, null);
        }
        await batch.ExecuteNonQueryAsync(cancellation);
        await DeskSnapshots.Drop(connection, cancellation);
        await transaction.CommitAsync(cancellation);
        newsroom.Decisions.Remember(decided);
    }
}
