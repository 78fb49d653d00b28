using System.Buffers;

namespace Dateline.Audit;

/// <summary>The leaves of a run of events. What they say of it holds until they are disposed of.</summary>
internal sealed class Leaves(IStoredRun run, byte[] hashes, bool[] sealsForm) : IDisposable
{
    /// <summary>How many.</summary>
    internal int Count => run.Count;

    /// <summary>The hash of a leaf.</summary>
    internal ReadOnlySpan<byte> Hash(int i) => hashes.AsSpan(i * MerkleTree.HashSize, MerkleTree.HashSize);

    /// <summary>The stored fields of its event.</summary>
    internal StoredFields Fields(int i) => run.Fields(i);

    /// <summary>Whether its event's form is sealed apart.</summary>
    internal bool SealsForm(int i) => sealsForm[i];

    /// <inheritdoc/>
    public void Dispose() => run.Dispose();
}

/// <summary>Hashes runs one after the other, and keeps its buffers for the next.</summary>
internal sealed class LeafHasher
{
    private const int Room = 1 << 18;
    private readonly ArrayBufferWriter<byte> texts = new(Room);
    private readonly LeafRecord leaf;
    private int[] ends = [];
    private byte[] hashes = [];

    internal LeafHasher() => leaf = new(texts);

    /// <summary>Whether its buffers are worth being kept: those that a huge event needed are not.</summary>
    internal bool IsSmall => texts.Capacity <= 4 * Room;

    /// <summary>The leaves of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="before">The hashes that the event at a position was sealed with, where text was removed from it since; null where the run knows.</param>
    internal Leaves Hash(IStoredRun run, Func<long, Sealed?>? before)
    {
        var (count, sealsForm) = (run.Count, new bool[run.Count]);
        if (ends.Length < 2 * count) (ends, hashes) = (new int[2 * count], new byte[2 * count * MerkleTree.HashSize]);
        texts.ResetWrittenCount();
        for (var i = 0; i < count; i++)
        {
            var e = run.Fields(i);
            var headers = EventHeaders.Read(e.Headers.Bytes);
            sealsForm[i] = headers.SealsForm;
            ends[2 * i] = leaf.WriteHashed(e, headers);
            ends[(2 * i) + 1] = texts.WrittenCount;
        }
        ManyHashes.Of(texts.WrittenSpan, ends.AsSpan(0, 2 * count), hashes);
        texts.ResetWrittenCount();
        for (var i = 0; i < count; i++)
        {
            var e = run.Fields(i);
            var own = hashes.AsSpan(2 * i * MerkleTree.HashSize, 2 * MerkleTree.HashSize);
            texts.Write(MerkleTree.Leaf);
            leaf.Write(e, sealsForm[i], before is null ? run.SealedAs(i) : before(e.Position), own[..MerkleTree.HashSize], own[MerkleTree.HashSize..]);
            ends[i] = texts.WrittenCount;
        }
        var leaves = new byte[count * MerkleTree.HashSize];
        ManyHashes.Of(texts.WrittenSpan, ends.AsSpan(0, count), leaves);
        return new(run, leaves, sealsForm);
    }
}
