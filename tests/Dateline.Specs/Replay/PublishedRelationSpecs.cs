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
}
