namespace Dateline.Audit;

/// <summary>The comparison with a seal's tiles.</summary>
internal sealed partial class Verifier
{
    /// <summary>Reads the tile that the seal has of the next leaves.</summary>
    private async Task Turn(long index, CancellationToken cancellation)
    {
        tile = null;
        if (seal is null || index >= sealedSize) return;
        var id = new TileId(0, index / Tiles.Width, (int)Math.Min(Tiles.Width, sealedSize - index));
        tile = await seal.Read(id, cancellation);
        if (tile is null) damaged.Add($"{id.Path} is missing.");
    }

    private bool IsSealed(long index, ReadOnlySpan<byte> hash) =>
        tile is null || index >= sealedSize || hash.SequenceEqual(tile.AsSpan((int)(index % Tiles.Width) * MerkleTree.HashSize, MerkleTree.HashSize));

    /// <summary>
    /// What a leaf that is not the seal's means. A checkpoint that vouches for the event's own leaf shows that the seal is what was changed.
    /// </summary>
    private async Task<Verification?> Means(long position, long index, byte[] hash, CancellationToken cancellation)
    {
        foreach (var checkpoint in bySize.Values.Where(c => c.Size > index))
        {
            if (!await Vouches(checkpoint, index, hash, cancellation)) continue;
            damaged.Add($"tile/0/{Tiles.Number(index / Tiles.Width)} differs at position {position}, where the event is as the checkpoint over {checkpoint.Size} events has it.");
            tile = null;
            return null;
        }
        return position == last + 1 ? Found(position, "The event is not the one that was sealed.")
            : Found(last + 1, $"The event that was sealed here is missing; the next one there is at position {position}.");
    }

    private async Task<bool> Vouches(Checkpoint checkpoint, long index, byte[] hash, CancellationToken cancellation)
    {
        try
        {
            var path = await new Prover(seal!, checkpoint.Size).Inclusion(index, cancellation);
            return MerkleProof.Includes(checkpoint.Size, checkpoint.Root.Span, index, hash, path);
        }
        catch (MissingTile)
        {
            return false;
        }
    }

    private async Task Compare(CancellationToken cancellation)
    {
        foreach (var (id, hashes) in made)
        {
            var end = (id.Index * Tiles.Width) + id.Width;
            if (seal is null || end > sealedSize >> (Tiles.Height * id.Level)) continue;
            if (await seal.Read(id, cancellation) is not { } found || !found.AsSpan(0, hashes.Length).SequenceEqual(hashes))
            {
                if (!damaged.Exists(d => d.StartsWith(id.Path, StringComparison.Ordinal))) damaged.Add($"{id.Path} is missing or not what the events make it.");
            }
        }
        made.Clear();
    }
}
