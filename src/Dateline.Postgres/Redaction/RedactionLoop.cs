using Dateline.Postgres.Engine;
using Npgsql;

namespace Dateline.Postgres.Redaction;

/// <summary>
/// Carries redactions out, in log order. Its cursor moves past one when all of it is done, so that a crash before that leaves nothing undone.
/// </summary>
internal sealed class RedactionLoop(NpgsqlDataSource database, Log log, Redacting redacting, Poison poison, Leader leader, Action written)
{
    internal const string Name = "redactions";

    /// <summary>Runs until a redaction was carried out; then whoever runs the loops begins anew, and forgets what it remembered of the text.</summary>
    internal async Task Run(Signal signal, TimeSpan poll, CancellationToken cancellation)
    {
        var cursor = await Cursors.Load(database, Name, cancellation);
        await Cursors.Running(database, Name, cancellation);
        while (true)
        {
            var wake = signal.Next;
            var head = await log.Head(cancellation);
            if (head <= cursor.Position)
            {
                await Signal.Wait(wake, poll, cancellation);
                continue;
            }
            var (tombstone, upTo, failure) = await CarryOut(cursor.Position, head, cancellation);
            if (failure is null)
            {
                await using var batch = database.CreateBatch();
                batch.BatchCommands.Add(Cursors.Advance(cursor, leader.Epoch, upTo));
                await batch.ExecuteNonQueryAsync(cancellation);
            }
            else if (await Stops.At(database, cursor, leader, upTo, failure, poison, cancellation))
            {
                written();
                await Task.Delay(Timeout.Infinite, cancellation);
            }
            cursor = cursor with { Position = upTo };
            written();
            if (tombstone) return;
        }
    }

    /// <summary>Carries out the first redaction of a range; gives whether there was one, how far that goes, and why it cannot be done if that is so.</summary>
    private async Task<(bool Tombstone, long UpTo, Exception? Failure)> CarryOut(long after, long head, CancellationToken cancellation)
    {
        var upTo = head;
        try
        {
            (var events, upTo) = await log.ReadPage(new(after, head, Redacting.Orders), 1, cancellation);
            if (events.Count == 0) return (false, upTo, null);
            upTo = events[0].Position;
            await redacting.CarryOut(events[0], cancellation);
            return (true, upTo, null);
        }
        catch (Exception e) when (!Faults.Passes(e))
        {
            return (true, (e as UnreadableEvent)?.Position ?? upTo, e);
        }
    }
}
