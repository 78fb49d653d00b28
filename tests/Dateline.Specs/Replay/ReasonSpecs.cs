using Dateline.Claims;
using Dateline.Documents;
using Dateline.Replay;
using static Dateline.Specs.Facts;

namespace Dateline.Specs;

public class ReasonSpecs
{
    private static Told Reported(int origins)
    {
        var told = Told.Of(Opened());
        for (var i = 1; i <= origins; i++) told.And(Filed($"d-{i}", origin: $"source:{(char)('a' + i - 1)}"));
        return told;
    }

    [Theory]
    [InlineData(2, "2 independent origins report it: source:a and source:b.")]
    [InlineData(3, "3 independent origins report it: source:a, source:b and source:c.")]
    [InlineData(5, "5 independent origins report it: source:a, source:b, source:c and 2 more.")]
    public void a_storys_reason_counts_the_origins_that_it_has_now(int origins, string reason)
    {
        var story = Reported(origins).Page().Story;
        Assert.Equal((Status.Developing, origins, reason), (story.Status, story.Origins, story.Reason));
        Assert.Equal([2L, 3], story.Because);
    }

    [Fact]
    public void an_origin_that_goes_is_counted_and_named_no_more()
    {
        var told = Reported(4).And(Withdrawn(PublisherAct.Kill, document: "d-1"));
        Assert.Equal("3 independent origins report it: source:b, source:c and source:d.", told.Page().Story.Reason);
        Assert.Equal("2 independent origins report it: source:a and source:b.", told.Page().Timeline[^1].Reason);
    }

    [Fact]
    public void a_storys_reason_counts_the_disputed_claims_that_it_has_now()
    {
        var told = new Told().Document("d-1", "source:a").Document("d-2", "source:b", polarity: Polarity.Negative).Document("d-3", "source:a", "c-2")
            .Document("d-4", "source:b", "c-2", polarity: Polarity.Negative);
        Assert.StartsWith("2 key claims are disputed.", told.Page().Story.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void a_claims_reason_counts_the_origins_that_it_has_now()
    {
        var told = Told.Of(Raised());
        for (var i = 1; i <= 4; i++) told.And(Mentioned(mention: $"m-{i}", document: $"d-{i}", origin: $"source:{(char)('a' + i - 1)}"));
        Assert.Equal("4 independent origins agree: source:a, source:b, source:c and 1 more.", told.ClaimPage().Claim.Reason);
        Assert.Equal([2L, 3], told.Because());
    }

    [Fact]
    public void a_reason_that_is_kept_up_to_date_is_what_the_rules_say_of_the_facts() => Decided.ForAny(log =>
    {
        var picture = new Picture();
        foreach (var e in log.Events) picture.Apply(e, e.RecordedAt);
        Assert.All(picture.Stories.Values.Where(s => s.Standing is { Status: not (Status.Merged or Status.Closed) }), s =>
            Assert.StartsWith(StatusRules.Of(s).Sentence, s.Standing!.Reason, StringComparison.Ordinal));
    });
}
