using Dateline.Claims;
using Dateline.Extraction;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Specs.Extraction;

public sealed class ExtractorSpecs
{
    private static readonly DateTimeOffset saturday = new(2026, 2, 28, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("The mayor said that the dam broke.", "The mayor", "said", "that the dam broke")]
    [InlineData("The dam broke on Friday, the mayor said.", "the mayor", "said", "The dam broke on Friday")]
    [InlineData("According to the water board, the river rose to nine metres.", "the water board", "According to", "the river rose to nine metres")]
    [InlineData("The river rose to nine metres, according to the water board.", "the water board", "according to", "The river rose to nine metres")]
    [InlineData("“The dam broke,” said Ann Carter.", "Ann Carter", "said", "“The dam broke,”")]
    [InlineData("Ann Carter, a spokeswoman for the city, said the dam broke at noon.", "Ann Carter, a spokeswoman for the city", "said", "the dam broke at noon")]
    [InlineData("The army denied that the dam broke at noon.", "The army", "denied", "that the dam broke at noon")]
    [InlineData("Carter's claim that the dam broke was met with silence.", "Carter's", "claim", "that the dam broke was met with silence")]
    [InlineData("She promised to rebuild the bridge by May.", "She", "promised", "to rebuild the bridge by May")]
    public void an_attribution_has_source_cue_and_content(string text, string source, string cue, string content)
    {
        var mention = Assert.Single(Mentions(text), m => m.Cue is not null);
        Assert.Equal((source, cue, content), (mention.Speaker?.Text, mention.Cue!.Text, mention.Content.Text));
    }

    [Fact]
    public void a_quotation_broken_by_its_cue_is_one_mention_of_two_parts()
    {
        var mention = Assert.Single(Mentions("“The dam broke,” Ann Carter said, “and nobody warned us.”"));
        Assert.Equal(["“The dam broke,”", "“and nobody warned us.”"], [mention.Content.Text, .. mention.More.Select(m => m.Text)]);
    }

    [Theory]
    [InlineData("The mayor said the dam broke at noon.", Polarity.Positive)]
    [InlineData("The mayor said the dam did not break at noon.", Polarity.Negative)]
    [InlineData("The mayor denied that the dam broke at noon.", Polarity.Negative)]
    [InlineData("The mayor denied that the dam never broke at all.", Polarity.Positive)]
    public void negation_and_denial_turn_the_polarity(string text, Polarity polarity) => Assert.Equal(polarity, Attributed(text).Polarity);

    [Theory]
    [InlineData("The mayor said the dam broke at noon.", Certainty.Certain)]
    [InlineData("The mayor said the dam might break at noon.", Certainty.Possible)]
    [InlineData("The mayor said the dam will probably break.", Certainty.Probable)]
    [InlineData("The mayor believes that the dam broke at noon.", Certainty.Probable)]
    [InlineData("The mayor asked whether the dam broke at noon.", Certainty.Underspecified)]
    public void hedges_lower_the_certainty(string text, Certainty certainty) => Assert.Equal(certainty, Attributed(text).Certainty);

    [Theory]
    [InlineData("The mayor said the dam broke at noon.", Mode.Assertion)]
    [InlineData("The mayor said the dam will break in spring.", Mode.Prediction)]
    [InlineData("The mayor vowed to rebuild the dam in spring.", Mode.Promise)]
    [InlineData("“We will rebuild the dam in spring,” the mayor said.", Mode.Promise)]
    [InlineData("The mayor asked whether the dam broke at noon.", Mode.Question)]
    [InlineData("The mayor said the repair was a terrible job.", Mode.Opinion)]
    [InlineData("The mayor said that if it rains the dam breaks.", Mode.Conditional)]
    public void the_mode_is_told(string text, Mode mode) => Assert.Equal(mode, Attributed(text).Mode);

    [Theory]
    [InlineData("The army said more than 200 fighter jets attacked.", "200", "more-than", "fighter jets")]
    [InlineData("The army said about 3.5 million people fled.", "3500000", "about", "people")]
    [InlineData("The army said prices rose by 4 percent.", "4", "exactly", "percent")]
    [InlineData("The army said damage of $12 billion was done.", "12000000000", "exactly", "usd")]
    public void numbers_have_value_bound_and_unit(string text, string value, string bound, string unit)
    {
        var number = Assert.Single(Attributed(text).Numbers);
        Assert.Equal((value, bound), (number.Value, number.Bound));
        Assert.StartsWith(unit, number.Unit, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The mayor said the dam broke on Saturday.", "2026-02-28", "2026-02-28")]
    [InlineData("The mayor said the dam broke yesterday at noon.", "2026-02-27", "2026-02-27")]
    [InlineData("The mayor said the dam broke on 14 January 2026.", "2026-01-14", "2026-01-14")]
    [InlineData("The mayor said the dam broke on March 3, 2025 at noon.", "2025-03-03", "2025-03-03")]
    [InlineData("The mayor said the dam broke last summer at noon.", "2025-06-01", "2025-08-31")]
    [InlineData("The mayor said repairs will end within two weeks of it.", "2026-02-28", "2026-03-14")]
    public void days_are_resolved_against_the_publication(string text, string from, string to)
    {
        var date = Assert.Single(Attributed(text).Dates);
        Assert.Equal((from, to), (date.From, date.To));
    }

    [Fact]
    public void a_surname_and_a_pronoun_go_to_the_full_name()
    {
        var mentions = Mentions("Marco Rubio arrived. Rubio said the strike was planned. He said it was a success.").Where(m => m.Cue is not null).ToList();
        Assert.Equal(["Marco Rubio", "Marco Rubio"], mentions.Select(m => m.SpeakerName));
    }

    [Fact]
    public void who_was_told_is_on_the_way()
    {
        var mention = Attributed("A source told CNN that the attack was planned for weeks.");
        Assert.Equal(("A source", "CNN"), (mention.Speaker!.Text, Assert.Single(mention.Via).Text));
    }

    [Fact]
    public void the_documents_own_sentences_count_and_its_headline_does_not()
    {
        var own = Assert.Single(Mentions("Dam Breaks in Northgate\n\nThe dam above Northgate broke on Saturday after a week of rain."));
        Assert.Null(own.Cue);
        Assert.Contains("it names a day", own.WorthReason, StringComparison.Ordinal);
    }

    [Fact]
    public void another_language_is_said_to_be_unsupported()
    {
        Assert.NotNull(Extractor.Extract(Input("Der Bürgermeister sagte, dass der Damm am Samstag gebrochen ist und dass zweihundert Häuser zerstört worden sind, nachdem es geregnet hatte.")).NotSupported);
        Assert.NotNull(Extractor.Extract(Input("The mayor said so.") with { Language = "fr" }).NotSupported);
    }

    [Fact]
    public void any_text_at_all_is_read_without_failing_and_every_span_quotes_it() => Prop.ForAll<string?, int>((noise, seed) =>
    {
        string[] pieces = [noise ?? "", "“", "”", "\"", " said ", ", ", ". ", "The mayor", "that", "\n", "\ud83d", "\udcf0", "\u202e", "according to ", "200 ", "$", "March ", "31 ", "denied", "’s claim that ", ": "];
        var random = new Random(seed);
        Holds(string.Concat(Enumerable.Range(0, 60).Select(_ => pieces[random.Next(pieces.Length)])));
        return true;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("\"", 300_000)]
    [InlineData("a", 3_000_000)]
    [InlineData("“ ", 200_000)]
    [InlineData("said ", 100_000)]
    [InlineData("X said, ", 50_000)]
    [InlineData(", said The ", 50_000)]
    [InlineData("\ud800", 500_000)]
    [InlineData("“X.” ", 50_000)]
    public void long_and_hostile_texts_end_soon(string piece, int times) => Holds(string.Concat(Enumerable.Repeat(piece, times)));

    private static void Holds(string text)
    {
        foreach (var m in Extractor.Extract(Input(text)).Mentions)
        {
            IEnumerable<Span?> spans = [m.Content, .. m.More, m.Speaker, m.Cue, .. m.Via, .. m.Evidence, .. m.Numbers.Select(n => new Span(n.Start, n.End, n.Text)), .. m.Dates.Select(d => new Span(d.Start, d.End, d.Text))];
            Assert.All(spans.OfType<Span>(), s => Assert.Equal(text[s.Start..s.End], s.Text));
        }
    }

    private static Mention Attributed(string text) => Assert.Single(Mentions(text), m => m.Cue is not null);

    private static IReadOnlyList<Mention> Mentions(string text) => Extractor.Extract(Input(text)).Mentions;

    private static ExtractionInput Input(string text) => new("d-1", 1, null, text, null, saturday, "Wire");
}
