using System.Buffers;
using System.Buffers.Binary;
using Dateline.Audit;

namespace Dateline.Postgres.Seal;

/// <summary>Bundles of entries (C2SP tlog-tiles): each entry behind its length in two bytes.</summary>
internal static class EntryBundles
{
    internal const int LongestEntry = ushort.MaxValue;

    private const int LengthSize = 2;

    /// <summary>Adds an entry to a bundle.</summary>
    internal static void Add(IBufferWriter<byte> bundle, ReadOnlySpan<byte> entry)
    {
        BinaryPrimitives.WriteUInt16BigEndian(bundle.GetSpan(LengthSize), (ushort)entry.Length);
        bundle.Advance(LengthSize);
        bundle.Write(entry);
    }

    /// <summary>What is wrong with the bundles of an exported folder, held against the leaf hashes of its tiles, a sentence a bundle. Tiles that are missing are not told of here.</summary>
    internal static async Task<IReadOnlyList<string>> Damage(string folder, FolderTiles tiles, CancellationToken cancellation)
    {
        var damage = new List<string>();
        for (long index = 0; index * Tiles.Width < tiles.Size; index++)
        {
            var width = (int)Math.Min(Tiles.Width, tiles.Size - (index * Tiles.Width));
            if (await tiles.Read(new(0, index, width), cancellation) is not { } hashes) continue;
            var path = Tiles.Entries(index, width);
            if (await Wrong(new(Path.Combine(folder, path)), hashes, width, cancellation) is { } wrong) damage.Add($"{path} {wrong}");
        }
        return damage;
    }

    private static async Task<string?> Wrong(FileInfo file, byte[] hashes, int width, CancellationToken cancellation)
    {
        if (!file.Exists) return "is missing.";
        if (file.Length > width * ((long)LengthSize + LongestEntry)) return "is longer than its entries can be.";
        var left = (await File.ReadAllBytesAsync(file.FullName, cancellation)).AsMemory();
        for (var i = 0; i < width; i++)
        {
            if (left.Length < LengthSize || left.Length - LengthSize < BinaryPrimitives.ReadUInt16BigEndian(left.Span)) return $"ends within its entry {i + 1} of {width}.";
            var entry = left.Slice(LengthSize, BinaryPrimitives.ReadUInt16BigEndian(left.Span));
            if (!MerkleTree.HashLeaf(entry.Span).AsSpan().SequenceEqual(hashes.AsSpan(i * MerkleTree.HashSize, MerkleTree.HashSize)))
                return $"differs at its entry {i + 1} of {width} from the event that was sealed.";
            left = left[(LengthSize + entry.Length)..];
        }
        return left.IsEmpty ? null : $"goes on behind its {width} entries.";
    }
}
