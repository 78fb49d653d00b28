namespace Dateline.Audit;

/// <summary>Makes proofs from tiles: RFC 6962, sections 2.1.1 (audit paths) and 2.1.2 (consistency).</summary>
internal sealed class Prover(ITiles tiles, long size)
{
    /// <summary>The root of the tree.</summary>
    internal Task<byte[]> Root(CancellationToken cancellation) => RootOf(size, cancellation);

    /// <summary>The root of the tree that the first leaves make.</summary>
    internal async Task<byte[]> RootOf(long first, CancellationToken cancellation) => first == 0 ? MerkleTree.EmptyRoot : await Hash(0, first, cancellation);

    /// <summary>The audit path of a leaf, from its sibling to the root's child.</summary>
    internal async Task<List<byte[]>> Inclusion(long index, CancellationToken cancellation)
    {
        var path = new List<byte[]>();
        for (var (begin, end) = (0L, size); end - begin > 1;)
        {
            var middle = begin + MerkleTree.Split(end - begin);
            if (index < middle)
            {
                path.Add(await Hash(middle, end, cancellation));
                end = middle;
            }
            else
            {
                path.Add(await Hash(begin, middle, cancellation));
                begin = middle;
            }
        }
        path.Reverse();
        return path;
    }

    /// <summary>Shows that the tree of the first leaves is the beginning of this one. Empty when it is all of it, or nothing.</summary>
    internal async Task<List<byte[]>> Consistency(long first, CancellationToken cancellation)
    {
        var path = new List<byte[]>();
        if (first == 0 || first == size) return path;
        var (begin, end, whole) = (0L, size, true);
        while (first < end)
        {
            var middle = begin + MerkleTree.Split(end - begin);
            if (first <= middle)
            {
                path.Add(await Hash(middle, end, cancellation));
                end = middle;
            }
            else
            {
                path.Add(await Hash(begin, middle, cancellation));
                (begin, whole) = (middle, false);
            }
        }
        if (!whole) path.Add(await Hash(begin, end, cancellation));
        path.Reverse();
        return path;
    }

    /// <summary>The hash over a range of leaves that the tree's splits lead to.</summary>
    private async Task<byte[]> Hash(long begin, long end, CancellationToken cancellation)
    {
        var count = end - begin;
        if ((count & (count - 1)) == 0) return await Perfect(begin, count, cancellation);
        var middle = begin + MerkleTree.Split(count);
        var (left, right) = (await Hash(begin, middle, cancellation), await Hash(middle, end, cancellation));
        return MerkleTree.HashNode(left, right);
    }

    /// <summary>The hash over a power of two of leaves, which lies within one tile.</summary>
    private async Task<byte[]> Perfect(long begin, long count, CancellationToken cancellation)
    {
        var level = System.Numerics.BitOperations.Log2((ulong)count) / Tiles.Height;
        var (at, hashes) = (begin >> (Tiles.Height * level), (int)(count >> (Tiles.Height * level)));
        var there = size >> (Tiles.Height * level);
        var (index, slot) = (at / Tiles.Width, (int)(at % Tiles.Width));
        var tile = new TileId(level, index, (int)Math.Min(Tiles.Width, there - (index * Tiles.Width)));
        var read = await tiles.Read(tile, cancellation) ?? throw new MissingTile(tile);
        return MerkleTree.PerfectRoot(read.AsSpan(slot * MerkleTree.HashSize, hashes * MerkleTree.HashSize));
    }
}

/// <summary>A tile that a proof needs is not there.</summary>
internal sealed class MissingTile(TileId tile) : Exception($"The seal has no {tile.Path}.");

/// <summary>Checks proofs: RFC 9162, sections 2.1.3.2 and 2.1.4.2.</summary>
internal static class MerkleProof
{
    /// <summary>Whether a leaf hash is the leaf with that index of the tree with that size and root.</summary>
    internal static bool Includes(long size, ReadOnlySpan<byte> root, long index, byte[] leaf, IReadOnlyList<byte[]> path)
    {
        if (index < 0 || index >= size) return false;
        var (fn, sn, r) = (index, size - 1, leaf);
        foreach (var p in path)
        {
            if (sn == 0) return false;
            if ((fn & 1) == 1 || fn == sn)
            {
                r = MerkleTree.HashNode(p, r);
                while ((fn & 1) == 0 && fn != 0) (fn, sn) = (fn >> 1, sn >> 1);
            }
            else
            {
                r = MerkleTree.HashNode(r, p);
            }
            (fn, sn) = (fn >> 1, sn >> 1);
        }
        return sn == 0 && root.SequenceEqual(r);
    }

    /// <summary>Whether the first tree is the beginning of the second one.</summary>
    internal static bool Extends(long first, byte[] firstRoot, long second, ReadOnlySpan<byte> secondRoot, IReadOnlyList<byte[]> path)
    {
        if (first < 0 || first > second) return false;
        if (first == 0) return path.Count == 0 && firstRoot.AsSpan().SequenceEqual(MerkleTree.EmptyRoot);
        if (first == second) return path.Count == 0 && secondRoot.SequenceEqual(firstRoot);
        List<byte[]> steps = (first & (first - 1)) == 0 ? [firstRoot, .. path] : [.. path];
        if (steps.Count == 0) return false;
        var (fn, sn) = (first - 1, second - 1);
        while ((fn & 1) == 1) (fn, sn) = (fn >> 1, sn >> 1);
        var (fr, sr) = (steps[0], steps[0]);
        foreach (var c in steps.Skip(1))
        {
            if (sn == 0) return false;
            if ((fn & 1) == 1 || fn == sn)
            {
                (fr, sr) = (MerkleTree.HashNode(c, fr), MerkleTree.HashNode(c, sr));
                while ((fn & 1) == 0 && fn != 0) (fn, sn) = (fn >> 1, sn >> 1);
            }
            else
            {
                sr = MerkleTree.HashNode(sr, c);
            }
            (fn, sn) = (fn >> 1, sn >> 1);
        }
        return sn == 0 && firstRoot.AsSpan().SequenceEqual(fr) && secondRoot.SequenceEqual(sr);
    }
}
