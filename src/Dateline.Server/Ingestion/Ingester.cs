using System.Net.Sockets;
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
public sealed record IngestLine(string? Document, string Outcome, long? Position, string? Reason, string Path)
{
    /// <summary>How the publication time that was recorded is known: null where the document states it, or nothing was recorded.</summary>
    public Dating? Dating { get; init; }
}

/// <summary>The database went away in the middle and did not come back in time. The message says what was acknowledged.</summary>
public sealed class DatabaseGone(string message) : Exception(message);

/// <summary>
/// Sends what was read, many at a time, documents of one identity in their order, and tells what became of each in the order they came.
/// Nothing that is refused stops the others; a database that goes away is waited for a while.
/// </summary>
/// <param name="newsroom">Where to.</param>
/// <param name="act">Who ingests.</param>
/// <param name="now">The time, for documents that do not say when they were published.</param>
public sealed class Ingester(INewsroom newsroom, Act act, Func<DateTimeOffset> now)
{
    private readonly Act act = act with { Correlation = act.Correlation ?? Guid.NewGuid().ToString("N") };

    /// <summary>
    /// How many are on their way at once. One keeps the order in which they come, so that the same documents are always filed alike.
    /// </summary>
    public int MostInFlight { get; init; } = 1;

    /// <summary>How long a database that has gone away is waited for.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Says why the database is away, where that is known better than its own error does; else null.</summary>
    public Func<Exception, string?> Explain { get; init; } = static _ => null;

    /// <summary>Why the database takes no more; null while it does. Nothing is read from then on.</summary>
    public string? Gone { get; private set; }

    /// <summary>Ingests what a reader gives.</summary>
    public async IAsyncEnumerable<IngestLine> Ingest(IAsyncEnumerable<Reading.Reading> readings, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var inFlight = new Queue<Task<IngestLine>>();
        var last = new Dictionary<string, Task>(StringComparer.Ordinal);
        await using var reading = readings.GetAsyncEnumerator(cancellation);
        while (Gone is null)
        {
            var next = reading.MoveNextAsync().AsTask();
            try
            {
                // What was sent is told while nothing more comes to be read.
                while (inFlight.Count > 0 && (inFlight.Count >= MostInFlight || await Task.WhenAny(next, inFlight.Peek()) != next)) yield return await inFlight.Dequeue();
                if (!await next) break;
            }
            finally
            {
                await next.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            }
            inFlight.Enqueue(Start(reading.Current, last, cancellation));
        }
        while (inFlight.TryDequeue(out var rest)) yield return await rest;
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
        var end = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        for (var again = false; ; again = true)
        {
            try
            {
                var receipt = await newsroom.Send(command, act, cancellation);
                if (Outcome(receipt.Events is [.., var recorded] ? recorded : null) is { } outcome) return new(command.Document, outcome, receipt.Position, null, path) { Dating = command.Dating };
                return again && await Earlier(command, cancellation) is { } earlier
                    ? new(command.Document, Outcome(earlier.Data)!, earlier.Position, null, path) { Dating = command.Dating } : new(command.Document, "unchanged", null, null, path);
            }
            catch (Exception e) when (e is Refused or Conflict)
            {
                return new(command.Document, "refused", null, e.Message, path);
            }
            catch (Exception e) when (e is NpgsqlException or SocketException or TimeoutException)
            {
                // The same command again records nothing twice.
                if (Gone is null && MayPass(e) && Environment.TickCount64 < end) await Task.Delay(200, cancellation);
                else return new(command.Document, "refused", null, "It was not acknowledged. " + Why(e), path);
            }
        }
    }

    /// <summary>What an attempt recorded whose answer was lost.</summary>
    private async Task<Recorded?> Earlier(IngestDocument command, CancellationToken cancellation)
    {
        Recorded? found = null;
        await foreach (var e in newsroom.Read(new(Streams: [command.Id]), cancellation))
        {
            var mine = e.Data switch
            {
                DocumentIngested d => d.ContentHash == command.ContentHash,
                DocumentRevised d => d.ContentHash == command.ContentHash,
                DocumentWithdrawn d => d.Act == command.Act && d.PublishedAt == command.PublishedAt,
                _ => false
            };
            if (mine && e.Correlation == act.Correlation) found = e;
        }
        return found;
    }

    private string Why(Exception e)
    {
        if (e is PostgresException { SqlState: ['2', '2' or '3', ..] } of) return $"The database does not take it: {of.MessageText} ({of.SqlState}).";
        return Gone ??= Explain(e) is { } better ? better
            : e is PostgresException { SqlState: PostgresErrorCodes.DiskFull } ? "The database's disk is full; make room."
            : e is PostgresException p ? $"The database takes no more: {p.MessageText} ({p.SqlState})." : $"The database went away: {TextHygiene.Line(e.Message)}.";
    }

    private static bool MayPass(Exception e) => e is not PostgresException { SqlState: PostgresErrorCodes.DiskFull } && e is not NpgsqlException { IsTransient: false };

    private static string? Outcome(object? recorded) => recorded switch
    {
        null => null,
        DocumentIngested => "ingested",
        DocumentRevised => "revised",
        _ => "withdrawn"
    };
}
