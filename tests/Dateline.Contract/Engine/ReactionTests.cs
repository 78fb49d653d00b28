using Dateline.Claims;
using Dateline.Documents;
using Dateline.Verdicts;

namespace Dateline.Contract.Engine;

/// <summary>Reactions: in log order, and each with one effect, however often it is asked for.</summary>
public abstract class ReactionTests<TEngine>(TestDatabase databases) : Suite<TEngine>(databases) where TEngine : IEngineUnderTest
{
    [Fact]
    public async Task reactions_come_in_log_order()
    {
        await using var desk = await Open();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => desk.Send(Newsdesk.Document("d" + i, Text(i), DateTimeOffset.UnixEpoch))));
        Assert.Empty(await desk.Settle());
        var log = await desk.Log();
        var came = log.Where(e => e.Type == "document_ingested").Select(e => e.Stream);
        Assert.Equal(came, log.Where(e => e.Type == "claims_extracted").Select(e => e.Stream));
        Assert.Equal(came, log.Where(e => e.Type == "mentions_filed").Select(e => e.Stream));
    }

    [Fact]
    public async Task what_was_taken_back_before_the_reactions_came_to_it_was_out_until_then()
    {
        await using var desk = await Open();
        await desk.Send(Newsdesk.Document("d0", Text(0), DateTimeOffset.UnixEpoch));
        await desk.Send(Newsdesk.Document("d0", "", DateTimeOffset.UnixEpoch.AddDays(1), act: PublisherAct.Kill));
        Assert.Empty(await desk.Settle());
        Assert.Equal("retracted kill 1", await desk.Text("select concat(status, ' ', withdrawn, ' ', (select count(*) from mentions where retracted_cause is null) + 1) from stories join story_documents on story = stories.id"));
        Assert.Equal("retracted", await desk.Text("select distinct status from claims"));
        foreach (var (hours, status) in new[] { (1, "emerging"), (25, "retracted") })
        {
            var then = await Replay.Replayer.At(desk.Newsroom, DateTimeOffset.UnixEpoch.AddHours(hours), Replay.Clock.Published, null, Cancellation);
            Assert.Equal(status, Assert.Single(then.Picture.Stories.Values).Standing!.Status);
        }
        var rows = await desk.Rows();
        await desk.Engine.Rebuild("history", null, Cancellation);
        await desk.Engine.Rebuild("board", null, Cancellation);
        Assert.Equal(rows, await desk.Rows());
        await desk.Send(Newsdesk.Document("d0", Text(1), DateTimeOffset.UnixEpoch.AddDays(2)));
        Assert.Empty(await desk.Settle());
        Assert.NotEqual("0", await desk.Text("select count(*) from claims"));
    }

    [Theory]
    [InlineData(PublisherAct.Kill, 5_000)]
    [InlineData(null, 1)]
    public async Task a_revision_stays_where_people_put_its_document_when_the_desk_no_longer_holds_it(PublisherAct? act, int window)
    {
        await using var desk = await Open(o => o with { Services = [new Matching.FilingDesk(window)] });
        await desk.Send(Newsdesk.Document("flood", Flood, DateTimeOffset.UnixEpoch));
        await desk.Send(Newsdesk.Document("strike", Strike, DateTimeOffset.UnixEpoch));
        Assert.Empty(await desk.Settle());
        var (from, to) = (await StoryOf(desk, "flood"), await StoryOf(desk, "strike"));
        Assert.NotEqual(from, to);
        await desk.Send(new Stories.MoveDocument(from, "flood", to, "ana", "It is about the strike."));
        if (act is not null) await desk.Send(Newsdesk.Document("flood", "", DateTimeOffset.UnixEpoch.AddHours(1), act: act));
        // What it would be filed with, if it were new.
        await desk.Send(Newsdesk.Document("again", Flood, DateTimeOffset.UnixEpoch.AddHours(2), "courier"));
        Assert.Empty(await desk.Settle());
        await desk.Send(Newsdesk.Document("flood", Flood + " The mayor spoke at noon.", DateTimeOffset.UnixEpoch.AddHours(3)));
        Assert.Empty(await desk.Settle());
        Assert.Equal(to, await StoryOf(desk, "flood"));
        Assert.Equal(to, (await desk.Log()).Select(e => e.Data).OfType<MentionsFiled>().Last(f => f.DocumentId == "flood").StoryId);
    }

    [Fact]
    public async Task who_says_that_something_did_not_happen_asserts_a_claim_of_those_words()
    {
        await using var desk = await Open();
        foreach (var (document, text) in new[]
        {
            ("a", "The Orlin dam did not break during the storm, police chief Rolf Ister said."), ("b", "The Orlin dam did not break during the storm, mayor Ulf Grane said."),
            ("c", "The Orlin dam broke during the storm, engineer Tove Asp said.")
        })
        {
            await desk.Send(Newsdesk.Document(document, text, DateTimeOffset.UnixEpoch, "wire-" + document));
            Assert.Empty(await desk.Settle());
        }
        Assert.Equal(
            "positive positive negative",
            await desk.Text("select string_agg(m.polarity, ' ' order by m.document) from mentions m join claims c on c.id = m.claim where c.text like 'The Orlin dam did not%'"));
    }

    [Fact]
    public async Task an_event_that_is_reacted_to_again_after_much_else_has_no_second_effect()
    {
        await using var desk = await Open();
        for (var i = 0; i < 5; i++) await desk.Send(Newsdesk.Document("d" + i, Text(i), DateTimeOffset.UnixEpoch));
        Assert.Empty(await desk.Settle());
        // Much was recorded since, also on streams that the first reactions wrote to.
        for (var i = 0; i < 5; i++) await desk.Send(Newsdesk.Document("later" + i, Text(i), DateTimeOffset.UnixEpoch.AddDays(1), "courier"));
        await desk.Send(Newsdesk.Document("d0", "", DateTimeOffset.UnixEpoch.AddDays(1), act: PublisherAct.Kill));
        Assert.Empty(await desk.Settle());
        var (events, rows) = ((await desk.Log()).Count, await desk.Rows());
        var connection = desk.ConnectionString;
        await desk.DisposeAsync();
        await using var again = await Open(connection);
        await again.Do("update mt_event_progression set last_seq_id = 0 where name = 'reactions:All'");
        Assert.Empty(await again.Settle());
        Assert.Equal(events, (await again.Log()).Count);
        Assert.Equal(rows, await again.Rows());
    }

    [Theory]
    [InlineData("trigger cut before insert on mt_events for each row when (new.type = 'mentions_filed')")]
    [InlineData("trigger cut before insert or update on mt_event_progression for each row when (new.name = 'reactions:All' and new.last_seq_id >= 3)")]
    [InlineData("constraint trigger cut after insert on mt_events deferrable initially deferred for each row when (new.type = 'mentions_filed')")]
    public async Task an_effect_and_its_acknowledgement_come_together_or_not_at_all(string cut)
    {
        await using var desk = await Open();
        await desk.Do(
            $"""
            create sequence cuts;
            create function cut() returns trigger language plpgsql as
            $$ begin perform nextval('cuts'); perform pg_terminate_backend(pg_backend_pid()); return new; end $$;
            create {cut} execute function cut()
            """);
        await desk.Send(Newsdesk.Document("d", Text(1), DateTimeOffset.UnixEpoch));
        desk.Engine.Start();
        await desk.Until("select last_value > 2 from cuts", "True");
        Assert.Equal(["document_ingested", "source_registered", "claims_extracted"], (await desk.Log()).Select(e => e.Type));
        await desk.Do($"drop trigger cut on {(cut.Contains("progression", StringComparison.Ordinal) ? "mt_event_progression" : "mt_events")}");
        Assert.Empty(await desk.Settle());
        var log = await desk.Log();
        Assert.Single(log, e => e.Type == "mentions_filed");
        Assert.Equal(log.Where(e => e.Type == "claim_mentioned").Select(e => ((ClaimMentioned)e.Data).MentionId).Distinct().Count(), log.Count(e => e.Type == "claim_mentioned"));
        Assert.Equal(Enumerable.Range(1, log.Count).Select(i => (long)i), log.Select(e => e.Position));
    }

    [Fact]
    public async Task a_verdict_is_marked_when_the_document_it_rests_on_goes()
    {
        await using var desk = await Open();
        await desk.Send(Newsdesk.Document("d", Text(1), DateTimeOffset.UnixEpoch));
        await desk.Settle();
        var claim = ((ClaimRaised)(await desk.Log()).First(e => e.Type == "claim_raised").Data).ClaimId;
        await desk.Send(new ProposeVerdict(claim, "v", Rating.Verified, null, Confidence.High, "so", [new Evidence("d", 1, null)], "ana"));
        await desk.Send(new ApproveVerdict(claim, "v", "ben", "yes"), by: "ben");
        await desk.Settle();
        await desk.Send(Newsdesk.Document("d", "", DateTimeOffset.UnixEpoch.AddDays(1), act: PublisherAct.Kill));
        Assert.Empty(await desk.Settle());
        var log = await desk.Log();
        var marked = Assert.Single(log, e => e.Type == "verdict_basis_changed");
        Assert.Equal(log.Single(e => e.Type == "document_withdrawn").Id.ToString(), marked.Causation);
    }

    private static async Task<string> StoryOf(Newsdesk desk, string document) => (await DocumentPage.Of(desk.Newsroom, document, null, Cancellation))!.Story!;

    private const string Flood = "The mayor of Northgate said that 300 houses were destroyed by the flood on the Orla river. The army denied that the bridge at Lakeside was closed.";

    private const string Strike = "The union of tram drivers said on Monday that its members will walk out over pay. The operator Citylines called the demand excessive.";

    private static string Text(int i) => $"The mayor of Northgate said that {i * 100} houses were destroyed by the flood. The army denied that {i * 10} bridges were closed in Lakeside.";
}
