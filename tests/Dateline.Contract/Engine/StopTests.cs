using Dateline.Postgres.Engine;
using Dateline.Sources;

namespace Dateline.Contract.Engine;

/// <summary>Followers that stop: what they hold up, what they do not, and that they go on once the cause is mended.</summary>
public abstract class StopTests<TEngine>(TestDatabase databases) : Suite<TEngine>(databases) where TEngine : IEngineUnderTest
{
    [Fact]
    public async Task the_seal_passes_over_nothing_whatever_the_setting()
    {
        await using var desk = await Open(o => o with { Poison = Poison.SetAside });
        for (var i = 1; i <= 3; i++) await desk.Send(new RegisterSource("s" + i, "n"));
        Assert.Empty(await desk.Settle());
        // The fifth leaf does not go in, live or in a rebuild.
        await desk.Do("""
            create function picky() returns event_trigger language plpgsql as
            $$ declare t record; begin for t in select * from pg_event_trigger_ddl_commands() where command_tag = 'CREATE TABLE' and object_identity like '%.seal_tiles' loop
                execute 'alter table ' || t.object_identity || ' add constraint picky check (octet_length(hashes) < 5 * 32)'; end loop; end $$;
            create event trigger picky on ddl_command_end when tag in ('CREATE TABLE') execute function picky();
            alter table seal_tiles add constraint picky check (octet_length(hashes) < 5 * 32)
            """);
        for (var i = 4; i <= 9; i++) await desk.Send(new RegisterSource("s" + i, "n"));
        var stopped = Assert.Single(await desk.Settle());
        Assert.Equal(("seal", 4L, 5L, 0L), (stopped.Name, stopped.Position, stopped.StoppedAt!.Value, stopped.SetAside));
        Assert.StartsWith("23514", stopped.Error, StringComparison.Ordinal);
        Assert.Equal("9", await desk.Text("select count(*) from audit"));
        var refused = await Assert.ThrowsAsync<Refused>(() => desk.Engine.Rebuild("seal", null, Cancellation));
        Assert.Contains("position 5", refused.Message, StringComparison.Ordinal);

        await desk.Do("drop event trigger picky; alter table seal_tiles drop constraint picky");
        await desk.DisposeAsync();
        await using var again = await Open(desk.ConnectionString, o => o with { Poison = Poison.SetAside });
        await again.Send(new RegisterSource("s10", "n"));
        await Mended(again);
        var live = await again.Rows("seal");
        await again.Engine.Rebuild("seal", null, Cancellation);
        Assert.Equal(live, await again.Rows("seal"));
        Assert.Equal("0", await again.Text("select count(*) from set_aside"));
    }

    [Fact]
    public async Task an_event_that_was_mended_into_one_that_a_view_does_not_need_lets_the_view_go_on()
    {
        await using var desk = await Open();
        var unreadable = await FileBesideUnreadable(desk);
        Assert.Contains("board", (await desk.Settle()).Select(s => s.Name));
        await desk.DisposeAsync();
        await using var again = await Open(desk.ConnectionString);
        await MendInPlace(again, unreadable);
        await Mended(again);
    }

    [Fact]
    public async Task a_redaction_is_carried_out_beside_events_that_cannot_be_read()
    {
        await using var desk = await Open(o => o with { Poison = Poison.SetAside });
        var unreadable = await FileBesideUnreadable(desk);
        await desk.Redact("d", 1, "privacy", "a court's order", "ana", "ben");
        Assert.Empty(await desk.Settle());
        Assert.DoesNotContain("Northgate", await desk.Rows(), StringComparison.Ordinal);
        Assert.Equal("0", await desk.Text("select count(*) from mt_events where strpos(to_jsonb(mt_events)::text, 'Northgate') > 0"));
        Assert.Equal("0", await desk.Text("select count(*) from set_aside where follower in ('redactions:All', 'reactions:All')"));
        Assert.Equal($"{unreadable}", await desk.Text("select string_agg(distinct position::text, ' ') from set_aside"));
        Assert.Equal("1", await desk.Text("select count(*) from audit where what = 'document_redacted'"));
    }

    [Fact]
    public async Task a_redaction_that_a_view_holds_up_stops_visibly_and_nobody_else_does()
    {
        await using var desk = await Open();
        var unreadable = await FileBesideUnreadable(desk);
        await desk.Redact("d", 1, "privacy", "a court's order", "ana", "ben");
        var stopped = (await desk.Settle()).Single(s => s.Name == "redactions");
        Assert.Contains("view board", stopped.Error, StringComparison.Ordinal);
        Assert.Equal("0", await desk.Text("select count(*) from mt_events where strpos(to_jsonb(mt_events)::text, 'Northgate') > 0"));
        Assert.DoesNotContain("Northgate", await desk.Rows("documents", "sources"), StringComparison.Ordinal);
        await desk.Send(new RegisterSource("after", "after"));
        await desk.Until("select count(*) from sources where id = 'after'", "1");

        // Once it is mended, the next beginning does the rest.
        await MendInPlace(desk, unreadable);
        await desk.DisposeAsync();
        await using var again = await Open(desk.ConnectionString);
        await Mended(again);
        Assert.DoesNotContain("Northgate", await again.Rows(), StringComparison.Ordinal);
    }

    /// <summary>Files a document and puts an event behind all that which cannot be read; gives that event's position.</summary>
    private static async Task<long> FileBesideUnreadable(Newsdesk desk)
    {
        await desk.Send(Newsdesk.Document("d", "The mayor of Northgate said that 200 houses were destroyed.", DateTimeOffset.UnixEpoch));
        Assert.Empty(await desk.Settle());
        var next = await desk.Engine.Head(Cancellation) + 1;
        await desk.Do($$"""
            insert into mt_streams (id, version) values ('claim/x', 1);
            insert into mt_events (seq_id, id, stream_id, version, type, data, timestamp, user_name)
            values ({{next}}, gen_random_uuid(), 'claim/x', 1, 'claim_raised', '{"claimId": 7}', clock_timestamp(), 'x');
            select setval('mt_events_sequence', {{next}})
            """);
        return next;
    }

    /// <summary>Puts an event that can be read in the place of one that cannot.</summary>
    private static Task MendInPlace(Newsdesk desk, long unreadable) => desk.Do($$"""
        set session_replication_role = replica;
        delete from mt_events where seq_id = {{unreadable}};
        delete from mt_streams where id = 'claim/x';
        set session_replication_role = origin;
        insert into mt_streams (id, version) values ('source/in-place', 1);
        insert into mt_events (seq_id, id, stream_id, version, type, data, timestamp, user_name)
        values ({{unreadable}}, gen_random_uuid(), 'source/in-place', 1, 'source_registered', '{"sourceId": "in-place", "name": "n"}', clock_timestamp(), 'x')
        """);

    /// <summary>Whoever had stopped goes on after a beginning.</summary>
    private static async Task Mended(Newsdesk desk)
    {
        desk.Engine.Start();
        IReadOnlyList<FollowerState> stopped = [];
        for (var end = Environment.TickCount64 + 30_000; Environment.TickCount64 < end && (stopped = await desk.Settle()).Count > 0;) await Task.Delay(20, Cancellation);
        Assert.Empty(stopped);
    }
}
