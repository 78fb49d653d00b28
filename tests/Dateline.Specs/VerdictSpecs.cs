using Dateline.Claims;
using Dateline.Documents;
using Dateline.Verdicts;
using static Dateline.Specs.Examples;

namespace Dateline.Specs;

public sealed class VerdictSpecs
{
    private static readonly object[] claim = [new ClaimRaised("c-1", "200 houses were destroyed", Mode.Assertion, null, Noon), Mentioned()];
    private static readonly object[] proposed = [.. claim, Proposed()];
    private static readonly object[] approved = [.. proposed, new VerdictApproved("c-1", "v-1", "ben", "read")];
    private static readonly Evidence evidence = new("d-1", 1, "d-1/1#1");

    [Fact]
    public void a_person_proposes() => Spec.Given(claim).When(Propose()).Then(Proposed());

    [Fact]
    public void the_same_proposal_is_made_once() => Spec.Given(proposed).When(Propose() with { Verdict = "v-9" }).ThenNothing();

    [Fact]
    public void a_verdict_needs_evidence() => Spec.Given(claim).When(Propose() with { Evidence = [] }).ThenRefused("evidence");

    [Fact]
    public void a_verdict_needs_a_rationale() => Spec.Given(claim).When(Propose() with { Rationale = " " }).ThenRefused("why");

    [Fact]
    public void there_is_no_verdict_without_a_claim() => Spec.Given().When(Propose()).ThenRefused("no claim");

    [Theory]
    [InlineData("system")]
    [InlineData("bot:rules@1")]
    [InlineData("BOT:x@1")]
    [InlineData("")]
    public void machines_do_not_judge(string by) => Assert.Throws<Refused>(() => Spec.Given(claim).When(Propose() with { By = by }).Decide());

    [Fact]
    public void only_predictions_are_fulfilled() => Spec.Given(claim).When(Propose() with { Rating = Rating.Fulfilled }).ThenRefused("Only predictions");

    [Fact]
    public void a_prediction_is_not_verified() =>
        Spec.Given(new ClaimRaised("c-1", "It will rain", Mode.Prediction, null, Noon)).When(Propose()).ThenRefused("prediction");

    [Theory]
    [InlineData("ana")]
    [InlineData("Ana")]
    [InlineData(" ana ")]
    public void whoever_proposed_a_verdict_cannot_approve_it(string by) => Spec.Given(proposed).When(new ApproveVerdict("c-1", "v-1", by, "sure")).ThenRefused("cannot approve");

    [Fact]
    public void another_person_approves() => Spec.Given(proposed).When(new ApproveVerdict("c-1", "v-1", "ben", "read")).Then(new VerdictApproved("c-1", "v-1", "ben", "read"));

    [Fact]
    public void an_approval_is_given_once() => Spec.Given(approved).When(new ApproveVerdict("c-1", "v-1", "cem", "too")).ThenNothing();

    [Fact]
    public void what_was_rejected_cannot_be_approved() =>
        Spec.Given([.. proposed, new VerdictRejected("c-1", "v-1", "ben", "no")]).When(new ApproveVerdict("c-1", "v-1", "cem", "yes")).ThenRefused("rejected");

    [Fact]
    public void a_machine_cannot_approve() => Spec.Given(proposed).When(new ApproveVerdict("c-1", "v-1", "bot:x@1", "yes")).ThenRefused("Only people");

    [Fact]
    public void another_person_rejects() => Spec.Given(proposed).When(new RejectVerdict("c-1", "v-1", "ben", "no")).Then(new VerdictRejected("c-1", "v-1", "ben", "no"));

    [Fact]
    public void whoever_proposed_withdraws_instead_of_rejecting() => Spec.Given(proposed).When(new RejectVerdict("c-1", "v-1", "ana", "no")).ThenRefused("withdraw");

    [Fact]
    public void an_approved_verdict_is_not_rejected() => Spec.Given(approved).When(new RejectVerdict("c-1", "v-1", "cem", "no")).ThenRefused("approved");

    [Fact]
    public void only_its_proposer_withdraws_a_proposal() => Spec.Given(proposed).When(new WithdrawVerdict("c-1", "v-1", "ben", "no")).ThenRefused("Only ana");

    [Fact]
    public void anyone_withdraws_what_stands() => Spec.Given(approved).When(new WithdrawVerdict("c-1", "v-1", "cem", "wrong")).Then(new VerdictWithdrawn("c-1", "v-1", "cem", "wrong"));

    [Fact]
    public void a_withdrawal_needs_a_reason() => Spec.Given(approved).When(new WithdrawVerdict("c-1", "v-1", "cem", "")).ThenRefused("why");

    [Fact]
    public void a_change_of_what_it_rests_on_marks_a_verdict_once_for_each_cause()
    {
        var review = new ReviewBasis("c-1", "d-1", "d-1 kill 1", "A kill.", Noon);
        var mark = new VerdictBasisChanged("c-1", "v-1", "d-1 kill 1", "A kill.", "d-1", Noon);
        Spec.Given(approved).When(review).Then(mark);
        Spec.Given([.. approved, mark]).When(review).ThenNothing();
        Spec.Given(approved).When(review with { Document = "d-2" }).ThenNothing();
    }

    [Fact]
    public void a_new_denial_marks_the_verdict_that_stands()
    {
        var denial = Mentioned("d-2/1#1", document: "d-2", polarity: Polarity.Negative);
        Spec.Given(approved).When(new MentionClaim("c-1", "x", Mode.Assertion, null, denial))
            .Then(denial, new VerdictBasisChanged("c-1", "v-1", "d-2/1#1", "the mayor denies it.", "d-2", Noon));
        var agreement = Mentioned("d-2/1#1", document: "d-2");
        Spec.Given(approved).When(new MentionClaim("c-1", "x", Mode.Assertion, null, agreement)).Then(agreement);
    }

    [Fact]
    public void a_retraction_marks_unless_the_new_revision_says_the_same()
    {
        var retract = new RetractMention("c-1", "d-1/1#1", "d-1/2", "Revision 2.", null, Noon);
        Spec.Given(approved).When(retract).Then(
            new MentionRetracted("c-1", "d-1/1#1", "d-1", "Revision 2.", Noon), new VerdictBasisChanged("c-1", "v-1", "d-1/2", "Revision 2.", "d-1", Noon));
        Spec.Given([.. approved, Mentioned("d-1/2#1")]).When(retract with { ReplacedBy = "d-1/2#1" }).Then(new MentionRetracted("c-1", "d-1/1#1", "d-1", "Revision 2.", Noon));
        Spec.Given([.. approved, new MentionRetracted("c-1", "d-1/1#1", "d-1", "x", Noon)]).When(retract).ThenNothing();
    }

    [Fact]
    public void a_proposal_makes_its_documents_note_it() =>
        Assert.Equivalent(new[] { new CiteDocument("d-1", "c-1", "v-1") }, WhenVerdictProposedHandler.Handle(Proposed()));

    private static ProposeVerdict Propose() => new("c-1", "v-1", Rating.Verified, Likelihood.VeryLikely, Confidence.High, "Two origins.", [evidence], "ana");
}
