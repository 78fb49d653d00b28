using System.Globalization;

namespace Dateline.Audit;

/// <summary>The place and width of a tile.</summary>
/// <param name="Level">0 for leaf hashes; each hash of a higher level stands for a full tile of the level below.</param>
/// <param name="Index">Its number within the level, from 0.</param>
/// <param name="Width">How many hashes it holds, 1 to 256.</param>
internal readonly record struct TileId(int Level, long Index, int Width)
{
    /// <summary>Its path below the log's address: <c>tile/0/x001/067</c>, with <c>.p/17</c> behind it when it is partial.</summary>
    internal string Path => $"tile/{Level.ToString(CultureInfo.InvariantCulture)}/{Tiles.Number(Index)}{Tiles.Partial(Width)}";
}

/// <summary>A Merkle tree cut into tiles of 256 hashes, by C2SP tlog-tiles.</summary>
internal static class Tiles
{
    /// <summary>Hashes in a full tile.</summary>
    internal const int Width = 256;

    /// <summary>Levels of a tree between two levels of tiles.</summary>
    internal const int Height = 8;

    /// <summary>Every tile of a tree of a size, level by level.</summary>
    internal static IEnumerable<TileId> Of(long size)
    {
        for (var (level, hashes) = (0, size); hashes > 0; (level, hashes) = (level + 1, hashes / Width))
        {
            for (long i = 0; i < hashes / Width; i++) yield return new(level, i, Width);
            if (hashes % Width > 0) yield return new(level, hashes / Width, (int)(hashes % Width));
        }
    }

    /// <summary>The path of a bundle of entries.</summary>
    internal static string Entries(long index, int width) => $"tile/entries/{Number(index)}{Partial(width)}";

    /// <summary>A number in groups of three digits, all but the last marked: 1234067 is x001/x234/067.</summary>
    internal static string Number(long index)
    {
        var path = (index % 1000).ToString("000", CultureInfo.InvariantCulture);
        for (var rest = index / 1000; rest > 0; rest /= 1000) path = $"x{(rest % 1000).ToString("000", CultureInfo.InvariantCulture)}/{path}";
        return path;
    }

    internal static string Partial(int width) => width == Width ? "" : $".p/{width.ToString(CultureInfo.InvariantCulture)}";
}

/// <summary>Gives tiles: from the database, a folder or memory.</summary>
internal interface ITiles
{
    /// <summary>The hashes of a tile, at least as many as its width; null when it is not there.</summary>
    ValueTask<byte[]?> Read(TileId tile, CancellationToken cancellation);
}

/// <summary>A tree that grows by leaf hashes: the tiles of its right edge, and those that were completed or changed.</summary>
internal sealed class TileEdge
{
    private readonly List<byte[]> levels = [];

    /// <summary>How many leaves the tree has.</summary>
    internal long Size { get; private set; }

    /// <summary>The edge of a tree of a size, read from its tiles; null when one of them is not there.</summary>
    internal static async Task<TileEdge?> Load(ITiles tiles, long size, CancellationToken cancellation)
    {
        var edge = new TileEdge { Size = size };
        for (var (level, hashes) = (0, size); hashes > 0; (level, hashes) = (level + 1, hashes / Tiles.Width))
        {
            var tile = new byte[Tiles.Width * MerkleTree.HashSize];
            edge.levels.Add(tile);
            var width = (int)(hashes % Tiles.Width);
            if (width == 0) continue;
            if (await tiles.Read(new(level, hashes / Tiles.Width, width), cancellation) is not { } found) return null;
            found.AsSpan(0, width * MerkleTree.HashSize).CopyTo(tile);
        }
        return edge;
    }

    /// <summary>Adds a leaf, and the tiles that it completes to a list.</summary>
    internal void Add(ReadOnlySpan<byte> leaf, List<(TileId Tile, byte[] Hashes)> completed) => Put(0, Size++, leaf, completed);

    /// <summary>The partial tiles of the right edge.</summary>
    internal IEnumerable<(TileId Tile, byte[] Hashes)> Partials()
    {
        for (var (level, hashes) = (0, Size); hashes > 0; (level, hashes) = (level + 1, hashes / Tiles.Width))
        {
            var width = (int)(hashes % Tiles.Width);
            if (width > 0) yield return (new(level, hashes / Tiles.Width, width), levels[level][..(width * MerkleTree.HashSize)]);
        }
    }

    /// <summary>The root of the tree.</summary>
    internal byte[] Root()
    {
        byte[]? root = null;
        foreach (var (tile, hashes) in Partials())
        {
            for (var (rest, end) = (tile.Width, tile.Width); rest > 0; rest &= rest - 1)
            {
                var count = rest & -rest;
                var subtree = MerkleTree.PerfectRoot(hashes.AsSpan((end - count) * MerkleTree.HashSize, count * MerkleTree.HashSize));
                root = root is null ? subtree : MerkleTree.HashNode(subtree, root);
                end -= count;
            }
        }
        return root ?? MerkleTree.EmptyRoot;
    }

    private void Put(int level, long at, ReadOnlySpan<byte> hash, List<(TileId Tile, byte[] Hashes)> completed)
    {
        if (levels.Count == level) levels.Add(new byte[Tiles.Width * MerkleTree.HashSize]);
        var slot = (int)(at % Tiles.Width);
        hash.CopyTo(levels[level].AsSpan(slot * MerkleTree.HashSize));
        if (slot < Tiles.Width - 1) return;
        completed.Add((new(level, at / Tiles.Width, Tiles.Width), levels[level].ToArray()));
        Put(level + 1, at / Tiles.Width, MerkleTree.PerfectRoot(levels[level]), completed);
    }
}
