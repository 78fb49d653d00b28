using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Dateline.Audit;

/// <summary>Hashes leaves on all cores, while the next events are read, and gives them in order.</summary>
internal static class LeafHashes
{
    private const int Batch = 1024;

    // Buffers follow the largest batch: so many bytes are enough to be hashed side by side.
    private const int BatchBytes = 96 << 10;

    /// <summary>The leaves of events that were made out already.</summary>
    /// <param name="events">The events, in order.</param>
    /// <param name="before">The hashes that an event was sealed with, where text was removed from it since; asked from several threads.</param>
    /// <param name="waits">Whether reading waits for the next events: a thread of its own is cheaper then than one of the pool woken for every few of them.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="hashers">Those whose buffers are used, and that are left for the next call; null for new ones.</param>
    internal static IAsyncEnumerable<Leaves> Of(
        IAsyncEnumerable<StoredEvent> events, Func<long, Sealed?>? before, bool waits, CancellationToken cancellation, ConcurrentBag<LeafHasher>? hashers = null) =>
        Of(Batches(events, cancellation), before, waits, cancellation, hashers);

    /// <summary>The leaves of runs of events, each run's together.</summary>
    /// <param name="runs">The runs, in order. Each is disposed of with its leaves.</param>
    /// <param name="before">The hashes that the event at a position was sealed with, where text was removed from it since; null where the runs know. Asked from several threads.</param>
    /// <param name="waits">Whether reading waits for the next run.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="hashers">Those whose buffers are used, and that are left for the next call; null for new ones.</param>
    internal static async IAsyncEnumerable<Leaves> Of(
        IAsyncEnumerable<IStoredRun> runs, Func<long, Sealed?>? before, bool waits, [EnumeratorCancellation] CancellationToken cancellation,
        ConcurrentBag<LeafHasher>? hashers = null)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var hashed = Channel.CreateBounded<Task<Leaves>>(2 * Environment.ProcessorCount);
        var reading = Task.Factory.StartNew(
            () => Read(runs, before, hashed.Writer, hashers ?? [], ending.Token), CancellationToken.None, waits ? TaskCreationOptions.LongRunning : TaskCreationOptions.DenyChildAttach, TaskScheduler.Default)
            .Unwrap();
        try
        {
            await foreach (var next in hashed.Reader.ReadAllAsync(cancellation))
            {
                using var leaves = await next;
                yield return leaves;
            }
        }
        finally
        {
            await ending.CancelAsync();
            await reading;
        }
    }

    /// <summary>Passes on what was read before a fault, then the fault.</summary>
    private static async Task Read(
        IAsyncEnumerable<IStoredRun> runs, Func<long, Sealed?>? before, ChannelWriter<Task<Leaves>> hashed, ConcurrentBag<LeafHasher> hashers, CancellationToken cancellation)
    {
        try
        {
            await foreach (var run in runs.WithCancellation(cancellation)) await hashed.WriteAsync(Task.Run(() => Hash(run), CancellationToken.None), cancellation);
            hashed.Complete();
        }
        catch (Exception e)
        {
            hashed.TryComplete(e);
        }

        Leaves Hash(IStoredRun run)
        {
            if (!hashers.TryTake(out var hasher)) hasher = new();
            var leaves = hasher.Hash(run, before);
            if (hasher.IsSmall) hashers.Add(hasher);
            return leaves;
        }
    }

    private static async IAsyncEnumerable<IStoredRun> Batches(IAsyncEnumerable<StoredEvent> events, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (batch, bytes) = (new List<StoredEvent>(), 0L);
        await using var all = events.GetAsyncEnumerator(cancellation);
        Exception? fault = null;
        while (true)
        {
            try
            {
                if (!await all.MoveNextAsync()) break;
            }
            catch (Exception e)
            {
                fault = e;
                break;
            }
            batch.Add(all.Current);
            bytes += all.Current.Data?.Length ?? 0;
            if (batch.Count < Batch && bytes < BatchBytes) continue;
            yield return new EventRun([.. batch]);
            batch.Clear();
            bytes = 0;
        }
        if (batch.Count > 0) yield return new EventRun([.. batch]);
        if (fault is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(fault);
    }
}
