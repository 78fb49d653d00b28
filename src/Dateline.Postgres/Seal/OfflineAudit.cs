using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Dateline.Audit;

namespace Dateline.Postgres.Seal;

/// <summary>What a proof shows.</summary>
/// <param name="Position">The event's position.</param>
/// <param name="Event">The event as it stands, as one line of JSON.</param>
/// <param name="Signed">How many events the checkpoint covers.</param>
/// <param name="Origin">The log.</param>
/// <param name="Redacted">Whether text was removed from the event since, so that only its hashes are proved.</param>
public sealed record Proved(long Position, string Event, long Signed, string Origin, bool Redacted);

/// <summary>Verifies exports and proofs without any database.</summary>
public static class OfflineAudit
{
    /// <summary>The verifier key that came with an export. Whoever made the export chose it: compare it with one you had before.</summary>
    public static VerifierKey VerifierOf(string folder) =>
        VerifierKey.Parse(Encoding.UTF8.GetString(Small(Path.Combine(folder, AuditExport.VerifierFile))));

    /// <summary>The checkpoint that came with an export.</summary>
    public static byte[] CheckpointOf(string folder) => Small(Path.Combine(folder, AuditExport.CheckpointFile));

    /// <summary>Verifies an exported folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="checkpoints">Checkpoints whose signature was checked.</param>
    /// <param name="progress">Hears how many events were read, and how many the tiles cover.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="NoteFault">The folder holds no export.</exception>
    public static async Task<Verification> Verify(
        string folder, IReadOnlyList<Checkpoint> checkpoints, IProgress<(long At, long Of)>? progress, CancellationToken cancellation)
    {
        var file = Path.Combine(folder, AuditExport.EventsFile);
        if (!File.Exists(file)) throw new NoteFault($"{folder} holds no export: it has no {AuditExport.EventsFile}.");
        var erasures = new Erasures();
        await foreach (var e in Read(file, onlyErasures: true, cancellation))
            foreach (var erased in Erasures.Done(e)?.Events ?? []) erasures.Claim(e.Position, erased);
        var tiles = new FolderTiles(folder);
        var found = await new Verifier(tiles.Size == 0 ? null : tiles, tiles.Size, checkpoints, erasures).Run(
            Read(file, onlyErasures: false, cancellation), progress is null ? null : new EventsRead(progress, tiles.Size), cancellation);
        return found with { Damaged = [.. found.Damaged, .. await EntryBundles.Damage(folder, tiles, cancellation)] };
    }

    /// <summary>Checks a proof.</summary>
    /// <exception cref="NoteFault">It does not prove anything. The message says why.</exception>
    public static Proved Check(string proof, VerifierKey verifier)
    {
        var read = TlogProof.Parse(proof);
        var checkpoint = Checkpoint.Open(Encoding.UTF8.GetBytes(read.Note), verifier);
        var end = Array.IndexOf(read.Extra, (byte)'\n');
        if (end < 0) throw new NoteFault("The proof does not carry the event.");
        try
        {
            var (e, record) = (EventLine.Read(read.Extra.AsMemory(0, end)), new LeafRecord());
            var before = end + 1 < read.Extra.Length ? JsonSerializer.Deserialize<Sealed>(read.Extra.AsSpan(end + 1)) : null;
            var leaf = MerkleTree.HashLeaf(record.Of(e, before));
            if (!MerkleProof.Includes(checkpoint.Size, checkpoint.Root.Span, read.Index, leaf, read.Path))
                throw new NoteFault("The event that the proof carries is not in the log that the checkpoint was signed for.");
            if (before is not null && record.Keeps(e, before) == false) throw new NoteFault("More than text was changed in the event that the proof carries, and called a redaction.");
            return new(e.Position, Encoding.UTF8.GetString(read.Extra, 0, end), checkpoint.Size, checkpoint.Origin, before is not null);
        }
        catch (JsonException error)
        {
            throw new NoteFault($"The event that the proof carries cannot be read: {error.Message}");
        }
    }

    private static async IAsyncEnumerable<StoredEvent> Read(string file, bool onlyErasures, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var number = 0L;
        await foreach (var line in ByteLines.Read(file, cancellation))
        {
            number++;
            if (onlyErasures && line.Span.IndexOf("_erased\""u8) < 0) continue;
            StoredEvent e;
            try
            {
                e = EventLine.Read(line);
            }
            catch (JsonException) when (onlyErasures)
            {
                continue;
            }
            catch (JsonException error)
            {
                throw new UnreadableLine($"Line {number} of {AuditExport.EventsFile} is no event. {error.Message}");
            }
            yield return e;
        }
    }

    private static byte[] Small(string file) => !File.Exists(file) ? throw new NoteFault($"There is no {file}.")
        : new FileInfo(file).Length <= 1 << 20 ? File.ReadAllBytes(file) : throw new NoteFault($"{file} is longer than any key or checkpoint.");
}
