using Dateline.Claims;
using Dateline.Replay;
using Dateline.Verdicts;
using static Dateline.Specs.Facts;

namespace Dateline.Specs;

public class ClaimStatusSpecs
{
    private static readonly ClaimMentioned one = Mentioned();

    private static readonly ClaimMentioned copy = Mentioned(mention: "m-2", document: "d-2");

    private static readonly ClaimMentioned other = Mentioned(mention: "m-3", document: "d-3", origin: "source:post");

    private static readonly ClaimMentioned denial = Mentioned(mention: "m-4", document: "d-4", origin: "source:mayor", polarity: Polarity.Negative, speaker: "The mayor");

    private static ClaimRelated Against(string claim = "c-1", string other = "c-2") => new(claim, Relation.Contradicts, other, "Other numbers.", Noon);

    private static Told Opposed() => Told.Of(Raised(), one, other, Raised("c-2"), Mentioned("c-2", "m-9", "d-9", "source:radio"));

    [Fact]
    public void a_claim_that_is_only_raised_stands_nowhere_yet() => Assert.Equal("nowhere", Told.Of(Raised()).Claim());

    [Fact]
    public void a_claim_of_one_origin_is_single_origin()
    {
        var told = Told.Of(Raised(), one);
        Assert.Equal(Status.SingleOrigin, told.Claim());
        Assert.Equal([2], told.Because());
        Assert.Equal("One origin: source:wire.", told.ClaimPage().Claim.Reason);
    }

    [Fact]
    public void copies_of_one_origin_do_not_corroborate() => Assert.Equal(Status.SingleOrigin, Told.Of(Raised(), one, copy).Claim());

    [Fact]
    public void two_origins_corroborate()
    {
        var told = Told.Of(Raised(), one, copy, other);
        Assert.Equal(Status.Corroborated, told.Claim());
        Assert.Equal([2, 4], told.Because());
        Assert.Equal(2, told.ClaimPage().Claim.Origins);
    }

    [Fact]
    public void two_origins_that_deny_agree() =>
        Assert.Equal(Status.Corroborated, Told.Of(Raised(), denial, denial with { MentionId = "m-5", Origin = "source:post" }).Claim());

    [Fact]
    public void who_asks_passes_on_hearsay_or_does_not_confirm_corroborates_nothing()
    {
        var told = Told.Of(Raised(), one, other with { Certainty = Certainty.Underspecified });
        Assert.Equal(Status.SingleOrigin, told.Claim());
        Assert.Equal([2], told.Because());
        var claim = told.ClaimPage().Claim;
        Assert.Equal(("One origin: source:wire.", 1, 1), (claim.Reason, claim.Origins, claim.Asserting));
    }

    [Fact]
    public void what_nobody_vouches_for_says_so()
    {
        var told = Told.Of(Raised(), one with { Certainty = Certainty.Underspecified }, other with { Certainty = Certainty.Underspecified });
        Assert.Equal(Status.SingleOrigin, told.Claim());
        var claim = told.ClaimPage().Claim;
        Assert.Equal(("It is mentioned without anybody vouching for it: source:wire and source:post.", 2, 0), (claim.Reason, claim.Origins, claim.Asserting));
    }

    [Fact]
    public void a_question_whether_it_is_not_so_disputes_nothing() =>
        Assert.Equal(Status.Corroborated, Told.Of(Raised(), one, other, denial with { Certainty = Certainty.Underspecified }).Claim());

    [Fact]
    public void a_mention_that_may_be_so_counts() => Assert.Equal(Status.Corroborated, Told.Of(Raised(), one, other with { Certainty = Certainty.Possible }).Claim());

    [Fact]
    public async Task the_rules_that_were_in_force_before_counted_them()
    {
        var log = Log.Of(Raised(), one, other with { Certainty = Certainty.Underspecified });
        var moment = await Moment.Now.Resolve(log, Log.Begin.AddDays(1), TestContext.Current.CancellationToken);
        var trial = await PolicyTrials.Try(log, StatusPolicy.Named("status-rules@1"), moment, TestContext.Current.CancellationToken);
        var claim = Assert.Single(trial.Differences);
        Assert.Equal((3L, Status.SingleOrigin, Status.Corroborated), (claim.Position, claim.Now, claim.Would));
    }

    [Fact]
    public void a_denial_disputes()
    {
        var told = Told.Of(Raised(), one, other, denial);
        Assert.Equal(Status.Disputed, told.Claim());
        Assert.Equal([2, 4], told.Because());
        Assert.Equal("wire asserts it, The mayor denies it.", told.ClaimPage().Claim.Reason);
    }

    [Fact]
    public void a_denial_of_the_same_origin_disputes() =>
        Assert.Equal(Status.Disputed, Told.Of(Raised(), one, denial with { Origin = one.Origin }).Claim());

    [Fact]
    public void a_denial_that_was_retracted_disputes_no_more() =>
        Assert.Equal(Status.Corroborated, Told.Of(Raised(), one, other, denial, Retracted(mention: "m-4")).Claim());

    [Fact]
    public void a_contradiction_disputes_both_claims()
    {
        var told = Opposed().And(Against());
        Assert.Equal([Status.Disputed, Status.Disputed], [told.Claim(), told.Claim("c-2")]);
        Assert.Equal([2, 6], told.Because());
        Assert.Equal("It conflicts with c-2: Other numbers.", told.ClaimPage().Claim.Reason);
    }

    [Theory]
    [InlineData(Relation.Updates)]
    [InlineData(Relation.Supports)]
    [InlineData(Relation.Supersedes)]
    public void other_relations_dispute_nothing(Relation relation)
    {
        var told = Opposed().And(Against() with { Relation = relation });
        Assert.Equal([Status.Corroborated, Status.SingleOrigin], [told.Claim(), told.Claim("c-2")]);
    }

    [Fact]
    public void a_contradiction_that_was_taken_back_disputes_no_more()
    {
        var told = Opposed().And(Against(), new ClaimRelationWithdrawn("c-1", Relation.Contradicts, "c-2", "ana"));
        Assert.Equal([Status.Corroborated, Status.SingleOrigin], [told.Claim(), told.Claim("c-2")]);
    }

    [Fact]
    public void a_contradiction_by_what_was_retracted_disputes_no_more()
    {
        var told = Opposed().And(Against(), Retracted("c-2", "m-9", "d-9"));
        Assert.Equal([Status.Corroborated, Status.Retracted], [told.Claim(), told.Claim("c-2")]);
    }

    [Fact]
    public void a_contradiction_by_what_was_merged_away_disputes_no_more()
    {
        var told = Opposed().And(Against(), Raised("c-3"), new ClaimsMerged("c-2", "c-3", "c-2", "ana"));
        Assert.Equal([Status.Corroborated, Status.Merged], [told.Claim(), told.Claim("c-2")]);
    }

    [Fact]
    public void a_contradiction_by_what_was_never_mentioned_disputes_once_it_is()
    {
        var told = Told.Of(Raised(), one, Against());
        Assert.Equal(Status.SingleOrigin, told.Claim());
        told.And(Raised("c-2"), Mentioned("c-2", "m-9", "d-9"));
        Assert.Equal(Status.Disputed, told.Claim());
    }

    [Fact]
    public void a_claim_without_a_standing_mention_is_retracted()
    {
        var told = Told.Of(Raised(), one, Retracted());
        Assert.Equal(Status.Retracted, told.Claim());
        Assert.Equal([3], told.Because());
    }

    [Fact]
    public void a_claim_whose_second_origin_was_retracted_is_single_origin_again() =>
        Assert.Equal(Status.SingleOrigin, Told.Of(Raised(), one, other, Retracted(mention: "m-3", document: "d-3")).Claim());

    [Theory]
    [InlineData(Mode.Prediction)]
    [InlineData(Mode.Promise)]
    public void a_prediction_or_promise_is_open(Mode mode)
    {
        var told = Told.Of(Raised(mode: mode, due: "2026-04-01"), one, other, denial);
        Assert.Equal(Status.Open, told.Claim());
        Assert.Equal($"A {Words.Of(mode)} by wire in d-1, due by 2026-04-01, not judged yet.", told.ClaimPage().Claim.Reason);
    }

    [Theory]
    [InlineData("2026-04-01T23:59:59.9999999Z", Status.Open)]
    [InlineData("2026-04-02T00:00:00Z", Status.Due)]
    [InlineData("2026-04-02T01:00:00+02:00", Status.Open)]
    [InlineData("2027-01-01T00:00:00Z", Status.Due)]
    public void an_open_claim_is_due_once_its_day_is_over(string at, string status) => Assert.Equal(status,
        Told.Of(Raised(mode: Mode.Prediction, due: "2026-04-01"), one).Picture.Claims["c-1"].StatusAt(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void an_open_claim_without_a_day_is_never_due() =>
        Assert.Equal(Status.Open, Told.Of(Raised(mode: Mode.Prediction), one).Picture.Claims["c-1"].StatusAt(DateTimeOffset.MaxValue));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("2026-02-30")]
    public void what_is_no_day_is_never_due(string due) => Assert.Equal(Status.Open, Due.Status(Status.Open, due, DateTimeOffset.MaxValue));

    [Fact]
    public void a_judged_prediction_is_not_due() => Assert.Equal("fulfilled",
        Told.Of(Raised(mode: Mode.Prediction, due: "2026-03-01"), one, Proposed(rating: Rating.Fulfilled), Approved()).ClaimPage().Claim.Status);

    [Fact]
    public void a_proposal_changes_no_status() => Assert.Equal(Status.SingleOrigin, Told.Of(Raised(), one, Proposed(rating: Rating.False)).Claim());

    [Fact]
    public void a_verdict_overrides_what_documents_say()
    {
        var told = Told.Of(Raised(), one, other, denial, Proposed(rating: Rating.False), Approved());
        Assert.Equal("false", told.Claim());
        Assert.Equal([5, 6], told.Because());
        Assert.Equal("ana proposed and ben approved: false, moderate confidence.", told.ClaimPage().Claim.Reason);
    }

    [Fact]
    public void a_verdict_stands_although_every_mention_was_retracted() =>
        Assert.Equal("verified", Told.Of(Raised(), one, Proposed(), Approved(), Retracted()).Claim());

    [Fact]
    public void a_withdrawn_verdict_gives_way_to_what_documents_say() =>
        Assert.Equal(Status.Corroborated, Told.Of(Raised(), one, other, Proposed(), Approved(), VerdictTakenBack()).Claim());

    [Fact]
    public void a_rejected_proposal_changes_no_status() => Assert.Equal(Status.SingleOrigin, Told.Of(Raised(), one, Proposed(), Rejected()).Claim());

    [Fact]
    public void a_later_verdict_supersedes_the_standing_one()
    {
        var told = Told.Of(Raised(), one, Proposed(), Approved(), Proposed("v-2", "ben", Rating.Misleading), Approved("v-2", "ana"));
        Assert.Equal("misleading", told.Claim());
        Assert.Equal([(true, false), (false, true)], told.ClaimPage().Verdicts.Select(v => (v.Superseded, v.Standing)));
    }

    [Fact]
    public void a_later_verdict_of_the_same_rating_gives_its_own_causes() => Assert.Equal([5, 6],
        Told.Of(Raised(), one, Proposed(), Approved(), Proposed("v-2", "ben"), Approved("v-2", "ana")).Because());

    [Fact]
    public void a_marked_verdict_stands_and_says_so()
    {
        var told = Told.Of(Raised(), one, Proposed(), Approved(), Marked("v-1", "d-1 kill 1", "It was killed."));
        Assert.Equal("verified", told.Claim());
        Assert.True(told.ClaimPage().Claim.BasisChanged);
        Assert.EndsWith("Its basis changed: It was killed.", told.ClaimPage().Claim.Reason, StringComparison.Ordinal);
        Assert.Equal([3, 4, 5], told.Because());
    }

    [Fact]
    public void what_changed_a_basis_first_and_last_is_told_until_another_verdict_stands()
    {
        var told = Told.Of(Raised(), one, Proposed(), Approved(), Marked("v-1", "d-1 kill 1", "It was killed"), Marked("v-1", "m-7", "Ben Dahl denies it."));
        Assert.EndsWith("Its basis changed: It was killed. Ben Dahl denies it.", told.ClaimPage().Claim.Reason, StringComparison.Ordinal);
        foreach (var n in new[] { 1, 2, 3 }) told.And(Marked("v-1", $"c-{n}", $"c-{n} contradicts it."));
        Assert.EndsWith("Its basis changed: It was killed. (2 more.) c-2 contradicts it. c-3 contradicts it.", told.ClaimPage().Claim.Reason, StringComparison.Ordinal);
        var anew = Told.Of(
            Raised(), one, Proposed(), Approved(), Marked("v-1", "d-1 kill 1", "It was killed."), Proposed("v-2", "ben"), Approved("v-2", "ana"));
        Assert.False(anew.ClaimPage().Claim.BasisChanged);
        Assert.DoesNotContain("basis", anew.ClaimPage().Claim.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void merged_claims_count_together()
    {
        var told = Told.Of(Raised(), one, Raised("c-2"), other with { ClaimId = "c-2" }, new ClaimsMerged("c-2", "c-1", "c-2", "ana"));
        Assert.Equal([Status.Corroborated, Status.Merged], [told.Claim(), told.Claim("c-2")]);
    }

    [Fact]
    public void a_mention_of_a_claim_that_was_merged_away_changes_the_one_that_stays() => Assert.Equal(Status.Disputed,
        Told.Of(Raised(), one, Raised("c-2"), other with { ClaimId = "c-2" }, new ClaimsMerged("c-2", "c-1", "c-2", "ana"), denial with { ClaimId = "c-2" }).Claim());

    [Fact]
    public void a_retraction_from_a_claim_that_was_merged_away_changes_the_one_that_stays() => Assert.Equal(Status.SingleOrigin,
        Told.Of(Raised(), one, Raised("c-2"), other with { ClaimId = "c-2" }, new ClaimsMerged("c-2", "c-1", "c-2", "ana"), Retracted("c-2", "m-3", "d-3")).Claim());

    [Fact]
    public void a_split_takes_its_mentions_along()
    {
        var split = new ClaimSplit("c-1", "c-2", "300 people left", Mode.Assertion, [other with { ClaimId = "c-2" }], "ana");
        var told = Told.Of(Raised(), one, other, split, split with { ClaimId = "c-2" });
        Assert.Equal([Status.SingleOrigin, Status.SingleOrigin], [told.Claim(), told.Claim("c-2")]);
        Assert.Equal("300 people left", told.ClaimPage("c-2").Claim.Text);
    }

    [Fact]
    public void every_change_of_status_is_told_once()
    {
        var told = Told.Of(Raised(), one, copy, other, denial, Retracted(mention: "m-4"));
        Assert.Equal(
            ["", Status.SingleOrigin, Status.Corroborated, Status.Disputed], told.ClaimPage().Timeline.Select(t => t.From ?? ""));
        Assert.Equal([2, 4, 5, 6], told.ClaimPage().Timeline.Select(t => t.Position));
    }
}
