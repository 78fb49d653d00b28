using System.Text.Json;
using Dateline.Claims;
using Dateline.Replay;
using Dateline.Stories;

namespace Dateline.Specs;

public class CourseSpecs
{
    [Theory]
    [InlineData(Clock.Recorded)]
    [InlineData(Clock.Published)]
    public void the_spans_of_any_point_are_what_the_fold_shows_there(Clock clock) => Decided.ForAny(log =>
    {
        var events = Replayer.InOrder([.. log.Events.Where(e => Picture.Types.Contains(e.Type))], clock);
        var spans = Course.Of(events, clock, _ => true, _ => true);
        foreach (var moment in events.Select(e => new Resolved(e.Effective, clock, clock == Clock.Recorded ? e.Event.Position : log.Events.Count)).Distinct())
        {
            var point = Course.Point(moment);
            var then = Replayer.Of(events.Where(e => e.Event.Position <= moment.Position), moment);
            var shown = spans.Stories.Where(s => s.Begins <= point && !(s.Ends <= point)).Select(s => s.Shown).OrderByDescending(s => s.LastActivity).ThenBy(s => s.Id, StringComparer.Ordinal);
            Assert.Equal(JsonSerializer.Serialize(Pages.Stories(then.Picture)), JsonSerializer.Serialize(shown));
        }
    });

    [Theory]
    [InlineData(Clock.Recorded)]
    [InlineData(Clock.Published)]
    public void what_is_added_to_a_course_piece_by_piece_is_what_one_fold_shows_unless_it_says_that_it_came_late(Clock clock) => Decided.ForAny(log => AddedIsWhole(log, clock));

    /// <summary>Each of two editors found the other's story to be one's own; what the later merger said was late, though nothing was left for it to do.</summary>
    [Fact]
    public void a_merger_that_another_forestalled_came_late_all_the_same() => AddedIsWhole(
        Decided.Of(
        [
            [
                new FileDocument("s-1", "Story s-1", Facts.Filed("d-3", "s-1", "source:a", Facts.Noon.AddHours(24))),
                new MergeStories("s-1", "s-3", "ana", "One."),
                new FileDocument("s-1", "Story s-1", Facts.Filed("d-3", "s-1", "source:b", Facts.Noon.AddHours(-6))),
                new FileDocument("s-3", "Story s-3", Facts.Filed("d-2", "s-3", "source:a", Facts.Noon.AddHours(30))),
                new MentionClaim("c-1", "200 people left", Mode.Assertion, null, Facts.Mentioned("c-1", "d-2/1/c-1", "d-2", "source:a", at: Facts.Noon.AddHours(30))),
                new MergeStories("s-3", "s-1", "ana", "One.")
            ]
        ]),
        Clock.Published);

    private static void AddedIsWhole(Log log, Clock clock)
    {
        var events = log.Events.Where(e => Picture.Types.Contains(e.Type)).ToList();
        var running = new RunningCourse(clock);
        var (stories, claims) = (new Dictionary<string, List<HistorySpan<StoryLine>>>(), new Dictionary<string, List<HistorySpan<ClaimLine>>>());
        for (var taken = 0; taken < events.Count; taken += 3)
        {
            var late = running.Add(Replayer.InOrder([.. events.Skip(taken).Take(3)], clock), _ => true, _ => true);
            Assert.True(clock == Clock.Published || late.Count == 0);
            if (late.Count > 0)
            {
                running = new(clock);
                running.Add(Replayer.InOrder([.. events.Take(taken + 3)], clock), _ => true, _ => true);
                stories.Clear();
                claims.Clear();
            }
            var changed = running.TakeChanged();
            Write(stories, changed.Stories);
            Write(claims, changed.Claims);
        }
        var whole = Course.Of(Replayer.InOrder(events, clock), clock, _ => true, _ => true);
        Assert.Equal(JsonSerializer.Serialize(whole.Stories), JsonSerializer.Serialize(stories.OrderBy(s => s.Key, StringComparer.Ordinal).SelectMany(s => s.Value)));
        Assert.Equal(JsonSerializer.Serialize(whole.Claims), JsonSerializer.Serialize(claims.OrderBy(c => c.Key, StringComparer.Ordinal).SelectMany(c => c.Value)));

        static void Write<T>(Dictionary<string, List<HistorySpan<T>>> rows, IReadOnlyList<ChangedSpans<T>> changed)
        {
            foreach (var one in changed)
            {
                Assert.Equal(one.IsNew, !rows.ContainsKey(one.Id));
                if (one.IsNew) rows.Add(one.Id, []);
                rows[one.Id].RemoveAll(s => s.Begins >= one.From);
                rows[one.Id].AddRange(one.Spans);
            }
        }
    }

    [Fact]
    public void spans_of_one_thing_never_overlap_and_never_repeat_themselves() => Decided.ForAny(log =>
    {
        var spans = Course.Of(Replayer.InOrder(log.Events, Clock.Published), Clock.Published, _ => true, _ => true);
        foreach (var own in spans.Stories.GroupBy(s => s.Id).Select(g => g.ToList()))
        {
            Assert.All(own.SkipLast(1).Zip(own.Skip(1)), p => Assert.True(p.First.Ends <= p.Second.Begins));
            Assert.All(own, s => Assert.True(s.Ends is null || s.Ends > s.Begins));
        }
    });

    [Fact]
    public async Task what_was_known_of_what_was_published_is_asked_of_the_published_clock()
    {
        var log = Log.Of(Facts.Opened());
        Assert.Contains("published clock", (await Assert.ThrowsAsync<Refused>(() => new Moment(Known: Log.Begin).Resolve(log, Log.Begin, TestContext.Current.CancellationToken))).Message, StringComparison.Ordinal);
        Assert.Contains("position 7", (await Assert.ThrowsAsync<Refused>(() => new Moment(Position: 7).Resolve(log, Log.Begin, TestContext.Current.CancellationToken))).Message, StringComparison.Ordinal);
        Assert.Equal(new(Log.Begin.AddMinutes(1), Clock.Recorded, 1), await new Moment(Position: 1).Resolve(log, Log.Begin, TestContext.Current.CancellationToken));
        Assert.Equal(new(Log.Begin, Clock.Published, 0), await new Moment(Log.Begin, Clock.Published, Known: Log.Begin).Resolve(log, Log.Begin, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task a_position_fixes_the_moment_on_either_clock_for_what_is_due_as_well()
    {
        var log = Log.Of(Facts.Raised(mode: Claims.Mode.Promise, due: "2026-03-02"), Facts.Mentioned());
        foreach (var now in new[] { Log.Begin.AddHours(23), Log.Begin.AddDays(1) })
        {
            var moment = await new Moment(Clock: Clock.Published, Position: 2).Resolve(log, now, TestContext.Current.CancellationToken);
            Assert.Equal(new(Log.Begin.AddMinutes(2), Clock.Published, 2), moment);
            Assert.Equal(Status.Open, (await Replayer.At(log, moment, TestContext.Current.CancellationToken)).Picture.Claims["c-1"].StatusAt(moment.At));
        }
        var named = await new Moment(Log.Begin.AddDays(1), Clock.Published, Position: 2).Resolve(log, Log.Begin, TestContext.Current.CancellationToken);
        Assert.Equal(Status.Due, (await Replayer.At(log, named, TestContext.Current.CancellationToken)).Picture.Claims["c-1"].StatusAt(named.At));
    }

    [Fact]
    public async Task what_would_have_been_another_status_within_one_transaction_is_told_by_position()
    {
        var log = Log.Of(
            Facts.Raised(), Facts.Mentioned(mention: "m-1", document: "d-1", origin: "source:a"),
            Facts.Mentioned(mention: "m-2", document: "d-2", origin: "source:b"), Facts.Mentioned(mention: "m-3", document: "d-3", origin: "source:c")).AtOnce();
        var moment = await Moment.Now.Resolve(log, Log.Begin.AddDays(1), TestContext.Current.CancellationToken);
        var claim = Assert.Single((await PolicyTrials.Try(log, StatusPolicy.Named("status-rules@3"), moment, TestContext.Current.CancellationToken)).Differences);
        Assert.Equal((3L, 4L, "corroborated", "single-origin"), (claim.Position, claim.UntilPosition, claim.Now, claim.Would));
        var there = await new Moment(Position: 3).Resolve(log, Log.Begin, TestContext.Current.CancellationToken);
        Assert.Equal(3, Assert.Single((await PolicyTrials.Try(log, StatusPolicy.Named("status-rules@3"), there, TestContext.Current.CancellationToken)).Differences).Position);
    }

    [Fact]
    public async Task a_candidate_shows_which_statuses_would_have_been_others_and_from_when_to_when()
    {
        var log = Log.Of(
            Facts.Opened(), Facts.Filed("d-1", origin: "source:a"), Facts.Raised(), Facts.Mentioned(mention: "m-1", document: "d-1", origin: "source:a"),
            Facts.Filed("d-2", origin: "source:b"), Facts.Mentioned(mention: "m-2", document: "d-2", origin: "source:b"),
            Facts.Filed("d-3", origin: "source:c"), Facts.Mentioned(mention: "m-3", document: "d-3", origin: "source:c"));
        var moment = await Moment.Now.Resolve(log, Log.Begin.AddDays(1), TestContext.Current.CancellationToken);
        var trial = await PolicyTrials.Try(log, StatusPolicy.Named("status-rules@3"), moment, TestContext.Current.CancellationToken);
        var claim = Assert.Single(trial.Differences, d => d.Kind == "claim");
        Assert.Equal((6L, "corroborated", "single-origin", Log.Begin.AddMinutes(8)), (claim.Position, claim.Now, claim.Would, claim.Until));
        Assert.Contains("2 origins of the 3", claim.Reason, StringComparison.Ordinal);
        Assert.Empty((await PolicyTrials.Try(log, StatusPolicy.Current, moment, TestContext.Current.CancellationToken)).Differences);
        Assert.Throws<Refused>(() => StatusPolicy.Named("status-rules@9"));
    }
}
