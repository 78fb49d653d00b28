using Dateline.Documents;
using Dateline.Postgres.Engine;
using Dateline.Postgres.Seal;
using Npgsql;

namespace Dateline.Postgres.Redaction;

/// <summary>
/// Carries redactions out, in log order: first the text goes from the events, then every view is built anew from what is left. Its cursor moves
/// past a redaction when both are done, so that a crash between them leaves nothing undone.
/// </summary>
internal sealed class RedactionLoop(
    NpgsqlDataSource database, Log log, IReadOnlyList<View> views, Func<string, CancellationToken, Task> rebuild, Leader leader, Action written)
{
    internal const string Name = "redactions";
    private const int MostAttempts = 20;
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
                await Erase(events[0], cancellation);
                foreach (var view in views.Where(v => v.Name != SealFollower.ViewName)) await rebuild(view.Name, cancellation);
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

    private async Task Erase(Recorded tombstone, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await new Eraser(database).Erase(tombstone, cancellation);
                return;
            }
            catch (PostgresException e) when (e.SqlState == Faults.StreamMoved && attempt < MostAttempts)
            {
                // Somebody wrote to one of the streams meanwhile; what they wrote has to be looked at as well.
            }
        }
    }
}
