using System.Buffers;
using System.Text;
using System.Text.Json;
using Dateline.Audit;
using Npgsql;

namespace Dateline.Postgres.Seal;

/// <summary>A checkpoint that was signed, or had been.</summary>
/// <param name="Note">The signed note.</param>
/// <param name="Size">How many events it covers.</param>
/// <param name="Verifier">The key that shows its signature to be genuine.</param>
/// <param name="NewKey">Whether the signing key was made just now.</param>
public sealed record SignedCheckpoint(string Note, long Size, VerifierKey Verifier, bool NewKey);

/// <summary>The sealed log in a database: signs checkpoints of it, makes proofs, and verifies it.</summary>
public sealed class SealedLog(NpgsqlDataSource database)
{
    private readonly DatabaseTiles tiles = new(database);

    /// <summary>
    /// Signs what is sealed. What is new since the last checkpoint is derived from the events once more; what is older is shown to be the same tree.
    /// </summary>
    /// <param name="file">Where the key and the last checkpoint are.</param>
    /// <param name="name">The log's name, for a new key.</param>
    /// <param name="cancellation">Leaves nothing signed.</param>
    /// <exception cref="Refused">The log is not a continuation of what was signed.</exception>
    /// <exception cref="NoteFault">The key or the last checkpoint is not to be used.</exception>
    public Task<SignedCheckpoint> Checkpoint(KeyFile file, string name, CancellationToken cancellation) => Checkpoint(file, name, [], cancellation);

    /// <summary>
    /// The same, where the log also continues checkpoints that somebody kept: after a restore from a backup, neither the database nor what is beside the key
    /// knows what was signed since.
    /// </summary>
    /// <param name="file">Where the key and the last checkpoint are.</param>
    /// <param name="name">The log's name, for a new key.</param>
    /// <param name="kept">Checkpoints whose signature was checked.</param>
    /// <param name="cancellation">Leaves nothing signed.</param>
    /// <inheritdoc cref="Checkpoint(KeyFile, string, CancellationToken)"/>
    public async Task<SignedCheckpoint> Checkpoint(KeyFile file, string name, IReadOnlyList<Checkpoint> kept, CancellationToken cancellation)
    {
        using var alone = await file.Lock(cancellation);
        var (key, isNew) = file.Open(name);
        var before = new SignedBefore(database, file, key.Verifier);
        List<Checkpoint> known = [.. (await before.Load(cancellation)).Concat(kept).OrderBy(c => c.Size)];
        var last = known.Count > 0 ? known[^1] : new(key.Verifier.Name, 0, MerkleTree.EmptyRoot);
        var size = await tiles.Size(cancellation);
        if (size < last.Size)
            throw new Refused($"Only {size} events are sealed, but a checkpoint over {last.Size} was signed: nothing is signed that contradicts it. Verifying the log says more.");
        await CheckNew(last.Size, size, cancellation);
        var prover = new Prover(tiles, size);
        var root = await prover.Root(cancellation);
        foreach (var one in known)
        {
            var proof = await prover.Consistency(one.Size, cancellation);
            if (!MerkleProof.Extends(one.Size, one.Root.ToArray(), size, root, proof))
                throw new Refused($"The log does not continue the checkpoint over {one.Size} events that was signed before: nothing is signed that contradicts it. Verifying the log says more.");
        }
        // The same tree is signed to the same note.
        var signed = new Checkpoint(key.Verifier.Name, size, root).Sign(key);
        await before.Keep(signed, size, cancellation);
        return new(signed, size, key.Verifier, isNew);
    }

    /// <summary>A proof, by C2SP tlog-proof, that the event at a position is in the log that a checkpoint was signed for.</summary>
    /// <exception cref="Refused">There is no such event under the checkpoint.</exception>
    public async Task<string> Prove(long position, byte[] note, VerifierKey verifier, CancellationToken cancellation)
    {
        var checkpoint = Audit.Checkpoint.Open(note, verifier);
        var found = await First(position - 1, position, cancellation) ?? throw new Refused($"There is no event at position {position}.");
        var index = (await database.CreateCommand("select count(*) from mt_events where seq_id < $1").With(position).Rows(r => r.GetInt64(0), cancellation))[0];
        if (index >= checkpoint.Size) throw new Refused($"The event at position {position} came after the checkpoint over {checkpoint.Size} events. Sign a new checkpoint first.");
        var before = found.SealedAs;
        var record = new LeafRecord();
        var leaf = MerkleTree.HashLeaf(record.Of(found, before));
        if (before is not null && record.Keeps(found, before) == false)
            throw new Refused($"More than text was changed in the event at position {position}, and called a redaction. Verifying the log says more.");
        var path = await new Prover(tiles, checkpoint.Size).Inclusion(index, cancellation);
        if (!MerkleProof.Includes(checkpoint.Size, checkpoint.Root.Span, index, leaf, path))
            throw new Refused($"The event at position {position} is not the one that the checkpoint was signed for. Verifying the log says more.");
        var extra = new ArrayBufferWriter<byte>();
        EventLine.Write(found, extra);
        if (before is not null) extra.Write(JsonSerializer.SerializeToUtf8Bytes(before));
        return new TlogProof(extra.WrittenSpan.ToArray(), index, path, Encoding.UTF8.GetString(note)).ToString();
    }

    /// <summary>The hashes of a tile of the sealed tree, by C2SP tlog-tiles; null when there are not so many.</summary>
    /// <param name="level">Its level, from 0.</param>
    /// <param name="index">Its number on that level.</param>
    /// <param name="width">How many hashes, 1 to 256.</param>
    /// <param name="cancellation">Ends the query.</param>
    public async Task<byte[]?> Tile(int level, long index, int width, CancellationToken cancellation) =>
        await tiles.Read(new(level, index, width), cancellation) is { } hashes ? hashes[..(width * MerkleTree.HashSize)] : null;

    /// <summary>Verifies the log against all that is known to be signed of it; tells what of that is not at hand.</summary>
    /// <param name="file">Where the key and the checkpoints are.</param>
    /// <param name="more">Further checkpoints whose signature was checked.</param>
    /// <param name="export">A folder that was exported earlier.</param>
    /// <param name="progress">Hears how many events were read, and how many are sealed.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="NoteFault">A checkpoint beside the key was not signed by it.</exception>
    public async Task<Verification> Verify(KeyFile file, IReadOnlyList<Checkpoint> more, string? export, IProgress<(long At, long Of)>? progress, CancellationToken cancellation)
    {
        var (signed, unwitnessed) = await SignedBefore.Known(database, file, cancellation);
        return await Verify([.. signed, .. more], export, progress, cancellation) with { Unwitnessed = unwitnessed };
    }

    /// <summary>Verifies the whole log and the kept bytes of documents against its seal, against checkpoints, and against the tiles of an export where one is given.</summary>
    /// <param name="checkpoints">Checkpoints whose signature was checked.</param>
    /// <param name="export">A folder that was exported earlier.</param>
    /// <param name="progress">Hears how many events were read, and how many are sealed.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<Verification> Verify(IReadOnlyList<Checkpoint> checkpoints, string? export, IProgress<(long At, long Of)>? progress, CancellationToken cancellation)
    {
        var size = await tiles.Size(cancellation);
        var read = progress is null ? null : new EventsRead(progress, size);
        if (export is not null && new FolderTiles(export) is var folder && await Run(folder, folder.Size) is { Holds: false } against) return against;
        return await Run(size == 0 ? null : new TilesAhead(database), size);

        async Task<Verification> Run(ITiles? seal, long sealedSize)
        {
            await using var connection = await database.OpenConnectionAsync(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
            var erasures = await ErasureNotes.Load(connection, cancellation);
            var found = await new Verifier(seal, sealedSize, checkpoints, erasures).Run(CopiedRuns.Read(connection, cancellation).ToAsyncEnumerable(), read, cancellation);
            var original = await KeptOriginals.Differing(connection, cancellation);
            found = found with { Missing = await KeptOriginals.Missing(connection, cancellation), Streams = await StreamRows.Wrong(connection, cancellation) };
            return original is not null && (found.First is null || original.From < found.First.From) ? found with { First = original } : found;
        }
    }

    /// <summary>Compares the leaves of what is new with its events.</summary>
    private async Task CheckNew(long from, long to, CancellationToken cancellation)
    {
        if (from == to) return;
        var after = await PositionOf(from, cancellation);
        var (index, record, hash) = (from, new LeafRecord(), new byte[MerkleTree.HashSize]);
        byte[]? tile = null;
        await foreach (var e in StoredEvents.Read(database, after, long.MaxValue, cancellation))
        {
            if (index == to) return;
            if (tile is null || index % Tiles.Width == 0)
            {
                var id = new TileId(0, index / Tiles.Width, (int)Math.Min(Tiles.Width, to - (index / Tiles.Width * Tiles.Width)));
                tile = await tiles.Read(id, cancellation) ?? throw new Refused($"The seal has no {id.Path}. Rebuilding the view seal makes it anew.");
            }
            MerkleTree.HashLeaf(record.Of(e, e.SealedAs), hash);
            if (!hash.AsSpan().SequenceEqual(tile.AsSpan((int)(index % Tiles.Width) * MerkleTree.HashSize, MerkleTree.HashSize)))
                throw new Refused($"The event at position {e.Position} is not the one that was sealed: nothing is signed. Verifying the log says more.");
            index++;
            foreach (var erased in Erasures.Done(e)?.Events ?? [])
                if (await First(erased.Position - 1, erased.Position, cancellation) is { } left && record.Keeps(left, new(erased.Data, erased.Metadata, erased.Reason)) == false && left.SealedAs?.Data == erased.Data)
                    throw new Refused($"More than text was changed in the event at position {erased.Position}, and called a redaction: nothing is signed. Verifying the log says more.");
        }
        if (index < to) throw new Refused($"{to} events were sealed, but only {index} are there: nothing is signed. Verifying the log says more.");
    }

    /// <summary>The position of the event with so many up to and including it: the same number, where no gaps were noted.</summary>
    private async Task<long> PositionOf(long count, CancellationToken cancellation) => count == 0 ? long.MinValue
        : (await database.CreateCommand(
            """
            select case when exists (select from mt_high_water_skips) then (select seq_id from mt_events order by seq_id offset $1 - 1 limit 1) else $1 end
            """).With(count).Rows(r => r.Bigint(0), cancellation))[0] ?? count;

    private async Task<StoredEvent?> First(long after, long through, CancellationToken cancellation)
    {
        await foreach (var e in StoredEvents.Read(database, after, through, cancellation)) return e;
        return null;
    }
}
