namespace Dateline.Audit;

/// <summary>What should be the next event of an export is none.</summary>
internal sealed class UnreadableLine(string message) : Exception(message);

/// <summary>
/// Derives every leaf and the tree anew from the events, in order, and compares them with a seal's tiles and with signed checkpoints.
/// </summary>
/// <param name="seal">The tiles; null when there are none.</param>
/// <param name="sealedSize">How many events they cover.</param>
/// <param name="checkpoints">Checkpoints whose signature was checked.</param>
/// <param name="erasures">What text is said to have been removed.</param>
internal sealed class Verifier(ITiles? seal, long sealedSize, IReadOnlyList<Checkpoint> checkpoints, Erasures erasures)
{
    private readonly SortedList<long, Checkpoint> bySize = Sorted(checkpoints);
    private readonly TileEdge edge = new();
    private readonly List<(TileId Tile, byte[] Hashes)> made = [];
    private readonly List<string> damaged = [];
    private readonly HashSet<long> erasers = [];
    private byte[]? tile;
    private long last;
    private long? signed;

    /// <summary>Reads the log to its end or to the first difference.</summary>
    internal async Task<Verification> Run(IAsyncEnumerable<StoredEvent> events, CancellationToken cancellation)
    {
        try
        {
            return await Walk(events, cancellation);
        }
        catch (UnreadableLine e)
        {
            return Found(last + 1, e.Message);
        }
    }

    private async Task<Verification> Walk(IAsyncEnumerable<StoredEvent> events, CancellationToken cancellation)
    {
        if (bySize.TryGetValue(0, out var empty)) Confirm(empty);
        await foreach (var (e, hash) in LeafHashes.Of(events, e => erasures.Before(e.Position), waits: true, cancellation))
        {
            var index = edge.Size;
            if (e.Position <= last)
                return Found(e.Position < 1 ? e.Position : last + 1, $"An event with position {e.Position} stands here, where it cannot: positions begin at 1 and grow.");
            if (await Differs(e, index, hash, cancellation) is { } difference) return difference;
            if (erasures.Left(e) is { } changed) return Found(e.Position, changed);
            if (erasures.Learn(e) is { } wrong) return Found(e.Position, wrong);
            if (Erasures.IsErasure(e.Type)) erasers.Add(e.Position);
            edge.Add(hash, (t, hashes) => made.Add((t, hashes.ToArray())));
            if (made.Count > 0) await Compare(cancellation);
            last = e.Position;
            if (bySize.TryGetValue(edge.Size, out var checkpoint) && !Confirm(checkpoint)) return Rewritten(edge.Size);
        }
        return await End(cancellation);
    }

    private async Task<Verification> End(CancellationToken cancellation)
    {
        var size = Math.Max(sealedSize, bySize.Count > 0 ? bySize.Keys[^1] : 0);
        if (edge.Size < size)
            return Found(last + 1, $"The log ends here, but {(edge.Size < sealedSize ? "was sealed" : "a checkpoint was signed")} over {size} events: its end was cut off.");
        if (erasures.Unconfirmed(erasers.Contains) is { } position) return Found(position, "The event is noted as redacted, but no event of the log says so.");
        if (edge.Size == sealedSize)
        {
            made.AddRange(edge.Partials());
            await Compare(cancellation);
        }
        return Result(null);
    }

    /// <summary>
    /// What a leaf that is not the seal's means. A checkpoint that vouches for the event's own leaf shows that the seal is what was changed.
    /// </summary>
    private async Task<Verification?> Differs(StoredEvent e, long index, byte[] hash, CancellationToken cancellation)
    {
        if (seal is null || index >= sealedSize) return null;
        var slot = (int)(index % Tiles.Width);
        if (slot == 0)
        {
            var id = new TileId(0, index / Tiles.Width, (int)Math.Min(Tiles.Width, sealedSize - index));
            tile = await seal.Read(id, cancellation);
            if (tile is null) damaged.Add($"{id.Path} is missing.");
        }
        if (tile is null || hash.AsSpan().SequenceEqual(tile.AsSpan(slot * MerkleTree.HashSize, MerkleTree.HashSize))) return null;
        foreach (var checkpoint in bySize.Values.Where(c => c.Size > index))
        {
            if (!await Vouches(checkpoint, index, hash, cancellation)) continue;
            damaged.Add($"tile/0/{Tiles.Number(index / Tiles.Width)} differs at position {e.Position}, where the event is as the checkpoint over {checkpoint.Size} events has it.");
            tile = null;
            return null;
        }
        return e.Position == last + 1 ? Found(e.Position, "The event is not the one that was sealed.")
            : Found(last + 1, $"The event that was sealed here is missing; the next one there is at position {e.Position}.");
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

    private bool Confirm(Checkpoint checkpoint)
    {
        if (!checkpoint.Root.Span.SequenceEqual(edge.Root())) return false;
        signed = checkpoint.Size;
        return true;
    }

    /// <summary>The events agree with the seal, or there is none, but not with a signed checkpoint.</summary>
    private Verification Rewritten(long size) => Found(
        (signed ?? 0) + 1, size,
        $"The first {size} events are not those that a checkpoint was signed for. {(seal is null ? "" : "The seal in the database agrees with them, so both were changed. ")}"
        + "An earlier export beside it shows the position: audit verify --database --export <folder>.");

    private Verification Found(long position, string what) => Result(new(position, position, what));

    private Verification Found(long from, long to, string what) => Result(new(from, to, what));

    private Verification Result(Difference? first) => new(edge.Size, sealedSize, signed, first, damaged, erasures.Redactions);

    private static SortedList<long, Checkpoint> Sorted(IReadOnlyList<Checkpoint> checkpoints)
    {
        var sorted = new SortedList<long, Checkpoint>();
        foreach (var checkpoint in checkpoints)
        {
            if (!sorted.TryAdd(checkpoint.Size, checkpoint) && !sorted[checkpoint.Size].Agrees(checkpoint))
                throw new NoteFault($"Two signed checkpoints over {checkpoint.Size} events disagree: the log was forked.");
        }
        return sorted;
    }
}
