using System.Text;
using Dateline.Documents;
using Dateline.Redactions;

namespace Dateline.Specs;

public class WordsRedactionSpecs
{
    private static readonly WordsRedactionProposed proposed = new("r-1", "a name", "A court order.", "ana");
    private static readonly WordsRedacted redacted = new("r-1", "a name", "A court order.", "ana", "ben");

    [Fact]
    public void an_editor_proposes_it_for_a_legal_reason() =>
        Spec.For<WordsRedaction>().When(new ProposeWordsRedaction("r-1", "a name", "A court order.", "ana")).Then(proposed);

    [Theory]
    [InlineData("", "A court order.", "ana", "what kind")]
    [InlineData("a name", " ", "ana", "a reason is required")]
    [InlineData("a name", "A court order.", "bot:desk@1", "Only people")]
    public void it_says_what_kind_of_thing_goes_why_and_who_asks(string kind, string reason, string by, string refusal) =>
        Spec.For<WordsRedaction>().When(new ProposeWordsRedaction("r-1", kind, reason, by)).ThenRefused(refusal);

    [Fact]
    public void a_second_editor_approves_it() => Spec.For<WordsRedaction>().Given(proposed).When(new ApproveWordsRedaction("r-1", "ben")).Then(redacted);

    [Theory]
    [InlineData("ana")]
    [InlineData(" ANA")]
    public void whoever_proposed_it_cannot_approve_it(string by) =>
        Spec.For<WordsRedaction>().Given(proposed).When(new ApproveWordsRedaction("r-1", by)).ThenRefused("needs two people");

    [Fact]
    public void what_was_never_proposed_cannot_be_approved() => Spec.For<WordsRedaction>().When(new ApproveWordsRedaction("r-1", "ben")).ThenRefused("no redaction r-1");

    [Fact]
    public void it_is_approved_once() => Spec.For<WordsRedaction>().Given(proposed, redacted).When(new ApproveWordsRedaction("r-1", "ben")).ThenNothing();

    [Fact]
    public void whoever_comes_second_hears_that_another_approved() => Spec.For<WordsRedaction>().Given(proposed, redacted).When(new ApproveWordsRedaction("r-1", "cem")).ThenRefused("ben has approved it already");

    [Fact]
    public void what_was_turned_down_is_not_approved() => Spec.For<WordsRedaction>().Given(proposed, new WordsRedactionRejected("r-1", "ben"))
        .When(new ApproveWordsRedaction("r-1", "cem")).ThenRefused("turned down");

    [Fact]
    public void what_was_approved_is_not_turned_down() => Spec.For<WordsRedaction>().Given(proposed, redacted)
        .When(new RejectWordsRedaction("r-1", "cem", "No.")).ThenRefused("does not come back");

    [Theory]
    [InlineData("Zebulon Quartermain spoke.", "[redacted] spoke.")]
    [InlineData("“ZEBULON  Quartermain’s” view", "“[redacted]’s” view")]
    [InlineData("zebulon-quartermain.html", "[redacted].html")]
    [InlineData("Zebulon, Quartermain and Zebulon Quartermain", "[redacted] and [redacted]")]
    [InlineData("Quartermain and Zebulon", "Quartermain and Zebulon")]
    [InlineData("Zebulon Quartermains house", "Zebulon Quartermains house")]
    [InlineData("Ｚｅｂｕｌｏｎ Quartermain", "[redacted]")]
    [InlineData("Zebulon Quarter\u00admain, Ze\u200bbulon Quartermain", "[redacted], [redacted]")]
    [InlineData("Zebulon\u00a0Quartermain, Zebulon\u202f\u2009Quartermain, Zebulon\u3000Quartermain", "[redacted], [redacted], [redacted]")]
    [InlineData("by Zebulon&nbsp;Quartermain, Zebulon&#160;Quartermain and Zebulon&#xA0;&thinsp;Quartermain.", "by [redacted], [redacted] and [redacted].")]
    [InlineData("Ze&shy;bulon Quarter&#173;main; &#90;ebulon &Zwnj; &amp; Quartermain", "[redacted]; &#90;ebulon &Zwnj; &amp; Quartermain")]
    [InlineData("&#90;ebulon Quarter&#109;ain & Zebulon &amp; Quartermain", "[redacted] & [redacted]")]
    [InlineData("nbsp Quartermain & nbsp; & Co;", "nbsp Quartermain & nbsp; & Co;")]
    [InlineData("", "")]
    public void a_wording_goes_as_a_whole_whatever_its_letters_look_like(string text, string left) => Assert.Equal(left, new Wordings(["Zebulon Quartermain"]).Without(text));

    [Fact]
    public void wordings_that_overlap_go_together() =>
        Assert.Equal("Mr [redacted] left.", new Wordings(["Zebulon Quartermain", "Quartermain Jones"]).Without("Mr Zebulon Quartermain Jones left."));

    [Fact]
    public void a_name_is_found_where_no_spaces_stand_between_words() => Assert.Equal("市长[redacted]表示", new Wordings(["李明德"]).Without("市长李明德表示"));

    [Theory]
    [InlineData("ab")]
    [InlineData("- !")]
    [InlineData("李")]
    public void a_wording_that_stands_in_everything_is_refused(string wording) => Assert.Throws<Refused>(() => new Wordings([wording]));

    [Theory]
    [InlineData("José Müller", "by JOSÉ MÜLLER")]
    [InlineData("José Müller", "by Jose\u0301 Mu\u0308ller")]
    [InlineData("Quartermain", "a QuarterMAIN")]
    [InlineData("José Müller", "by Jos&eacute; M&#252;ller")]
    [InlineData("Quartermain", "a Quarter&shy;main")]
    [InlineData("Quartermain", "a ｑuartermain")]
    public void nothing_that_stands_in_a_text_is_passed_over(string wording, string text)
    {
        var wordings = new Wordings([wording]);
        Assert.Single(wordings.In(text));
        Assert.True(wordings.MayStandIn(Encoding.UTF8.GetBytes(text)));
        Assert.False(wordings.MayStandIn("a plain text without it"u8));
    }

    [Fact]
    public void spans_move_with_the_text_and_what_ends_within_the_words_has_all_that_stands_for_them()
    {
        var removal = new WordsRemoval(new(["Zebulon Quartermain"]));
        var text = Encoding.UTF8.GetString(removal.From("document_ingested",
            EventJson.Write(new DocumentIngested("d", "wire", "wire", null, "T", null, null, DateTimeOffset.UnixEpoch, "So Zebulon Quartermain said 200 ran.", "hash", "00", "text")))!);
        Assert.Contains("\"So [redacted] said 200 ran.\"", text, StringComparison.Ordinal);
        Assert.Equal(["00"], removal.Originals);
        const string Rest = "\"evidence\":[],\"id\":\"d/1#1\",\"polarity\":\"positive\",\"certainty\":\"certain\",\"mode\":\"assertion\"}],\"extractor\":\"e@1\",\"publishedAt\":\"2026-01-01T00:00:00+00:00\"}";
        var extracted = Encoding.UTF8.GetString(removal.From("claims_extracted", Encoding.UTF8.GetBytes(
            """{"documentId":"d","revision":1,"mentions":[{"content":{"start":28,"end":35,"text":"200 ran"},"speaker":{"start":11,"end":22,"text":"Quartermain"},"cue":{"start":0,"end":2,"text":"So"},""" + Rest))!);
        Assert.Equal(
            """{"documentId":"d","revision":1,"mentions":[{"content":{"start":19,"end":26,"text":"200 ran"},"speaker":{"start":3,"end":13,"text":"[redacted]"},"cue":{"start":0,"end":2,"text":"So"},""" + Rest,
            extracted);
        Assert.Null(removal.From("claims_extracted", """{"documentId":"e","revision":1,"mentions":[{"content":{"start":28,"end":35,"text":"200 ran"}}]}"""u8));
    }

    [Fact]
    public void words_of_the_record_itself_stay_and_numbers_dates_and_addresses_that_held_the_words_go()
    {
        var removal = new WordsRemoval(new(["positive", "html", "1955 Elm"]));
        var ingested = Encoding.UTF8.GetString(removal.From("document_ingested", System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(System.Text.Json.Nodes.JsonNode.Parse(
            EventJson.Write(new DocumentIngested("d", "wire", "wire", "https://wire.example/positive", "T", null, "en", DateTimeOffset.UnixEpoch, "At 1955 Elm a positive test.", "hash", "00", "html")))))!);
        var left = (DocumentIngested)EventJson.Read("document_ingested", Encoding.UTF8.GetBytes(ingested));
        Assert.Equal((null, "At [redacted] a [redacted] test.", "html"), (left.Url, left.Text, left.Format));
        var extracted = Encoding.UTF8.GetString(removal.From("claims_extracted",
            """{"documentId":"d","revision":1,"extractor":"e@1","publishedAt":"2026-01-01T00:00:00+00:00","mentions":[{"id":"d/1#1","content":{"start":0,"end":11,"text":"At 1955 Elm"},"polarity":"positive","certainty":"certain","mode":"assertion","evidence":[],"numbers":[{"start":3,"end":7,"text":"1955","value":"1955","bound":"exactly"}]}]}"""u8)!);
        Assert.Contains("\"polarity\":\"positive\"", extracted, StringComparison.Ordinal);
        Assert.Contains("\"text\":\"At [redacted]\"", extracted, StringComparison.Ordinal);
        Assert.Contains("\"numbers\":[]", extracted, StringComparison.Ordinal);
    }

    [Fact]
    public void a_text_that_lost_words_does_not_return()
    {
        var ingested = new DocumentIngested("d", "wire", "wire", null, "T", null, null, DateTimeOffset.UnixEpoch, "X", "hash", "00", "text");
        Assert.True(Document.Evolve(Document.Evolve(null, ingested), new WordsErased("r-1", "document/d", "a name", 3, []))!.HasLostWords);
    }
}
