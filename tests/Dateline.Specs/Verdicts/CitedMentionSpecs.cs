using Dateline.Claims;
using Dateline.Verdicts;
using static Dateline.Specs.Facts;

namespace Dateline.Specs;

public class CitedMentionSpecs
{
    private static readonly MentionCited cited = new("c-1", "m-1", "c-2", "v-2");
    private const string Replaced = "Revision 2 of the document took its place.";

    private static Recorded At(object fact) => new(7, Guid.Empty, "claim/c-1", 3, EventTypes.NameOf(fact.GetType()), fact, Noon.AddDays(3), "ana");

    private static Claim Folded(params object[] events) => events.Prepend(Mentioned()).Prepend(Raised()).Aggregate((Claim?)null, Claim.Evolve)!;

    private static Spec<Claim> Given(params object[] events) => Spec.For<Claim>().Given(Raised(), Mentioned(), cited).Given(events);

    private static CitationTouched Touched(string causeId, string what, string document = "d-1") =>
        new("c-1", "m-1", "c-2", causeId, $"What it rests on, m-1 of c-1, was {what}", document, Noon);

    private static RetractMention Retract(string? by = null) => new("c-1", "m-1", "d-1/2", Replaced, by, Noon);

    private static ReviewBasis Review(string document, string causeId, string what, DateTimeOffset at) =>
        new("c-2", document, causeId, $"What it rests on, m-1 of c-1, was {what}", at) { Mention = "m-1" };

    [Fact]
    public void a_claim_notes_once_that_a_verdict_on_another_rests_on_its_mention()
    {
        var note = new CiteMention("c-1", "m-1", "c-2", "v-2");
        Spec.For<Claim>().Given(Raised(), Mentioned()).When(note).Then(cited);
        Given().When(note).ThenNothing();
        Given().When(note with { ByClaim = "c-1" }).ThenNothing();
        Spec.For<Claim>().When(note).ThenNothing();
    }

    [Fact]
    public void what_takes_a_cited_mention_out_is_told() => Given().When(Retract()).Then(Retracted(cause: Replaced), Touched("d-1/2", "taken out: " + Replaced));

    [Fact]
    public void what_takes_out_a_mention_that_is_not_cited_is_not_told() =>
        Given(Mentioned(mention: "m-2")).When(Retract() with { Mention = "m-2" }).Then(Retracted(mention: "m-2", cause: Replaced));

    [Fact]
    public void a_cited_mention_that_is_said_again_was_not_touched() => Given(Mentioned(mention: "m-2")).When(Retract("m-2")).Then(Retracted(cause: Replaced));

    [Fact]
    public void a_cited_mention_that_is_denied_instead_was_touched() => Given(Mentioned(mention: "m-2", polarity: Polarity.Negative)).When(Retract("m-2"))
        .Then(Retracted(cause: Replaced), Touched("d-1/2", $"taken out: {Replaced} It now differs in whether it is so."));

    [Fact]
    public void a_denial_of_a_cited_mention_is_told_once()
    {
        var denial = Mentioned(mention: "m-3", document: "d-3", polarity: Polarity.Negative);
        var told = Touched("m-3", "denied or contradicted in d-3.", "d-3");
        Given().When(new MentionClaim("c-1", "200 people left", Mode.Assertion, null, denial)).Then(denial, told);
        var whole = new ReviewBasis("c-1", "d-3", "m-3", "It is denied.", Noon, Whole: true);
        Given().When(whole).Then(told);
        Given(told).When(whole).ThenNothing();
    }

    [Fact]
    public void a_verdict_is_marked_by_the_mention_that_it_names_and_by_no_other()
    {
        var rests = Proposed() with { Evidence = [new("d-1", 1, "m-9")] };
        var verdict = Spec.For<Claim>().Given(Raised(), Mentioned(), rests);
        var review = new ReviewBasis("c-1", "d-3", "m-3", "It is denied.", Noon) { Mention = "m-9" };
        verdict.When(review).Then(Marked("v-1", "m-3", "It is denied.", "d-3"));
        verdict.When(review with { Mention = "m-8", Document = "d-1" }).ThenNothing();
    }

    [Fact]
    public void the_claim_that_cites_is_told() =>
        Spec.Same([Review("d-1", "d-1/2", "taken out: " + Replaced, Noon)], [WhenCitationTouchedHandler.Handle(Touched("d-1/2", "taken out: " + Replaced))]);

    [Fact]
    public async Task the_claims_that_mentions_were_filed_to_note_their_citation()
    {
        var proposed = Proposed() with { Evidence = [new("d-1", 1, "m-1"), new("d-1", 1, "d-1/1#2"), new("d-1", 1, null)] };
        var filed = new Documents.MentionsFiled("d-1", 1, "s-1", "source:wire", [new("m-1", "c-1", "source:wire"), new("d-1/1#2", "c-2", "source:wire")], Noon);
        var log = Log.Of(Ingested(), filed, Raised(), Mentioned(), proposed);
        var e = new Documents.DocumentCited("d-1", "c-1", "v-1");
        var found = await WhenEvidenceCitedHandler.LoadAsync(e, log, TestContext.Current.CancellationToken);
        Spec.Same([new CiteMention("c-2", "d-1/1#2", "c-1", "v-1")], WhenEvidenceCitedHandler.Handle(e, found));
    }

    [Fact]
    public void a_citation_of_what_was_taken_out_or_denied_just_before_marks_the_verdict()
    {
        var denial = Mentioned(mention: "m-3", document: "d-3", polarity: Polarity.Negative);
        Spec.Same(
            [Review("d-1", "m-1 retracted", "taken out before in d-1.", Noon.AddDays(3)), Review("d-3", "m-3", "denied or contradicted in d-3.", Noon)],
            WhenMentionCitedHandler.Handle(cited, new(Folded(Retracted()), [denial]), At(cited)));
        Assert.Empty(WhenMentionCitedHandler.Handle(cited, new(Folded(), []), At(cited)));
    }

    [Fact]
    public async Task only_what_denied_it_since_the_proposal_counts()
    {
        var (before, after) = (Mentioned(mention: "m-2", polarity: Polarity.Negative), Mentioned(mention: "m-3", polarity: Polarity.Negative));
        var log = Log.Of(Raised(), Mentioned(), before, Raised("c-2"), Proposed("v-2", claim: "c-2"), after, Mentioned(mention: "m-4"));
        var found = await WhenMentionCitedHandler.LoadAsync(cited, log, TestContext.Current.CancellationToken);
        Assert.Equal(["m-3"], found!.Denials.Select(d => d.MentionId));
    }

    [Fact]
    public void a_citation_goes_along_with_a_merger_and_a_split()
    {
        var merged = new ClaimsMerged("c-1", "c-5", "c-1", "cem");
        Spec.Same([new CiteMention("c-5", "m-1", "c-2", "v-2")], WhenMentionCitedHandler.Handle(cited, new(Folded(merged), []), At(cited)));
        var split = new ClaimSplit("c-1", "c-9", "Another", Mode.Assertion, [Mentioned("c-9")], "ana");
        Spec.Same([new CiteMention("c-9", "m-1", "c-2", "v-2")], WhenMentionCitedHandler.Handle(cited, new(Folded(split), []), At(cited)));
        var own = Proposed() with { Evidence = [new("d-1", 1, "m-1")] };
        Spec.Same(
            [new CiteMention("c-9", "m-1", "c-2", "v-2"), new CiteMention("c-9", "m-1", "c-1", "v-1")],
            WhenCitedMentionsSplitHandler.Handle(split, Folded(cited, own), At(split)).OfType<CiteMention>());
    }

    [Fact]
    public void a_split_marks_what_rests_on_the_mentions_that_go()
    {
        var split = new ClaimSplit("c-1", "c-9", "Another", Mode.Assertion, [Mentioned("c-9")], "ana");
        ReviewBasis named = new("c-1", "d-1", "c-9 split", "What it rests on was found to be of c-9, which was split off.", Noon.AddDays(3)) { Mention = "m-1" };
        var whole = named with { Mention = null, First = 1, Last = 1 };
        Spec.Same([named, whole], WhenCitedMentionsSplitHandler.Handle(split, Folded(split), At(split)));
        Spec.Same([named], WhenCitedMentionsSplitHandler.Handle(split, Folded(Mentioned(mention: "m-2"), split), At(split)));
        Assert.Empty(WhenCitedMentionsSplitHandler.Handle(split with { ClaimId = "c-9" }, null, At(split)));
    }
}
