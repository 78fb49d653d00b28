using System.Buffers.Binary;
using System.Text;
using Dateline.Audit;
using Dateline.Postgres.Seal;

namespace Dateline.Contract.Seal;

public sealed class ExportTests(TestDatabase databases)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task an_export_verifies_by_itself_and_by_an_earlier_checkpoint()
    {
        await using var desk = await SealedDesk.Open(databases, 400);
        var earlier = await desk.Sign();
        await desk.Add(200);
        var folder = await desk.Export();
        var own = Checkpoint.Open(OfflineAudit.CheckpointOf(folder), OfflineAudit.VerifierOf(folder));
        var found = await OfflineAudit.Verify(folder, [own, desk.Opened(earlier)], null, Cancellation);
        Assert.True(found.Holds);
        Assert.Equal((600, 600L, 600L), (found.Events, found.Sealed, found.Signed!.Value));
        Assert.Equal(
            ["tile/0/000", "tile/0/001", "tile/0/002.p/88", "tile/1/000.p/2", "tile/entries/000", "tile/entries/001", "tile/entries/002.p/88"],
            Directory.EnumerateFiles(Path.Combine(folder, "tile"), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task a_bundle_of_entries_hashes_to_its_tile_as_other_clients_check_it()
    {
        await using var desk = await SealedDesk.Open(databases, 300);
        var folder = await desk.Export();
        foreach (var (entries, tile) in new[] { ("tile/entries/000", "tile/0/000"), ("tile/entries/001.p/44", "tile/0/001.p/44") })
        {
            var (bundle, hashes) = (await File.ReadAllBytesAsync(Path.Combine(folder, entries), Cancellation), new List<byte>());
            for (var at = 0; at < bundle.Length;)
            {
                var size = BinaryPrimitives.ReadUInt16BigEndian(bundle.AsSpan(at));
                hashes.AddRange(System.Security.Cryptography.SHA256.HashData([0, .. bundle.AsSpan(at + 2, size)]));
                at += 2 + size;
            }
            Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(folder, tile), Cancellation), hashes);
        }
    }

    [Fact]
    public async Task a_bundle_of_entries_that_was_changed_cut_lengthened_or_taken_away_is_found()
    {
        await using var desk = await SealedDesk.Open(databases, 300);
        var folder = await desk.Export();
        var file = Path.Combine(folder, "tile/entries/000");
        var intact = await File.ReadAllBytesAsync(file, Cancellation);
        async Task Found(byte[]? bundle, string how)
        {
            if (bundle is null) File.Delete(file);
            else await File.WriteAllBytesAsync(file, bundle, Cancellation);
            var found = await OfflineAudit.Verify(folder, [], null, Cancellation);
            Assert.False(found.Holds);
            Assert.Null(found.First);
            Assert.StartsWith("tile/entries/000 " + how, Assert.Single(found.Damaged), StringComparison.Ordinal);
        }

        await Found([.. intact[..^1], (byte)(intact[^1] ^ 1)], "differs at its entry 256 of 256");
        await Found(intact[..^1], "ends within its entry 256");
        await Found([.. intact, 0], "goes on behind its 256 entries");
        await Found([], "ends within its entry 1");
        await Found(new byte[256 * 65_537 + 1], "is longer");
        await Found(null, "is missing");
    }

    [Fact]
    public async Task any_changed_bit_of_the_exported_events_is_found_no_later_than_its_line()
    {
        await using var desk = await SealedDesk.Open(databases, 300);
        var folder = await desk.Export();
        var checkpoint = Checkpoint.Open(OfflineAudit.CheckpointOf(folder), OfflineAudit.VerifierOf(folder));
        var file = Path.Combine(folder, "events.jsonl");
        var intact = await File.ReadAllBytesAsync(file, Cancellation);
        var random = new Random(7);
        for (var round = 0; round < 250; round++)
        {
            var (at, bit) = (random.Next(intact.Length - 1), random.Next(8));
            var changed = intact.ToArray();
            changed[at] ^= (byte)(1 << bit);
            await File.WriteAllBytesAsync(file, changed, Cancellation);
            var found = await OfflineAudit.Verify(folder, [checkpoint], null, Cancellation);
            var line = 1 + intact.AsSpan(0, at).Count((byte)'\n');
            if (found.Holds) Assert.True(SameMeaning(intact, changed, line), $"bit {bit} of byte {at}, line {line}: {(char)intact[at]} became {(char)changed[at]}");
            else Assert.InRange(found.First!.From, line - 1, line);
        }
    }

    [Fact]
    public async Task lines_taken_out_put_in_or_swapped_are_found()
    {
        await using var desk = await SealedDesk.Open(databases, 20);
        var folder = await desk.Export();
        var checkpoint = Checkpoint.Open(OfflineAudit.CheckpointOf(folder), OfflineAudit.VerifierOf(folder));
        var file = Path.Combine(folder, "events.jsonl");
        var lines = await File.ReadAllLinesAsync(file, Cancellation);
        foreach (var (changed, position) in new (string[], long)[]
        {
            ([.. lines[..9], .. lines[10..]], 10), ([.. lines[..9], lines[8], .. lines[9..]], 10), ([.. lines[..3], lines[4], lines[3], .. lines[5..]], 4),
            (lines[..15], 16), ([], 1), ([.. lines[..6], "", .. lines[7..]], 7), ([.. lines[..6], "{}", .. lines[7..]], 7)
        })
        {
            await File.WriteAllLinesAsync(file, changed, Cancellation);
            Assert.Equal(position, (await OfflineAudit.Verify(folder, [checkpoint], null, Cancellation)).First!.From);
        }
    }

    [Fact]
    public async Task a_proof_shows_offline_that_an_event_was_recorded()
    {
        await using var desk = await SealedDesk.Open(databases, 300);
        var signed = await desk.Sign();
        await desk.Add(50);
        foreach (var position in new long[] { 1, 2, 255, 256, 257, 300 })
        {
            var proof = await desk.Log.Prove(position, Encoding.UTF8.GetBytes(signed.Note), signed.Verifier, Cancellation);
            var proved = OfflineAudit.Check(proof, signed.Verifier);
            Assert.Equal((position, 300, "log.example/test"), (proved.Position, proved.Signed, proved.Origin));
            Assert.Contains("source_registered", proved.Event, StringComparison.Ordinal);
            var extra = proof.Split('\n')[1]["extra ".Length..];
            var other = Convert.ToBase64String(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Convert.FromBase64String(extra)).Replace("\"who\":\"ana\"", "\"who\":\"ann\"", StringComparison.Ordinal)));
            Assert.Throws<NoteFault>(() => OfflineAudit.Check(proof.Replace(extra, other, StringComparison.Ordinal), signed.Verifier));
            Assert.Throws<NoteFault>(() => OfflineAudit.Check(proof.Replace($"index {position - 1}", $"index {position}", StringComparison.Ordinal), signed.Verifier));
        }
        await Assert.ThrowsAsync<Refused>(() => desk.Log.Prove(301, Encoding.UTF8.GetBytes(signed.Note), signed.Verifier, Cancellation));
        await Assert.ThrowsAsync<Refused>(() => desk.Log.Prove(9999, Encoding.UTF8.GetBytes(signed.Note), signed.Verifier, Cancellation));
    }

    [Fact]
    public async Task a_folder_with_something_in_it_is_left_alone()
    {
        await using var desk = await SealedDesk.Open(databases, 1);
        var signed = await desk.Sign();
        await Assert.ThrowsAsync<Refused>(() => AuditExport.Write(desk.Desk.Engine.Database, signed, desk.Folder, Cancellation));
    }

    /// <summary>A letter that JSON or Base64 lets be written in two ways, such as the case of a hexadecimal digit.</summary>
    private static bool SameMeaning(byte[] intact, byte[] changed, int line)
    {
        var (a, b) = (Line(intact, line), Line(changed, line));
        return string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

        static string Line(byte[] file, int number) => Encoding.UTF8.GetString(file).Split('\n')[number - 1];
    }
}
