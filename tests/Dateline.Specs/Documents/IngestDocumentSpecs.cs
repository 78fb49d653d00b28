using Dateline.Documents;
using static Dateline.Specs.Facts;

namespace Dateline.Specs;

public class IngestDocumentSpecs
{
    private const string Changed = "The ministry said 300 people left. Nobody was hurt.";

    private static DocumentIngested Undated => Ingested() with { Dating = Dating.Arrival };

    [Fact]
    public void a_new_document_is_ingested() => Spec.For<Document>().When(Ingest()).Then(Ingested());

    [Fact]
    public void a_document_is_decided_on_its_own_stream() => Assert.Equal("document/d-1", Ingest().Id);

    [Fact]
    public void the_hash_of_the_content_is_of_title_and_text() =>
        Assert.Equal(Ids.Sha256(System.Text.Encoding.UTF8.GetBytes("People left\n\n" + Words200)), Ingest().ContentHash);

    [Fact]
    public void the_same_text_again_records_nothing() => Spec.For<Document>().Given(Ingested()).When(Ingest()).ThenNothing();

    [Fact]
    public void a_changed_text_is_a_revision() => Spec.For<Document>().Given(Ingested()).When(Ingest(Changed)).Then(Revised(2, Changed));

    [Fact]
    public void a_changed_title_is_a_revision() => Spec.For<Document>().Given(Ingested()).When(Ingest(title: "Many left"))
        .Then(Revised(2, Words200) with { Title = "Many left", ContentHash = Ingest(title: "Many left").ContentHash });

    [Fact]
    public void revisions_are_counted_on() => Spec.For<Document>().Given(Ingested(), Revised(2, Changed)).When(Ingest("Third text.")).Then(Revised(3, "Third text."));

    [Fact]
    public void a_text_that_an_older_revision_had_records_nothing() =>
        Spec.For<Document>().Given(Ingested(), Revised(2, Changed)).When(Ingest()).ThenNothing();

    /// <summary>The first text, stated again at a time and in other bytes.</summary>
    private static IngestDocument Restated(int hours) => Ingest() with { PublishedAt = Noon.AddHours(hours), Original = Original($"published {hours}\n\n{Words200}") };

    private static DocumentRevised Returned(int revision, int hours) => Revised(revision, Words200, at: Noon.AddHours(hours)) with { OriginalSha256 = Restated(hours).Original.Sha256 };

    [Fact]
    public void a_publisher_who_returns_to_an_earlier_text_makes_a_revision() => Spec.For<Document>()
        .Given(Ingested(), Revised(2, "500 left.", at: Noon.AddHours(1)), Revised(3, "700 left.", at: Noon.AddHours(2)), Revised(4, Changed, at: Noon.AddHours(3)))
        .When(Restated(4)).Then(Returned(5, 4));

    [Fact]
    public void a_return_that_is_sent_twice_is_one_revision() =>
        Spec.For<Document>().Given(Ingested(), Revised(2, Changed, at: Noon.AddHours(1)), Returned(3, 4)).When(Restated(4)).ThenNothing();

    [Fact]
    public void what_a_publisher_returned_from_records_nothing_when_it_is_sent_again() =>
        Spec.For<Document>().Given(Ingested(), Revised(2, Changed, at: Noon.AddHours(1)), Returned(3, 4)).When(Ingest(Changed) with { PublishedAt = Noon.AddHours(1) }).ThenNothing();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void an_earlier_text_with_no_later_time_than_what_is_known_records_nothing(int hours) =>
        Spec.For<Document>().Given(Ingested(), Revised(2, Changed, at: Noon.AddHours(2)), Revised(3, "Third.", at: Noon.AddHours(1))).When(Restated(hours)).ThenNothing();

    [Fact]
    public void an_earlier_text_that_states_no_time_records_nothing() =>
        Spec.For<Document>().Given(Ingested(), Revised(2, Changed, at: Noon.AddHours(1))).When(Restated(9) with { Dating = Dating.Arrival }).ThenNothing();

    [Fact]
    public void the_same_bytes_record_nothing_whatever_time_they_were_taken_in_at() =>
        Spec.For<Document>().Given(Ingested(), Revised(2, Changed, at: Noon.AddHours(1))).When(Ingest() with { PublishedAt = Noon.AddHours(9) }).ThenNothing();

    [Fact]
    public void a_correction_back_to_an_earlier_text_takes_back_the_revisions_before_it() => Spec.For<Document>().Given(Ingested(), Revised(2, Changed, at: Noon.AddHours(1)))
        .When(Restated(4) with { Act = PublisherAct.Correction, ActReason = "It was right." })
        .Then(Withdrawn(PublisherAct.Correction, 2, reason: "It was right.") with { PublishedAt = Noon.AddHours(4) }, Returned(3, 4));

    [Fact]
    public void a_text_that_was_redacted_does_not_return() => Spec.For<Document>()
        .Given(Ingested(), Revised(2, Changed, at: Noon.AddHours(1)), new DocumentRedacted("d-1", 1, "a name", "A court order.", "ana", "ben")).When(Restated(4)).ThenNothing();

    [Fact]
    public void a_date_that_was_not_stated_before_is_a_revision() =>
        Spec.For<Document>().Given(Undated).When(Ingest() with { PublishedAt = Noon.AddDays(-9), Dating = Dating.Day })
            .Then(Revised(2, Words200, at: Noon.AddDays(-9)) with { Dating = Dating.Day });

    [Fact]
    public void a_date_that_is_still_not_stated_records_nothing() =>
        Spec.For<Document>().Given(Undated).When(Ingest() with { PublishedAt = Noon.AddDays(1), Dating = Dating.Arrival }).ThenNothing();

    [Fact]
    public void another_date_for_a_text_that_states_one_records_nothing() =>
        Spec.For<Document>().Given(Undated, Revised(2, Words200)).When(Ingest() with { PublishedAt = Noon.AddDays(-9) }).ThenNothing();

    [Fact]
    public void a_date_does_not_bring_back_what_was_killed() =>
        Spec.For<Document>().Given(Undated, Withdrawn(PublisherAct.Kill)).When(Ingest()).ThenNothing();

    [Fact]
    public void a_date_does_not_bring_back_what_was_redacted() =>
        Spec.For<Document>().Given(Undated, new DocumentRedacted("d-1", 1, "a name", "A court order.", "ana", "ben")).When(Ingest()).ThenNothing();

    [Fact]
    public void a_document_without_text_is_refused() => Spec.For<Document>().When(Ingest("")).ThenRefused("no text");

    [Fact]
    public void a_revision_without_text_is_refused() => Spec.For<Document>().Given(Ingested()).When(Ingest("")).ThenRefused("no text");

    [Fact]
    public void a_correction_takes_back_the_revisions_before_it() => Spec.For<Document>().Given(Ingested(), Revised(2, Changed))
        .When(Ingest("It was 250 people.", PublisherAct.Correction, "A wrong number."))
        .Then(Withdrawn(PublisherAct.Correction, 2, reason: "A wrong number."), Revised(3, "It was 250 people."));

    [Fact]
    public void a_correction_without_a_reason_is_told_by_its_title() => Spec.For<Document>().Given(Ingested()).When(Ingest(Changed, PublisherAct.Correction))
        .Then(Withdrawn(PublisherAct.Correction, reason: "People left"), Revised(2, Changed));

    [Fact]
    public void a_correction_of_an_unknown_document_is_its_first_revision() =>
        Spec.For<Document>().When(Ingest(act: PublisherAct.Correction)).Then(Ingested());

    [Fact]
    public void a_correction_that_changes_nothing_records_nothing() =>
        Spec.For<Document>().Given(Ingested()).When(Ingest(act: PublisherAct.Correction)).ThenNothing();

    [Theory]
    [InlineData(PublisherAct.Kill)]
    [InlineData(PublisherAct.Takedown)]
    [InlineData(PublisherAct.Withheld)]
    public void a_kill_takedown_or_withholding_takes_back_all_revisions(PublisherAct act) => Spec.For<Document>().Given(Ingested(), Revised(2, Changed))
        .When(Ingest("", act, "Not for use.")).Then(Withdrawn(act, 2, reason: "Not for use."));

    [Theory]
    [InlineData(PublisherAct.Kill, "kill")]
    [InlineData(PublisherAct.Takedown, "takedown")]
    [InlineData(PublisherAct.Withheld, "withheld")]
    public void what_was_never_ingested_cannot_be_taken_back(PublisherAct act, string word) =>
        Spec.For<Document>().When(Ingest("", act)).ThenRefused($"This {word} is about a document that was never ingested");

    [Theory]
    [InlineData(PublisherAct.Kill)]
    [InlineData(PublisherAct.Takedown)]
    [InlineData(PublisherAct.Withheld)]
    public void what_is_gone_is_taken_back_once(PublisherAct act) =>
        Spec.For<Document>().Given(Ingested(), Withdrawn(act)).When(Ingest("", act)).ThenNothing();

    [Fact]
    public void a_kill_without_a_reason_is_told_by_its_title() =>
        Spec.For<Document>().Given(Ingested()).When(Ingest("", PublisherAct.Kill)).Then(Withdrawn(PublisherAct.Kill, reason: "People left"));

    [Fact]
    public void a_killed_document_comes_back_with_a_new_text() =>
        Spec.For<Document>().Given(Ingested(), Withdrawn(PublisherAct.Kill)).When(Ingest(Changed)).Then(Revised(2, Changed));

    [Fact]
    public void a_document_that_came_back_can_be_killed_again() =>
        Spec.For<Document>().Given(Ingested(), Withdrawn(PublisherAct.Kill), Revised(2, Changed)).When(Ingest("", PublisherAct.Kill, "Again."))
            .Then(Withdrawn(PublisherAct.Kill, 2, reason: "Again."));

    [Theory]
    [InlineData(PublisherAct.Correction, "correction")]
    [InlineData(PublisherAct.Kill, "kill")]
    [InlineData(PublisherAct.Takedown, "takedown")]
    [InlineData(PublisherAct.Withheld, "withheld")]
    public void a_publisher_acts_on_no_document_of_another_one(PublisherAct act, string word) => Spec.For<Document>().Given(Ingested())
        .When(Ingest(Changed, act) with { Source = "kestrel-post", SourceName = "Kestrel Post" })
        .ThenRefused($"Kestrel Post cannot publish a {word} of d-1: it is a document of {Ingested().SourceName}.");

    [Fact]
    public void what_is_the_same_document_is_revised_whatever_its_publisher_is_called() => Spec.For<Document>().Given(Ingested())
        .When(Ingest(Changed) with { Source = "kestrel-post-world-news", SourceName = "Kestrel Post: World news" }).Then(Revised(2, Changed));

    [Theory]
    [InlineData("\u200b")]
    [InlineData("\u3164 \u2800")]
    public void a_text_that_nobody_can_see_is_none(string text) => Spec.For<Document>().When(Ingest(text)).ThenRefused("The document has no text.");

    [Fact]
    public void a_corrected_document_can_be_killed() =>
        Spec.For<Document>().Given(Ingested(), Withdrawn(PublisherAct.Correction), Revised(2, Changed)).When(Ingest("", PublisherAct.Kill, "Wrong too."))
            .Then(Withdrawn(PublisherAct.Kill, 2, reason: "Wrong too."));
}
