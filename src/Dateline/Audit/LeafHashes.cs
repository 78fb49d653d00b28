using System.Buffers;
using System.Collections.Concurrent;
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
        var (batch, hashers) = (new List<StoredEvent>(Batch), new ConcurrentBag<Hasher>());
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
            await batches.WriteAsync(Task.Run(() => Hash(full), CancellationToken.None), cancellation);
        }

        (StoredEvent, byte[])[] Hash(StoredEvent[] full)
        {
            // Only the last batch has fewer events than the first.
            if (!hashers.TryTake(out var hasher)) hasher = new(full.Length);
            var hashed = hasher.Hash(full, before);
            hashers.Add(hasher);
            return hashed;
        }
    }

    /// <summary>Hashes batches one after the other. Its buffers are as large as a batch, and so are kept.</summary>
    private sealed class Hasher(int most)
    {
        private readonly LeafRecord leaf = new();
        private readonly ArrayBufferWriter<byte> texts = new(most * 1024);
        private readonly int[] ends = new int[2 * most];
        private readonly byte[] hashes = new byte[2 * most * MerkleTree.HashSize];

        internal (StoredEvent, byte[])[] Hash(StoredEvent[] events, Func<StoredEvent, Sealed?> before)
        {
            texts.ResetWrittenCount();
            for (var i = 0; i < events.Length; i++)
            {
                texts.Write(leaf.Data(events[i]));
                ends[2 * i] = texts.WrittenCount;
                texts.Write(leaf.Metadata(events[i]));
                ends[(2 * i) + 1] = texts.WrittenCount;
            }
            ManyHashes.Of(texts.WrittenSpan, ends.AsSpan(0, 2 * events.Length), hashes);
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
}
