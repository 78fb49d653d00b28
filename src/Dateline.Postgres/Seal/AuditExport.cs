using System.Buffers;
using Dateline.Audit;
using Npgsql;

namespace Dateline.Postgres.Seal;

/// <summary>
/// Writes the log under a checkpoint into a folder that can be verified without Dateline's database: <c>events.jsonl</c>, <c>checkpoint</c>,
/// <c>verifier</c>, and the tiles and entry bundles where C2SP tlog-tiles has them.
/// </summary>
public static class AuditExport
{
    internal const string EventsFile = "events.jsonl";
    internal const string CheckpointFile = "checkpoint";
    internal const string VerifierFile = "verifier";

    /// <summary>Exports.</summary>
    /// <param name="database">The log's database.</param>
    /// <param name="signed">The checkpoint, whose events are exported.</param>
    /// <param name="folder">A new or empty folder.</param>
    /// <param name="cancellation">Leaves what was written so far, without a checkpoint.</param>
    /// <exception cref="Refused">The folder is not empty, or the events are not those that were signed.</exception>
    public static async Task Write(NpgsqlDataSource database, SignedCheckpoint signed, string folder, CancellationToken cancellation)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()) throw new Refused($"The folder {folder} is not empty. Name a new one.");
        Directory.CreateDirectory(folder);
        var checkpoint = Checkpoint.Open(System.Text.Encoding.UTF8.GetBytes(signed.Note), signed.Verifier);
        var (record, edge, made, hash) = (new LeafRecord(), new TileEdge(), new List<(TileId, byte[])>(), new byte[MerkleTree.HashSize]);
        var (lines, bundle) = (new ArrayBufferWriter<byte>(1 << 16), new ArrayBufferWriter<byte>(1 << 16));
        await using (var events = File.Create(Path.Combine(folder, EventsFile), 1 << 16))
        {
            await foreach (var e in StoredEvents.Read(database, long.MinValue, long.MaxValue, cancellation))
            {
                if (edge.Size == checkpoint.Size) break;
                EventLine.Write(e, lines);
                Add(e);
                if (made.Count > 0) await Flush(Tiles.Width);
                await events.WriteAsync(lines.WrittenMemory, cancellation);
                lines.ResetWrittenCount();
            }
            await events.FlushAsync(cancellation);
        }
        made.AddRange(edge.Partials().Select(p => (p.Tile, p.Hashes)));
        await Flush((int)(edge.Size % Tiles.Width));
        if (edge.Size < checkpoint.Size || !edge.Root().AsSpan().SequenceEqual(checkpoint.Root.Span))
            throw new Refused("The events are not those that the checkpoint was signed for; the folder holds them without one. Verifying the log says which.");
        await File.WriteAllTextAsync(Path.Combine(folder, VerifierFile), signed.Verifier + "\n", cancellation);
        await File.WriteAllTextAsync(Path.Combine(folder, CheckpointFile), signed.Note, cancellation);

        void Add(StoredEvent e)
        {
            var leaf = record.Of(e, e.SealedAs);
            if (leaf.Length > EntryBundles.LongestEntry) throw new Refused($"The event at position {e.Position} has names too long for a bundle of entries ({leaf.Length} bytes).");
            EntryBundles.Add(bundle, leaf);
            MerkleTree.HashLeaf(leaf, hash);
            edge.Add(hash, made);
        }

        async Task Flush(int entries)
        {
            foreach (var (tile, hashes) in made) await Put(tile.Path, hashes);
            made.Clear();
            if (bundle.WrittenCount > 0) await Put(Tiles.Entries((edge.Size - 1) / Tiles.Width, entries), bundle.WrittenMemory);
            bundle.ResetWrittenCount();
        }

        async Task Put(string path, ReadOnlyMemory<byte> bytes)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllBytesAsync(file, bytes, cancellation);
        }
    }
}
