using Npgsql;

namespace Dateline.Postgres.Engine;

// What becomes of what the reactions want to write.
internal sealed partial class ReactionLoop
{
    /// <summary>
    /// Writes what the commands come to; decides them anew where somebody else wrote to one of their streams. Gives why they cannot be written, when
    /// that will not pass.
    /// </summary>
    private async Task<Exception?> Commit(List<(ICommand, Act)> commands, ReadAhead ahead, long to, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var decided = await newsroom.Decisions.Decide(commands, ahead, fresh: attempt > 1, cancellation);
                await Write(decided.Appends, to, cancellation);
                cursor = cursor with { Position = to };
                newsroom.Decisions.Remember(decided);
                written();
                return null;
            }
            catch (PostgresException e) when (e.SqlState == Faults.StreamMoved && attempt < MostAttempts)
            {
                // The transaction left nothing behind.
            }
            catch (Exception e) when (!Faults.Passes(e))
            {
                return e;
            }
        }
    }

    private async Task Write(List<Append> appends, long to, CancellationToken cancellation)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Cursors.Advance(cursor, leader.Epoch, to));
        if (appends.Count == 0)
        {
            await batch.ExecuteNonQueryAsync(cancellation);
            return;
        }
        var statement = new AppendStatement(allOrNone: true);
        foreach (var append in appends) statement.Add(append);
        statement.AddTo(batch, newsroom.Tail);
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        await rows.NextResultAsync(cancellation);
        last = (await statement.Answers(rows, newsroom.Tail)).Max(a => a.Position);
    }

    /// <summary>Stops before an event, or sets it aside.</summary>
    private async Task Refuse(long position, Exception failure, CancellationToken cancellation)
    {
        Reset();
        if (await Stops.At(database, cursor, leader, position, failure, poison, cancellation))
        {
            written();
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        cursor = cursor with { Position = position };
    }

    private void Reset()
    {
        foreach (var set in services.OfType<IWorkingSet>()) set.Reset();
    }
}
