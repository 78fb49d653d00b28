using Dateline.Claims;
using Dateline.Documents;
using Dateline.Replay;
using Dateline.Stories;
using Dateline.Verdicts;
using static Dateline.Specs.Facts;

namespace Dateline.Specs;

public class StoryStatusSpecs
{
    private static readonly StoriesMerged merged = new("s-1", "s-2", "s-1", "ana");

    /// <summary>Two origins, one key claim that both assert.</summary>
    private static Told Established() => new Told().Document("d-1", "source:wire").Document("d-2", "source:post");

    [Fact]
    public void a_story_without_documents_stands_nowhere_yet() => Assert.Equal("nowhere", Told.Of(Opened()).Story());

    [Fact]
    public void a_story_of_one_origin_is_emerging()
    {
        var told = Told.Of(Opened(), Filed(), Filed("d-2"));
        Assert.Equal(Status.Emerging, told.Story());
        Assert.Equal("One origin reports it: source:wire.", told.Page().Story.Reason);
    }

    [Fact]
    public void a_story_of_two_origins_is_developing()
    {
        var told = Told.Of(Opened(), Filed(), Filed("d-2"), Filed("d-3", origin: "source:post"));
        Assert.Equal(Status.Developing, told.Story());
        Assert.Equal([2, 4], told.Page().Story.Because);
        Assert.Equal((3, 2), (told.Page().Story.Documents, told.Page().Story.Origins));
    }

    [Fact]
    public void a_story_names_what_touched_the_basis_of_a_verdict_in_it()
    {
        var told = Established().And(Proposed(), Approved(), Marked("v-1", "d-1 kill 1", "It was killed."));
        var before = Established().And(Proposed(), Approved()).Page().Story;
        Assert.Equal((Status.Settled, 1), (told.Story(), told.Page().Story.BasisChanged));
        Assert.Equal($"{before.Reason} The basis of the verdict on c-1 changed: It was killed.", told.Page().Story.Reason);
        Assert.Contains(told.Page().Story.Because, p => told.Picture.Stories["s-1"].BasisCauses["c-1"].Position == p);
        Assert.DoesNotContain("basis", told.And(Proposed("v-2", "ben"), Approved("v-2", "ana")).Page().Story.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void a_closed_story_names_it_after_who_closed_it()
    {
        var told = Established().And(Proposed(), Approved()).Because("Over.", new StoryClosed("s-1", "ana")).And(Marked("v-1", "d-1 kill 1", "It was killed."));
        Assert.Equal(Status.Closed, told.Story());
        Assert.Equal("ana closed it: Over. The basis of the verdict on c-1 changed: It was killed.", told.Page().Story.Reason);
        told.And(Proposed("v-2", "ben"), Approved("v-2", "ana"));
        Assert.Equal("ana closed it: Over.", told.Page().Story.Reason);
    }

    [Fact]
    public void a_story_counts_its_verdicts_whose_basis_changed_and_names_the_last()
    {
        var told = Established().Document("d-1", "source:wire", "c-2").And(
            Proposed(), Approved(), Proposed("v-2", claim: "c-2"), Approved("v-2", claim: "c-2"),
            Marked("v-2", "d-1 kill 1", "It was killed.") with { ClaimId = "c-2" }, Marked("v-1", "m-1", "Ben Dahl denies it"));
        Assert.EndsWith("The bases of 2 verdicts changed, that of the one on c-1 last: Ben Dahl denies it.", told.Page().Story.Reason, StringComparison.Ordinal);
        told.And(new ClaimsMerged("c-1", "c-2", "c-1", "ana"));
        Assert.EndsWith("The basis of the verdict on c-2 changed: It was killed.", told.Page().Story.Reason, StringComparison.Ordinal);
        Assert.Equal(["c-2"], told.Picture.Stories["s-1"].BasisCauses.Keys);
    }

    [Fact]
    public void a_changed_basis_goes_with_the_document_to_another_story()
    {
        var told = new Told().Document("d-1", "source:wire").And(
            Opened("s-2"), Proposed(), Approved(), Marked("v-1", "d-1 kill 1", "It was killed."), new DocumentMoved("s-2", "d-1", "s-1", "s-2", "ana"));
        Assert.Equal((0, 1), (told.Page().Story.BasisChanged, told.Page("s-2").Story.BasisChanged));
        Assert.DoesNotContain("basis", told.Page().Story.Reason, StringComparison.Ordinal);
        Assert.Contains("The basis of the verdict on c-1 changed: It was killed.", told.Page("s-2").Story.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void a_story_whose_key_claims_are_corroborated_is_established() => Assert.Equal(Status.Established, Established().Story());

    [Fact]
    public void a_claim_that_one_document_mentions_is_not_key() =>
        Assert.Equal(Status.Developing, new Told().Document("d-1", "source:wire", "c-1").Document("d-2", "source:post", "c-2").Story());

    [Fact]
    public void a_key_claim_of_one_origin_keeps_a_story_developing() =>
        Assert.Equal(Status.Developing, Established().Document("d-1", "source:wire", "c-2").Document("d-3", "source:wire", "c-2").Story());

    [Fact]
    public void a_story_with_a_disputed_claim_is_disputed()
    {
        var told = Established().Document("d-3", "source:mayor", polarity: Polarity.Negative);
        Assert.Equal(Status.Disputed, told.Story());
        Assert.Equal("A key claim is disputed. wire denies one of its claims in d-3.", told.Page().Story.Reason);
    }

    [Fact]
    public void a_dispute_that_ends_leaves_the_story_established() => Assert.Equal(Status.Established,
        Established().Document("d-3", "source:mayor", polarity: Polarity.Negative).And(Retracted(mention: "d-3/1/c-1", document: "d-3")).Story());

    [Fact]
    public void a_story_whose_key_claims_are_judged_is_settled()
    {
        var told = Established().And(Proposed(), Approved());
        Assert.Equal(Status.Settled, told.Story());
        told.And(VerdictTakenBack());
        Assert.Equal(Status.Established, told.Story());
    }

    [Fact]
    public void a_judged_claim_is_key_although_one_document_mentions_it() =>
        Assert.Equal(Status.Settled, new Told().Document("d-1", "source:wire").And(Proposed(), Approved()).Story());

    [Fact]
    public void a_story_with_an_open_prediction_can_be_established() => Assert.Equal(Status.Established,
        Established().Document("d-1", "source:wire", "c-2", mode: Mode.Prediction).Document("d-2", "source:post", "c-2").Story());

    [Fact]
    public void a_verdict_on_the_one_claim_that_was_agreed_on_leaves_an_established_story_established() => Assert.Equal(Status.Established,
        Established().Document("d-1", "source:wire", "c-2", mode: Mode.Prediction).Document("d-2", "source:post", "c-2").And(Proposed(), Approved()).Story());

    [Fact]
    public void a_pinned_claim_is_key() => Assert.Equal(Status.Disputed, new Told().Document("d-1", "source:wire").Document("d-9", "source:radio", "c-9", "s-9")
        .Document("d-8", "source:tv", "c-9", "s-9", Polarity.Negative).And(new ClaimFiled("s-1", "c-9", "ana")).Story());

    [Fact]
    public void an_editor_closes_and_opens_a_story()
    {
        var told = Established().And(new StoryClosed("s-1", "ana"));
        Assert.Equal(Status.Closed, told.Story());
        told.Document("d-3", "source:mayor", polarity: Polarity.Negative);
        Assert.Equal(Status.Closed, told.Story());
        told.And(new StoryReopened("s-1", "ana"));
        Assert.Equal(Status.Disputed, told.Story());
    }

    [Fact]
    public void a_renamed_story_has_its_new_title() => Assert.Equal("They leave", Established().And(new StoryRenamed("s-1", "They leave", "ana")).Page().Story.Title);

    [Theory]
    [InlineData(PublisherAct.Kill)]
    [InlineData(PublisherAct.Takedown)]
    [InlineData(PublisherAct.Withheld)]
    public void a_document_that_was_taken_back_counts_no_more(PublisherAct act)
    {
        var told = Told.Of(Opened(), Filed(), Filed("d-2", origin: "source:post"), Withdrawn(act, document: "d-2"));
        Assert.Equal(Status.Emerging, told.Story());
        Assert.Equal((1, 1), (told.Page().Story.Documents, told.Page().Story.Origins));
        Assert.Equal(Words.Of(act), told.Page().Documents.Single(d => d.Id == "d-2").Withdrawn);
    }

    [Fact]
    public void a_corrected_document_still_counts() => Assert.Equal(Status.Developing,
        Told.Of(Opened(), Filed(), Filed("d-2", origin: "source:post"), Withdrawn(PublisherAct.Correction, document: "d-2")).Story());

    [Fact]
    public void a_document_that_comes_back_counts_again() => Assert.Equal(Status.Developing,
        Told.Of(Opened(), Filed(), Filed("d-2", origin: "source:post"), Withdrawn(PublisherAct.Kill, document: "d-2"), Revised(2, "New.", "d-2")).Story());

    [Fact]
    public void a_story_all_of_whose_documents_were_taken_back_says_so()
    {
        var told = new Told().Document("d-1", "source:wire").And(Withdrawn(PublisherAct.Kill), Retracted(mention: "d-1/1/c-1"));
        Assert.Equal("No document stands in it. wire issued a kill for d-1: It was wrong.", told.Page().Story.Reason);
        Assert.Equal(0, told.Page().Story.Documents);
    }

    [Fact]
    public void a_merged_story_gives_its_documents_and_claims_to_the_other()
    {
        var told = new Told().Document("d-1", "source:wire").Document("d-2", "source:post", story: "s-2").And(merged, merged with { StoryId = "s-2" },
            new DocumentMoved("s-2", "d-1", "s-1", "s-2", "ana"));
        Assert.Equal([Status.Merged, Status.Established], [told.Story(), told.Story("s-2")]);
        Assert.Equal((2, 2, 1), (told.Page("s-2").Story.Documents, told.Page("s-2").Story.Origins, told.Page("s-2").Story.Claims));
        Assert.Equal("s-2", Assert.Single(Pages.Stories(told.Picture)).Id);
    }

    [Fact]
    public void a_document_filed_to_a_merged_story_goes_where_that_went()
    {
        var told = new Told().Document("d-1", "source:wire").Document("d-2", "source:post", story: "s-2").And(merged).Document("d-3", "source:radio");
        Assert.Equal(["d-1", "d-2", "d-3"], told.Page("s-2").Documents.Select(d => d.Id).Order());
    }

    [Fact]
    public void a_split_story_takes_its_documents_and_claims_along()
    {
        var split = new StorySplit("s-1", "s-9", "Another", ["d-2", "d-3"], "ana");
        var told = Established().Document("d-3", "source:radio", "c-3").And(split, split with { StoryId = "s-9" });
        Assert.Equal([Status.Emerging, Status.Developing], [told.Story(), told.Story("s-9")]);
        Assert.Equal("Another", told.Page("s-9").Story.Title);
        Assert.Equal(["c-1"], told.Page().Claims.Select(c => c.Id));
        Assert.Equal(["c-1", "c-3"], told.Page("s-9").Claims.Select(c => c.Id).Order());
    }

    [Fact]
    public void a_moved_document_takes_its_claims_along()
    {
        var moved = new DocumentMoved("s-1", "d-2", "s-1", "s-2", "ana");
        var told = Established().Document("d-9", "source:radio", "c-9", "s-2").And(moved, moved with { StoryId = "s-2" });
        Assert.Equal([Status.Emerging, Status.Developing], [told.Story(), told.Story("s-2")]);
        Assert.Equal(["s-1", "s-2"], told.ClaimPage().Stories);
        Assert.Equal(["c-1", "c-9"], told.Page("s-2").Claims.Select(c => c.Id).Order());
        Assert.Equal((1, 2), (told.Page().Story.Documents, told.Page("s-2").Story.Documents));
    }

    [Fact]
    public void a_split_claim_stays_in_the_stories_of_its_documents()
    {
        var split = new ClaimSplit("c-1", "c-2", "300 people left", Mode.Assertion, [Mentioned("c-2", "d-2/1/c-1", "d-2", "source:post")], "ana");
        var told = Established().And(split, split with { ClaimId = "c-2" });
        Assert.Equal(2, told.Page().Story.Claims);
        Assert.Equal(Status.Developing, told.Story());
    }

    [Fact]
    public void the_course_of_a_story_is_told_with_each_status_once()
    {
        var told = Established().Document("d-3", "source:mayor", polarity: Polarity.Negative).And(Proposed(rating: Rating.Verified), Approved(), new StoryClosed("s-1", "ana"));
        Assert.Equal(
            [Status.Emerging, Status.Developing, Status.Established, Status.Disputed, Status.Settled, Status.Closed], told.Page().Timeline.Select(t => t.To));
    }

    [Fact]
    public void what_the_picture_never_saw_has_no_page()
    {
        Assert.Null(Pages.Story(new(), "s-1", [], Clock.Recorded, Noon));
        Assert.Null(Pages.Claim(new(), "c-1", [], Clock.Recorded, Noon));
        Assert.Empty(Pages.Stories(new()));
    }
}
