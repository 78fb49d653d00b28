using Dateline.Postgres.Engine;
using Npgsql;

namespace Dateline.Postgres.Redaction;

/// <summary>
/// Carries redactions out, in log order. Its cursor moves past one when all of it is done, so that a crash before that leaves nothing undone. One that cannot
/// be carried out holds the cursor, and none of those after it.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="log">The log.</param>
/// <param name="tail">What followers remember of it, which is closed before events are changed.</param>
/// <param name="redacting">Carries one out.</param>
/// <param name="passed">The redactions that were carried out behind one that could not be; kept from one run to the next.</param>
/// <param name="poison">What is done with one that cannot be carried out.</param>
/// <param name="leader">Who runs it.</param>
/// <param name="written">Hears that something was written.</param>
internal sealed class RedactionLoop(NpgsqlDataSource database, Log log, Tail tail, Redacting redacting, HashSet<long> passed, Poison poison, Leader leader, Action written)
{
    internal const string Name = "redactions";

    /// <summary>Runs until a redaction was carried out; then whoever runs the loops begins anew, and forgets what it remembered of the text.</summary>
    internal async Task Run(Signal signal, TimeSpan poll, CancellationToken cancellation)
    {
        var cursor = await Cursors.Load(database, Name, cancellation);
        await Cursors.Running(database, Name, cancellation);
        var (at, told) = (cursor.Position, false);
        (long Position, Exception Why)? stop = null;
        var others = new List<long>();
        var pace = new Pace();
        while (true)
        {
            var wake = signal.Next;
            if (await Again(cancellation)) return;
            var head = await log.Head(cancellation);
            if (head <= at)
            {
                if (stop is { } first && !told)
                {
                    await Cursors.Stopped(database, Name, first.Position, Said(first.Why, others), cancellation);
                    told = true;
                    written();
                }
                await pace.Wait(wake, poll, cancellation);
                continue;
            }
            var (tombstone, upTo, failure) = await CarryOut(at, head, cancellation);
            at = upTo;
            if (failure is not null && stop is not null) others.Add(upTo);
            else if (failure is not null && poison == Poison.Stop) stop = (upTo, failure);
            else if (failure is not null) await Stops.At(database, cursor, leader, upTo, failure, poison, cancellation);
            else if (stop is null) await Run(Cursors.Advance(cursor, leader.Epoch, upTo), cancellation);
            else if (tombstone) passed.Add(upTo);
            if (stop is null) cursor = cursor with { Position = upTo };
            written();
            if (tombstone && (failure is null || stop is null)) return;
        }
    }

    private static string Said(Exception why, List<long> others) =>
        others.Count == 0 ? Faults.Describe(why) : $"{Faults.Describe(why)} So it is with {others.Count} more redactions, at position {string.Join(", ", others.Take(10))}";

    private async Task Run(NpgsqlBatchCommand command, CancellationToken cancellation)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(command);
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Tries the first one again that was set aside and that somebody asked for; whether it was carried out.</summary>
    private async Task<bool> Again(CancellationToken cancellation)
    {
        var asked = new AskedAgain(database, Name);
        if (await asked.First(cancellation) is not { } position) return false;
        var (_, _, failure) = await CarryOut(position - 1, position, cancellation);
        if (failure is null) await Run(asked.Done(position), cancellation);
        else await asked.Failed(position, failure, cancellation);
        written();
        return failure is null;
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
            if (passed.Contains(upTo)) return (false, upTo, null);
            tail.Close();
            await redacting.CarryOut(events[0], cancellation);
            return (true, upTo, null);
        }
        catch (Exception e) when (!Faults.Passes(e))
        {
            return (true, (e as UnreadableEvent)?.Position ?? upTo, e);
        }
    }
}
