using System.Text;
using Dateline.Claims;
using Dateline.Documents;
using Dateline.Sources;
using static Dateline.Specs.Examples;

namespace Dateline.Specs;

public sealed class DocumentSpecs
{
    private static readonly IngestDocument ingest = new(
        "d-1", "wire", "Harbour Wire", "https://wire.example/1", "Flood", null, "en", Noon, Text, "text", new("sha", "text/plain", Encoding.UTF8.GetBytes(Text)));

    private static readonly object[] ingested = [.. Spec.Given().When(ingest).Decide()];

    [Fact]
    public void a_new_document_is_ingested() => Assert.IsType<DocumentIngested>(Assert.Single(ingested));

    [Fact]
    public void an_unchanged_one_records_nothing() => Spec.Given(ingested).When(ingest with { PublishedAt = Noon.AddYears(1) }).ThenNothing();

    [Fact]
    public void a_changed_text_is_a_revision()
    {
        var revised = Assert.IsType<DocumentRevised>(Assert.Single(Spec.Given(ingested).When(ingest with { Text = "Other" }).Decide()));
        Assert.Equal(2, revised.Revision);
        Spec.Given([.. ingested, revised]).When(ingest).ThenNothing();
    }

    [Fact]
    public void a_document_without_text_is_refused() => Spec.Given().When(ingest with { Text = "" }).ThenRefused("no text");

    [Fact]
    public void a_correction_takes_back_what_came_before_and_revises()
    {
        var events = Spec.Given(ingested).When(ingest with { Text = "Other", Act = PublisherAct.Correction, ActReason = "A slip." }).Decide();
        Assert.Equal(new DocumentWithdrawn("d-1", PublisherAct.Correction, 1, "A slip.", Noon), events[0]);
        Assert.IsType<DocumentRevised>(events[1]);
    }

    [Theory]
    [InlineData(PublisherAct.Kill)]
    [InlineData(PublisherAct.Takedown)]
    [InlineData(PublisherAct.Withheld)]
    public void a_publisher_takes_a_document_back_once(PublisherAct act)
    {
        var kill = ingest with { Text = "", Act = act, ActReason = "Wrong." };
        var withdrawn = new DocumentWithdrawn("d-1", act, 1, "Wrong.", Noon);
        Spec.Given(ingested).When(kill).Then(withdrawn);
        Spec.Given([.. ingested, withdrawn]).When(kill).ThenNothing();
        Spec.Given().When(kill).ThenRefused("never ingested");
    }

    [Fact]
    public void claims_that_quote_are_recorded_once()
    {
        var record = new RecordClaims("d-1", 1, "rules@1", [Quoting("The army")], null);
        var recorded = Assert.IsType<ClaimsExtracted>(Assert.Single(Spec.Given(ingested).When(record).Decide()));
        Assert.Null(recorded.Failure);
        Spec.Given([.. ingested, recorded]).When(record).ThenNothing();
    }

    [Fact]
    public void a_mention_that_does_not_quote_fails_the_extraction_visibly()
    {
        var recorded = (ClaimsExtracted)Spec.Given(ingested).When(new RecordClaims("d-1", 1, "rules@1", [Quoting("The navy")], null)).Decide()[0];
        Assert.Empty(recorded.Mentions);
        Assert.Contains("does not quote", recorded.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void a_redaction_needs_two_people()
    {
        var redact = new RedactDocument("d-1", 1, "a name", "court order", "ana", "Ana");
        Spec.Given(ingested).When(redact).ThenRefused("two people");
        Spec.Given(ingested).When(redact with { SecondedBy = "ben" }).Then(new DocumentRedacted("d-1", 1, "a name", "court order", "ana", "ben"));
    }

    [Fact]
    public void a_verdict_that_cites_a_document_taken_back_just_before_is_reviewed()
    {
        var withdrawn = new DocumentWithdrawn("d-1", PublisherAct.Kill, 1, "Wrong.", Noon);
        object[] events = [.. ingested, new MentionsFiled("d-1", 1, "s-1", "source:wire", [new("d-1/1#1", "c-1", "source:wire")], Noon), new DocumentCited("d-1", "c-2", "v-1"), withdrawn];
        var document = events.Aggregate((Document?)null, Document.Evolve);
        var commands = Cited(document);
        Assert.Contains(commands, c => c is Verdicts.ReviewBasis { Claim: "c-2" });
    }

    [Fact]
    public void a_source_is_registered_once_and_rated_by_people()
    {
        Spec.Given().When(new RegisterSource("wire", "Harbour Wire")).Then(new SourceRegistered("wire", "Harbour Wire"));
        Spec.Given(new SourceRegistered("wire", "Harbour Wire")).When(new RegisterSource("wire", "Other")).ThenNothing();
        Spec.Given(new SourceRegistered("wire", "Harbour Wire")).When(new RateSource("wire", Reliability.B, "ana", "right")).Then(new SourceRated("wire", Reliability.B, "ana"));
        Spec.Given().When(new RateSource("wire", Reliability.B, "ana", "right")).ThenRefused("no source");
        Spec.Given(new SourceRegistered("wire", "x")).When(new RateSource("wire", Reliability.B, "system", "right")).ThenRefused("Only people");
    }

    private static IEnumerable<ICommand> Cited(Document? document) => Verdicts.WhenDocumentCitedHandler.Handle(new DocumentCited("d-1", "c-2", "v-1"), document);

    private static Mention Quoting(string words) => new() { Id = "d-1/1#1", Content = new(0, 8, words) };
}
