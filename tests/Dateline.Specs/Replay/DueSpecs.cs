using Dateline.Claims;
using Dateline.Replay;
using Dateline.Verdicts;
using static Dateline.Specs.Facts;

namespace Dateline.Specs;

public class DueSpecs
{
    private static readonly DateTimeOffset due = new(2026, 8, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly object[] said = [Opened(), Filed(), Raised(mode: Mode.Prediction, due: "2026-07-31"), Mentioned(speaker: "The mayor")];
    private const string Open = "A prediction by The mayor in d-1, due by 2026-07-31, not judged yet.";

    private static async Task<Replayed> At(Log log, DateTimeOffset at, Clock clock = Clock.Recorded) => await Replayer.At(log, at, clock, null, TestContext.Current.CancellationToken);

    private static ClaimPage Claim(Replayed then) => Pages.Claim(then.Picture, "c-1", then.Changes, then.Clock, then.At)!;

    private static async Task<IReadOnlyList<Change>> Changes(Log log, DateTimeOffset from, DateTimeOffset to, Clock clock = Clock.Recorded) =>
        [.. (await Differ.Between(log, new(from, clock), new(to, clock), "s-1", due, null, TestContext.Current.CancellationToken)).Changes];

    [Fact]
    public async Task a_claim_whose_day_is_over_is_due_since_the_day_after_for_what_gave_the_day()
    {
        var before = Claim(await At(Log.Of(said), due.AddTicks(-1))).Claim;
        Assert.Equal((Status.Open, Log.Begin.AddMinutes(4), Open), (before.Status, before.Since, before.Reason));
        var after = Claim(await At(Log.Of(said), due)).Claim;
        Assert.Equal((Status.Due, due, "Its day is over. " + Open), (after.Status, after.Since, after.Reason));
        Assert.Equal([4L], after.Because);
    }

    [Theory]
    [InlineData(Clock.Recorded)]
    [InlineData(Clock.Published)]
    public async Task the_timelines_of_the_claim_and_its_story_tell_when_it_fell_due(Clock clock)
    {
        var then = await At(Log.Of(said), due.AddDays(3), clock);
        Assert.Equal([(null, Status.Open), (Status.Open, Status.Due)], Claim(then).Timeline.Select(t => ((string?)t.From, t.To)));
        Assert.Equal((due, 4L), (Claim(then).Timeline[1].At, Claim(then).Timeline[1].Position));
        var entry = Pages.Story(then.Picture, "s-1", then.Changes, clock, then.At)!.Timeline[^1];
        Assert.Equal(("claim", "c-1", Status.Due, due, "“200 people left”: Its day is over. " + Open), (entry.Kind, entry.Id, entry.To, entry.At, entry.Reason));
        Assert.Single(Claim(await At(Log.Of(said), due.AddTicks(-1), clock)).Timeline);
    }

    [Theory]
    [InlineData(Clock.Recorded)]
    [InlineData(Clock.Published)]
    public async Task a_comparison_tells_that_it_fell_due(Clock clock)
    {
        var change = Assert.Single(await Changes(Log.Of(said), due.AddDays(-12), due.AddDays(4), clock));
        Assert.Equal((due, "status", "claim/c-1", 4L), (change.At, change.Kind, change.Subject, change.Position));
        Assert.Equal("The claim “200 people left” went from open to due. Its day is over. " + Open, change.Text);
        Assert.Single(await Changes(Log.Of(said), due.AddTicks(-1), due, clock));
        Assert.Empty(await Changes(Log.Of(said), due, due.AddDays(1), clock));
        Assert.Empty(await Changes(Log.Of(said), due.AddDays(-2), due.AddTicks(-1), clock));
    }

    [Fact]
    public async Task what_is_recorded_after_its_day_is_due_from_the_beginning()
    {
        var log = Log.Of([Opened(), Filed(), Raised(mode: Mode.Prediction, due: "2026-03-01"), Mentioned()]);
        var then = await At(log, due);
        Assert.Equal((Status.Due, Log.Begin.AddMinutes(4)), (Claim(then).Claim.Status, Claim(then).Claim.Since));
        Assert.Equal([(null, Status.Due)], Claim(then).Timeline.Select(t => ((string?)t.From, t.To)));
        Assert.Contains(await Changes(log, Log.Begin, due), c => c.Text.StartsWith("The claim “200 people left” begins as due. Its day is over.", StringComparison.Ordinal));
        Assert.Equal(2, (await Changes(log, Log.Begin, due)).Count(c => c.Kind == "status"));
        Assert.Equal([Status.Open, Status.Due], Claim(await At(log, due, Clock.Published)).Timeline.Select(t => t.To));
    }

    [Fact]
    public async Task a_verdict_after_its_day_ends_what_is_due()
    {
        var log = Log.Of([Opened(), Filed(), Raised(mode: Mode.Promise, due: "2026-03-02"), Mentioned()]);
        var late = Log.Begin.AddDays(2);
        for (var i = 0; i < 2 * 24 * 60; i++) log.Add(Registered());
        log.Add(Proposed(rating: Rating.Failed));
        log.Add(Approved());
        var then = await At(log, late.AddDays(1));
        Assert.Equal([(null, Status.Open), (Status.Open, Status.Due), (Status.Due, "failed")], Claim(then).Timeline.Select(t => ((string?)t.From, t.To)));
        var told = (await Changes(log, Log.Begin, late.AddDays(1))).Where(c => c is { Kind: "status", Subject: "claim/c-1" }).ToList();
        Assert.Equal([Log.Begin.AddMinutes(4), Log.Begin.AddDays(1), Log.Begin.AddMinutes(4 + 2880 + 2)], told.Select(c => c.At));
        Assert.Contains("went from due to failed", told[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_day_stays_that_of_the_mention_that_gave_it()
    {
        var log = Log.Of([.. said, Mentioned(mention: "m-2", document: "d-2", origin: "source:post"), Retracted()]);
        var claim = Claim(await At(log, due)).Claim;
        Assert.Equal("Its day is over. A prediction by wire in d-2, due by 2026-07-31 as d-1 said, not judged yet.", claim.Reason);
        Assert.Equal([4L, 5], claim.Because);
    }

    [Fact]
    public async Task a_later_mention_gives_a_day_where_there_was_none()
    {
        var log = Log.Of([Opened(), Filed(), Raised(mode: Mode.Promise), Mentioned(), Mentioned(mention: "m-2", document: "d-2", origin: "source:post") with { DueAt = "2026-07-31" }]);
        Assert.Equal((Status.Open, null), (Claim(await At(log, Log.Begin.AddMinutes(4))).Claim.Status, Claim(await At(log, Log.Begin.AddMinutes(4))).Claim.Due));
        var claim = Claim(await At(log, due));
        Assert.Equal((Status.Due, "Its day is over. A promise by wire in d-1, due by 2026-07-31 as d-2 said, not judged yet."), (claim.Claim.Status, claim.Claim.Reason));
        Assert.Equal([(null, Status.Open), (Status.Open, Status.Open), (Status.Open, Status.Due)], claim.Timeline.Select(t => ((string?)t.From, t.To)));
        Assert.Contains(await Changes(log, Log.Begin.AddMinutes(4), due.AddDays(-1)), c => c.Text.StartsWith("The claim “200 people left” is open by another day. A promise by wire", StringComparison.Ordinal));
    }

    [Fact]
    public async Task what_fell_due_is_open_again_when_its_day_was_anothers()
    {
        var log = Log.Of([Opened(), Filed(), Raised(mode: Mode.Promise, due: "2026-03-02"), Mentioned() with { DueAt = "2026-03-02" }, Mentioned(mention: "m-2", document: "d-2") with { DueAt = "2026-07-31" }]);
        for (var i = 0; i < 2 * 24 * 60; i++) log.Add(Registered());
        log.Add(Retracted());
        var split = Log.Begin.AddMinutes(6 + 2880);
        Assert.Equal(Status.Due, Claim(await At(log, split.AddTicks(-1))).Claim.Status);
        var claim = Claim(await At(log, split)).Claim;
        Assert.Equal((Status.Open, "2026-07-31", split), (claim.Status, claim.Due, claim.Since));
        Assert.Equal(
            [(null, Status.Open, Log.Begin.AddMinutes(4)), (Status.Open, Status.Due, Log.Begin.AddDays(1)), (Status.Due, Status.Open, split), (Status.Open, Status.Due, due)],
            Claim(await At(log, due)).Timeline.Select(t => ((string?)t.From, t.To, t.At)));
        Assert.Equal(
            ["went from open to due", "went from due to open", "went from open to due"],
            (await Changes(log, Log.Begin.AddMinutes(5), due)).Where(c => c.Kind == "status").Select(c => c.Text[(c.Text.IndexOf('”', StringComparison.Ordinal) + 2)..c.Text.IndexOf('.', StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task days_go_with_the_mentions_that_give_them()
    {
        var dated = Mentioned(mention: "m-2", document: "d-2", origin: "source:post") with { DueAt = "2026-07-31" };
        var log = Log.Of([Opened(), Filed(), Raised(mode: Mode.Promise), Mentioned(), dated]);
        log.Add(new ClaimSplit("c-1", "c-2", "Another", Mode.Promise, [dated], "ana"));
        var then = await At(log, due);
        Assert.Equal((null, "2026-07-31"), (Claim(then).Claim.Due, Pages.Claim(then.Picture, "c-2", then.Changes, then.Clock, then.At)!.Claim.Due));
        log.Add(new ClaimsMerged("c-1", "c-1", "c-2", "ana"));
        Assert.Equal((Status.Due, "2026-07-31"), (Claim(await At(log, due)).Claim.Status, Claim(await At(log, due)).Claim.Due));
    }

    [Fact]
    public async Task what_fell_due_and_was_merged_away_had_fallen_due()
    {
        var log = Log.Of([Opened(), Filed(), Raised(mode: Mode.Promise, due: "2026-03-02"), Mentioned() with { DueAt = "2026-03-02" }, Raised("c-2", Mode.Promise), Mentioned("c-2", "m-2", "d-2")]);
        for (var i = 0; i < 2 * 24 * 60; i++) log.Add(Registered());
        log.Add(new ClaimsMerged("c-2", "c-2", "c-1", "ana"));
        var then = await At(log, Log.Begin.AddDays(4));
        Assert.Equal([(null, Status.Open), (Status.Open, Status.Due), (Status.Due, Status.Merged)], Claim(then).Timeline.Select(t => ((string?)t.From, t.To)));
        Assert.Equal((Status.Due, "2026-03-02"), (Pages.Claim(then.Picture, "c-2", then.Changes, then.Clock, then.At)!.Claim.Status, then.Picture.Claims["c-2"].DueAt));
    }
}
