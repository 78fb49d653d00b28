using Dateline.Postgres.Engine;

namespace Dateline.Contract.Engine;

/// <summary>What the database refuses of a follower, live: it stops before that or sets it aside, and everybody else goes on.</summary>
public abstract class RefusalTests<TEngine>(TestDatabase databases) : Suite<TEngine>(databases) where TEngine : IEngineUnderTest
{
    private const int Bound = 90_000;

    [Theory(Timeout = Bound)]
    [InlineData("23514", "alter table mt_events add constraint picky check (type <> 'mentions_filed') not valid", "alter table mt_events drop constraint picky")]
    [InlineData(
        "P0001",
        """
        create function picky() returns trigger language plpgsql as $$ begin raise 'not this one'; end $$;
        create trigger picky before insert on mt_events for each row when (new.type = 'mentions_filed') execute function picky()
        """,
        "drop trigger picky on mt_events")]
    public async Task a_reaction_stops_before_what_leads_to_it_and_goes_on_once_it_is_mended(string state, string refuse, string mend)
    {
        await using var desk = await Open();
        await desk.Do(refuse);
        for (var i = 0; i < 3; i++) await desk.Send(Document(i));
        var stopped = Assert.Single(await desk.Settle());
        Assert.Equal(("reactions", 0L), (stopped.Name, stopped.SetAside));
        Assert.StartsWith(state, stopped.Error, StringComparison.Ordinal);
        var log = await desk.Log();
        var first = log.First(e => e.Type == "claims_extracted");
        Assert.Equal(first.Position, stopped.StoppedAt);
        Assert.DoesNotContain(log, e => e.Causation == first.Id.ToString());
        Assert.Equal($"{log.Count}", await desk.Text("select count(*) from audit"));

        await desk.Do(mend);
        await desk.DisposeAsync();
        await using var again = await Open(desk.ConnectionString);
        again.Engine.Start();
        await Eventually.Holds("nobody is stopped any more", async () => (await again.Settle()).Count == 0);
        AssertFiled(await again.Log(), [0, 1, 2]);
    }

    [Fact(Timeout = Bound)]
    public async Task a_reaction_sets_aside_what_leads_to_it_and_nothing_else()
    {
        await using var desk = await Open(o => o with { Poison = Poison.SetAside });
        await desk.Do("alter table mt_events add constraint picky check (type <> 'mentions_filed' or stream_id not in ('document/d3', 'document/d4', 'document/d17')) not valid");
        for (var i = 0; i < 20; i++) await desk.Send(Document(i));
        Assert.Empty(await desk.Settle());
        Assert.Equal("document/d17 document/d3 document/d4", await desk.Text(
            "select string_agg(stream_id, ' ' order by stream_id) from set_aside join mt_events on seq_id = position where follower = 'reactions:All' and type = 'claims_extracted' and error like '23514%'"));
        Assert.Equal("3", await desk.Text("select count(*) from set_aside"));
        AssertFiled(await desk.Log(), [.. Enumerable.Range(0, 20).Except([3, 4, 17])]);
        var live = await desk.Rows();
        foreach (var view in Postgres.Views.AllViews.Catalogue) await desk.Engine.Rebuild(view.Name, null, Cancellation);
        Assert.Equal(live, await desk.Rows());
    }

    [Fact(Timeout = Bound)]
    public async Task to_set_many_aside_takes_no_pause_for_each()
    {
        await using var desk = await Open(o => o with { Poison = Poison.SetAside });
        await desk.Do(
            """
            alter table documents add constraint picky check (false) not valid;
            alter table mt_events add constraint picky check (type <> 'mentions_filed') not valid
            """);
        desk.Engine.Start();
        for (var i = 0; i < 60; i++) await desk.Send(Document(i));
        Assert.Empty(await desk.Settle());
        Assert.Equal("60", await desk.Text("select count(distinct stream_id) from set_aside join mt_events on seq_id = position where follower = 'documents:All'"));
        Assert.Equal("60", await desk.Text("select count(*) from set_aside where follower = 'reactions:All'"));
        Assert.Equal(await desk.Text("select count(*) from mt_events"), await desk.Text("select count(*) from audit"));
    }

    /// <summary>That each of some documents was filed once and no other was, and positions have no gap.</summary>
    private static void AssertFiled(List<Recorded> log, IReadOnlyList<int> documents)
    {
        Assert.Equal(documents.Select(d => "document/d" + d).Order(StringComparer.Ordinal), log.Where(e => e.Type == "mentions_filed").Select(e => e.Stream).Order(StringComparer.Ordinal));
        Assert.Equal(Enumerable.Range(1, log.Count).Select(i => (long)i), log.Select(e => e.Position));
    }

    private static Documents.IngestDocument Document(int i) =>
        Newsdesk.Document("d" + i, $"The mayor of Northgate said that {(i + 1) * 100} houses were destroyed by the flood.", DateTimeOffset.UnixEpoch);
}
