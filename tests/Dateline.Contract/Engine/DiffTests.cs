using System.Text.Json;
using Dateline.Claims;
using Dateline.Postgres.Queries;
using Dateline.Replay;
using Dateline.Stories;

namespace Dateline.Contract.Engine;

/// <summary>What changed between two moments, told from the history's rows or from the part of the log that it concerns, is what the whole log tells.</summary>
public abstract class DiffTests<TEngine>(TestDatabase databases) : Suite<TEngine>(databases) where TEngine : IEngineUnderTest
{
    private static readonly DateTimeOffset begin = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [MemberData(nameof(Seeds.Few), MemberType = typeof(Seeds))]
    public async Task the_part_tells_what_the_whole_log_tells(int seed)
    {
        await using var desk = await Open();
        var history = new RandomHistory(desk, seed);
        for (var i = 0; i < 40; i++)
        {
            await history.Step();
            Assert.Empty(await desk.Settle());
        }
        var (head, random, told) = (await desk.Engine.Head(Cancellation), new Random(seed), 0);
        for (var i = 0; i < 12; i++)
        {
            var from = random.NextInt64(head);
            var to = from + random.NextInt64(Math.Min(40, head - from)) + 1;
            told += await Same(desk, new(null, Clock.Recorded, Position: from), new(null, Clock.Recorded, Position: to), By.Rows);
            var at = begin.AddMinutes(random.Next(39_000));
            var until = at.AddMinutes(random.Next(4_000));
            told += await Same(desk, new(at, Clock.Published), new(until, Clock.Published), By.Rows);
            told += await Same(desk, new(at, Clock.Published, Position: to), new(until, Clock.Published, Position: to), By.Either);
        }
        told += await Same(desk, new(begin.AddDays(-10), Clock.Published), new(null, Clock.Published), By.Rows);
        told += await Same(desk, new(null, Clock.Recorded, Position: 0), Moment.Now, By.Rows);
        Assert.True(told > 100, $"Only {told} changes were told.");
    }

    [Fact]
    public async Task a_day_that_passes_is_told_though_nothing_was_recorded_between_the_two()
    {
        await using var desk = await Open();
        foreach (var (claim, day) in new[] { ("c-1", "2026-02-20"), ("c-2", "2999-05-01"), ("c-3", "2999-07-01") })
        {
            await desk.Send(new FileDocument("s-1", "A bridge", new("s-1", "d-" + claim, "wire", "A bridge", "source:one", 1000, "New.", begin)));
            await desk.Send(new MentionClaim(claim, "The bridge will reopen", Mode.Prediction, day, new(
                claim, $"d-{claim}/1#1", "d-" + claim, 1, "wire", "source:one", "The bridge will reopen", null, [], null, Polarity.Positive, Certainty.Certain, 1000, null, begin)));
        }
        Assert.Empty(await desk.Settle());
        var (may, june) = (new DateTimeOffset(2999, 5, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2999, 6, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(1, await Same(desk, new(begin.AddDays(19), Clock.Published), new(begin.AddDays(20), Clock.Published), By.Rows));
        Assert.Equal(0, await Same(desk, new(begin.AddDays(20), Clock.Published), new(begin.AddDays(30), Clock.Published), By.Rows));
        Assert.Equal(1, await Same(desk, new(may), new(june), By.Rows));
        Assert.Equal(0, await Same(desk, new(may.AddDays(1)), new(june), By.Rows));
    }

    [Theory]
    [InlineData(Relation.Contradicts)]
    [InlineData(Relation.Supports)]
    public async Task by_the_published_clock_a_relation_is_told_once_both_claims_were_out_live_rebuilt_and_folded(Relation relation)
    {
        await using var desk = await Open();
        await Say("c-1", "d-1", begin.AddDays(9));
        await Say("c-2", "d-2", begin);
        await desk.Send(new RelateClaims("c-2", relation, "c-1", "Another number.", begin));
        await Told("claim_related 10");
        // One that nobody could read before it was taken back.
        await Say("c-3", "d-3", begin.AddYears(900));
        await desk.Send(new RelateClaims("c-2", relation, "c-3", "Another number.", begin));
        await Told("claim_related 10");
        await desk.Send(new WithdrawRelation("c-2", relation, "c-3", "ana", "Two floods."));
        await Told("claim_related 10");
        // And one to a claim that somebody else turns out to have made earlier, at which time the first claim was in another story.
        await Say("c-4", "d-4", begin.AddYears(900));
        await desk.Send(new RelateClaims("c-2", relation, "c-4", "Another number.", begin));
        await Say("c-2", "d-5", begin.AddDays(19), "s-5");
        await Told("claim_related 10");
        await Say("c-4", "d-6", begin.AddDays(14), "s-6");
        await Told("claim_related 10, claim_related 15");
        await Same(desk, new(begin.AddDays(-1), Clock.Published), new(null, Clock.Published), By.Rows);
        await Same(desk, new(null, Clock.Recorded, Position: 0), Moment.Now, By.Rows);
        for (var position = 1L; position < await desk.Engine.Head(Cancellation); position += 4)
        {
            await Same(desk, new(begin.AddDays(-1), Clock.Published, Position: position), new(begin.AddDays(20), Clock.Published, Position: position), By.Either);
            await Same(desk, new(begin.AddDays(10), Clock.Published, Position: position), new(begin.AddDays(20), Clock.Published, Position: position + 1), By.Log);
        }
        var live = await desk.Rows("history");
        await desk.Engine.Rebuild("history", null, Cancellation);
        Assert.Equal(live, await desk.Rows("history"));

        async Task Say(string claim, string document, DateTimeOffset at, string story = "s-1")
        {
            await desk.Send(new FileDocument(story, "A flood", new(story, document, "wire", "A flood", "source:" + document, 1000, "New.", at)));
            await desk.Send(new MentionClaim(claim, claim + " houses", Mode.Assertion, null, new(
                claim, document + "/1#1", document, 1, "wire", "source:" + document, claim + " houses", null, [], null, Polarity.Positive, Certainty.Certain, 1000, null, at)));
            Assert.Empty(await desk.Settle());
        }

        async Task Told(string changes)
        {
            Assert.Empty(await desk.Settle());
            await Same(desk, new(begin.AddDays(-1), Clock.Published), new(begin.AddDays(40), Clock.Published), By.Rows);
            Assert.Equal(changes, await desk.Text(
                "select string_agg(kind || to_char(at at time zone 'utc', ' FMDD'), ', ' order by begins) from history_changes where clock = 'published' and kind like 'claim_relat%' and at < '2026-03-01'"));
        }
    }

    [Fact]
    public async Task while_the_rows_are_behind_the_log_is_folded()
    {
        await using var desk = await Open();
        var history = new RandomHistory(desk, 6);
        for (var i = 0; i < 15; i++) await history.Step();
        Assert.Empty(await desk.Settle());
        await desk.Do("update mt_event_progression set last_seq_id = last_seq_id - 1 where name = 'history:All'; truncate history_changes");
        Assert.True(await Same(desk, new(null, Clock.Recorded, Position: 0), Moment.Now, By.Log) > 10);
        Assert.True(await Same(desk, new(begin.AddDays(-10), Clock.Published), new(null, Clock.Published), By.Log) > 10);
    }

    /// <summary>What a difference is told from.</summary>
    private enum By { Rows, Either, Log }

    private static async Task<int> Same(Newsdesk desk, Moment from, Moment to, By by)
    {
        var (history, now, part) = (new HistoryQueries(desk.Engine.Database), DateTimeOffset.UtcNow, default(Course.Part));
        var whole = await Differ.Between(desk.Newsroom, from, to, null, now, null, Cancellation);
        var told = await Differ.Between(desk.Newsroom, from, to, null, now, async (a, b) => part = await history.Between(a, b, Cancellation), Cancellation);
        Assert.Equal(by == By.Log, part is null);
        if (by == By.Rows) Assert.NotNull(part?.Told);
        Assert.Equal(JsonSerializer.Serialize(whole), JsonSerializer.Serialize(told));
        return whole.Changes.Count;
    }
}
