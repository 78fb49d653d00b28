using Dateline.Documents;
using Dateline.Postgres.Engine;
using Npgsql;

namespace Dateline.Postgres.Redaction;

/// <summary>
/// Carries redactions out, in log order. Its cursor moves past one when all of it is done, so that a crash before that leaves nothing undone.
/// </summary>
internal sealed class RedactionLoop(NpgsqlDataSource database, Log log, Redacting redacting, Leader leader, Action written)
{
    internal const string Name = "redactions";
    private static readonly string[] types = [EventTypes.NameOf<DocumentRedacted>()];

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
            var (events, upTo) = await log.ReadPage(new(cursor.Position, head, types), 1, cancellation);
            if (events.Count > 0)
            {
                await redacting.CarryOut(events[0], cancellation);
                upTo = events[0].Position;
            }
            await using var batch = database.CreateBatch();
            batch.BatchCommands.Add(Cursors.Advance(cursor, leader.Epoch, upTo));
            await batch.ExecuteNonQueryAsync(cancellation);
            cursor = cursor with { Position = upTo };
            written();
            if (events.Count > 0) return;
        }
    }
}
