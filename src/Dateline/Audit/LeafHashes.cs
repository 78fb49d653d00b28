using System.Buffers;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Dateline.Audit;

/// <summary>Hashes leaves on all cores, while the next events are read, and gives them in order.</summary>
internal static class LeafHashes
{
    private const int Batch = 1024;

    /// <summary>Events with their leaf hashes.</summary>
    /// <param name="events">The events, in order.</param>
    /// <param name="before">The hashes that an event was sealed with, where text was removed from it since; asked from several threads.</param>
    /// <param name="waits">Whether reading waits for the next events: a thread of its own is cheaper then than one of the pool woken for every few of them.</param>
    /// <param name="cancellation">Ends it.</param>
    internal static async IAsyncEnumerable<(StoredEvent Event, byte[] Hash)> Of(
        IAsyncEnumerable<StoredEvent> events, Func<StoredEvent, Sealed?> before, bool waits, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var batches = Channel.CreateBounded<Task<(StoredEvent, byte[])[]>>(2 * Environment.ProcessorCount);
        var reading = Task.Factory.StartNew(
            () => Read(events, before, batches.Writer, ending.Token), CancellationToken.None, waits ? TaskCreationOptions.LongRunning : TaskCreationOptions.DenyChildAttach, TaskScheduler.Default)
            .Unwrap();
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
        var (leaf, texts, ends) = (new LeafRecord(), new ArrayBufferWriter<byte>(events.Length * 1024), new int[2 * events.Length]);
        for (var i = 0; i < events.Length; i++)
        {
            texts.Write(leaf.Data(events[i]));
            ends[2 * i] = texts.WrittenCount;
            texts.Write(leaf.Metadata(events[i]));
            ends[(2 * i) + 1] = texts.WrittenCount;
        }
        var hashes = new byte[ends.Length * MerkleTree.HashSize];
        ManyHashes.Of(texts.WrittenSpan, ends, hashes);
        texts.ResetWrittenCount();
        for (var i = 0; i < events.Length; i++)
        {
            var own = hashes.AsSpan(2 * i * MerkleTree.HashSize, 2 * MerkleTree.HashSize);
            texts.Write(MerkleTree.Leaf);
            texts.Write(leaf.Of(events[i], before(events[i]), own[..MerkleTree.HashSize], own[MerkleTree.HashSize..]));
            ends[i] = texts.WrittenCount;
        }
        ManyHashes.Of(texts.WrittenSpan, ends.AsSpan(0, events.Length), hashes);
        var leaves = new (StoredEvent, byte[])[events.Length];
        for (var i = 0; i < leaves.Length; i++) leaves[i] = (events[i], hashes.AsSpan(i * MerkleTree.HashSize, MerkleTree.HashSize).ToArray());
        return leaves;
    }
}
