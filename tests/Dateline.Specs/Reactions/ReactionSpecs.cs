using Dateline.Claims;
using Dateline.Documents;
using Dateline.Extraction;
using Dateline.Matching;
using Dateline.Stories;
using Dateline.Verdicts;
using static Dateline.Specs.Facts;

namespace Dateline.Specs;

public class ReactionSpecs
{
    private static readonly DocumentCited cited = new("d-1", "c-1", "v-1");

    private static readonly DocumentRedacted redacted = new("d-1", 1, "a name", "A court order.", "ana", "ben");

    private static Recorded At(object fact) => new(7, Guid.Empty, "document/d-1", 3, EventTypes.NameOf(fact.GetType()), fact, Noon.AddDays(3), "ana");

    private static MentionsFiled Filing(int revision, params string[] claims) => new(
        "d-1", revision, "s-1", "source:wire", [.. claims.Select((c, i) => new Documents.FiledMention($"d-1/{revision}/{i}", c, "source:wire"))], Noon);

    private static Document Document(params object[] events) => events.Prepend(Ingested()).Aggregate((Document?)null, Documents.Document.Evolve)!;

    private static async Task<FilingDesk> Desk(params object[] events)
    {
        var desk = new FilingDesk();
        await desk.Ready(Log.Of(events), long.MaxValue, TestContext.Current.CancellationToken);
        return desk;
    }

    private static Mention Found(Mode mode = Mode.Assertion, params DateFact[] dates) =>
        new() { Id = "d-1/1#1", Content = new(0, 48, "the bridge of Northgate was closed by the flood."), Mode = mode, Dates = dates, Worth = 800 };

    private static RetractMention Retract(string mention, string claim, DocumentWithdrawn e) =>
        new(claim, mention, $"d-1 {Words.Of(e.Act)} {e.Through}", $"The publisher issued a {Words.Of(e.Act)} for d-1: It was wrong.", null, Noon);

    private static ReviewBasis Review(string claim, DocumentWithdrawn e) =>
        new(claim, "d-1", $"d-1 {Words.Of(e.Act)} {e.Through}", $"The publisher issued a {Words.Of(e.Act)} for d-1: It was wrong.", Noon, Last: e.Through);

    [Fact]
    public void the_documents_that_a_proposed_verdict_rests_on_are_cited_once_each() => Spec.Same(
        [new CiteDocument("d-1", "c-1", "v-1"), new CiteDocument("d-2", "c-1", "v-1")], WhenVerdictProposedHandler.Handle(Proposed(documents: ["d-1", "d-2", "d-1"])));

    [Fact]
    public void a_citation_of_what_is_gone_marks_the_verdict()
    {
        var kill = Withdrawn(PublisherAct.Kill);
        Spec.Same([Review("c-1", kill)], WhenDocumentCitedHandler.Handle(cited, Document(kill), At(cited)));
    }

    [Fact]
    public void a_citation_of_what_stands_marks_nothing() => Assert.Empty(WhenDocumentCitedHandler.Handle(cited, Document(), At(cited)));

    [Fact]
    public void a_citation_of_what_was_corrected_marks_what_rests_on_the_corrected_revisions()
    {
        var correction = Withdrawn(PublisherAct.Correction);
        Spec.Same([Review("c-1", correction)], WhenDocumentCitedHandler.Handle(cited, Document(correction, Revised(2, "Now right.")), At(cited)));
    }

    [Fact]
    public void a_citation_of_what_was_redacted_marks_what_rests_on_that_revision_since_it_was_cited() => Spec.Same(
        [new ReviewBasis("c-1", "d-1", "d-1 redaction 1 a name", "a name was removed from d-1 for a legal reason.", Noon.AddDays(3), 1, 1)],
        WhenDocumentCitedHandler.Handle(cited, Document(new DocumentRedacted("d-1", 1, "a name", "A court order.", "ana", "ben")), At(cited)));

    [Fact]
    public void a_citation_of_an_unknown_document_marks_nothing() => Assert.Empty(WhenDocumentCitedHandler.Handle(cited, null, At(cited)));

    [Theory]
    [InlineData(PublisherAct.Kill)]
    [InlineData(PublisherAct.Takedown)]
    [InlineData(PublisherAct.Withheld)]
    public async Task what_is_taken_back_retracts_its_mentions_and_marks_its_verdicts(PublisherAct act)
    {
        var e = Withdrawn(act, 2);
        var document = Document(Filing(1, "c-1"), Revised(2, "More."), Filing(2, "c-1", "c-2"), cited, cited with { VerdictId = "v-2" }, cited with { ClaimId = "c-3" }, e);
        Spec.Same(
            [Retract("d-1/1/0", "c-1", e), Retract("d-1/2/0", "c-1", e), Retract("d-1/2/1", "c-2", e), Review("c-1", e), Review("c-3", e)],
            WhenDocumentWithdrawnHandler.Handle(e, document, await Desk()));
    }

    [Fact]
    public async Task a_correction_marks_verdicts_and_leaves_mentions_to_the_corrected_revision()
    {
        var e = Withdrawn(PublisherAct.Correction);
        Spec.Same([Review("c-1", e)], WhenDocumentWithdrawnHandler.Handle(e, Document(Filing(1, "c-1"), cited, e), await Desk()));
    }

    [Fact]
    public async Task revisions_after_what_was_taken_back_keep_their_mentions()
    {
        var e = Withdrawn(PublisherAct.Kill, 1);
        Spec.Same([Retract("d-1/1/0", "c-1", e)], WhenDocumentWithdrawnHandler.Handle(
            e, Document(Filing(1, "c-1"), e, Revised(2, "More."), Filing(2, "c-1")), await Desk()));
    }

    [Fact]
    public async Task what_was_taken_back_before_it_was_filed_is_filed_and_taken_out_again()
    {
        var kill = Withdrawn(PublisherAct.Kill);
        var extracted = new ClaimsExtracted("d-1", 1, "rules@1", [Found()], null, Noon);
        var (filed, retracted, marked) = await File(extracted, kill);
        Assert.NotNull(filed);
        Assert.Equal(("d-1 kill 1", kill.PublishedAt), (retracted!.CauseId, retracted.PublishedAt));
        Assert.True(marked!.TakenBack);
        // Its publisher put another revision in its place: the document stands, what that revision said does not.
        (filed, retracted, marked) = await File(extracted, kill, Revised(2, "More."));
        Assert.Equal((true, true, true), (filed is not null, retracted is not null, marked!.TakenBack));
        (filed, retracted, marked) = await File(extracted with { Revision = 2 }, kill, Revised(2, "More."));
        Assert.Equal((true, null, false), (filed is not null, retracted, marked!.TakenBack));
        (filed, retracted, marked) = await File(extracted, Withdrawn(PublisherAct.Correction));
        Assert.Equal((true, null, false), (filed is not null, retracted, marked!.TakenBack));

        static async Task<(FileDocument?, RetractMention?, MarkFiled?)> File(ClaimsExtracted e, params object[] before)
        {
            var commands = WhenClaimsExtractedHandler.Handle(e, Document(before), await Desk()).ToList();
            return (commands.OfType<FileDocument>().FirstOrDefault(), commands.OfType<RetractMention>().FirstOrDefault(), commands.OfType<MarkFiled>().FirstOrDefault());
        }
    }

    [Theory]
    [InlineData(Mode.Promise, "2026-04-01")]
    [InlineData(Mode.Prediction, "2026-04-01")]
    [InlineData(Mode.Assertion, null)]
    public async Task a_mention_of_what_is_to_come_gives_the_last_day_that_it_names(Mode mode, string? day)
    {
        var mention = Found(mode, new(0, 1, "2", "2026-02-01", "2026-02-02"), new(0, 1, "2", "2026-03-01", "2026-03-05"), new(0, 1, "2", "2026-04-01", "2026-04-01"));
        var command = Assert.Single(WhenClaimsExtractedHandler.Handle(new("d-1", 1, "rules@1", [mention], null, Noon), Document(), await Desk()).OfType<MentionClaim>());
        Assert.Equal((day, day), (command.DueAt, command.Mention.DueAt));
    }

    [Fact]
    public async Task a_withdrawal_of_an_unknown_document_does_nothing() =>
        Assert.Empty(WhenDocumentWithdrawnHandler.Handle(Withdrawn(PublisherAct.Kill), null, await Desk()));

    [Fact]
    public void a_redaction_marks_each_claim_whose_verdicts_cite_the_document_since_it_was_recorded() => Spec.Same(
        [new ReviewBasis("c-1", "d-1", "d-1 redaction 1 a name", "a name was removed from d-1 for a legal reason.", Noon.AddDays(3), 1, 1)],
        WhenDocumentRedactedHandler.Handle(redacted, Document(cited, cited with { VerdictId = "v-2" }), At(redacted)));

    [Fact]
    public void a_redaction_of_words_marks_each_claim_whose_verdicts_cite_the_document_since_it_was_recorded()
    {
        var erased = new Redactions.WordsErased("r-1", "document/d-1", "a name", 7, []);
        Spec.Same(
            [new ReviewBasis("c-1", "d-1", "d-1 redaction r-1", "a name was removed from d-1 for a legal reason.", Noon.AddDays(3))],
            Redactions.WhenWordsErasedHandler.Handle(erased, Document(cited), At(erased)));
    }

    [Fact]
    public void a_redaction_of_an_unknown_document_marks_nothing() =>
        Assert.Empty(WhenDocumentRedactedHandler.Handle(redacted, null, At(redacted)));

    [Fact]
    public async Task the_story_that_stays_receives_the_documents_of_the_one_that_ended()
    {
        object[] happened = [Opened(), Filed("d-2"), Filed(), new StoriesMerged("s-1", "s-2", "s-1", "ana")];
        var story = happened.Aggregate((Story?)null, Story.Evolve);
        var merged = (StoriesMerged)happened[^1];
        Spec.Same([new ReceiveStory(merged, ["d-1", "d-2"])], WhenStoriesMergedHandler.Handle(merged, story, await Desk()));
    }

    [Fact]
    public async Task the_note_on_the_story_that_stays_leads_to_nothing() =>
        Assert.Empty(WhenStoriesMergedHandler.Handle(new("s-2", "s-2", "s-1", "ana"), Story.Evolve(null, Opened("s-2")), await Desk()));

    [Fact]
    public async Task a_merger_of_an_unknown_story_leads_to_nothing() =>
        Assert.Empty(WhenStoriesMergedHandler.Handle(new("s-1", "s-2", "s-1", "ana"), null, await Desk()));

    [Fact]
    public async Task the_story_that_was_split_off_begins()
    {
        var split = new StorySplit("s-1", "s-9", "Another", ["d-2"], "ana");
        Spec.Same([new BeginSplitStory(split)], WhenStorySplitHandler.Handle(split, await Desk()));
        Assert.Empty(WhenStorySplitHandler.Handle(split with { StoryId = "s-9" }, await Desk()));
    }

    [Fact]
    public async Task a_moved_document_is_received_where_it_goes()
    {
        var moved = new DocumentMoved("s-1", "d-1", "s-1", "s-2", "ana");
        Spec.Same([new ReceiveDocument(moved)], WhenDocumentMovedHandler.Handle(moved, await Desk()));
        Assert.Empty(WhenDocumentMovedHandler.Handle(moved with { StoryId = "s-2" }, await Desk()));
    }

    [Fact]
    public async Task a_merger_of_claims_is_told_to_the_other_one()
    {
        var merged = new ClaimsMerged("c-1", "c-2", "c-1", "ana");
        var ended = new object[] { Raised(), Mentioned(), Mentioned(mention: "m-2", document: "d-2"), Retracted() }.Aggregate((Claim?)null, Claim.Evolve);
        Spec.Same(
            [new MergeClaims("c-2", "c-2", "c-1", "ana", "As decided on c-1.") { Mentions = [Mentioned("c-2", "m-2", "d-2")] }], WhenClaimsMergedHandler.Handle(merged, ended, At(merged), await Desk()));
        Spec.Same([new MergeClaims("c-1", "c-2", "c-1", "ana", "As decided on c-2.")], WhenClaimsMergedHandler.Handle(merged with { ClaimId = "c-2" }, null, At(merged), await Desk()));
    }

    [Fact]
    public async Task a_denial_that_comes_with_a_merger_marks_since_it_was_recorded()
    {
        var merged = new ClaimsMerged("c-1", "c-2", "c-1", "ana");
        var ended = new object[] { Raised(), Mentioned(), Mentioned(mention: "m-2", document: "d-2", polarity: Polarity.Negative, speaker: "Rolf Sand") }.Aggregate((Claim?)null, Claim.Evolve);
        var commands = WhenClaimsMergedHandler.Handle(merged, ended, At(merged), await Desk());
        Spec.Same([new ReviewBasis("c-2", "d-2", "m-2", "Rolf Sand denies it.", Noon.AddDays(3), Whole: true)], commands.Skip(1));
    }

    [Fact]
    public async Task the_claim_that_was_split_off_begins()
    {
        var split = new ClaimSplit("c-1", "c-9", "300 people left", Mode.Assertion, [Mentioned("c-9")], "ana");
        Spec.Same([new BeginSplitClaim(split)], WhenClaimSplitHandler.Handle(split, await Desk()));
        Assert.Empty(WhenClaimSplitHandler.Handle(split with { ClaimId = "c-9" }, await Desk()));
    }

    [Fact]
    public void an_ingested_document_makes_its_source_known_and_is_read()
    {
        var commands = Documents.WhenDocumentIngestedHandler.Handle(Ingested()).ToList();
        Spec.Same([new Sources.RegisterSource("wire", "The Wire")], commands.Take(1));
        var claims = Assert.IsType<RecordClaims>(commands[1]);
        Assert.Equal(("d-1", 1, null), (claims.Document, claims.Revision, claims.Failure));
        Assert.Contains(claims.Mentions, m => m.Speaker?.Text == "The ministry");
    }

    [Fact]
    public void a_revision_is_read() => Assert.Equal(2, Assert.IsType<RecordClaims>(WhenDocumentRevisedHandler.Handle(Revised(2, Words200), Anchors.None)).Revision);

    [Fact]
    public void what_is_read_can_be_recorded()
    {
        var read = (RecordClaims)WhenDocumentIngestedHandler.Handle(Ingested()).Last();
        Spec.For<Document>().Given(Ingested()).When(read).Then(new ClaimsExtracted("d-1", 1, read.Extractor, read.Mentions, null, Noon));
    }
}
