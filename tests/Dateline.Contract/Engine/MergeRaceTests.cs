using Dateline.Claims;
using Dateline.Postgres.Views;
using Dateline.Replay;
using Dateline.Stories;
using Dateline.Verdicts;

namespace Dateline.Contract.Engine;

/// <summary>Several people merge at once, each on another stream, so that together they close a circle: one of it stays, and it can be worked with.</summary>
public abstract class MergeRaceTests<TEngine>(TestDatabase databases) : Suite<TEngine>(databases) where TEngine : IEngineUnderTest
{
    private static readonly string[] said =
    [
        "The Yarrow bridge collapsed on Monday, police said.", "The council of Umbril closed nine schools, the mayor said.",
        "Fishermen in Port Sal found 40 dead whales, the coast guard said."
    ];

    private static readonly DateTimeOffset noon = new(2026, 2, 10, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task one_claim_of_a_circle_stays_and_is_judged_and_split(int circle)
    {
        await using var desk = await Open();
        var claims = await Filed(desk, circle, "select id from claims order by raised_position");
        await using (await desk.HoldReactions())
            for (var i = 0; i < circle; i++) await desk.Send(new MergeClaims(claims[i], claims[(i + 1) % circle], claims[i], "ana", "One claim."));
        Assert.Empty(await desk.Settle());

        var stays = claims[^1];
        Assert.Equal(stays, await desk.Text("select string_agg(id, ' ') from claims where merged_into is null"));
        foreach (var gone in claims[..^1])
            Assert.Contains("was merged into", (await Assert.ThrowsAsync<Refused>(() => Propose(desk, gone, "v-0"))).Message, StringComparison.Ordinal);
        await Propose(desk, stays, "v-1");
        await desk.Send(new ApproveVerdict(stays, "v-1", "ben", "Yes."), "ben");
        var mention = await desk.Text("select id from mentions order by position limit 1");
        await desk.Send(new SplitClaim(stays, "c-split", "Something else happened", [mention], "ana", "Two claims."));
        await desk.Send(Newsdesk.Document("d-1", "Nothing of it was so, police said.", noon.AddHours(1)));
        Assert.Empty(await desk.Settle());
        Assert.Equal("1", await desk.Text("select count(*) from mentions where claim = 'c-split'"));
        Assert.Equal("1", await desk.Text("select count(*) from mentions where claim = 'c-split' and retracted_position is not null"));
        Assert.Equal("True", await desk.Text($"select count(*) > 0 from search where kind = 'claim' and id = '{stays}' and ended_recorded is null"));
        Assert.Contains("does not count", await desk.Text("select string_agg(after, ' ') from audit where what = 'claims_merge_voided'"), StringComparison.Ordinal);
        await IsTheSameByReplayAndRebuild(desk);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task one_story_of_a_circle_stays_and_is_split_and_closed(int circle)
    {
        await using var desk = await Open();
        var stories = await Filed(desk, circle, "select id from stories order by opened_at, id");
        await using (await desk.HoldReactions())
            for (var i = 0; i < circle; i++) await desk.Send(new MergeStories(stories[i], stories[(i + 1) % circle], "ana", "One event."));
        Assert.Empty(await desk.Settle());

        var stays = stories[^1];
        Assert.Equal(stays, await desk.Text("select string_agg(id, ' ') from stories where merged_into is null"));
        Assert.Equal($"{circle}", await desk.Text($"select documents from stories where id = '{stays}'"));
        Assert.Equal(stays, await desk.Text("select string_agg(distinct story, ' ') from live_documents"));
        foreach (var gone in stories[..^1])
            Assert.Contains("was merged into", (await Assert.ThrowsAsync<Refused>(() => desk.Send(new CloseStory(gone, "ana", "Over.")))).Message, StringComparison.Ordinal);
        await desk.Send(new SplitStory(stays, "s-split", "Something else", ["d-1"], "ana", "Two events."));
        await desk.Send(new CloseStory(stays, "ana", "Over."));
        Assert.Empty(await desk.Settle());
        Assert.Equal("closed", await desk.Text($"select status from stories where id = '{stays}'"));
        Assert.Equal("s-split", await desk.Text("select story from story_documents where document = 'd-1'"));
        Assert.Contains("does not count", await desk.Text("select string_agg(after, ' ') from audit where what = 'stories_merge_voided'"), StringComparison.Ordinal);
        await IsTheSameByReplayAndRebuild(desk);
    }

    [Fact]
    public async Task mentions_go_on_to_where_the_claim_went_that_took_them()
    {
        await using var desk = await Open();
        var claims = await Filed(desk, 3, "select id from claims order by raised_position");
        await desk.Send(new MergeClaims(claims[1], claims[2], claims[1], "ana", "One claim."));
        await desk.Send(new MergeClaims(claims[0], claims[1], claims[0], "ben", "One claim."), "ben");
        Assert.Empty(await desk.Settle());
        var state = (await desk.Newsroom.Load<Claim>(Ids.Claim(claims[2]), null, Cancellation)).State!;
        Assert.Equal(await desk.Text($"select string_agg(id, ' ' order by id collate \"C\") from mentions where claim = '{claims[2]}'"), string.Join(' ', state.Mentions.Keys.Order(StringComparer.Ordinal)));
        await desk.Send(Newsdesk.Document("d-1", "Nothing of it was so, police said.", noon.AddHours(1)));
        Assert.Empty(await desk.Settle());
        Assert.True((await desk.Newsroom.Load<Claim>(Ids.Claim(claims[2]), null, Cancellation)).State!.Mentions.Values.Single(m => m.DocumentId == "d-1" && m.Event.Revision == 1).Retracted);
    }

    private static async Task<string[]> Filed(Newsdesk desk, int circle, string ids)
    {
        for (var i = 0; i < circle; i++) await desk.Send(Newsdesk.Document($"d-{i + 1}", said[i], noon.AddMinutes(i), "outlet-" + i));
        Assert.Empty(await desk.Settle());
        string[] found = [.. (await desk.Text($"select string_agg(id, ' ') from ({ids}) x")).Split(' ')];
        Assert.Equal(circle, found.Length);
        return found;
    }

    private static async Task Propose(Newsdesk desk, string claim, string verdict)
    {
        var mention = (await desk.Text("select concat_ws(' ', document, id) from mentions order by position desc limit 1")).Split(' ');
        await desk.Send(new ProposeVerdict(claim, verdict, Rating.Verified, null, Confidence.High, "Seen.", [new Evidence(mention[0], 1, mention[1])], "ana"));
    }

    private static async Task IsTheSameByReplayAndRebuild(Newsdesk desk)
    {
        var before = await desk.Rows();
        foreach (var view in AllViews.Catalogue) await desk.Engine.Rebuild(view.Name, null, Cancellation);
        Assert.Empty(await desk.Settle());
        Assert.Equal(before, await desk.Rows());
        var moment = await Moment.Now.Resolve(desk.Newsroom, DateTimeOffset.UtcNow, Cancellation);
        var replayed = (await Replayer.At(desk.Newsroom, moment, Cancellation)).Picture;
        Assert.Equal(
            await desk.Text("select string_agg(concat_ws(' ', id, status, merged_into), ',' order by id collate \"C\") from claims"),
            string.Join(',', replayed.Claims.Values.OrderBy(c => c.Id, StringComparer.Ordinal).Select(c => string.Join(' ', new[] { c.Id, c.Standing!.Status, c.MergedInto }.OfType<string>()))));
    }
}
