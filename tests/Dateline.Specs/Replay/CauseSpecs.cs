using Dateline.Claims;
using Dateline.Documents;
using Dateline.Replay;
using Dateline.Stories;
using Dateline.Verdicts;
using static Dateline.Specs.Facts;

namespace Dateline.Specs;

public class CauseSpecs
{
    /// <summary>A asserts a claim, B repeats it, C denies it; then what B and C published is taken back: positions 9 to 12.</summary>
    private static Told TakenBack() => new Told().Document("d-1", "source:a").Document("d-2", "source:b").Document("d-3", "source:c", polarity: Polarity.Negative).And(
        Withdrawn(PublisherAct.Kill, document: "d-3"), Retracted(mention: "d-3/1/c-1", document: "d-3"),
        Withdrawn(PublisherAct.Kill, document: "d-2"), Retracted(mention: "d-2/1/c-1", document: "d-2"));

    [Fact]
    public void a_claim_that_goes_back_names_the_retraction_as_its_cause()
    {
        var timeline = TakenBack().ClaimPage().Timeline;
        Assert.Equal([Status.SingleOrigin, Status.Corroborated, Status.Disputed, Status.Corroborated, Status.SingleOrigin], timeline.Select(t => t.To));
        Assert.Equal([4L, 6, 10], timeline[3].Because);
        Assert.Equal([4L, 12], timeline[4].Because);
        Assert.Equal("One origin: source:a. An assertion of it in d-2 (wire) was retracted: It was killed.", timeline[4].Reason);
    }

    [Fact]
    public void a_story_that_goes_back_names_the_withdrawal_as_its_cause()
    {
        var told = Told.Of(Opened(), Filed(), Filed("d-2", origin: "source:post"), Withdrawn(PublisherAct.Kill, document: "d-2"));
        Assert.Equal([2L, 4], told.Page().Timeline[^1].Because);
        Assert.Equal("One origin reports it: source:wire. wire issued a kill for d-2: It was wrong.", told.Page().Timeline[^1].Reason);
    }

    [Fact]
    public void a_story_whose_dispute_ends_names_what_ended_it()
    {
        var ended = TakenBack().Page().Timeline.First(t => t.From == Status.Disputed);
        Assert.Contains(10L, ended.Because);
        Assert.Contains("A denial of one of its claims in d-3 (wire) was retracted: It was killed.", ended.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void a_claim_whose_verdict_was_withdrawn_names_the_withdrawal_as_its_cause()
    {
        var told = new Told().Document("d-1", "source:a").Document("d-2", "source:b").And(Proposed(rating: Rating.False), Approved()).Because("New facts", VerdictTakenBack());
        Assert.Equal([4L, 6, 9], told.Because());
        Assert.Equal("Two independent origins agree: source:a and source:b. ana withdrew the verdict false on it: New facts.", told.ClaimPage().Claim.Reason);
        Assert.EndsWith("ana withdrew the verdict false on one of its claims: New facts.", told.Page().Story.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void a_claim_whose_contradiction_ends_names_what_ended_it()
    {
        var told = Told.Of(Raised(), Mentioned(), Raised("c-2"), Mentioned("c-2", "m-9", "d-9"), new ClaimRelated("c-1", Relation.Contradicts, "c-2", "Other numbers.", Noon))
            .Because("Two places", new ClaimRelationWithdrawn("c-1", Relation.Contradicts, "c-2", "ana"));
        Assert.Equal([2L, 6], told.Because());
        Assert.EndsWith("ana took back that c-1 contradicts c-2: Two places.", told.ClaimPage().Claim.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void the_cause_is_named_as_long_as_the_status_stands()
    {
        var told = TakenBack().Document("d-4", "source:a");
        Assert.Equal([4L, 12], told.Because());
        Assert.EndsWith("It was killed.", told.ClaimPage().Claim.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void a_merger_names_who_merged_and_why()
    {
        var told = Told.Of(Raised(), Mentioned(), Raised("c-2"), Mentioned("c-2", "m-9", "d-9")).Because("One claim", new ClaimsMerged("c-2", "c-1", "c-2", "ana"));
        Assert.Equal("ana merged c-2 into c-1: One claim.", told.ClaimPage("c-2").Claim.Reason);
        told = new Told().Document("d-1", "source:a").Document("d-2", "source:b", story: "s-2").Because("One story", new StoriesMerged("s-1", "s-2", "s-1", "ben"));
        Assert.Equal("ben merged s-1 into s-2: One story.", told.Page().Story.Reason);
    }

    [Fact]
    public void every_change_of_status_names_the_event_at_which_it_changed_and_none_after_it()
    {
        Histories.ForAny(events => Caused(Log.Of(events)));
        Decided.ForAny(Caused);
    }

    private static void Caused(Log log)
    {
        foreach (var clock in Enum.GetValues<Clock>())
        {
            var picture = new Picture(clock);
            foreach (var (e, at) in Replayer.InOrder([.. log.Events.Where(e => Picture.Types.Contains(e.Type))], clock)) picture.Apply(e, at);
            Assert.All(picture.TakeChanges(), c =>
            {
                Assert.Contains(c.To.Position, c.To.Because);
                Assert.Equal(c.To.Because.Distinct().Order(), c.To.Because);
                Assert.True(clock == Clock.Published || c.To.Because[^1] <= c.To.Position);
            });
        }
    }
}
