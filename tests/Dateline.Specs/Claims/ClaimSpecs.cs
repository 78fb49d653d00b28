using Dateline.Claims;
using static Dateline.Specs.Facts;

namespace Dateline.Specs;

public class ClaimSpecs
{
    private static MentionClaim Mention(ClaimMentioned mention, Mode mode = Mode.Assertion, string? due = null) => new("c-1", "200 people left", mode, due, mention);

    private static RetractMention Retract(string mention = "m-1") => new("c-1", mention, "d-1 kill 1", "It was killed.", null, Noon);

    private static RelateClaims Relate(string other = "c-2", Relation relation = Relation.Contradicts) => new("c-1", relation, other, "Other numbers.", Noon);

    private static ClaimRelated Related(Relation relation = Relation.Contradicts) => new("c-1", relation, "c-2", "Other numbers.", Noon);

    private static WithdrawRelation Unrelate(string by = "ana", string reason = "They fit.") => new("c-1", Relation.Contradicts, "c-2", by, reason);

    private static Spec<Claim> Given(params object[] events) => Spec.For<Claim>().Given(Raised(), Mentioned()).Given(events);

    [Fact]
    public void a_mention_is_not_taken_out_before_it_was_made() =>
        Spec.For<Claim>().Given(Raised(), Mentioned(at: Noon.AddDays(1))).When(Retract()).Then(Retracted() with { PublishedAt = Noon.AddDays(1) });

    [Fact]
    public void the_first_mention_raises_the_claim() => Spec.For<Claim>().When(Mention(Mentioned())).Then(Raised(), Mentioned());

    [Fact]
    public void a_prediction_is_raised_with_its_day() => Spec.For<Claim>().When(Mention(Mentioned(), Mode.Prediction, "2026-04-01"))
        .Then(Raised(mode: Mode.Prediction, due: "2026-04-01"), Mentioned());

    [Fact]
    public void a_claim_may_be_raised_by_a_denial()
    {
        var denial = Mentioned(polarity: Polarity.Negative);
        Spec.For<Claim>().When(Mention(denial)).Then(Raised(), denial);
    }

    [Theory]
    [InlineData(Polarity.Negative, Polarity.Positive)]
    [InlineData(Polarity.Positive, Polarity.Negative)]
    public void whoever_says_the_same_negative_words_asserts_the_claim(Polarity said, Polarity held)
    {
        const string Words = "200 people did not leave";
        var raised = Raised() with { Text = Words, Negative = true };
        Spec.For<Claim>().When(Mention(Mentioned(polarity: said)) with { Text = Words }).Then(raised, Mentioned(polarity: held));
        Spec.For<Claim>().Given(raised, Mentioned()).When(Mention(Mentioned(mention: "m-2", polarity: said))).Then(Mentioned(mention: "m-2", polarity: held));
    }

    [Fact]
    public void what_is_split_off_a_negative_claim_is_one()
    {
        var (one, two) = (Mentioned(), Mentioned(mention: "m-2", document: "d-2"));
        var split = new ClaimSplit("c-1", "c-2", "200 people did not leave", Mode.Assertion, [two with { ClaimId = "c-2" }], "ana") { Negative = true };
        Spec.For<Claim>().Given(Raised() with { Negative = true }, one, two).When(new SplitClaim("c-1", "c-2", split.Text, ["m-2"], "ana", "Two things.")).Then(split);
        Spec.For<Claim>().Given(split with { ClaimId = "c-2" }).When(Mention(Mentioned("c-2", "m-3", polarity: Polarity.Negative)) with { Claim = "c-2" })
            .Then(Mentioned("c-2", "m-3"));
    }

    [Fact]
    public void what_is_split_off_is_for_or_against_the_same() => Given(Mentioned(mention: "m-2", document: "d-2"))
        .When(new SplitClaim("c-1", "c-2", "200 people did not leave", ["m-2"], "ana", "Two things.")).ThenRefused("what is so");

    [Fact]
    public void a_further_mention_is_recorded() => Given().When(Mention(Mentioned(mention: "m-2"))).Then(Mentioned(mention: "m-2"));

    [Fact]
    public void a_mention_counts_once() => Given().When(Mention(Mentioned())).ThenNothing();

    [Fact]
    public void a_retracted_mention_is_not_counted_anew() => Given(Retracted()).When(Mention(Mentioned())).ThenNothing();

    [Fact]
    public void a_mention_is_retracted() => Given().When(Retract()).Then(Retracted());

    [Fact]
    public void a_mention_is_retracted_once() => Given(Retracted()).When(Retract()).ThenNothing();

    [Fact]
    public void an_unknown_mention_is_not_retracted() => Given().When(Retract("m-9")).ThenNothing();

    [Fact]
    public void nothing_is_retracted_from_an_unknown_claim() => Spec.For<Claim>().When(Retract()).ThenNothing();

    [Fact]
    public void a_relation_is_recorded() => Given().When(Relate()).Then(Related());

    [Fact]
    public void a_relation_is_recorded_once() => Given(Related()).When(Relate()).ThenNothing();

    [Fact]
    public void another_relation_to_the_same_claim_is_recorded() => Given(Related()).When(Relate(relation: Relation.Updates)).Then(Related(Relation.Updates));

    [Fact]
    public void a_claim_is_not_related_to_itself() => Given().When(Relate("c-1")).ThenRefused("related to itself");

    [Fact]
    public void an_unknown_claim_is_not_related() => Spec.For<Claim>().When(Relate()).ThenRefused("no claim c-1");

    [Fact]
    public void a_person_takes_a_relation_back() => Given(Related()).When(Unrelate()).Then(new ClaimRelationWithdrawn("c-1", Relation.Contradicts, "c-2", "ana"));

    [Fact]
    public void a_relation_is_taken_back_once() =>
        Given(Related(), new ClaimRelationWithdrawn("c-1", Relation.Contradicts, "c-2", "ana")).When(Unrelate()).ThenNothing();

    [Fact]
    public void a_relation_that_never_was_is_not_taken_back() => Given(Related(Relation.Updates)).When(Unrelate()).ThenNothing();

    [Fact]
    public void a_relation_that_was_taken_back_may_be_recorded_again() =>
        Given(Related(), new ClaimRelationWithdrawn("c-1", Relation.Contradicts, "c-2", "ana")).When(Relate()).Then(Related());

    [Fact]
    public void bots_take_no_relation_back() => Given(Related()).When(Unrelate("bot:desk@1")).ThenRefused("Only people");

    [Fact]
    public void taking_a_relation_back_says_why() => Given(Related()).When(Unrelate(reason: "")).ThenRefused("Say why");

    [Fact]
    public void an_unknown_claim_has_no_relation_to_take_back() => Spec.For<Claim>().When(Unrelate()).ThenRefused("no claim c-1");

    [Fact]
    public void a_second_beginning_changes_nothing()
    {
        var claim = Claim.Evolve(null, Raised());
        Assert.Same(claim, Claim.Evolve(claim, Raised(mode: Mode.Opinion)));
    }
}
