using Dateline.Claims;
using static Dateline.Specs.Facts;

namespace Dateline.Specs;

public class MergeAndSplitSpecs
{
    private static MergeClaims Merge(string claim = "c-1", string into = "c-2", string from = "c-1", string by = "ana", string reason = "One event.") =>
        new(claim, into, from, by, reason);

    private static SplitClaim Split(params string[] mentions) => new("c-1", "c-9", "300 people left", [.. mentions], "ana", "Another day.");

    private static ClaimSplit SplitOff(params ClaimMentioned[] mentions) =>
        new("c-1", "c-9", "300 people left", Mode.Assertion, [.. mentions.Select(m => m with { ClaimId = "c-9" })], "ana");

    private static ClaimsMerged Merged(string claim = "c-1", string into = "c-2", string from = "c-1") => new(claim, into, from, "ana");

    private static Spec<Claim> Given(params object[] events) => Spec.For<Claim>().Given(Raised(), Mentioned(), Mentioned(mention: "m-2", document: "d-2")).Given(events);

    [Fact]
    public void two_claims_are_merged_on_the_one_that_ends() => Given().When(Merge()).Then(Merged());

    [Fact]
    public void two_claims_are_merged_on_the_one_that_stays() => Given().When(Merge(into: "c-1", from: "c-2")).Then(Merged(into: "c-1", from: "c-2"));

    [Fact]
    public void a_merger_is_recorded_once_on_the_claim_that_ends() => Given(Merged()).When(Merge()).ThenNothing();

    [Fact]
    public void a_merger_is_recorded_once_on_the_claim_that_stays() =>
        Given(Merged(into: "c-1", from: "c-2")).When(Merge(into: "c-1", from: "c-2")).ThenNothing();

    [Fact]
    public void a_claim_is_not_merged_into_itself() => Given().When(Merge(into: "c-1")).ThenRefused("into itself");

    [Fact]
    public void a_claim_that_was_merged_away_is_not_merged_elsewhere() => Given(Merged()).When(Merge(into: "c-3")).ThenRefused("already merged into c-2");

    [Fact]
    public void a_claim_that_was_merged_away_takes_no_other_in() => Given(Merged()).When(Merge(into: "c-1", from: "c-3")).ThenRefused("already merged into c-2");

    [Fact]
    public void a_claim_that_was_merged_away_meanwhile_notes_what_was_merged_into_it_before()
    {
        var coming = Mentioned("c-1", "m-7", "d-7");
        Given(Merged()).When(Merge(into: "c-1", from: "c-3") with { Mentions = [coming] }).Then(Merged(into: "c-1", from: "c-3") with { Mentions = [coming] });
        Given(Merged()).When(Merge(into: "c-1", from: "c-3") with { Mentions = [] }).Then(Merged(into: "c-1", from: "c-3"));
    }

    [Fact]
    public void a_merger_that_closes_a_circle_is_voided_once_and_the_claim_stays()
    {
        var (cause, voided) = (new VoidClaimsMerge("c-1", "c-2", 42), new ClaimsMergeVoided("c-1", "c-2", 42));
        Given(Merged()).When(cause).Then(voided);
        Given(Merged(), voided).When(cause).ThenNothing();
        Given(Merged()).When(cause with { Into = "c-3" }).ThenNothing();
        Given(Merged(), voided).When(Split("m-2")).Then(SplitOff(Mentioned(mention: "m-2", document: "d-2")));
        Given(Merged()).When(Split("m-2")).ThenRefused("was merged into c-2");
    }

    [Fact]
    public void a_claim_that_took_another_in_is_not_merged_into_that_one() =>
        Given(Merged(into: "c-1", from: "c-2")).When(Merge()).ThenRefused("c-2");

    [Fact]
    public void a_claim_with_a_standing_verdict_is_not_swallowed() => Given(Proposed(), Approved()).When(Merge()).ThenRefused("has a standing verdict");

    [Fact]
    public void a_claim_with_a_standing_verdict_may_take_another_in() =>
        Given(Proposed(), Approved()).When(Merge(into: "c-1", from: "c-2")).Then(Merged(into: "c-1", from: "c-2"));

    [Fact]
    public void a_claim_whose_verdict_was_withdrawn_may_be_merged() => Given(Proposed(), Approved(), VerdictTakenBack()).When(Merge()).Then(Merged());

    [Fact]
    public void an_unknown_claim_is_not_merged() => Spec.For<Claim>().When(Merge()).ThenRefused("no claim c-1");

    [Theory]
    [InlineData("system")]
    [InlineData("bot:desk@1")]
    public void only_people_merge_claims(string by) => Given().When(Merge(by: by)).ThenRefused("Only people");

    [Fact]
    public void a_merger_says_why() => Given().When(Merge(reason: " ")).ThenRefused("Say why");

    [Fact]
    public void mentions_are_split_off() => Given().When(Split("m-2")).Then(SplitOff(Mentioned(mention: "m-2", document: "d-2")));

    [Fact]
    public void a_split_keeps_the_mode() => Spec.For<Claim>().Given(Raised(mode: Mode.Promise), Mentioned(), Mentioned(mention: "m-2")).When(Split("m-2"))
        .Then(SplitOff(Mentioned(mention: "m-2")) with { Mode = Mode.Promise });

    [Fact]
    public void a_split_is_recorded_once() => Given(SplitOff(Mentioned(mention: "m-2", document: "d-2"))).When(Split("m-2")).ThenNothing();

    [Fact]
    public void what_was_split_off_is_no_mention_any_more() => Given(SplitOff(Mentioned(mention: "m-2", document: "d-2")))
        .When(Split("m-2") with { NewClaim = "c-8" }).ThenRefused("m-2 is not a mention of c-1");

    [Fact]
    public void a_split_names_its_mentions() => Given().When(Split()).ThenRefused("Name the mentions");

    [Fact]
    public void a_split_without_any_list_of_mentions_is_refused() => Given().When(Split() with { Mentions = default }).ThenRefused("Name the mentions");

    [Fact]
    public void only_its_own_mentions_are_split_off_a_claim() => Given().When(Split("m-9")).ThenRefused("m-9 is not a mention of c-1");

    [Fact]
    public void nothing_is_no_mention() => Given().When(Split("m-2", null!)).ThenRefused("Nothing is not a mention of c-1");

    [Fact]
    public void a_split_leaves_a_mention_behind() => Given().When(Split("m-1", "m-2")).ThenRefused("at least one mention behind");

    [Fact]
    public void a_mention_left_behind_has_to_stand() => Given(Retracted()).When(Split("m-2")).ThenRefused("at least one mention behind");

    [Fact]
    public void a_retracted_mention_is_not_split_off() => Given(Mentioned(mention: "m-3"), Retracted()).When(Split("m-1")).ThenRefused("m-1");

    [Fact]
    public void an_unknown_claim_is_not_split() => Spec.For<Claim>().When(Split("m-1")).ThenRefused("no claim c-1");

    [Fact]
    public void only_people_split_claims() => Given().When(Split("m-2") with { By = "bot:desk@1" }).ThenRefused("Only people");

    [Fact]
    public void a_split_says_why() => Given().When(Split("m-2") with { Reason = "" }).ThenRefused("Say why");

    [Fact]
    public void the_claim_that_was_split_off_begins_with_its_mentions()
    {
        var split = SplitOff(Mentioned(mention: "m-2", document: "d-2"));
        Spec.For<Claim>().When(new BeginSplitClaim(split)).Then(split with { ClaimId = "c-9" });
        var claim = Claim.Evolve(null, split with { ClaimId = "c-9" })!;
        Assert.Equal("c-9", claim.Id);
        Assert.Equal("m-2", Assert.Single(claim.Mentions).Key);
    }

    [Fact]
    public void the_claim_that_stays_has_the_mentions_of_both_and_can_give_them_up_again()
    {
        var came = Mentioned("c-1", "m-7", "d-7");
        var merged = Merged(into: "c-1", from: "c-2");
        Given().When(Merge(into: "c-1", from: "c-2") with { Mentions = [came] }).Then(merged with { Mentions = [came] });
        Given(merged with { Mentions = [came] }).When(Split("m-7")).Then(SplitOff(came));
    }

    [Fact]
    public void a_mention_that_was_split_off_is_retracted_where_it_is_now()
    {
        var split = SplitOff(Mentioned(mention: "m-2", document: "d-2"));
        var retract = new RetractMention("c-1", "m-2", "d-2 kill 1", "The publisher issued a kill.", null, Noon.AddHours(1));
        var left = new MentionRetracted("c-1", "m-2", "d-2", retract.Cause, retract.PublishedAt) { CauseId = retract.CauseId };
        Given(split).When(retract).Then(left);
        Given(split, left).When(retract).ThenNothing();
        var claim = new object[] { Raised(), Mentioned(), Mentioned(mention: "m-2", document: "d-2"), split, left }.Aggregate((Claim?)null, Claim.Evolve);
        Spec.Same([retract with { Claim = "c-9" }], WhenMentionRetractedHandler.Handle(left, claim));
        Spec.For<Claim>().Given(split with { ClaimId = "c-9" }).When(retract with { Claim = "c-9" }).Then(left with { ClaimId = "c-9", CauseId = null });
    }

    [Fact]
    public void a_mention_of_a_claim_that_was_merged_away_is_retracted_on_the_one_that_stays()
    {
        var retract = new RetractMention("c-1", "m-2", "d-2 kill 1", "The publisher issued a kill.", "m-8", Noon.AddHours(1));
        var left = new MentionRetracted("c-1", "m-2", "d-2", retract.Cause, retract.PublishedAt) { CauseId = retract.CauseId, ReplacedBy = "m-8" };
        Given(Merged()).When(retract).Then(left);
        var claim = new object[] { Raised(), Mentioned(mention: "m-2", document: "d-2"), Merged(), left }.Aggregate((Claim?)null, Claim.Evolve);
        Spec.Same([retract with { Claim = "c-2" }], WhenMentionRetractedHandler.Handle(left, claim));
        Assert.Empty(WhenMentionRetractedHandler.Handle(Retracted(), null));
    }

    [Fact]
    public void the_claim_that_was_split_off_begins_once()
    {
        var split = SplitOff(Mentioned(mention: "m-2"));
        Spec.For<Claim>().Given(split with { ClaimId = "c-9" }).When(new BeginSplitClaim(split)).ThenNothing();
    }
}
