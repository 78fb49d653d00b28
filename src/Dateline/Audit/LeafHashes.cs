using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Dateline.Audit;

/// <summary>Hashes leaves on all cores, while the next events are read, and gives them in order.</summary>
internal static class LeafHashes
{
    private const int Batch = 512;

    /// <summary>Events with their leaf hashes.</summary>
    /// <param name="events">The events, in order.</param>
    /// <param name="before">The hashes that an event was sealed with, where text was removed from it since; asked from several threads.</param>
    /// <param name="cancellation">Ends it.</param>
    internal static async IAsyncEnumerable<(StoredEvent Event, byte[] Hash)> Of(
        IAsyncEnumerable<StoredEvent> events, Func<StoredEvent, Sealed?> before, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var batches = Channel.CreateBounded<Task<(StoredEvent, byte[])[]>>(2 * Environment.ProcessorCount);
        var reading = Task.Run(() => Read(events, before, batches.Writer, ending.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellation))
                foreach (var hashed in await batch) yield return hashed;
        }
        finally
        {
            await ending.CancelAsync();
            await reading;
        }
    }

    /// <summary>Passes on what was read before a fault, then the fault.</summary>
    private static async Task Read(
        IAsyncEnumerable<StoredEvent> events, Func<StoredEvent, Sealed?> before, ChannelWriter<Task<(StoredEvent, byte[])[]>> batches, CancellationToken cancellation)
    {
        var batch = new List<StoredEvent>(Batch);
        try
        {
            Exception? fault = null;
            try
            {
                await foreach (var e in events.WithCancellation(cancellation))
                {
                    batch.Add(e);
                    if (batch.Count < Batch) continue;
                    await Pass();
                }
            }
            catch (Exception e)
            {
                fault = e;
            }
            if (batch.Count > 0) await Pass();
            batches.Complete(fault);
        }
        catch (Exception e)
        {
            batches.TryComplete(e);
        }

        async ValueTask Pass()
        {
            var full = batch.ToArray();
            batch.Clear();
            await batches.WriteAsync(Task.Run(() => Hash(full, before), CancellationToken.None), cancellation);
        }
    }

    private static (StoredEvent, byte[])[] Hash(StoredEvent[] events, Func<StoredEvent, Sealed?> before)
    {
        var leaf = new LeafRecord();
        return Array.ConvertAll(events, e => (e, MerkleTree.HashLeaf(leaf.Of(e, before(e)))));
    }
}
