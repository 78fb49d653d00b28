using System.Globalization;
using Dateline.Postgres.Engine;
using Dateline.Postgres.Views;
using Dateline.Sources;

namespace Dateline.Contract.Engine;

public abstract class FollowerTests<TEngine>(TestDatabase databases) : Suite<TEngine>(databases) where TEngine : IEngineUnderTest
{
    [Fact]
    public async Task the_same_documents_twice_record_nothing_the_second_time()
    {
        await using var desk = await Open();
        var documents = Enumerable.Range(0, 10).Select(i => Newsdesk.Document("d" + i, $"The mayor of Northgate said that {i * 100} houses were destroyed by the flood.", DateTimeOffset.UnixEpoch)).ToList();
        foreach (var d in documents) await desk.Send(d);
        Assert.Empty(await desk.Settle());
        var (events, rows) = ((await desk.Log()).Count, await desk.Rows());
        foreach (var d in documents) Assert.Null((await desk.Send(d)).Position);
        await desk.Settle();
        Assert.Equal(events, (await desk.Log()).Count);
        Assert.Equal(rows, await desk.Rows());
        Assert.Equal("10", await desk.Text("select count(*) from originals"));
    }

    [Fact]
    public async Task each_document_is_extracted_filed_and_marked_once_and_caused_by_what_came_before()
    {
        await using var desk = await Open();
        await desk.Send(Newsdesk.Document("d", "The mayor of Northgate said that 200 houses were destroyed by the flood.", DateTimeOffset.UnixEpoch));
        await desk.Settle();
        var log = await desk.Log();
        var ingested = Assert.Single(log, e => e.Type == "document_ingested");
        var extracted = Assert.Single(log, e => e.Type == "claims_extracted");
        Assert.Single(log, e => e.Type == "mentions_filed");
        Assert.Equal(ingested.Id.ToString(), extracted.Causation);
        Assert.All(log, e => Assert.Equal(ingested.Correlation, e.Correlation));
        Assert.Equal("bot:" + Extraction.Extractor.Name, extracted.By);
    }

    [Fact]
    public async Task a_follower_stops_visibly_before_an_event_it_cannot_take_in_and_the_others_go_on()
    {
        await using var desk = await Open(o => o with { Views = [.. AllViews.Catalogue, Picky(Poison: "bad")] });
        foreach (var s in new[] { "a", "b", "bad", "c" }) await desk.Send(new RegisterSource(s, s));
        var stopped = Assert.Single(await desk.Settle());
        Assert.Equal(("picky", 3L, "stopped"), (stopped.Name, stopped.StoppedAt!.Value, stopped.State));
        Assert.Equal("a b", await desk.Text("select string_agg(id, ' ' order by id) from picky"));
        Assert.Equal("4", await desk.Text("select count(*) from sources"));
    }

    [Fact]
    public async Task an_event_that_is_set_aside_is_counted_and_the_follower_goes_on()
    {
        await using var desk = await Open(o => o with { Views = [.. AllViews.Catalogue, Picky(Poison: "bad")], Poison = Postgres.Engine.Poison.SetAside });
        foreach (var s in new[] { "a", "b", "bad", "c" }) await desk.Send(new RegisterSource(s, s));
        Assert.Empty(await desk.Settle());
        Assert.Equal("a b c", await desk.Text("select string_agg(id, ' ' order by id) from picky"));
        Assert.Equal("picky:All 3", await desk.Text("select concat_ws(' ', follower, position) from set_aside"));
        Assert.Equal(1, (await desk.Engine.Followers(Cancellation)).Single(f => f.Name == "picky").SetAside);
    }

    [Fact]
    public async Task an_event_that_cannot_be_read_stops_whoever_needs_it_and_nobody_else()
    {
        await using var desk = await Open();
        await desk.Send(new RegisterSource("a", "a"));
        await desk.Settle();
        await desk.Do("""
            insert into mt_streams (id, version) values ('claim/x', 1);
            insert into mt_events (seq_id, id, stream_id, version, type, data, timestamp, user_name)
            values (2, gen_random_uuid(), 'claim/x', 1, 'claim_raised', '{"claimId": 7}', clock_timestamp(), 'x')
            """);
        await desk.Send(new RegisterSource("b", "b"));
        var stopped = await desk.Settle();
        Assert.Equal(["audit", "board", "history", "live", "search"], stopped.Select(s => s.Name).Order());
        Assert.All(stopped, s => Assert.Equal(2, s.StoppedAt));
        Assert.All(stopped, s => Assert.Contains("at $.claimId", s.Error, StringComparison.Ordinal));
        Assert.Equal("2", await desk.Text("select count(*) from sources"));
    }

    [Fact]
    public async Task two_processes_take_turns_and_nothing_is_shown_twice()
    {
        var one = await Open();
        await using var two = await Open(one.ConnectionString);
        await one.Send(new RegisterSource("first", "first"));
        await one.Settle();
        two.Engine.Start();
        for (var i = 0; i < 5; i++) await one.Send(Newsdesk.Document("one" + i, $"The mayor of Northgate said that {i * 100} houses were destroyed.", DateTimeOffset.UnixEpoch));
        for (var i = 0; i < 5; i++) await two.Send(Newsdesk.Document("two" + i, $"The mayor of Lakeside said that {i * 100} bridges were closed.", DateTimeOffset.UnixEpoch));
        await two.Settle();
        Assert.True(one.Engine.Leads);
        Assert.False(two.Engine.Leads);
        await one.DisposeAsync();
        for (var i = 5; i < 10; i++) await two.Send(Newsdesk.Document("two" + i, $"The mayor of Lakeside said that {i * 100} bridges were closed.", DateTimeOffset.UnixEpoch));
        Assert.Empty(await two.Settle());
        Assert.True(two.Engine.Leads);
        var log = await two.Log();
        Assert.Equal(15, log.Count(e => e.Type == "mentions_filed"));
        Assert.Equal(log.Count.ToString(CultureInfo.InvariantCulture), await two.Text("select count(*) from audit"));
    }

    [Fact]
    public async Task when_the_server_cuts_every_connection_the_followers_take_up_again()
    {
        await using var desk = await Open();
        await desk.Send(new RegisterSource("a", "a"));
        await desk.Settle();
        await desk.Do("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
        for (var sent = false; !sent;)
        {
            try
            {
                await desk.Send(new RegisterSource("b", "b"));
                sent = true;
            }
            catch (Npgsql.NpgsqlException)
            {
                // A pooled connection that was cut; the next one is new.
            }
        }
        Assert.Empty(await desk.Settle());
        Assert.Equal("2", await desk.Text("select count(*) from sources"));
    }

    [Fact]
    public async Task a_schema_of_a_newer_version_is_refused()
    {
        await using var desk = await Open();
        await desk.Do("comment on schema dateline is 'dateline schema version 99'");
        var fault = await Assert.ThrowsAsync<Postgres.SchemaFault>(() => Open(desk.ConnectionString));
        Assert.Contains("99", fault.Message, StringComparison.Ordinal);
    }

    private static View Picky(string Poison) => new("picky", ["picky"], database => new PickyFollower(database, Poison));

    /// <summary>Keeps the ids of sources; cannot take in one of them.</summary>
    private sealed class PickyFollower : IFollower
    {
        private readonly string poison;

        internal PickyFollower(Npgsql.NpgsqlDataSource database, string poison)
        {
            this.poison = poison;
            using var command = database.CreateCommand("create table if not exists picky (id text primary key)");
            command.ExecuteNonQuery();
        }

        public string Name => "picky";

        public IReadOnlyCollection<string> Types => ["source_registered"];

        public ValueTask Follow(IReadOnlyList<Recorded> events, ISql sql, CancellationToken cancellation)
        {
            foreach (var e in events)
            {
                var id = ((SourceRegistered)e.Data).SourceId;
                if (id == poison) throw new InvalidOperationException("not this one");
                sql.Add("insert into picky (id) values ($1)", id);
            }
            return ValueTask.CompletedTask;
        }
    }
}
