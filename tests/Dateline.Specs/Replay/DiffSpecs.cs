using Dateline.Claims;
using Dateline.Documents;
using Dateline.Replay;
using Dateline.Stories;
using Dateline.Verdicts;
using static Dateline.Specs.Facts;

namespace Dateline.Specs;

public class DiffSpecs
{
    private static readonly object[] before = [Opened(), Filed(), Raised(), Mentioned(), Raised("c-2") with { Text = "300 people left" }, Mentioned("c-2", "m-9", "d-9"), Proposed(rating: Rating.False)];

    private static async Task<IReadOnlyList<Change>> Changes(Log log, Moment from, Moment to) =>
        (await Differ.Between(log, from, to, null, Log.Begin.AddDays(1), null, TestContext.Current.CancellationToken)).Changes;

    private static async Task<string> Told(object fact, string? reason = null)
    {
        var log = Log.Of(before);
        log.Add(fact, reason);
        var changes = await Changes(log, new(Position: before.Length), new(Position: before.Length + 1));
        return Assert.Single(changes, c => c.Kind != "status").Text;
    }

    [Fact]
    public async Task what_people_do_about_a_claim_names_its_words()
    {
        Assert.Equal("ben proposed the verdict verified (moderate confidence) on “200 people left”.", await Told(Proposed("v-2", "ben")));
        Assert.Equal("ben approved the verdict false on “200 people left”: Agreed.", await Told(Approved(), "Agreed."));
        Assert.Equal("ben rejected the verdict false on “200 people left”: No proof.", await Told(Rejected(), "No proof"));
        Assert.Equal("ana withdrew the verdict false on “200 people left”.", await Told(VerdictTakenBack()));
        Assert.Equal("The basis of the verdict false on “200 people left” changed: It was killed.", await Told(Marked("v-1", "d-1 kill 1", "It was killed.")));
        Assert.Equal("ana merged the claim “300 people left” into “200 people left”.", await Told(new ClaimsMerged("c-2", "c-1", "c-2", "ana")));
        Assert.Equal("“200 people left” contradicts “300 people left”: Other numbers.", await Told(new ClaimRelated("c-1", Relation.Contradicts, "c-2", "Other numbers.", Noon)));
        Assert.Equal("A mention of “200 people left” in “People left” was retracted: It was killed.", await Told(Retracted()));
        Assert.Equal("ana split the claim “50 people left” off from “200 people left”.", await Told(new ClaimSplit("c-1", "c-3", "50 people left", Mode.Assertion, [], "ana")));
    }

    [Fact]
    public async Task what_people_do_about_a_story_names_its_title()
    {
        Assert.Equal("ana closed the story “People leave”: It is over.", await Told(new StoryClosed("s-1", "ana"), "It is over"));
        Assert.Equal("ana reopened the story “People leave”.", await Told(new StoryReopened("s-1", "ana")));
        Assert.Equal("ana put the claim “300 people left” into the story “People leave”.", await Told(new ClaimFiled("s-1", "c-2", "ana")));
        Assert.Equal("ana moved “People left” from “People leave” to s-2: Another place.", await Told(new DocumentMoved("s-2", "d-1", "s-1", "s-2", "ana"), "Another place."));
        Assert.Equal("The publisher issued a kill for “People left”: It was wrong.", await Told(Withdrawn(PublisherAct.Kill)));
    }

    [Fact]
    public async Task a_basis_that_changed_before_the_verdict_was_proposed_is_told_with_the_proposal()
    {
        // Recorded after the proposal, but out before it.
        var log = Log.Of(before);
        log.Add(Marked("v-1", "d-1 kill 1", "It was killed."));
        var changes = await Changes(log, new(Noon.AddDays(-1), Clock.Published), new(Noon.AddDays(3), Clock.Published));
        Assert.Equal(
            "ana proposed the verdict false (moderate confidence) on “200 people left”; its basis had changed before: It was killed.",
            Assert.Single(changes, c => c.Kind.StartsWith("verdict_", StringComparison.Ordinal)).Text);
    }

    [Fact]
    public void a_closed_story_says_who_closed_it_and_why()
    {
        var told = new Told().Document("d-1", "source:a").Because("It is over.", new StoryClosed("s-1", "ana")).Document("d-2", "source:b");
        Assert.Equal((Status.Closed, "ana closed it: It is over."), (told.Page().Story.Status, told.Page().Story.Reason));
        Assert.Equal([5L], told.Page().Story.Because);
    }
}
