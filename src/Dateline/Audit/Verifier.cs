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
internal sealed partial class Verifier(ITiles? seal, long sealedSize, IReadOnlyList<Checkpoint> checkpoints, Erasures erasures)
{
    private readonly SortedList<long, Checkpoint> bySize = Sorted(checkpoints);
    private readonly TileEdge edge = new();
    private readonly List<(TileId Tile, byte[] Hashes)> made = [];
    private readonly List<string> damaged = [];
    private readonly HashSet<long> erasers = [];
    private readonly Func<long, Sealed?> before = erasures.Before;
    private byte[]? tile;
    private long last;
    private long? signed;

    /// <summary>Reads the log to its end or to the first difference.</summary>
    /// <param name="events">The events, in order.</param>
    /// <param name="progress">Hears how many were read, now and then.</param>
    /// <param name="cancellation">Ends it.</param>
    internal Task<Verification> Run(IAsyncEnumerable<StoredEvent> events, IProgress<long>? progress, CancellationToken cancellation) =>
        Run(LeafHashes.Of(events, before, waits: true, cancellation), progress, cancellation);

    /// <summary>The same for events in runs.</summary>
    internal Task<Verification> Run(IAsyncEnumerable<IStoredRun> events, IProgress<long>? progress, CancellationToken cancellation) =>
        Run(LeafHashes.Of(events, before, waits: true, cancellation), progress, cancellation);

    private async Task<Verification> Run(IAsyncEnumerable<Leaves> log, IProgress<long>? progress, CancellationToken cancellation)
    {
        try
        {
            if (bySize.TryGetValue(0, out var empty)) Confirm(empty);
            await foreach (var leaves in log)
            {
                for (var i = 0; i < leaves.Count; i++)
                    if (await Differs(leaves, i, cancellation) is { } difference) return difference;
                progress?.Report(edge.Size);
            }
            return await End(cancellation);
        }
        catch (UnreadableLine e)
        {
            return Found(last + 1, e.Message);
        }
    }

    /// <summary>Takes in the next event; gives what is wrong with it.</summary>
    private async ValueTask<Verification?> Differs(Leaves leaves, int i, CancellationToken cancellation)
    {
        var (index, position) = (edge.Size, leaves.Fields(i).Position);
        if (position <= last)
            return Found(position < 1 ? position : last + 1, $"An event with position {position} stands here, where it cannot: positions begin at 1 and grow.");
        if (index % Tiles.Width == 0) await Turn(index, cancellation);
        if (!IsSealed(index, leaves.Hash(i)) && await Means(position, index, leaves.Hash(i).ToArray(), cancellation) is { } difference) return difference;
        if (Learn(leaves, i) is { } wrong) return Found(position, wrong);
        edge.Add(leaves.Hash(i), made);
        if (made.Count > 0) await Compare(cancellation);
        last = position;
        return bySize.TryGetValue(edge.Size, out var checkpoint) && !Confirm(checkpoint) ? Rewritten(edge.Size) : null;
    }

    /// <summary>Learns from an event what it tells of redactions; of most nothing but the leaf is needed.</summary>
    private string? Learn(Leaves leaves, int i)
    {
        if (leaves.SealsForm(i)) erasures.SealsForms = true;
        var fields = leaves.Fields(i);
        if (!Erasures.Concerns(fields.Type.Bytes) && erasures.Before(fields.Position) is null) return null;
        var e = fields.Event();
        if ((erasures.Left(e) ?? erasures.Learn(e)) is { } wrong) return wrong;
        if (Erasures.IsErasure(e.Type)) erasers.Add(e.Position);
        return null;
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
