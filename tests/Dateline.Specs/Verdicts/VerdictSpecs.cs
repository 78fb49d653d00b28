using Dateline.Claims;
using Dateline.Verdicts;
using static Dateline.Specs.Facts;

namespace Dateline.Specs;

public class VerdictSpecs
{
    private static readonly object[] mentioned = [Raised(), Mentioned()];

    private static ProposeVerdict Propose(Rating rating = Rating.Verified, string by = "ana", string verdict = "v-1", string rationale = "Seen on site.") =>
        new("c-1", verdict, rating, null, Confidence.Moderate, rationale, Resting("d-1"), by);

    private static ApproveVerdict Approve(string by = "ben", string verdict = "v-1", string reason = "Agreed.") => new("c-1", verdict, by, reason);

    private static RejectVerdict Reject(string by = "ben", string verdict = "v-1", string reason = "Not shown.") => new("c-1", verdict, by, reason);

    private static WithdrawVerdict Withdraw(string by = "ana", string verdict = "v-1", string reason = "New facts.") => new("c-1", verdict, by, reason);

    private static Spec<Claim> Given(params object[] events) => Spec.For<Claim>().Given(mentioned).Given(events);

    public static TheoryData<string> NotPeople => ["system", "System", " system ", "bot:desk@1", "BOT:desk@1", " bot:desk@1"];

    [Theory]
    [InlineData("ana", "\u0430na", "mixes Cyrillic and Latin")]
    [InlineData("ana", "an\u0430", "mixes Latin and Cyrillic")]
    [InlineData("ana", "\u03B1na", "mixes Greek and Latin")]
    [InlineData("ana", "a\u0301na", "cannot approve")]
    [InlineData("ana", "\u00E1na", "cannot approve")]
    [InlineData("ana", "a\u200Bna", "nobody sees")]
    [InlineData("ana", "ana\u3164", "nobody sees")]
    [InlineData("oca", "\U0001D5C8\U0001D5BC\U0001D5BA", "plain letters")]
    [InlineData("ana", "\u1D00\u0274\u1D00", "plain letters")]
    [InlineData("oca", "0ca", "cannot approve")]
    [InlineData("ana", "\u0251na", "cannot approve")]
    [InlineData("Mara Quist", "Mara Quist.", "cannot approve")]
    [InlineData("ana", "\uFF41\uFF4E\uFF41", "cannot approve")]
    [InlineData("ana  bell", "ana bell", "cannot approve")]
    [InlineData("Ana Lil", "Ana LiI", "cannot approve")]
    [InlineData("Ana Lil", "Ana Li1", "cannot approve")]
    [InlineData("Ana Lil", "ANA LIL", "cannot approve")]
    [InlineData("Ana Lil", "Ana-Lil", "cannot approve")]
    [InlineData("Ana Lil", "AnaLil", "cannot approve")]
    [InlineData("Tom Carney", "Tom Camey", "cannot approve")]
    [InlineData("coco", "\u0441\u043E\u0441\u043E", "cannot approve")]
    [InlineData("BEN", "\u0392\u0395\u039D", "cannot approve")]
    public void a_name_that_looks_like_the_proposers_approves_nothing(string proposer, string other, string said) =>
        Spec.For<Claim>().Given(Raised(), Mentioned(), Proposed(by: proposer)).When(new ApproveVerdict("c-1", "v-1", other, "Agreed.")).ThenRefused(said);

    [Theory]
    [InlineData("Eli", "Ell")]
    [InlineData("Ana Lin", "Ana Lim")]
    [InlineData("Dan", "Dana")]
    public void a_name_that_differs_to_the_eye_is_somebody_else(string proposer, string other) =>
        Spec.For<Claim>().Given(Raised(), Mentioned(), Proposed(by: proposer)).When(new ApproveVerdict("c-1", "v-1", other, "Agreed."))
            .Then(new VerdictApproved("c-1", "v-1", other, "Agreed."));

    [Theory]
    [InlineData("\u0410\u043D\u043D\u0430 Bell")]
    [InlineData("\u0391\u03BD\u03BD\u03B1-Maria")]
    [InlineData("\u674E Li")]
    [InlineData("J\u00F6rg \u00D8sterg\u00E5rd")]
    [InlineData("\u5C71\u7530\u30BF\u30ED\u30A6")]
    public void a_name_whose_words_are_each_of_one_alphabet_is_taken(string name) =>
        Spec.For<Claim>().Given(Raised(), Mentioned(), Proposed(by: "ana")).When(new ApproveVerdict("c-1", "v-1", name, "Agreed."))
            .Then(new VerdictApproved("c-1", "v-1", name, "Agreed."));

    [Fact]
    public void a_verdict_is_proposed() => Given().When(Propose()).Then(Proposed());

    [Fact]
    public void an_unknown_claim_is_not_judged() => Spec.For<Claim>().When(Propose()).ThenRefused("no claim c-1");

    [Fact]
    public void a_claim_that_was_merged_away_is_not_judged() => Given(new ClaimsMerged("c-1", "c-2", "c-1", "ana")).When(Propose()).ThenRefused("Judge that one");

    [Fact]
    public void a_claim_that_took_another_in_is_judged() => Given(new ClaimsMerged("c-1", "c-1", "c-2", "ana")).When(Propose()).Then(Proposed());

    [Theory]
    [MemberData(nameof(NotPeople))]
    public void only_people_propose(string by) => Given().When(Propose(by: by)).ThenRefused("Only people");

    [Theory]
    [InlineData("")]
    [InlineData(" \t")]
    public void a_proposal_says_who_acts(string by) => Given().When(Propose(by: by)).ThenRefused("Say who acts");

    [Fact]
    public void a_name_has_at_most_200_characters() => Given().When(Propose(by: new string('a', 201))).ThenRefused("at most 200");

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void a_proposal_gives_its_rationale(string rationale) => Given().When(Propose(rationale: rationale)).ThenRefused("Say why");

    [Fact]
    public void a_rationale_of_10_000_characters_is_taken() =>
        Given().When(Propose(rationale: new string('x', 10_000))).Then(Proposed() with { Rationale = new string('x', 10_000) });

    [Fact]
    public void a_longer_rationale_is_refused() => Given().When(Propose(rationale: new string('x', 10_001))).ThenRefused("this one has 10001");

    [Fact]
    public void a_verdict_rests_on_evidence() => Given().When(Propose() with { Evidence = [] }).ThenRefused("name at least one document");

    [Fact]
    public void a_verdict_without_any_evidence_is_refused() => Given().When(Propose() with { Evidence = default }).ThenRefused("name at least one document");

    public static TheoryData<Mode, Rating, bool> Fitting
    {
        get
        {
            var data = new TheoryData<Mode, Rating, bool>();
            foreach (var mode in Enum.GetValues<Mode>())
            {
                Rating[] fitting = mode is Mode.Prediction or Mode.Promise
                    ? [Rating.Fulfilled, Rating.Failed, Rating.Lapsed, Rating.Inconclusive]
                    : [Rating.Verified, Rating.False, Rating.Misleading, Rating.Inconclusive];
                foreach (var rating in Enum.GetValues<Rating>()) data.Add(mode, rating, fitting.Contains(rating));
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Fitting))]
    public void a_rating_fits_the_mode_of_its_claim(Mode mode, Rating rating, bool fits)
    {
        var outcome = Spec.For<Claim>().Given(Raised(mode: mode), Mentioned()).When(Propose(rating));
        if (fits) outcome.Then(Proposed(rating: rating));
        else outcome.ThenRefused(mode is Mode.Prediction or Mode.Promise ? "is fulfilled, failed, lapsed or inconclusive" : "Only predictions and promises are");
    }

    [Fact]
    public void the_same_proposal_of_the_same_person_is_made_once() => Given(Proposed()).When(Propose(by: " ANA ", verdict: "v-2")).ThenNothing();

    [Fact]
    public void a_verdict_id_is_proposed_once() => Given(Proposed()).When(Propose(Rating.False, "ben")).ThenNothing();

    [Fact]
    public void two_people_may_propose_the_same() => Given(Proposed()).When(Propose(by: "ben", verdict: "v-2")).Then(Proposed("v-2", "ben"));

    [Fact]
    public void another_rationale_is_another_proposal() =>
        Given(Proposed()).When(Propose(verdict: "v-2", rationale: "Filmed.")).Then(Proposed("v-2") with { Rationale = "Filmed." });

    [Fact]
    public void a_rejected_proposal_may_be_made_anew() => Given(Proposed(), Rejected()).When(Propose(verdict: "v-2")).Then(Proposed("v-2"));

    [Fact]
    public void a_withdrawn_proposal_may_be_made_anew() => Given(Proposed(), VerdictTakenBack()).When(Propose(verdict: "v-2")).Then(Proposed("v-2"));

    [Fact]
    public void a_second_person_approves() => Given(Proposed()).When(Approve()).Then(Approved());

    [Theory]
    [InlineData("ana")]
    [InlineData("Ana")]
    [InlineData(" ANA ")]
    [InlineData("ana\t")]
    public void whoever_proposed_a_verdict_cannot_approve_it(string by) => Given(Proposed()).When(Approve(by)).ThenRefused("Whoever proposed a verdict cannot approve it");

    [Theory]
    [InlineData("José", "Jose\u0301")]
    [InlineData("Jose\u0301", "JOSÉ")]
    public void another_encoding_of_a_name_is_no_second_person(string proposer, string by) =>
        Given(Proposed(by: proposer)).When(Approve(by)).ThenRefused("Whoever proposed a verdict cannot approve it");

    [Fact]
    public void whoever_proposed_cannot_approve_once_more_what_stands() => Given(Proposed(), Approved()).When(Approve("ana")).ThenRefused("Whoever proposed");

    [Theory]
    [MemberData(nameof(NotPeople))]
    public void only_people_approve(string by) => Given(Proposed()).When(Approve(by)).ThenRefused("Only people");

    [Fact]
    public void an_approval_says_who_acts() => Given(Proposed()).When(Approve(" ")).ThenRefused("Say who acts");

    [Fact]
    public void an_approval_says_why() => Given(Proposed()).When(Approve(reason: "")).ThenRefused("Say why");

    [Fact]
    public void an_approval_is_recorded_once() => Given(Proposed(), Approved()).When(Approve("ben")).ThenNothing();

    [Fact]
    public void whoever_comes_second_hears_that_another_approved() => Given(Proposed(), Approved()).When(Approve("cem")).ThenRefused("ben has approved it already");

    [Fact]
    public void whoever_comes_second_hears_that_another_rejected() => Given(Proposed(), Rejected()).When(Reject("cem")).ThenRefused("has rejected it already");

    [Fact]
    public void whoever_comes_second_hears_that_another_withdrew() => Given(Proposed(), Approved(), VerdictTakenBack()).When(Withdraw("cem")).ThenRefused("has withdrawn it already");

    [Fact]
    public void what_was_never_proposed_is_not_approved() => Given().When(Approve()).ThenRefused("no verdict v-1 on c-1");

    [Fact]
    public void nothing_is_approved_on_an_unknown_claim() => Spec.For<Claim>().When(Approve()).ThenRefused("no verdict v-1 on c-1");

    [Fact]
    public void a_rejected_verdict_is_not_approved() => Given(Proposed(), Rejected()).When(Approve()).ThenRefused("was rejected");

    [Fact]
    public void a_withdrawn_verdict_is_not_approved() => Given(Proposed(), VerdictTakenBack()).When(Approve()).ThenRefused("was withdrawn");

    [Fact]
    public void a_later_verdict_takes_the_place_of_the_standing_one()
    {
        var claim = new object[] { Raised(), Proposed(), Approved(), Proposed("v-2", "ben", Rating.False), Approved("v-2", "ana") }.Aggregate((Claim?)null, Claim.Evolve)!;
        Assert.Equal("v-2", claim.StandingVerdict?.Id);
        Assert.Equal("ana", claim.StandingVerdict?.ApprovedBy);
    }

    [Fact]
    public void a_second_person_rejects() => Given(Proposed()).When(Reject()).Then(Rejected());

    [Theory]
    [InlineData("ana")]
    [InlineData(" Ana")]
    public void whoever_proposed_withdraws_instead_of_rejecting(string by) => Given(Proposed()).When(Reject(by)).ThenRefused("can withdraw it");

    [Theory]
    [MemberData(nameof(NotPeople))]
    public void only_people_reject(string by) => Given(Proposed()).When(Reject(by)).ThenRefused("Only people");

    [Fact]
    public void a_rejection_says_why() => Given(Proposed()).When(Reject(reason: " ")).ThenRefused("Say why");

    [Fact]
    public void a_rejection_is_recorded_once() => Given(Proposed(), Rejected()).When(Reject()).ThenNothing();

    [Fact]
    public void an_approved_verdict_is_not_rejected() => Given(Proposed(), Approved()).When(Reject()).ThenRefused("is approved");

    [Fact]
    public void a_withdrawn_verdict_is_not_rejected() => Given(Proposed(), VerdictTakenBack()).When(Reject()).ThenRefused("is withdrawn");

    [Fact]
    public void what_was_never_proposed_is_not_rejected() => Given().When(Reject()).ThenRefused("no verdict v-1");

    [Fact]
    public void nothing_is_rejected_on_an_unknown_claim() => Spec.For<Claim>().When(Reject()).ThenRefused("no verdict v-1");

    [Theory]
    [InlineData("ana")]
    [InlineData("ANA ")]
    public void whoever_proposed_withdraws_the_proposal(string by) => Given(Proposed()).When(Withdraw(by)).Then(VerdictTakenBack(by: by));

    [Fact]
    public void nobody_else_withdraws_a_proposal() => Given(Proposed()).When(Withdraw("ben")).ThenRefused("Only ana can withdraw this proposal");

    [Fact]
    public void anyone_withdraws_an_approved_verdict() => Given(Proposed(), Approved()).When(Withdraw("cem")).Then(VerdictTakenBack(by: "cem"));

    [Fact]
    public void a_withdrawn_verdict_no_longer_stands() =>
        Assert.Null(new object[] { Raised(), Proposed(), Approved(), VerdictTakenBack() }.Aggregate((Claim?)null, Claim.Evolve)!.StandingVerdict);

    [Fact]
    public void withdrawing_a_superseded_verdict_leaves_the_standing_one() => Assert.Equal("v-2",
        new object[] { Raised(), Proposed(), Approved(), Proposed("v-2"), Approved("v-2"), VerdictTakenBack() }.Aggregate((Claim?)null, Claim.Evolve)!.Standing);

    [Theory]
    [MemberData(nameof(NotPeople))]
    public void only_people_withdraw(string by) => Given(Proposed(), Approved()).When(Withdraw(by)).ThenRefused("Only people");

    [Fact]
    public void a_withdrawal_says_why() => Given(Proposed()).When(Withdraw(reason: "")).ThenRefused("Say why");

    [Fact]
    public void a_withdrawal_is_recorded_once() => Given(Proposed(), VerdictTakenBack()).When(Withdraw()).ThenNothing();

    [Fact]
    public void a_rejected_verdict_is_not_withdrawn() => Given(Proposed(), Rejected()).When(Withdraw()).ThenRefused("nothing to withdraw");

    [Fact]
    public void what_was_never_proposed_is_not_withdrawn() => Given().When(Withdraw()).ThenRefused("no verdict v-1");

    [Fact]
    public void nothing_is_withdrawn_on_an_unknown_claim() => Spec.For<Claim>().When(Withdraw()).ThenRefused("no verdict v-1");

    [Fact]
    public void a_verdict_takes_the_place_of_the_one_that_stands_and_of_no_other()
    {
        var supersede = new ProposeVerdict("c-1", "v-2", Rating.False, null, Confidence.High, "New facts.", Facts.Resting("d-1"), "ana", Supersedes: "v-1");
        var standing = Spec.For<Claim>().Given(Facts.Raised(), Facts.Mentioned(), Facts.Proposed("v-1"));
        standing.When(supersede).ThenRefused("No verdict stands");
        standing.Given(Facts.Approved("v-1")).When(supersede).Then(
            new VerdictProposed("c-1", "v-2", Rating.False, null, Confidence.High, "New facts.", Facts.Resting("d-1"), "ana"));
        standing.Given(Facts.Approved("v-1"), Facts.Proposed("v-3", rating: Rating.Misleading), Facts.Approved("v-3")).When(supersede).ThenRefused("v-3 does");
    }

    [Fact]
    public void what_was_to_supersede_one_verdict_does_not_supersede_another()
    {
        var both = Given(Proposed(), Approved(), Proposed("v-2", "cem"), Proposed("v-3", "ben"));
        both.When(Approve("dan", "v-3")).Then(Approved("v-3", "dan"));
        both.Given(Approved("v-3", "dan")).When(Approve("dan", "v-2")).ThenRefused("meanwhile v-3 was approved");
        both.Given(Approved("v-3", "dan")).When(Propose(by: "cem", verdict: "v-4")).Then(Proposed("v-4", "cem"));
        both.Given(VerdictTakenBack()).When(Approve("dan", "v-2")).Then(Approved("v-2", "dan"));
    }
}
