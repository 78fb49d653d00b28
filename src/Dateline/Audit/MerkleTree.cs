using System.Security.Cryptography;

namespace Dateline.Audit;

/// <summary>The hashes of a Merkle tree as RFC 6962, section 2.1 (the same in RFC 9162), defines them: SHA-256, leaves and nodes told apart by their first byte.</summary>
internal static class MerkleTree
{
    /// <summary>Bytes of a hash.</summary>
    internal const int HashSize = SHA256.HashSizeInBytes;

    private const int Brief = 1024;

    /// <summary>What stands before a leaf where it is hashed.</summary>
    internal static ReadOnlySpan<byte> Leaf => [0];

    /// <summary>The root of a tree without leaves.</summary>
    internal static byte[] EmptyRoot => SHA256.HashData([]);

    /// <summary>The hash of a leaf.</summary>
    internal static void HashLeaf(ReadOnlySpan<byte> leaf, Span<byte> hash)
    {
        Span<byte> input = leaf.Length < Brief ? stackalloc byte[Brief] : new byte[leaf.Length + 1];
        input[0] = 0;
        leaf.CopyTo(input[1..]);
        SHA256.HashData(input[..(leaf.Length + 1)], hash);
    }

    /// <summary>The hash of a leaf.</summary>
    internal static byte[] HashLeaf(ReadOnlySpan<byte> leaf)
    {
        var hash = new byte[HashSize];
        HashLeaf(leaf, hash);
        return hash;
    }

    /// <summary>The hash of a node over two others; <paramref name="hash"/> may be one of them.</summary>
    internal static void HashNode(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> hash)
    {
        Span<byte> input = stackalloc byte[1 + (2 * HashSize)];
        input[0] = 1;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + HashSize)..]);
        SHA256.HashData(input, hash);
    }

    /// <summary>The hash of a node over two others.</summary>
    internal static byte[] HashNode(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var hash = new byte[HashSize];
        HashNode(left, right, hash);
        return hash;
    }

    /// <summary>The root over hashes of subtrees of one size, a power of two of them.</summary>
    /// <param name="hashes">The hashes, one after the other.</param>
    internal static byte[] PerfectRoot(ReadOnlySpan<byte> hashes)
    {
        const int Node = 1 + (2 * HashSize);
        var count = hashes.Length / HashSize;
        var (work, nodes, ends) = (hashes.ToArray(), new byte[count / 2 * Node], new int[count / 2]);
        for (; count > 1; count /= 2)
        {
            for (var i = 0; i < count / 2; i++)
            {
                nodes[i * Node] = 1;
                work.AsSpan(2 * i * HashSize, 2 * HashSize).CopyTo(nodes.AsSpan((i * Node) + 1));
                ends[i] = (i + 1) * Node;
            }
            ManyHashes.Of(nodes, ends.AsSpan(0, count / 2), work);
        }
        return work[..HashSize];
    }

    /// <summary>The largest power of two below a number greater than one: where RFC 6962 splits a tree of that size.</summary>
    internal static long Split(long size) => 1L << (63 - System.Numerics.BitOperations.LeadingZeroCount((ulong)(size - 1)));
}
