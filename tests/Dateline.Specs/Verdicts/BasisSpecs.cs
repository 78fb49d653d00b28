using Dateline.Claims;
using Dateline.Verdicts;
using static Dateline.Specs.Facts;

namespace Dateline.Specs;

public class BasisSpecs
{
    private static ReviewBasis Review(string document = "d-1", string causeId = "d-1 kill 1") => new("c-1", document, causeId, "It was killed.", Noon);

    private static VerdictBasisChanged Mark(string verdict = "v-1", string causeId = "d-1 kill 1", string document = "d-1") =>
        Marked(verdict, causeId, "It was killed.", document);

    private static Spec<Claim> Given(params object[] events) => Spec.For<Claim>().Given(Raised(), Mentioned()).Given(events);

    [Fact]
    public void a_standing_verdict_is_marked() => Given(Proposed(), Approved()).When(Review()).Then(Mark());

    [Fact]
    public void a_proposal_is_marked() => Given(Proposed()).When(Review()).Then(Mark());

    [Fact]
    public void a_verdict_is_marked_once_for_each_cause() => Given(Proposed(), Approved(), Mark()).When(Review()).ThenNothing();

    [Fact]
    public void another_cause_marks_again() => Given(Proposed(), Approved(), Mark()).When(Review(causeId: "d-1 correction 2")).Then(Mark(causeId: "d-1 correction 2"));

    [Fact]
    public void a_verdict_that_does_not_rest_on_the_document_is_not_marked() => Given(Proposed(), Approved()).When(Review("d-2")).ThenNothing();

    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(2, 2, true)]
    [InlineData(1, 2, true)]
    [InlineData(3, 3, false)]
    public void a_verdict_is_marked_where_it_rests_on_a_revision_that_was_touched(int first, int last, bool marked)
    {
        var second = Proposed() with { Evidence = [new("d-1", 2, null)] };
        var outcome = Given(second, Approved()).When(Review() with { First = first, Last = last });
        if (marked) outcome.Then(Mark());
        else outcome.ThenNothing();
    }

    [Fact]
    public void what_touches_the_claim_itself_marks_whatever_its_verdicts_rest_on() =>
        Given(Proposed(), Approved()).When(Review("d-2") with { Whole = true }).Then(Mark(document: "d-2"));

    [Fact]
    public void a_revision_marks_what_rests_on_a_document_that_does_not_mention_the_claim()
    {
        var background = Given(Proposed(documents: ["d-1", "d-2"]), Approved());
        background.When(Review("d-2") with { Last = 1, Unmentioned = true }).Then(Mark(document: "d-2"));
        background.When(Review() with { Last = 1, Unmentioned = true }).ThenNothing();
    }

    [Fact]
    public void what_was_split_off_and_then_taken_out_marks_what_rested_on_it()
    {
        var split = new ClaimSplit("c-1", "c-9", "Another", Mode.Assertion, [Mentioned("c-9")], "ana");
        var cause = new RetractMention("c-1", "m-1", "d-1/2", "Revision 2 of the document took its place.", null, Noon);
        Given(Proposed(), Approved(), split).When(cause).Then(Retracted(cause: cause.Cause) with { CauseId = "d-1/2" }, Marked("v-1", "d-1/2", cause.Cause));
    }

    [Fact]
    public void a_verdict_on_a_claim_that_was_merged_is_not_approved() => Given(Proposed(), new ClaimsMerged("c-1", "c-2", "c-1", "cem"))
        .When(new ApproveVerdict("c-1", "v-1", "ben", "Agreed.")).ThenRefused("was merged into c-2");

    [Fact]
    public void an_approval_leaves_the_mark_of_a_proposal()
    {
        var claim = new object[] { Raised(), Proposed(), Mark(), Approved() }.Aggregate((Claim?)null, Claim.Evolve)!;
        Assert.Equal(["d-1 kill 1"], claim.StandingVerdict!.Basis);
    }

    [Fact]
    public void another_approval_confirms_nothing() =>
        Given(Proposed(), Approved(), Mark()).When(new ApproveVerdict("c-1", "v-1", "ben", "Still so.")).ThenRefused("proposes a verdict in its place");

    [Fact]
    public void a_verdict_whose_basis_changed_is_confirmed_by_two_people()
    {
        var again = new ProposeVerdict("c-1", "v-2", Rating.Verified, null, Confidence.Moderate, "Seen on site.", Resting("d-1"), "ana", Supersedes: "v-1");
        var marked = Given(Proposed(), Approved(), Mark());
        marked.When(again).Then(Proposed("v-2"));
        marked.Given(Proposed("v-2")).When(new ApproveVerdict("c-1", "v-2", "ana", "Still so.")).ThenRefused("Whoever proposed");
        marked.Given(Proposed("v-2")).When(new ApproveVerdict("c-1", "v-2", "ben", "Agreed.")).Then(Approved("v-2"));
    }

    [Fact]
    public void a_proposal_whose_basis_changed_is_not_approved_unseen() =>
        Given(Proposed(), Mark()).When(new ApproveVerdict("c-1", "v-1", "ben", "Agreed.")).ThenRefused("has changed since it was proposed (d-1 kill 1)");

    [Fact]
    public void each_change_of_the_basis_has_to_be_seen() => Given(Proposed(), Mark(), Mark(causeId: "d-1/2"))
        .When(new ApproveVerdict("c-1", "v-1", "ben", "Agreed.", ["d-1 kill 1"])).ThenRefused("(d-1/2)");

    [Fact]
    public void a_proposal_whose_basis_changed_is_approved_by_who_saw_it() => Given(Proposed(), Mark())
        .When(new ApproveVerdict("c-1", "v-1", "ben", "So it is all the same.", ["d-1 kill 1"])).Then(Approved() with { Reason = "So it is all the same." });

    [Fact]
    public void who_proposed_it_hears_that_before_anything_of_its_basis() =>
        Given(Proposed(), Mark()).When(new ApproveVerdict("c-1", "v-1", "ana", "Agreed.")).ThenRefused("Whoever proposed");

    [Fact]
    public void a_proposal_whose_basis_changed_may_be_made_anew() => Given(Proposed(), Mark()).When(
        new ProposeVerdict("c-1", "v-2", Rating.Verified, null, Confidence.Moderate, "Seen on site.", Resting("d-1"), "ana")).Then(Proposed("v-2"));

    [Fact]
    public void every_living_verdict_that_rests_on_the_document_is_marked() => Given(Proposed("v-2", "ben"), Proposed(), Approved(), Proposed("v-3", documents: "d-2"))
        .When(Review()).Then(Mark(), Mark("v-2"));

    [Fact]
    public void a_rejected_verdict_is_not_marked() => Given(Proposed(), Rejected()).When(Review()).ThenNothing();

    [Fact]
    public void a_withdrawn_verdict_is_not_marked() => Given(Proposed(), Approved(), VerdictTakenBack()).When(Review()).ThenNothing();

    [Fact]
    public void a_superseded_verdict_is_not_marked() =>
        Given(Proposed(), Approved(), Proposed("v-2", "cem"), Approved("v-2")).When(Review()).Then(Mark("v-2"));

    [Fact]
    public void an_unknown_claim_is_not_marked() => Spec.For<Claim>().When(Review()).ThenNothing();

    [Fact]
    public void a_mark_leaves_the_verdict_standing() =>
        Assert.Equal("v-1", new object[] { Raised(), Proposed(), Approved(), Mark() }.Aggregate((Claim?)null, Claim.Evolve)!.Standing);

    [Fact]
    public void a_new_denial_marks_what_stands_on_the_claim()
    {
        var denial = Mentioned(mention: "m-2", document: "d-2", polarity: Polarity.Negative, speaker: "The mayor");
        Given(Proposed(), Approved()).When(Mention(denial)).Then(denial, Marked("v-1", "m-2", "The mayor denies it.", "d-2"));
    }

    [Fact]
    public void a_denial_that_the_documents_next_revision_repeats_is_no_new_one()
    {
        var denial = Mentioned(mention: "m-2", document: "d-2", polarity: Polarity.Negative, speaker: "The mayor");
        var again = denial with { MentionId = "m-3", Revision = 2 };
        Given(denial, Proposed(), Approved()).When(Mention(again)).Then(again);
        var other = again with { Speaker = "The army" };
        Given(denial, Proposed(), Approved()).When(Mention(other)).Then(other, Marked("v-1", "m-3", "The army denies it.", "d-2"));
    }

    [Fact]
    public void a_denial_by_the_document_itself_is_told_by_its_source()
    {
        var denial = Mentioned(mention: "m-2", document: "d-2", polarity: Polarity.Negative);
        Given(Proposed()).When(Mention(denial)).Then(denial, Marked("v-1", "m-2", "wire denies it.", "d-2"));
    }

    [Fact]
    public void who_only_asks_whether_it_is_not_so_marks_nothing()
    {
        var question = Mentioned(mention: "m-2", document: "d-2", polarity: Polarity.Negative) with { Certainty = Certainty.Underspecified };
        Given(Proposed(), Approved()).When(Mention(question)).Then(question);
    }

    [Fact]
    public void a_new_assertion_marks_nothing() =>
        Given(Proposed(), Approved()).When(Mention(Mentioned(mention: "m-2", document: "d-2"))).Then(Mentioned(mention: "m-2", document: "d-2"));

    [Fact]
    public void a_denial_without_verdicts_marks_nothing()
    {
        var denial = Mentioned(mention: "m-2", polarity: Polarity.Negative);
        Given().When(Mention(denial)).Then(denial);
    }

    [Fact]
    public void a_retraction_marks_what_rests_on_its_document() =>
        Given(Proposed(), Approved()).When(Retract()).Then(Retracted(), Mark());

    [Fact]
    public void a_retraction_marks_nothing_that_rests_on_other_documents() =>
        Given(Proposed(documents: "d-2"), Approved()).When(Retract()).Then(Retracted());

    [Fact]
    public void a_retraction_that_was_replaced_marks_nothing() =>
        Given(Mentioned(mention: "m-2"), Proposed(), Approved()).When(Retract("m-2")).Then(Retracted());

    [Fact]
    public void a_replacement_of_the_other_polarity_marks() =>
        Given(Mentioned(mention: "m-2", polarity: Polarity.Negative), Proposed(), Approved()).When(Retract("m-2")).Then(Retracted(), Differing("whether it is so"));

    [Fact]
    public void a_replacement_of_another_speaker_marks() =>
        Given(Mentioned(mention: "m-2", speaker: "An anonymous user"), Proposed(), Approved()).When(Retract("m-2")).Then(Retracted(), Differing("who says it"));

    [Fact]
    public void a_replacement_that_nobody_vouches_for_marks() => Given(Mentioned(mention: "m-2") with { Certainty = Certainty.Underspecified }, Proposed(), Approved())
        .When(Retract("m-2")).Then(Retracted(), Differing("how sure they are"));

    [Fact]
    public void a_replacement_that_is_less_sure_marks() => Given(Mentioned(mention: "m-2") with { Certainty = Certainty.Possible }, Proposed(), Approved())
        .When(Retract("m-2")).Then(Retracted(), Differing("how sure they are"));

    [Fact]
    public void a_replacement_in_other_words_marks() => Given(Mentioned(mention: "m-2") with { Quote = "200 people were moved" }, Proposed(), Approved())
        .When(Retract("m-2")).Then(Retracted(), Differing("its words"));

    [Fact]
    public void a_replacement_in_another_order_of_words_marks() => Given(Mentioned(mention: "m-2") with { Quote = "People left 200" }, Proposed(), Approved())
        .When(Retract("m-2")).Then(Retracted(), Differing("its words"));

    [Fact]
    public void a_replacement_that_came_another_way_marks() => Given(Mentioned(mention: "m-2") with { Via = ["a user"] }, Proposed(), Approved())
        .When(Retract("m-2")).Then(Retracted(), Differing("where it comes from"));

    [Fact]
    public void a_mark_names_all_in_which_the_nearest_replacement_differs() => Given(
        Mentioned(mention: "m-2", speaker: "A user") with { Certainty = Certainty.Underspecified, Quote = "200 people fled" },
        Mentioned(mention: "m-3", speaker: "A user") with { Certainty = Certainty.Underspecified }, Proposed(), Approved())
        .When(Retract("m-2")).Then(Retracted(), Differing("who says it and how sure they are"));

    [Fact]
    public void a_replacement_in_another_dress_marks_nothing() => Given(Mentioned(mention: "m-2") with { Quote = "The 200 People left" }, Proposed(), Approved())
        .When(Retract("m-2")).Then(Retracted());

    [Fact]
    public void each_of_several_speakers_is_looked_for_in_the_new_revision() => Given(
        Mentioned(mention: "m-2", speaker: "The army"), Mentioned(mention: "m-3"), Proposed(), Approved()).When(Retract("m-2")).Then(Retracted());

    [Fact]
    public void a_replacement_that_was_retracted_itself_marks() =>
        Given(Mentioned(mention: "m-2"), Retracted(mention: "m-2"), Proposed(), Approved()).When(Retract("m-2")).Then(Retracted(), Mark());

    [Fact]
    public void a_replacement_that_is_not_there_marks() => Given(Proposed(), Approved()).When(Retract("m-2")).Then(Retracted(), Mark());

    [Fact]
    public void a_retraction_and_a_review_of_one_cause_mark_once() =>
        Given(Proposed(), Approved(), Mark()).When(Retract()).Then(Retracted());

    private static VerdictBasisChanged Differing(string how) => Marked("v-1", "d-1 kill 1", $"It was killed. It now differs in {how}.");

    private static MentionClaim Mention(ClaimMentioned mention) => new("c-1", "200 people left", Mode.Assertion, null, mention);

    private static RetractMention Retract(string? replacedBy = null) => new("c-1", "m-1", "d-1 kill 1", "It was killed.", replacedBy, Noon);
}
