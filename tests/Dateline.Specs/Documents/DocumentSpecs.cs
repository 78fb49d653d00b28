using Dateline.Claims;
using Dateline.Documents;
using static Dateline.Specs.Facts;

namespace Dateline.Specs;

public class DocumentSpecs
{
    private static readonly Span people = new(18, 28, "200 people");

    private static Mention Mention(string id = "d-1/1/0") => new() { Id = id, Content = people };

    private static RecordClaims Record(params Mention[] mentions) => new("d-1", 1, "rules@1", [.. mentions], null);

    private static ClaimsExtracted Extracted(Mention[] mentions, string? failure = null) => new("d-1", 1, "rules@1", [.. mentions], failure, Noon);

    private static MentionsFiled Filing(int revision = 1, string claim = "c-1") =>
        new("d-1", revision, "s-1", "source:wire", [new FiledMention($"d-1/{revision}/0", claim, "source:wire")], Noon);

    private static MarkFiled Mark(MentionsFiled filed) => new(filed.DocumentId, filed.Revision, filed.StoryId, filed.Origin, filed.Mentions, filed.PublishedAt);

    [Fact]
    public void mentions_that_quote_the_text_are_recorded() =>
        Spec.For<Document>().Given(Ingested()).When(Record(Mention())).Then(Extracted([Mention()]));

    [Fact]
    public void an_extraction_that_found_nothing_is_recorded() => Spec.For<Document>().Given(Ingested()).When(Record()).Then(Extracted([]));

    [Fact]
    public void an_extractor_that_could_not_read_says_why() => Spec.For<Document>().Given(Ingested())
        .When(Record() with { Failure = "Not in English." }).Then(Extracted([], "Not in English."));

    public static TheoryData<Mention> NotQuoting =>
    [
        Mention() with { Content = people with { Text = "300 people" } },
        Mention() with { Content = new(-1, 3, "The") },
        Mention() with { Content = new(3, 3, "") },
        Mention() with { Content = new(28, 18, "200 people") },
        Mention() with { Content = new(0, 10_000, "The") },
        Mention() with { Content = new(int.MaxValue - 1, int.MaxValue, "x") },
        Mention() with { More = [people with { Start = 19, End = 29 }] },
        Mention() with { Speaker = new(0, 12, "the ministry") },
        Mention() with { Via = [new(0, 12, "The Ministry")] },
        Mention() with { Cue = new(13, 17, "told") },
        Mention() with { Evidence = [new(0, 1, "t")] },
        Mention() with { Numbers = [new(18, 21, "two hundred", "200", "people", "exactly", null)] },
        Mention() with { Dates = [new(0, 3, "Now", null, null)] }
    ];

    [Theory]
    [MemberData(nameof(NotQuoting), DisableDiscoveryEnumeration = true)]
    public void an_extraction_with_a_mention_that_does_not_quote_has_failed(Mention mention) => Spec.For<Document>().Given(Ingested())
        .When(Record(Mention(), mention with { Id = "d-1/1/1" })).Then(Extracted([], "Mention d-1/1/1 does not quote the text."));

    [Fact]
    public void every_part_of_a_mention_may_quote() => Spec.For<Document>().Given(Ingested()).When(Record(Whole)).Then(Extracted([Whole]));

    private static Mention Whole => Mention() with
    {
        More = [new(29, 33, "left")],
        Speaker = new(0, 12, "The ministry"),
        Cue = new(13, 17, "said"),
        Via = [new(4, 12, "ministry")],
        Evidence = [new(35, 41, "Nobody")],
        Numbers = [new(18, 21, "200", "200", "people", "exactly", null)]
    };

    [Fact]
    public void a_revision_is_extracted_once_by_each_extractor() =>
        Spec.For<Document>().Given(Ingested(), Extracted([Mention()])).When(Record(Mention())).ThenNothing();

    [Fact]
    public void another_extractor_may_read_the_same_revision() => Spec.For<Document>().Given(Ingested(), Extracted([Mention()]))
        .When(Record() with { Extractor = "rules@2" }).Then(Extracted([]) with { Extractor = "rules@2" });

    [Fact]
    public void a_failed_extraction_is_not_repeated() =>
        Spec.For<Document>().Given(Ingested(), Extracted([], "It failed.")).When(Record(Mention())).ThenNothing();

    [Fact]
    public void claims_of_an_unknown_document_are_refused() => Spec.For<Document>().When(Record(Mention())).ThenRefused("no revision 1 of d-1");

    [Fact]
    public void claims_of_an_unknown_revision_are_refused() =>
        Spec.For<Document>().Given(Ingested()).When(Record(Mention()) with { Revision = 2 }).ThenRefused("no revision 2 of d-1");

    [Fact]
    public void a_filing_is_noted() => Spec.For<Document>().Given(Ingested()).When(Mark(Filing())).Then(Filing());

    [Fact]
    public void a_filing_is_noted_once_for_each_revision() => Spec.For<Document>().Given(Ingested(), Filing()).When(Mark(Filing(claim: "c-2"))).ThenNothing();

    [Fact]
    public void a_filing_of_an_unknown_document_is_not_noted() => Spec.For<Document>().When(Mark(Filing())).ThenNothing();

    [Fact]
    public void a_text_is_let_go_once_its_mentions_are_filed()
    {
        var document = new object[] { Ingested(), Revised(2, "Another text."), Filing() }.Aggregate((Document?)null, Document.Evolve)!;
        Assert.Null(document.Revisions[0].Text);
        Assert.Equal("Another text.", document.Latest.Text);
    }

    [Fact]
    public void a_citation_is_noted() => Spec.For<Document>().Given(Ingested()).When(new CiteDocument("d-1", "c-1", "v-1")).Then(new DocumentCited("d-1", "c-1", "v-1"));

    [Fact]
    public void a_citation_is_noted_once_for_each_verdict() => Spec.For<Document>().Given(Ingested(), new DocumentCited("d-1", "c-1", "v-1"))
        .When(new CiteDocument("d-1", "c-1", "v-1")).ThenNothing();

    [Fact]
    public void two_verdicts_may_cite_one_document() => Spec.For<Document>().Given(Ingested(), new DocumentCited("d-1", "c-1", "v-1"))
        .When(new CiteDocument("d-1", "c-1", "v-2")).Then(new DocumentCited("d-1", "c-1", "v-2"));

    [Fact]
    public void a_citation_of_an_unknown_document_is_not_noted() => Spec.For<Document>().When(new CiteDocument("d-1", "c-1", "v-1")).ThenNothing();

    [Theory]
    [InlineData(PublisherAct.Correction, 1, false)]
    [InlineData(PublisherAct.Kill, 1, true)]
    [InlineData(PublisherAct.Takedown, 1, true)]
    [InlineData(PublisherAct.Withheld, 1, true)]
    [InlineData(PublisherAct.Kill, 0, false)]
    public void a_document_is_gone_when_all_of_it_was_taken_back(PublisherAct act, int through, bool gone) =>
        Assert.Equal(gone, new object[] { Ingested(), Withdrawn(act, through) }.Aggregate((Document?)null, Document.Evolve)!.IsGone);

    [Fact]
    public void a_second_beginning_changes_nothing()
    {
        var document = Document.Evolve(null, Ingested());
        Assert.Same(document, Document.Evolve(document, Ingested("Another text.")));
    }
}
