using System.Runtime.CompilerServices;
using Dateline.Documents;
using Dateline.Server.Reading;
using Npgsql;

namespace Dateline.Server.Ingestion;

/// <summary>What became of one document.</summary>
/// <param name="Document">Its id; null when it could not be read.</param>
/// <param name="Outcome">"ingested", "revised", "withdrawn", "unchanged" or "refused".</param>
/// <param name="Position">The position of its event, where one was recorded.</param>
/// <param name="Reason">Why it was refused.</param>
/// <param name="Path">The file, and the item in it.</param>
public sealed record IngestLine(string? Document, string Outcome, long? Position, string? Reason, string Path);

/// <summary>
/// Sends what was read, many at a time, documents of one identity in their order, and tells what became of each in the order they came.
/// Nothing that is refused stops the others; a database that goes away is waited for a while.
/// </summary>
/// <param name="newsroom">Where to.</param>
/// <param name="act">Who ingests.</param>
/// <param name="now">The time, for documents that do not say when they were published.</param>
public sealed class Ingester(INewsroom newsroom, Act act, Func<DateTimeOffset> now)
{
    private const int MostInFlight = 64;
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    /// <summary>Ingests what a reader gives.</summary>
    public async IAsyncEnumerable<IngestLine> Ingest(IAsyncEnumerable<Reading.Reading> readings, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var inFlight = new Queue<Task<IngestLine>>();
        var last = new Dictionary<string, Task>(StringComparer.Ordinal);
        await foreach (var reading in readings.WithCancellation(cancellation))
        {
            if (inFlight.Count >= MostInFlight) yield return await inFlight.Dequeue();
            inFlight.Enqueue(Start(reading, last, cancellation));
        }
        while (inFlight.TryDequeue(out var next)) yield return await next;
    }

    private Task<IngestLine> Start(Reading.Reading reading, Dictionary<string, Task> last, CancellationToken cancellation)
    {
        if (reading is not Read { Draft: var draft }) return Task.FromResult(new IngestLine(null, "refused", null, ((Unreadable)reading).Reason, reading.Path));
        var command = Identities.Command(draft, now());
        var before = last.GetValueOrDefault(command.Document, Task.CompletedTask);
        var task = Send(command, reading.Path, before, cancellation);
        if (last.Count > 4 * MostInFlight)
            foreach (var done in last.Where(t => t.Value.IsCompleted).Select(t => t.Key).ToList()) last.Remove(done);
        last[command.Document] = task;
        return task;
    }

    private async Task<IngestLine> Send(IngestDocument command, string path, Task before, CancellationToken cancellation)
    {
        await before.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        for (var end = Environment.TickCount64 + (long)patience.TotalMilliseconds; ; await Task.Delay(250, cancellation))
        {
            try
            {
                var receipt = await newsroom.Send(command, act, cancellation);
                var outcome = receipt.Events.Count == 0 ? "unchanged"
                    : receipt.Events[^1] is DocumentIngested ? "ingested" : receipt.Events[^1] is DocumentRevised ? "revised" : "withdrawn";
                return new(command.Document, outcome, receipt.Position, null, path);
            }
            catch (Refused e)
            {
                return new(command.Document, "refused", null, e.Message, path);
            }
            catch (NpgsqlException e) when (e.IsTransient && e.SqlState != PostgresErrorCodes.DiskFull && Environment.TickCount64 < end)
            {
                // It may come back; the same command again records nothing twice.
            }
        }
    }
}
