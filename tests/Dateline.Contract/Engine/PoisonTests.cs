using Dateline.Postgres.Engine;
using Dateline.Sources;

namespace Dateline.Contract.Engine;

/// <summary>Events that a follower cannot take in: whatever came in comes out or is set aside.</summary>
public abstract class PoisonTests<TEngine>(TestDatabase databases) : Suite<TEngine>(databases) where TEngine : IEngineUnderTest
{
    [Theory]
    [InlineData("claim_raised", """{"claimId": 7}""", "not of the form of a claim_raised, at $.claimId")]
    [InlineData("claim_raised", "null", "claim_raised is null", "Dateline.Claims.ClaimRaised, Dateline.Core")]
    [InlineData("a_name_of_tomorrow", "{}", "a_name_of_tomorrow")]
    public async Task an_event_that_cannot_be_read_is_set_aside_by_whoever_needs_it(string type, string data, string why, string dotnet = "Dateline.OfTomorrow, Dateline.Core")
    {
        await using var desk = await Open(o => o with { Poison = Poison.SetAside });
        await desk.Send(new RegisterSource("a", "a"));
        await desk.Do($"""
            insert into mt_streams (id, version) values ('claim/x', 1);
            insert into mt_events (seq_id, id, stream_id, version, type, data, timestamp, mt_dotnet_type, user_name)
            values (2, gen_random_uuid(), 'claim/x', 1, '{type}', '{data}', clock_timestamp(), '{dotnet}', 'x')
            """);
        await desk.Send(new RegisterSource("b", "b"));
        Assert.Empty(await desk.Settle());
        Assert.Equal("2", await desk.Text("select count(*) from sources"));
        Assert.Equal("1 3", await desk.Text("select string_agg(position::text, ' ' order by position) from audit"));
        var expected = type == "claim_raised" ? "audit:All 2, board:All 2, history:All 2, live:All 2, search:All 2" : "audit:All 2, live:All 2";
        Assert.Equal(expected, await desk.Text("select string_agg(follower || ' ' || position, ', ' order by follower) from set_aside"));
        Assert.Contains(why, await desk.Text("select string_agg(distinct error, chr(10)) from set_aside"), StringComparison.Ordinal);
        Assert.Equal("1", await desk.Text("select count(distinct error) from set_aside"));
    }

    [Fact]
    public async Task of_what_the_reactions_need_only_what_cannot_be_read_is_set_aside()
    {
        await using var desk = await Open(o => o with { Poison = Poison.SetAside });
        await Document(desk, "one");
        await Spoiled(desk, 1);
        await Document(desk, "two");
        await Spoiled(desk, 3);
        foreach (var id in new[] { "three", "four", "five" }) await Document(desk, id);
        await Spoiled(desk, 2);
        Assert.Empty(await desk.Settle());
        await Document(desk, "six");
        Assert.Empty(await desk.Settle());
        Assert.Equal("2 4 5 6 10 11", await desk.Text("select string_agg(position::text, ' ' order by position) from set_aside where follower = 'reactions:All'"));
        Assert.Equal("6", await desk.Text("select count(*) from mt_events where type = 'mentions_filed'"));
        Assert.Equal("6", await desk.Text("select count(*) from story_documents"));
    }

    [Fact]
    public async Task what_stands_behind_it_is_reacted_to_although_nothing_more_is_recorded()
    {
        await using var desk = await Open(o => o with { Poison = Poison.SetAside });
        await desk.Send(new RegisterSource("a", "a"));
        await Spoiled(desk, 1);
        await Document(desk, "one");
        await desk.Send(new RegisterSource("b", "b"));
        Assert.Empty(await desk.Settle());
        Assert.Equal("2", await desk.Text("select string_agg(position::text, ' ') from set_aside where follower = 'reactions:All'"));
        Assert.Equal("1", await desk.Text("select count(*) from story_documents"));
    }

    private static async Task Document(Newsdesk desk, string id) =>
        await desk.Send(Newsdesk.Document(id, $"The mayor of Northgate said that {id} was destroyed by the flood.", DateTimeOffset.UnixEpoch));

    /// <summary>Puts events at the log's end that the reactions need and cannot read.</summary>
    private static async Task Spoiled(Newsdesk desk, int count)
    {
        for (var i = 0; i < count; i++)
            await desk.Do("""
                with at as (select max(seq_id) + 1 as position from mt_events),
                stream as (insert into mt_streams (id, version) select 'document/x' || position, 1 from at)
                insert into mt_events (seq_id, id, stream_id, version, type, data, timestamp, user_name)
                select position, gen_random_uuid(), 'document/x' || position, 1, 'claims_extracted', '{"documentId": 7}', clock_timestamp(), 'x' from at
                """);
    }

    [Theory]
    [InlineData("'Dateline.OfTomorrow, Dateline.Core'", true)]
    [InlineData("'Dateline.OfTomorrow, Dateline.Core'", false)]
    [InlineData("null", true)]
    [InlineData("null", false)]
    public async Task an_event_of_a_name_that_is_not_known_stops_whoever_needs_every_event(string type, bool later)
    {
        await using var desk = await Open();
        await desk.Send(new RegisterSource("a", "a"));
        if (later) await desk.Settle();
        await Unknown(desk, 2, type);
        await desk.Send(new RegisterSource("b", "b"));
        Assert.Equal([("audit", 2L), ("live", 2L)], (await desk.Settle()).OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => (s.Name, s.StoppedAt!.Value)));
        Assert.Equal("2", await desk.Text("select count(*) from sources"));
        if (later) Assert.Equal("1 1", await desk.Text("select string_agg(last_seq_id::text, ' ') from mt_event_progression where name in ('audit:All', 'live:All')"));
    }

    [Theory]
    [InlineData("'source/x'", "null", "It has no data.")]
    [InlineData("null", "'{\"sourceId\": \"x\", \"name\": \"x\"}'", "It is on no stream.")]
    public async Task what_is_on_no_stream_or_has_no_data_is_set_aside(string stream, string data, string why)
    {
        await using var desk = await Open(o => o with { Poison = Poison.SetAside });
        await desk.Do($"""
            insert into mt_streams (id, version) values ('source/x', 1);
            insert into mt_events (seq_id, id, stream_id, version, type, data, timestamp, mt_dotnet_type, user_name)
            values (1, gen_random_uuid(), {stream}, 1, 'source_registered', {data}, clock_timestamp(), 'Dateline.Sources.SourceRegistered, Dateline.Core', 'x')
            """);
        await desk.Send(new RegisterSource("b", "b"));
        Assert.Empty(await desk.Settle());
        Assert.Equal("audit:All 1, live:All 1, sources:All 1", await desk.Text("select string_agg(follower || ' ' || position, ', ' order by follower) from set_aside"));
        Assert.Contains(why, await desk.Text("select string_agg(distinct error, chr(10)) from set_aside"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_next_that_is_not_known_stops_them_where_those_before_were_set_aside()
    {
        await using var before = await Open(o => o with { Poison = Poison.SetAside });
        await before.Send(new RegisterSource("a", "a"));
        await Unknown(before, 2);
        Assert.Empty(await before.Settle());
        await before.DisposeAsync();
        await using var desk = await Open(before.ConnectionString);
        await desk.Send(new RegisterSource("b", "b"));
        Assert.Empty(await desk.Settle());
        await Unknown(desk, 4);
        await desk.Send(new RegisterSource("c", "c"));
        Assert.Equal([("audit", 3L, 4L), ("live", 3L, 4L)], (await desk.Settle()).OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => (s.Name, s.Position, s.StoppedAt!.Value)));
    }

    private static Task Unknown(Newsdesk desk, int position, string type = "'Dateline.OfTomorrow, Dateline.Core'") => desk.Do($"""
        insert into mt_streams (id, version) values ('claim/x{position}', 1);
        insert into mt_events (seq_id, id, stream_id, version, type, data, timestamp, mt_dotnet_type, user_name)
        values ({position}, gen_random_uuid(), 'claim/x{position}', 1, 'a_name_of_tomorrow', '{"{}"}', clock_timestamp(), {type}, 'x')
        """);

    [Fact]
    public async Task a_rebuild_treats_an_event_that_fails_as_it_is_treated_live()
    {
        await using var desk = await Open(o => o with { Poison = Poison.SetAside });
        foreach (var s in new[] { "a", "bad", "c" }) await desk.Send(new RegisterSource(s, s));
        await desk.Do("""
            insert into mt_streams (id, version) values ('claim/x', 1);
            insert into mt_events (seq_id, id, stream_id, version, type, data, timestamp, user_name)
            values (4, gen_random_uuid(), 'claim/x', 1, 'claim_raised', '{"claimId": 7}', clock_timestamp(), 'x');
            create function refuse_bad() returns trigger language plpgsql as $$ begin if new.id = 'bad' then raise 'not this one'; end if; return new; end $$;
            create function picky() returns event_trigger language plpgsql as
            $$ declare t record; begin for t in select * from pg_event_trigger_ddl_commands() where command_tag = 'CREATE TABLE' and object_identity like '%.sources' loop
                execute 'create trigger picky before insert on ' || t.object_identity || ' for each row execute function dateline.refuse_bad()'; end loop; end $$;
            create event trigger picky on ddl_command_end when tag in ('CREATE TABLE') execute function picky();
            create trigger picky before insert on sources for each row execute function refuse_bad()
            """);
        await desk.Send(new RegisterSource("d", "d"));
        Assert.Empty(await desk.Settle());
        const string SetAside = "select string_agg(follower || ' ' || position, ', ' order by follower, position) from set_aside";
        var (live, aside) = (await desk.Rows(), await desk.Text(SetAside));
        Assert.Contains("sources:All 2", aside, StringComparison.Ordinal);
        Assert.Contains("board:All 4", aside, StringComparison.Ordinal);
        await desk.Send(new RegisterSource("e", "e"));
        Assert.Empty(await desk.Settle());
        live = await desk.Rows();
        foreach (var view in Postgres.Views.AllViews.Catalogue) await desk.Engine.Rebuild(view.Name, null, Cancellation);
        Assert.Equal(live, await desk.Rows());
        Assert.Equal(aside, await desk.Text(SetAside));

        // Where nothing is set aside, a view stays as it is.
        await desk.DisposeAsync();
        await using var strict = await Open(desk.ConnectionString);
        foreach (var (view, position) in new[] { ("sources", 2), ("board", 4) })
        {
            var refused = await Assert.ThrowsAsync<Refused>(() => strict.Engine.Rebuild(view, null, Cancellation));
            Assert.Contains($"position {position}", refused.Message, StringComparison.Ordinal);
        }
        Assert.Equal(live, await strict.Rows());
        Assert.Equal(aside, await strict.Text(SetAside));
    }

    [Fact]
    public async Task what_will_pass_sets_nothing_aside_and_stops_nobody()
    {
        await using var desk = await Open(o => o with { Poison = Poison.SetAside });
        await desk.Do(
            """
            create sequence refusals;
            create function refuse_for_now() returns trigger language plpgsql as
            $$ begin perform nextval('refusals'); raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
            create trigger refuse_filing before insert on mt_events for each row when (new.type = 'mentions_filed') execute function refuse_for_now();
            create trigger refuse_source before insert on sources for each row execute function refuse_for_now()
            """);
        await desk.Send(Newsdesk.Document("d", "The mayor of Northgate said that 200 houses were destroyed.", DateTimeOffset.UnixEpoch));
        desk.Engine.Start();
        await desk.Until("select last_value >= 4 from refusals", "True");
        Assert.Equal("0", await desk.Text("select count(*) from set_aside"));
        await desk.Do("drop trigger refuse_filing on mt_events; drop trigger refuse_source on sources");
        Assert.Empty(await desk.Settle());
        Assert.Equal("0", await desk.Text("select count(*) from set_aside"));
        Assert.Single(await desk.Log(), e => e.Type == "mentions_filed");
        Assert.Equal("1", await desk.Text("select count(*) from sources"));
    }

    [Fact]
    public async Task what_the_database_refuses_stops_the_view_before_it()
    {
        await using var desk = await Open();
        await desk.Send(new RegisterSource("a", "a"));
        await desk.Settle();
        await desk.Do("alter table sources add constraint picky check (id <> 'bad')");
        foreach (var s in new[] { "b", "bad", "c" }) await desk.Send(new RegisterSource(s, s));
        var stopped = Assert.Single(await desk.Settle());
        Assert.Equal(("sources", 2L, 3L), (stopped.Name, stopped.Position, stopped.StoppedAt!.Value));
        Assert.StartsWith("23514", stopped.Error, StringComparison.Ordinal);
        Assert.Equal("4", await desk.Text("select count(*) from audit"));
    }
}
