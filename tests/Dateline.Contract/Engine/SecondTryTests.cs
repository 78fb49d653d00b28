using Dateline.Postgres.Engine;
using Dateline.Postgres.Queries;
using Dateline.Stories;

namespace Dateline.Contract.Engine;

/// <summary>What the reactions set aside is tried again when somebody asks, and has its effect once.</summary>
public abstract class SecondTryTests<TEngine>(TestDatabase databases) : Suite<TEngine>(databases) where TEngine : IEngineUnderTest
{
    private const string Flood = "The mayor of Northgate said that 200 houses were destroyed by the flood.";
    private const string Strike = "The union of Lakeside said that 40 trains were cancelled because of the strike.";

    /// <summary>Spoils one event as it is recorded, and keeps what it was.</summary>
    private const string Spoil =
        """
        create table spoiled (id uuid, data jsonb);
        create function spoil() returns trigger language plpgsql as
        $$ begin insert into spoiled values (new.id, new.data); new.data = '{"documentId": 7}'; return new; end $$;
        create trigger spoil before insert on mt_events for each row when (new.stream_id = 'document/late' and new.type = 'claims_extracted') execute function spoil();
        insert into desk_snapshots (version, reacted, bytes) values ('of yesterday', 1, '')
        """;

    private const string Mend =
        "set session_replication_role = replica; update mt_events e set data = s.data from spoiled s where s.id = e.id; set session_replication_role = origin";

    private static Func<EngineOptions, EngineOptions> SetAside => o => o with { Poison = Poison.SetAside };

    [Fact]
    public async Task one_that_fails_again_stays_on_the_list_with_what_was_wrong()
    {
        await using var desk = await Open(SetAside);
        var position = await Spoiled(desk);
        await desk.Do("update set_aside set error = 'earlier'");
        await Tried(desk, position);
        var left = (await new SetAsideList(desk.Engine.Database).Find(SetAsideList.Reactions, position, Cancellation))!;
        Assert.Contains($"position {position} cannot be read", left.Error, StringComparison.Ordinal);
        Assert.Empty(await desk.Settle());
        Assert.Equal("0", await desk.Text("select count(*) from mt_events where stream_id = 'document/late' and type = 'mentions_filed'"));
    }

    [Fact]
    public async Task one_that_was_mended_is_filed_to_what_was_filed_since_and_nothing_is_forgotten()
    {
        long position;
        await using (var desk = await Open(SetAside))
        {
            position = await Spoiled(desk);
            await desk.Send(Newsdesk.Document("flood", Flood, DateTimeOffset.UnixEpoch, "gazette"));
            await desk.Send(Newsdesk.Document("strike", Strike, DateTimeOffset.UnixEpoch, "gazette"));
            Assert.Empty(await desk.Settle());
            await desk.Do(Mend);
            await desk.DisposeAsync();

            // The desk of this one knows nothing yet.
            await using var again = await Open(desk.ConnectionString, SetAside);
            await Tried(again, position);
            Assert.Null(await new SetAsideList(again.Engine.Database).Find(SetAsideList.Reactions, position, Cancellation));
            Assert.Equal("0", await again.Text("select count(*) from desk_snapshots"));
            await again.Send(Newsdesk.Document("strike-too", Strike, DateTimeOffset.UnixEpoch, "courier"));
            Assert.Empty(await again.Settle());
            var stories = (await again.Log()).Select(e => e.Data).OfType<DocumentFiled>().ToDictionary(f => f.DocumentId, f => f.StoryId);
            Assert.Equal(["flood", "late", "strike", "strike-too"], stories.Keys.Order());
            Assert.Equal(stories["flood"], stories["late"]);
            Assert.Equal(stories["strike"], stories["strike-too"]);
            Assert.NotEqual(stories["flood"], stories["strike"]);
        }
    }

    [Fact]
    public async Task several_nodes_and_several_who_ask_have_it_done_once()
    {
        await using var one = await Open(SetAside);
        await using var two = await Open(one.ConnectionString, SetAside);
        var position = await Spoiled(one);
        two.Engine.Start();
        await one.Do(Mend);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => new SetAsideList((i % 2 == 0 ? one : two).Engine.Database).Ask(SetAsideList.Reactions, position, Cancellation)));
        await Tried(one, position);
        Assert.Empty(await one.Settle());
        Assert.Equal("1", await one.Text("select count(*) from mt_events where stream_id = 'document/late' and type = 'mentions_filed'"));
        var log = await one.Log();
        Assert.Equal(Enumerable.Range(1, log.Count).Select(i => (long)i), log.Select(e => e.Position));
    }

    /// <summary>A document whose extraction the reactions had to set aside; gives the position of that.</summary>
    private static async Task<long> Spoiled(Newsdesk desk)
    {
        await desk.Do(Spoil);
        await desk.Send(Newsdesk.Document("late", Flood, DateTimeOffset.UnixEpoch));
        Assert.Empty(await desk.Settle());
        return long.Parse(await desk.Text("select position from set_aside where follower = 'reactions:All'"), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task Tried(Newsdesk desk, long position)
    {
        await new SetAsideList(desk.Engine.Database).Ask(SetAsideList.Reactions, position, Cancellation);
        desk.Engine.Start();
        await desk.Until("select count(*) from set_aside where asked is not null", "0");
    }
}
