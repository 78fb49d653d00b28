using Dateline.Documents;
using static Dateline.Specs.Facts;

namespace Dateline.Specs;

public class RedactionSpecs
{
    private static readonly RedactionProposed proposed = new("d-1", "r-1", 1, "a name", "A court order.", "ana");
    private static readonly DocumentRedacted redacted = new("d-1", 1, "a name", "A court order.", "ana", "ben");

    private static ProposeRedaction Propose(string by = "ana", int revision = 1, string kind = "a name", string reason = "A court order.", string id = "r-1") => new("d-1", id, revision, kind, reason, by);

    private static ApproveRedaction Approve(string by = "ben", string id = "r-1", string why = "I read the order.") => new("d-1", id, by, why);

    private static DeclineRedaction Decline(string by = "ben", string why = "The order is about another text.") => new("d-1", "r-1", by, why);

    private static Spec<Document> Given(params object[] more) => Spec.For<Document>().Given([Ingested(), .. more]);

    [Fact]
    public void a_redaction_is_proposed_for_a_legal_reason() => Given().When(Propose()).Then(proposed);

    [Fact]
    public void a_second_editor_approves_it_and_the_tombstone_names_both() => Given(proposed).When(Approve()).Then(redacted);

    [Theory]
    [InlineData("ana")]
    [InlineData(" ANA ")]
    public void whoever_proposed_a_redaction_cannot_approve_it(string by) => Given(proposed).When(Approve(by)).ThenRefused("somebody else");

    [Fact]
    public void the_same_proposal_is_recorded_once() => Given(proposed).When(Propose(id: "r-2")).ThenNothing();

    [Fact]
    public void what_somebody_else_proposed_is_approved_and_not_proposed_again() => Given(proposed).When(Propose("ben", id: "r-2")).ThenRefused("ana has proposed that already");

    [Fact]
    public void what_was_removed_is_not_proposed_again() => Given(redacted).When(Propose()).ThenNothing();

    [Fact]
    public void an_approval_is_recorded_once() => Given(proposed, redacted).When(Approve("ben")).ThenNothing();

    [Fact]
    public void whoever_comes_second_hears_that_another_approved() => Given(proposed, redacted).When(Approve("carla")).ThenRefused("ben has approved it already");

    [Fact]
    public void nothing_is_approved_that_nobody_proposed() => Given(proposed).When(Approve(id: "r-9")).ThenRefused("Nobody has proposed");

    [Theory]
    [InlineData("ana")]
    [InlineData("ben")]
    public void a_proposal_is_declined_by_another_or_taken_back(string by) => Given(proposed).When(Decline(by)).Then(new RedactionDeclined("d-1", "r-1", by));

    [Fact]
    public void a_declined_proposal_is_declined_once_and_cannot_be_approved()
    {
        var declined = new RedactionDeclined("d-1", "r-1", "ben");
        Given(proposed, declined).When(Decline()).ThenNothing();
        Given(proposed, declined).When(Approve("carla")).ThenRefused("declined");
        Given(proposed, declined).When(Propose(id: "r-2")).Then(proposed with { ProposalId = "r-2" });
    }

    [Fact]
    public void what_was_carried_out_cannot_be_declined() => Given(proposed, redacted).When(Decline("carla")).ThenRefused("does not come back");

    [Theory]
    [InlineData("")]
    [InlineData("a\nname")]
    public void a_proposal_says_what_kind_of_thing_goes(string kind) => Given().When(Propose(kind: kind)).ThenRefused("what kind");

    [Fact]
    public void a_proposal_has_a_reason_a_person_and_a_revision()
    {
        Given().When(Propose(reason: " ")).ThenRefused("Say why");
        Given().When(Propose(by: "bot:desk@1")).ThenRefused("Only people");
        Given().When(Propose(revision: 2)).ThenRefused("no revision 2");
        Given(proposed).When(Approve(why: "")).ThenRefused("Say why");
        Given(proposed).When(Approve(by: "system")).ThenRefused("Only people");
        Given(proposed).When(Decline(why: "")).ThenRefused("Say why");
    }
}
