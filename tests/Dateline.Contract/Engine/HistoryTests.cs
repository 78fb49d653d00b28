using System.Text.Json;
using Dateline.Claims;
using Dateline.Postgres.Queries;
using Dateline.Replay;
using Dateline.Sources;
using Dateline.Stories;

namespace Dateline.Contract.Engine;

/// <summary>The history's rows against the fold of the log, on both clocks, through random lives of a newsroom.</summary>
public abstract class HistoryTests<TEngine>(TestDatabase databases) : Suite<TEngine>(databases) where TEngine : IEngineUnderTest
{
    private static readonly DateTimeOffset begin = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly StoryFilter all = new(Most: 10_000);

    [Theory]
    [MemberData(nameof(Seeds.Few), MemberType = typeof(Seeds))]
    public async Task the_rows_show_any_moment_as_the_fold_of_the_log_does(int seed)
    {
        await using var desk = await Open();
        var history = new RandomHistory(desk, seed);
        for (var i = 0; i < 45; i++)
        {
            await history.Step();
            Assert.Empty(await desk.Settle());
        }
        var head = await desk.Engine.Head(Cancellation);
        for (var position = 0L; position <= head; position += 9) await Same(desk, new(position == 0 ? begin : default(DateTimeOffset?), Clock.Recorded, Position: position));
        for (var hours = 0; hours < 700; hours += 23) await Same(desk, new(begin.AddHours(hours), Clock.Published));
        await Same(desk, new(null, Clock.Published));
        await Same(desk, Moment.Now);
    }

    [Theory]
    [InlineData(14)]
    public async Task what_was_known_by_a_position_of_what_was_published_by_a_date_stays_so(int seed)
    {
        await using var desk = await Open();
        var history = new RandomHistory(desk, seed);
        for (var i = 0; i < 20; i++)
        {
            await history.Step();
            await desk.Settle();
        }
        var moment = await new Moment(begin.AddDays(14), Clock.Published).Resolve(desk.Newsroom, begin, Cancellation);
        var then = Shown(await Replayer.At(desk.Newsroom, moment, Cancellation));
        for (var i = 0; i < 20; i++)
        {
            await history.Step();
            await desk.Settle();
        }
        var again = await new Moment(moment.At, Clock.Published, Position: moment.Position).Resolve(desk.Newsroom, begin, Cancellation);
        Assert.Equal(moment, again);
        Assert.Equal(then, Shown(await Replayer.At(desk.Newsroom, again, Cancellation)));
        // Of each such moment the rows know more than was known at it; what has been heard of since is told apart.
        foreach (var days in new[] { 1, 7, 14, 30, 4000 }) await SameAt(desk, again with { At = begin.AddDays(days) });
        for (var position = 1L; position < again.Position; position += again.Position / 6) await SameAt(desk, new(begin.AddDays(14), Clock.Published, position));
    }

    [Theory]
    [InlineData(18)]
    public async Task a_moment_that_the_rows_have_not_taken_in_yet_is_shown_whole(int seed)
    {
        await using var desk = await Open();
        var history = new RandomHistory(desk, seed);
        for (var i = 0; i < 20; i++)
        {
            await history.Step();
            await desk.Settle();
        }
        var (head, rows) = (await desk.Engine.Head(Cancellation), await Kept(desk));
        for (var i = 0; i < 12; i++)
        {
            await history.Step();
            await desk.Settle();
            // Rows from before a redaction never come back.
            if (history.Redacted > head) (head, rows) = (await desk.Engine.Head(Cancellation), await Kept(desk));
        }
        // The rows as they were some steps ago.
        await desk.Do($"truncate {string.Join(", ", rows)}; {string.Join("; ", rows.Select(t => $"insert into {t} select * from kept_{t}"))}; update mt_event_progression set last_seq_id = {head} where name = 'history:All'");
        var now = await desk.Engine.Head(Cancellation);
        foreach (var position in new[] { head, (head + now) / 2, now })
        {
            await Listed(desk, new(begin.AddDays(14), Clock.Published, position));
            await Listed(desk, new(DateTimeOffset.UtcNow, Clock.Published, position));
            await Listed(desk, new(DateTimeOffset.UtcNow, Clock.Recorded, position));
        }
    }

    [Theory]
    [InlineData(15)]
    public async Task a_history_that_reads_itself_back_and_a_rebuilt_one_are_the_same(int seed)
    {
        await using var desk = await Open();
        var connection = desk.ConnectionString;
        var history = new RandomHistory(desk, seed);
        for (var i = 0; i < 25; i++)
        {
            await history.Step();
            await desk.Settle();
        }
        await desk.DisposeAsync();
        for (var round = 0; round < 5; round++)
        {
            await using var again = await Open(connection);
            var next = new RandomHistory(again, seed + round);
            for (var i = 0; i < 3; i++) await next.Step();
            Assert.Empty(await again.Settle());
        }
        await using var last = await Open(connection);
        var live = await last.Rows("history");
        await last.Engine.Rebuild("history", null, Cancellation);
        Assert.Equal(live, await last.Rows("history"));
        for (var hours = 0; hours < 700; hours += 50) await Same(last, new(begin.AddHours(hours), Clock.Published));
    }

    [Theory]
    [InlineData(16)]
    [InlineData(17)]
    public async Task a_history_that_soon_lets_go_of_what_it_holds_is_the_same(int seed)
    {
        await using var desk = await Open();
        var history = new RandomHistory(desk, seed);
        for (var i = 0; i < 30; i++)
        {
            await history.Step();
            await desk.Settle();
        }
        var (live, log) = (await desk.Rows("history"), await desk.Log());
        await desk.Do("truncate story_history, claim_history, history_changes, history_links, history_events");
        var follower = new Postgres.Views.HistoryFollower(desk.Engine.Database, mostHeld: 6);
        foreach (var events in log.Where(e => follower.Types.Contains(e.Type)).Chunk(3))
        {
            await using var batch = desk.Engine.Database.CreateBatch();
            await follower.Follow(events, new Postgres.Engine.Sql(batch), Cancellation);
            await batch.ExecuteNonQueryAsync(Cancellation);
        }
        Assert.Equal(live, await desk.Rows("history"));
    }

    [Fact]
    public async Task a_late_document_rewrites_the_published_spans_and_no_recorded_one()
    {
        await using var desk = await Open();
        var noon = new DateTimeOffset(2026, 2, 10, 12, 0, 0, TimeSpan.Zero);
        await desk.Send(Newsdesk.Document("second", "The mayor of Northgate said that 200 houses were destroyed by the flood.", noon, "one"));
        await desk.Settle();
        const string Closed = "select coalesce(string_agg(to_jsonb(h)::text, ' ' order by id, begins), '') from story_history h where clock = 'recorded' and ends is not null";
        const string First = "select min(began_at at time zone 'utc')::text from story_history where clock = 'published'";
        var (recorded, began) = (await desk.Text(Closed), await desk.Text(First));
        await desk.Send(Newsdesk.Document("first", "The mayor of Northgate said that 200 houses were destroyed by the flood.", noon.AddHours(-5), "two"));
        await desk.Settle();
        Assert.StartsWith(recorded, await desk.Text(Closed), StringComparison.Ordinal);
        Assert.Equal(("2026-02-10 12:00:00", "2026-02-10 07:00:00"), (began, await desk.Text(First)));
        Assert.Equal("0", await desk.Text("select count(*) from story_history a join story_history b using (clock, id) where a.begins < b.begins and (a.ends is null or a.ends > b.begins)"));
    }

    [Theory]
    [InlineData(Relation.Updates)]
    [InlineData(Relation.Supports)]
    [InlineData(Relation.Contradicts)]
    public async Task a_relation_that_is_withdrawn_is_seen_from_the_other_claims_stories(Relation relation)
    {
        await using var desk = await Open();
        foreach (var n in new[] { "1", "2" })
        {
            await desk.Send(new MentionClaim("c-" + n, $"{n}00 houses", Mode.Assertion, null, new(
                "c-" + n, $"d-{n}/1#1", "d-" + n, 1, "wire", "source:one", $"{n}00 houses", null, [], null, Polarity.Positive, Certainty.Certain, 1000, null, begin)));
            await desk.Send(new FileDocument("s-" + n, "A flood", new("s-" + n, "d-" + n, "wire", "A flood", "source:one", 1000, "New.", begin)));
        }
        await desk.Send(new RelateClaims("c-1", relation, "c-2", "Another number.", begin.AddHours(1)));
        Assert.Empty(await desk.Settle());
        await Same(desk, Moment.Now);
        await desk.Send(new WithdrawRelation("c-1", relation, "c-2", "ana", "Two floods."));
        Assert.Empty(await desk.Settle());
        await Same(desk, Moment.Now);
        await Same(desk, new(null, Clock.Published));
    }

    [Fact]
    public async Task a_document_that_is_moved_to_a_story_merged_away_is_where_that_went()
    {
        await using var desk = await Open();
        foreach (var n in new[] { "1", "2", "3" })
            await desk.Send(new FileDocument("s-" + n, "A flood", new("s-" + n, "d-" + n, "wire", "A flood", "source:" + n, 1000, "New.", begin)));
        await desk.Send(new MergeStories("s-2", "s-3", "ana", "one flood"));
        Assert.Empty(await desk.Settle());
        await desk.Send(new MoveDocument("s-1", "d-1", "s-2", "ana", "it is of that flood"));
        Assert.Empty(await desk.Settle());
        Assert.Equal("d-1 d-2 d-3", await desk.Text("select string_agg(document, ' ' order by document) from story_documents where story = 's-3'"));
        await Same(desk, Moment.Now);
        await Same(desk, new(null, Clock.Published));
    }

    [Fact]
    public async Task words_and_days_that_were_not_out_yet_are_not_shown_when_the_document_that_began_it_came_first()
    {
        await using var desk = await Open();
        await Tell("a", "Minister resigns", begin.AddDays(9), "Minister Ann Bloggs");
        await Tell("b", "Ministry closed", begin, "Ann Bloggs");
        Assert.Equal("recorded Minister resigns, published Ministry closed", await desk.Text("select string_agg(distinct clock || ' ' || title, ', ' order by clock || ' ' || title desc) from story_history"));
        Assert.Equal("Ministry closed", await desk.Text("select string_agg(distinct text, ' ') from claim_history where clock = 'published'"));
        foreach (var days in new[] { 0, 5, 9, 20, 40 }) await Same(desk, new(begin.AddDays(days), Clock.Published));
        await Same(desk, new(begin.AddYears(90), Clock.Recorded));
        await Same(desk, Moment.Now);

        async Task Tell(string document, string words, DateTimeOffset at, string speaker)
        {
            await desk.Send(new FileDocument("s-1", words, new("s-1", document, "wire", words, "source:" + document, 1000, "New.", at)));
            await desk.Send(new MentionClaim("c-1", words, Mode.Prediction, "2026-02-20", new(
                "c-1", document + "/1#1", document, 1, "wire", "source:" + document, words, speaker, [], null, Polarity.Positive, Certainty.Certain, 1000, null, at)));
            Assert.Empty(await desk.Settle());
        }
    }

    private static async Task Same(Newsdesk desk, Moment moment)
    {
        var resolved = await moment.Resolve(desk.Newsroom, DateTimeOffset.UtcNow, Cancellation);
        await SameAt(desk, resolved);
        var then = await Replayer.At(desk.Newsroom, resolved, Cancellation);
        foreach (var document in then.Picture.Documents.Values)
            if (await Documents.DocumentPage.At(desk.Newsroom, document.Id, resolved, Cancellation) is { Story: { } story }) Assert.Equal(document.StoryId, story);
        var scorecards = new Scorecards(desk.Engine.Database);
        Assert.Equal(Scorecard.Of(then.Picture, null, true, then.At), await scorecards.At(desk.Newsroom, null, true, resolved, Cancellation));
        if (!moment.IsNow) return;
        foreach (var bySpeaker in new[] { true, false })
            Assert.Equal(Scorecard.Of(then.Picture, null, bySpeaker, then.At), await scorecards.Read(null, bySpeaker, then.At, Cancellation));
    }

    private static async Task SameAt(Newsdesk desk, Resolved moment)
    {
        await Listed(desk, moment);
        await SamePages(desk, moment);
    }

    /// <summary>The lists of stories and claims, whole and a page of them.</summary>
    private static async Task Listed(Newsdesk desk, Resolved moment)
    {
        var (history, then) = (new HistoryQueries(desk.Engine.Database), await Replayer.At(desk.Newsroom, moment, Cancellation));
        var stories = Pages.Stories(then.Picture);
        Assert.Equal(Listed(all.Of(stories)), Listed(await history.Board(moment, all, Cancellation)));
        var filters = new List<StoryFilter> { new("mayor", ["disputed", "emerging"], begin.AddDays(3), null, null, 2), new(Most: 2) };
        if (stories.Count > 1) filters.Add(new(After: (stories[1].LastActivity, stories[1].Id), Most: 1));
        foreach (var filter in filters) Assert.Equal(Listed(filter.Of(stories)), Listed(await history.Board(moment, filter, Cancellation)));
        foreach (var (status, most) in new[] { ((string?)null, 10_000), ("disputed", 10_000), (null, 3) })
            Assert.Equal(JsonSerializer.Serialize(HistoryQueries.Claims(then, status, null, most).Select(c => c.Claim)), JsonSerializer.Serialize((await history.Claims(moment, status, null, most, Cancellation))!.Select(c => c.Claim)));
    }

    /// <summary>Keeps a copy of the history's tables.</summary>
    private static async Task<IReadOnlyList<string>> Kept(Newsdesk desk)
    {
        var tables = Postgres.Views.AllViews.Catalogue.Single(v => v.Name == "history").Tables;
        foreach (var table in tables) await desk.Do($"drop table if exists kept_{table}; create table kept_{table} as table {table}");
        return [.. tables];
    }

    /// <summary>A story's and a claim's page, each folded from what it depends on alone.</summary>
    private static async Task SamePages(Newsdesk desk, Resolved moment)
    {
        var (history, then) = (new HistoryQueries(desk.Engine.Database), await Replayer.At(desk.Newsroom, moment, Cancellation));
        foreach (var id in then.Picture.Stories.Keys.Take(4))
        {
            var around = await history.AroundStory(id, moment, Cancellation);
            Assert.Equal(
                JsonSerializer.Serialize(Pages.Story(then.Picture, id, then.Changes, then.Clock, then.At)),
                JsonSerializer.Serialize(Pages.Story(around!.Picture, id, around.Changes, then.Clock, then.At)));
        }
        foreach (var id in then.Picture.Claims.Keys.Take(6))
        {
            var around = await history.AroundClaim(id, moment, Cancellation);
            Assert.Equal(
                JsonSerializer.Serialize(Pages.Claim(then.Picture, id, then.Changes, then.Clock, then.At)),
                JsonSerializer.Serialize(Pages.Claim(around!.Picture, id, around.Changes, then.Clock, then.At)));
        }
    }

    private static string Listed(StoryList? list) => JsonSerializer.Serialize(new { list!.Stories, list.More, Counts = list.ByStatus.OrderBy(c => c.Key, StringComparer.Ordinal), list.Any });

    private static string Shown(Replayed then) => JsonSerializer.Serialize(Pages.Stories(then.Picture));
}
