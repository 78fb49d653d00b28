using System.Text;
using Dateline.Audit;
using Dateline.Postgres.Seal;

namespace Dateline.Contract.Seal;

public sealed class CheckpointTests(TestDatabase databases)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_checkpoint_continues_the_one_before_and_the_same_log_is_signed_once()
    {
        await using var desk = await SealedDesk.Open(databases, 5);
        var first = await desk.Sign();
        Assert.True(first.NewKey);
        Assert.Equal(first.Note, (await desk.Sign()).Note);
        await desk.Add(600);
        var second = await desk.Sign();
        Assert.Equal((5, 605, false), (first.Size, second.Size, second.NewKey));
        var found = await desk.Verify(first, second);
        Assert.True(found.Holds);
        Assert.Equal((605, 605L, 605L), (found.Events, found.Sealed, found.Signed!.Value));
    }

    [Fact]
    public async Task an_empty_log_can_be_signed_and_continued()
    {
        await using var desk = await SealedDesk.Open(databases, 0);
        var empty = await desk.Sign();
        await desk.Add(1);
        Assert.Equal(1, (await desk.Sign()).Size);
        Assert.True((await desk.Verify(empty, await desk.Sign())).Holds);
    }

    [Theory]
    [InlineData("update mt_events set user_name = 'ben' where seq_id = 3", "continue")]
    [InlineData("delete from mt_events where seq_id > 280", "Only 280")]
    public async Task nothing_is_signed_that_contradicts_what_was_signed(string change, string because)
    {
        await using var desk = await SealedDesk.Open(databases, 300);
        var signed = await desk.Sign();
        await desk.Tamper(change + "; update mt_event_progression set last_seq_id = least(last_seq_id, (select max(seq_id) from mt_events))");
        await desk.SealAnew();
        Assert.Contains(because, (await Assert.ThrowsAsync<Refused>(desk.Sign)).Message, StringComparison.Ordinal);
        await desk.Add(40);
        await Assert.ThrowsAsync<Refused>(desk.Sign);
        Assert.Equal(signed.Note, Encoding.UTF8.GetString(desk.Key.LastCheckpoint()!));
    }

    [Fact]
    public async Task nothing_is_signed_that_contradicts_a_kept_checkpoint_where_database_and_key_were_restored()
    {
        await using var desk = await SealedDesk.Open(databases, 30);
        await desk.Sign();
        var (earlier, table) = (await File.ReadAllBytesAsync(desk.Key.CheckpointPath, Cancellation), await desk.Desk.Text("select size || ' ' || note from signed_checkpoints"));
        await desk.Add(1);
        var kept = Checkpoint.Open(Encoding.UTF8.GetBytes((await desk.Sign()).Note), desk.Key.Verifier()!);
        // The backup of both is put back, and another history begins.
        await File.WriteAllBytesAsync(desk.Key.CheckpointPath, earlier, Cancellation);
        var (size, note) = (table[..table.IndexOf(' ', StringComparison.Ordinal)], table[(table.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        await desk.Tamper($"update mt_events set user_name = 'ben' where seq_id = 31; update signed_checkpoints set size = {size}, note = '{note}'");
        await desk.SealAnew();
        var refused = await Assert.ThrowsAsync<Refused>(() => desk.Log.Checkpoint(desk.Key, "log.example/test", [kept], Cancellation));
        Assert.Contains("does not continue the checkpoint over 31", refused.Message, StringComparison.Ordinal);
        Assert.Equal(earlier, desk.Key.LastCheckpoint());
        // Without it nothing here can know.
        Assert.Equal(31, (await desk.Sign()).Size);
    }

    [Fact]
    public async Task nothing_is_signed_over_an_event_that_was_changed_since_it_was_sealed()
    {
        await using var desk = await SealedDesk.Open(databases, 30);
        await desk.Tamper("update mt_events set user_name = 'ben' where seq_id = 3");
        Assert.Contains("position 3", (await Assert.ThrowsAsync<Refused>(desk.Sign)).Message, StringComparison.Ordinal);
        Assert.Null(desk.Key.LastCheckpoint());
    }

    [Fact]
    public async Task a_key_whose_last_checkpoint_was_taken_away_signs_no_other_history()
    {
        await using var desk = await SealedDesk.Open(databases, 30);
        var signed = await desk.Sign();
        await desk.Tamper("update mt_events set user_name = 'ben' where seq_id = 3");
        await desk.SealAnew();
        foreach (var file in Directory.GetFiles(desk.Folder, "*.checkpoint")) File.Delete(file);
        await Gone();
        // Either of the two places is enough.
        var first = await File.ReadAllBytesAsync(desk.Key.FirstPath, Cancellation);
        File.Delete(desk.Key.FirstPath);
        await Gone();
        // What the database knows of is enough to find the change, whatever became of the files.
        var found = await desk.Log.Verify(desk.Key, [], null, null, Cancellation);
        Assert.Equal((1L, 30L), (found.First!.From, found.First.To));
        Assert.Contains("is gone. Put it back", found.Unwitnessed, StringComparison.Ordinal);
        var verifier = await File.ReadAllBytesAsync(desk.Key.VerifierPath, Cancellation);
        File.Delete(desk.Key.VerifierPath);
        Assert.Contains("Of this log 30 events were signed", (await desk.Log.Verify(desk.Key, [], null, null, Cancellation)).Unwitnessed, StringComparison.Ordinal);
        await File.WriteAllBytesAsync(desk.Key.VerifierPath, verifier, Cancellation);
        await desk.Desk.Do("update signed_checkpoints set note = replace(note, '30', '31')");
        Assert.Contains("was not signed by the log's key", (await desk.Log.Verify(desk.Key, [], null, null, Cancellation)).Unwitnessed, StringComparison.Ordinal);
        await desk.Desk.Do("delete from signed_checkpoints");
        await File.WriteAllBytesAsync(desk.Key.FirstPath, first, Cancellation);
        await Gone();
        await File.WriteAllTextAsync(desk.Key.CheckpointPath, signed.Note, Cancellation);
        Assert.Contains("keeps no checkpoint", (await desk.Log.Verify(desk.Key, [], null, null, Cancellation)).Unwitnessed, StringComparison.Ordinal);
        Assert.Contains("does not continue", (await Assert.ThrowsAsync<Refused>(desk.Sign)).Message, StringComparison.Ordinal);

        async Task Gone()
        {
            var refused = (await Assert.ThrowsAsync<Refused>(desk.Sign)).Message;
            Assert.Contains("has signed before", refused, StringComparison.Ordinal);
            Assert.Contains("Put it back", refused, StringComparison.Ordinal);
            Assert.False(File.Exists(desk.Key.CheckpointPath));
        }
    }

    [Fact]
    public async Task an_older_checkpoint_put_beside_the_key_lets_nothing_be_signed_that_contradicts_the_last()
    {
        await using var desk = await SealedDesk.Open(databases, 10);
        var old = await desk.Sign();
        await desk.Add(20);
        var last = await desk.Sign();
        await File.WriteAllTextAsync(desk.Key.CheckpointPath, old.Note, Cancellation);
        Assert.Equal(last.Note, (await desk.Sign()).Note);
        await File.WriteAllTextAsync(desk.Key.CheckpointPath, old.Note, Cancellation);
        await desk.Tamper("update mt_events set user_name = 'ben' where seq_id = 25");
        await desk.SealAnew();
        Assert.Contains("checkpoint over 30 events", (await Assert.ThrowsAsync<Refused>(desk.Sign)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_seal_made_anew_is_the_live_one()
    {
        await using var desk = await SealedDesk.Open(databases, 700);
        var live = await desk.Desk.Rows("seal");
        await desk.SealAnew();
        Assert.Equal(live, await desk.Desk.Rows("seal"));
        await desk.Add(80);
        var grown = await desk.Desk.Rows("seal");
        Assert.NotEqual(live, grown);
        await desk.SealAnew();
        Assert.Equal(grown, await desk.Desk.Rows("seal"));
    }

    [Fact]
    public async Task an_event_that_this_version_cannot_read_is_sealed_all_the_same()
    {
        await using var desk = await SealedDesk.Open(databases, 2);
        await desk.Desk.Do("""
            insert into mt_streams (id, version) values ('claim/x', 1);
            insert into mt_events (seq_id, id, stream_id, version, type, data, timestamp)
            values (3, gen_random_uuid(), 'claim/x', 1, 'weather_changed', '{"degrees": 1.50, "n": 100000000000000000000001}', clock_timestamp())
            """);
        await desk.Desk.Settle();
        var signed = await desk.Sign();
        Assert.Equal(3, signed.Size);
        Assert.True((await desk.Verify(signed)).Holds);
        var export = await desk.Export();
        Assert.True((await OfflineAudit.Verify(export, [desk.Opened(signed)], null, Cancellation)).Holds);
        await desk.Tamper("""update mt_events set data = '{"degrees": 1.5, "n": 100000000000000000000001}' where seq_id = 3""");
        Assert.Equal(3, (await desk.Verify(signed)).First!.From);
    }

    [Fact]
    public async Task a_hundred_thousand_events_are_sealed_and_verified_in_seconds()
    {
        await using var desk = await SealedDesk.Open(databases, 1);
        await desk.Desk.Do("""
            insert into mt_streams (id, version) select 'source/many-' || i, 1 from generate_series(2, 100000) i;
            insert into mt_events (seq_id, id, stream_id, version, type, data, timestamp, mt_dotnet_type, correlation_id, headers, user_name)
            select i, gen_random_uuid(), 'source/many-' || i, 1, 'source_registered', jsonb_build_object('sourceId', 'many-' || i, 'name', repeat('A source ', 20)), clock_timestamp(),
                'Dateline.Sources.SourceRegistered, Dateline.Core', gen_random_uuid()::text, jsonb_build_object('reason', 'because', 'salt', gen_random_uuid()), 'ana'
            from generate_series(2, 100000) i
            """);
        Assert.Empty(await desk.Desk.Settle());
        var signed = await desk.Sign();
        Assert.Equal(100_000, signed.Size);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.True((await desk.Verify(signed)).Holds);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 30);
        await desk.Tamper("update mt_events set user_name = 'ben' where seq_id = 77777");
        Assert.Equal(77_777, (await desk.Verify(signed)).First!.From);
    }

    [Fact]
    public async Task the_key_is_for_its_owner_alone()
    {
        await using var desk = await SealedDesk.Open(databases, 1);
        await desk.Sign();
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(desk.Key.Path));
        File.SetUnixFileMode(desk.Key.Path, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        var refused = await Assert.ThrowsAsync<NoteFault>(desk.Sign);
        Assert.DoesNotContain("PRIVATE", refused.Message, StringComparison.Ordinal);
        File.Delete(desk.Key.Path);
        Assert.Contains("gone", (await Assert.ThrowsAsync<NoteFault>(desk.Sign)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task two_who_sign_at_once_sign_one_log()
    {
        await using var desk = await SealedDesk.Open(databases, 10);
        var notes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => desk.Sign()));
        Assert.Single(notes.Select(n => n.Note).Distinct());
        Assert.Single(notes, n => n.NewKey);
    }

    [Fact]
    public async Task verifying_tells_how_far_it_is_in_a_database_and_in_an_export()
    {
        await using var desk = await SealedDesk.Open(databases, 40);
        var signed = await desk.Sign();
        var told = new Told();
        Assert.True((await desk.Log.Verify([desk.Opened(signed)], null, told, Cancellation)).Holds);
        Assert.Equal((signed.Size, signed.Size), told.Last);
        told = new();
        Assert.True((await OfflineAudit.Verify(await desk.Export(), [desk.Opened(signed)], told, Cancellation)).Holds);
        Assert.Equal((signed.Size, signed.Size), told.Last);
    }

    private sealed class Told : IProgress<(long At, long Of)>
    {
        internal (long At, long Of) Last { get; private set; }

        public void Report((long At, long Of) value) => Last = value.At >= Last.At ? value : throw new InvalidOperationException("It went back.");
    }
}
