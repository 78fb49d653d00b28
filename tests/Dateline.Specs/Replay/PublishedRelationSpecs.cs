using Dateline.Claims;
using Dateline.Replay;
using static Dateline.Specs.Facts;

namespace Dateline.Specs;

public class PublishedRelationSpecs
{
    private static readonly DateTimeOffset earlier = Noon.AddDays(-2);

    /// <summary>A document of noon raises a claim; one that was out two days before is recorded after it, with another claim that is related to the first.</summary>
    private static Log Late(Relation relation) => Log.Of(
        Raised(), Mentioned(), Raised("c-2") with { PublishedAt = earlier }, Mentioned("c-2", "m-2", "d-2", "source:post", at: earlier),
        new ClaimRelated("c-2", relation, "c-1", "One says 20, the other 80.", earlier));

    private static async Task<IReadOnlyList<RelationLine>> Shown(Log log, string claim, DateTimeOffset at, Clock clock)
    {
        var then = await Replayer.At(log, at, clock, null, TestContext.Current.CancellationToken);
        return Pages.Claim(then.Picture, claim, then.Changes, clock, at)!.Relations;
    }

    [Theory]
    [InlineData(Relation.Contradicts)]
    [InlineData(Relation.Updates)]
    [InlineData(Relation.Supports)]
    public async Task by_the_published_clock_a_relation_is_shown_once_both_claims_were_out(Relation relation)
    {
        var log = Late(relation);
        Assert.Empty(await Shown(log, "c-2", earlier, Clock.Published));
        Assert.Empty(await Shown(log, "c-2", Noon.AddTicks(-1), Clock.Published));
        Assert.Equal("c-1", Assert.Single(await Shown(log, "c-2", Noon, Clock.Published)).Claim);
        Assert.Equal("c-2", Assert.Single(await Shown(log, "c-1", Noon, Clock.Published)).Claim);
    }

    [Fact]
    public async Task by_the_published_clock_no_reason_names_a_claim_that_was_not_out()
    {
        var log = Late(Relation.Contradicts);
        var before = await Replayer.At(log, Noon.AddTicks(-1), Clock.Published, null, TestContext.Current.CancellationToken);
        Assert.All(before.Changes, c => Assert.DoesNotContain("c-1", c.To.Reason, StringComparison.Ordinal));
        var after = await Replayer.At(log, Noon, Clock.Published, null, TestContext.Current.CancellationToken);
        Assert.Contains(after.Changes, c => c.Id == "c-2" && c.To.Reason.Contains("c-1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task the_recorded_clock_shows_a_relation_once_it_was_recorded() =>
        Assert.Equal("c-1", Assert.Single(await Shown(Late(Relation.Contradicts), "c-2", Log.Begin.AddDays(1), Clock.Recorded)).Claim);

    [Fact]
    public void by_the_published_clock_no_claim_names_one_that_is_not_there() => Decided.ForAny(log =>
    {
        var picture = new Picture(Clock.Published);
        foreach (var (e, at) in Replayer.InOrder([.. log.Events.Where(e => Picture.Types.Contains(e.Type))], Clock.Published))
        {
            picture.Apply(e, at);
            var named = picture.Claims.Keys.SelectMany(c => Pages.Claim(picture, c, [], Clock.Published, at)?.Relations ?? []).Select(r => r.Claim).Distinct();
            Assert.All(named, c => Assert.NotNull(Pages.Claim(picture, c, [], Clock.Published, at)));
        }
    });

    private static async Task<IReadOnlyList<Change>> Told(INewsroom log, Moment from, Moment to) =>
        [.. (await Differ.Between(log, from, to, null, Noon.AddDays(99), null, TestContext.Current.CancellationToken)).Changes.Where(IsOfRelations)];

    private static Task<IReadOnlyList<Change>> Told(INewsroom log, DateTimeOffset from, DateTimeOffset to) => Told(log, new(from, Clock.Published), new Moment(to, Clock.Published));

    private static bool IsOfRelations(Change change) => change.Kind is "claim_related" or "claim_relation_withdrawn";

    [Theory]
    [InlineData(Relation.Contradicts)]
    [InlineData(Relation.Updates)]
    [InlineData(Relation.Supports)]
    public async Task by_the_published_clock_a_relation_is_told_once_both_claims_were_out(Relation relation)
    {
        var log = Late(relation);
        Assert.Empty(await Told(log, earlier.AddDays(-1), Noon.AddTicks(-1)));
        var told = Assert.Single(await Told(log, earlier.AddDays(-1), Noon.AddDays(1)));
        // It is the relation that is told, at the time at which the other claim was out.
        Assert.Equal((5L, Noon, "claim/c-2"), (told.Position, told.At, told.Subject));
        Assert.Equal(relation != Relation.Supports, told.Value is { Other: "c-1" });
        Assert.Equal([told.Text], (await Told(log, Noon.AddTicks(-1), Noon)).Select(c => c.Text));
        Assert.Empty(await Told(log, Noon, Noon.AddDays(1)));
    }

    [Fact]
    public async Task a_relation_that_is_taken_back_while_a_claim_is_not_out_is_never_told()
    {
        var later = Log.Begin.AddDays(3);
        var log = Log.Of(
            Raised() with { PublishedAt = later }, Mentioned(at: later), Raised("c-2"), Mentioned("c-2", "m-2", "d-2"),
            new ClaimRelated("c-2", Relation.Updates, "c-1", "One says 20, the other 80.", Noon), new ClaimRelationWithdrawn("c-2", Relation.Updates, "c-1", "ana"));
        Assert.Empty(await Told(log, earlier, later.AddDays(1)));
        Assert.Empty(await Shown(log, "c-2", later.AddDays(1), Clock.Published));
        Assert.Equal(2, (await Told(log, new Moment(Position: 0), new Moment(Position: 6))).Count);
    }

    [Fact]
    public async Task a_relation_that_was_out_only_after_it_was_taken_back_is_never_told()
    {
        var later = Log.Begin.AddDays(3);
        var log = Log.Of(
            Raised(), Mentioned(), Raised("c-2"), Mentioned("c-2", "m-2", "d-2"),
            new ClaimRelated("c-2", Relation.Updates, "c-1", "One says 20, the other 80.", later), new ClaimRelationWithdrawn("c-2", Relation.Updates, "c-1", "ana"));
        Assert.Empty(await Told(log, earlier, later.AddDays(1)));
        Assert.Empty(await Shown(log, "c-2", later.AddDays(1), Clock.Published));
    }

    [Fact]
    public async Task a_claim_that_was_merged_away_before_it_was_out_is_named_once_what_it_says_was_out()
    {
        var later = Log.Begin.AddDays(3);
        var log = Log.Of(
            Raised() with { Text = "80 people left", PublishedAt = later }, Mentioned(at: later) with { Quote = "80 people left" }, Raised("c-2"), Mentioned("c-2", "m-2", "d-2"),
            Raised("c-3"), Mentioned("c-3", "m-3", "d-3"), new ClaimRelated("c-2", Relation.Updates, "c-1", "One says 20, the other 80.", Noon),
            new ClaimsMerged("c-1", "c-3", "c-1", "ana"), new ClaimsMerged("c-3", "c-3", "c-1", "ana"));
        Assert.Empty(await Told(log, earlier, later.AddTicks(-1)));
        Assert.Empty(await Shown(log, "c-2", later.AddTicks(-1), Clock.Published));
        Assert.Empty(await Shown(log, "c-1", later.AddTicks(-1), Clock.Published));
        var told = Assert.Single(await Told(log, earlier, later));
        Assert.Equal((later, "“200 people left” updates “80 people left”: One says 20, the other 80."), (told.At, told.Text));
        Assert.Equal("c-1", Assert.Single(await Shown(log, "c-2", later, Clock.Published)).Claim);
    }

    [Fact]
    public async Task what_was_not_known_at_the_earlier_moment_is_told_of_relations_that_were_out_by_both()
    {
        var log = Late(Relation.Updates);
        Moment then = new(Noon, Clock.Published, Position: 4), now = new(Noon, Clock.Published, Position: 5);
        Assert.Single(await Told(log, then, now));
        // The same claim is found to have been out earlier: the relation was known all the same.
        log.Add(Mentioned("c-1", "m-9", "d-9", "source:post", at: earlier.AddDays(-1)));
        Assert.Empty(await Told(log, now, new Moment(Noon, Clock.Published, Position: 6)));
    }

    /// <summary>When the first mention that was recorded on each claim, or that came to it by a split or a merger, was out.</summary>
    private static Dictionary<string, DateTimeOffset> Out(Log log)
    {
        var from = log.Events.Where(e => e.Data is ClaimMentioned).GroupBy(e => Ids.Of(e.Stream)).ToDictionary(g => g.Key, g => g.Min(e => e.PublishedAt), StringComparer.Ordinal);
        foreach (var (e, split) in log.Events.Where(e => e.Data is ClaimSplit).Select(e => (e, (ClaimSplit)e.Data)))
            from[split.NewClaimId] = split.Mentions.Select(m => m.PublishedAt > e.RecordedAt ? m.PublishedAt : e.RecordedAt).Append(from.GetValueOrDefault(split.NewClaimId, DateTimeOffset.MaxValue)).Min();
        var mergers = log.Events.Where(e => e.Data is ClaimsMerged).Select(e => (e, (ClaimsMerged)e.Data)).ToList();
        foreach (var (e, merger) in mergers.SelectMany(_ => mergers))
            if (from.TryGetValue(merger.From, out var came) && (came > e.RecordedAt ? came : e.RecordedAt) is var then && then < from.GetValueOrDefault(merger.Into, DateTimeOffset.MaxValue)) from[merger.Into] = then;
        return from;
    }

    [Fact]
    public void by_the_published_clock_no_relation_is_told_to_a_claim_that_was_not_out() => Decided.ForAny(log =>
    {
        var (from, relations) = (Out(log), log.Events.ToDictionary(e => e.Position, e => e.Data));
        foreach (var to in log.Events.Select(e => e.PublishedAt).Distinct())
        {
            var told = Told(log, DateTimeOffset.MinValue, to).GetAwaiter().GetResult();
            Assert.All(told, c => Assert.All(Between(relations[c.Position]), claim => Assert.True(from[claim] <= c.At && c.At <= to, $"{claim} is named at {c.At} but was out at {from[claim]}.")));
            // Each once, and what is taken back was told before.
            Assert.Equal(told.Count, told.DistinctBy(c => c.Position).Count());
            Assert.All(told.Where(c => c.Kind == "claim_relation_withdrawn"), c => Assert.Contains(told, r => r.Kind == "claim_related" && Same(relations[r.Position], relations[c.Position]) && r.At <= c.At));
            // What is told and was not taken back is what the claims' pages show.
            var then = Replayer.At(log, to, Clock.Published, null, CancellationToken.None).GetAwaiter().GetResult();
            var shown = then.Picture.Claims.Keys.SelectMany(c => Pages.Claim(then.Picture, c, [], Clock.Published, to)?.Relations ?? []).Where(r => !r.Incoming).Select(r => r.Position).Order();
            var stands = told.Where(c => c.Kind == "claim_related" && !told.Any(w => w.Kind == "claim_relation_withdrawn" && w.Position > c.Position && Same(relations[c.Position], relations[w.Position]))).Select(c => c.Position).Order();
            Assert.Equal(shown, stands);
        }
    });

    private static string[] Between(object data) => data switch
    {
        ClaimRelated e => [e.ClaimId, e.OtherClaimId],
        ClaimRelationWithdrawn e => [e.ClaimId, e.OtherClaimId],
        _ => throw new InvalidOperationException($"{data} is about no relation.")
    };

    private static bool Same(object related, object withdrawn) => related is ClaimRelated r && withdrawn is ClaimRelationWithdrawn w && (r.ClaimId, r.Relation, r.OtherClaimId) == (w.ClaimId, w.Relation, w.OtherClaimId);

    [Fact]
    public void between_any_two_moments_what_is_told_of_relations_is_what_the_second_knows_and_the_first_did_not() => Decided.ForAny(log =>
    {
        if (log.Events.Count < 2) return;
        var random = new Random(log.Events.Count);
        for (var i = 0; i < 4; i++)
        {
            var positions = new[] { random.Next(log.Events.Count) + 1L, random.Next(log.Events.Count) + 1L }.Order().ToArray();
            var times = new[] { Noon.AddHours(random.Next(60) - 8), Noon.AddHours(random.Next(60) - 8) }.Order().ToArray();
            Moment a = new(times[0], Clock.Published, Position: positions[0]), b = new(times[1], Clock.Published, Position: positions[1]);
            var before = All(a).ToHashSet();
            Assert.Equal(All(b).Where(p => !before.Contains(p)), Told(log, a, b).GetAwaiter().GetResult().Select(c => c.Position));
        }

        List<long> All(Moment at) => [.. Told(log, at with { At = DateTimeOffset.MinValue }, at).GetAwaiter().GetResult().Select(c => c.Position)];
    });
}
