using Dateline.Extraction;
using FsCheck.Fluent;

namespace Dateline.Specs.Extraction;

public sealed class HostileInputSpecs
{
    private static readonly string[] Pieces =
    [
        " ", "\n", "\n\n", ".", ",", "\"", "“", "”", "''", "‘", "’", ":", "-", "(", ")", "\ud800", "\udc00", "\u202e", "he", "said", "that", "Reed", "CNN", "citing", "an official", "according to", "not",
        "may", "if", "was", "expected", "to", "by", "Mr.", "U.S.", "3", "million", "$", "%", "Feb. 28", "last week", "ago", "claim", "adding", "and", "who", "denied", "9999", "-", "é", "日",
        "asked", "whether", "one", "of", "them", "is said", "between", "to", "see", "as", "expressed", "concern", "about", "PARIS", "(AP)", "—", "#", "By", "which", "found", "unlikely", "It is unclear", "when", "?", "!"
    ];

    private static Dateline.Extraction.Extraction Run(string text, string? language = "en") => Extractor.Extract(new ExtractionInput("d", 1, null, text, language, Read.Published, null));

    [Fact]
    public void any_string_is_read_and_every_span_quotes_it() =>
        FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text =>
        {
            var found = Run(text ?? "").Mentions;
            Assert.Null(OutputCheck.Fault(found, text ?? ""));
            foreach (var mention in found) Read.Quotes(text!, mention);
        }));

    [Fact]
    public void any_mixture_of_cues_and_marks_is_read_and_every_span_quotes_it()
    {
        var texts = Gen.Elements(Pieces).ListOf().Select(pieces => string.Join(' ', pieces)).ToArbitrary();
        FsCheck.Check.One(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(texts, text =>
        {
            var found = Run(text).Mentions;
            Assert.Null(OutputCheck.Fault(found, text));
            foreach (var mention in found) Read.Quotes(text, mention);
        }));
    }

    [Theory]
    [InlineData("a", 10_000_000)]
    [InlineData("\"", 1_000_000)]
    [InlineData("“", 1_000_000)]
    [InlineData("'", 1_000_000)]
    [InlineData("\ud800", 1_000_000)]
    [InlineData("“he said ", 200_000)]
    [InlineData("said, ", 200_000)]
    [InlineData("(", 1_000_000)]
    [InlineData("CNN said ", 200_000)]
    [InlineData("A.", 500_000)]
    [InlineData(" 'x", 300_000)]
    [InlineData("was 1 million ", 100_000)]
    [InlineData("ACCORDING TO ", 100_000)]
    [InlineData("THE ARMY SAID. ", 100_000)]
    [InlineData("said: ", 200_000)]
    [InlineData("who said ", 150_000)]
    [InlineData("asked whether ", 100_000)]
    [InlineData("he said, ", 150_000)]
    [InlineData("- ", 500_000)]
    [InlineData("#\n", 500_000)]
    [InlineData("(AP) - ", 200_000)]
    [InlineData("\u202ehe\u202c said ", 100_000)]
    public void hostile_repetition_takes_linear_time(string piece, int times)
    {
        // Four times the text takes four times the work where it is linear, and sixteen times where it is quadratic.
        var (small, large) = (string.Concat(Enumerable.Repeat(piece, times / 4)), string.Concat(Enumerable.Repeat(piece, times)));
        Work(small);
        var (one, four) = (Work(small), Work(large));
        for (var more = 0; more < 4 && four > 9 * one; more++) (one, four) = (Math.Min(one, Work(small)), Math.Min(four, Work(large)));
        Assert.True(four <= 9 * one || four < TimeSpan.FromMilliseconds(20).TotalSeconds, $"{one * 1000:0} ms for {small.Length} code units, {four * 1000:0} ms for {large.Length}");
    }

    private static double Work(string text)
    {
        var began = ProcessorTime.OfThisThread();
        var found = Run(text);
        Assert.True(found.Mentions.Count <= Extractor.MostMentions);
        return (ProcessorTime.OfThisThread() - began).TotalSeconds;
    }

    [Fact]
    public void bidirectional_controls_do_not_move_offsets() =>
        Assert.Equal("the \u202etown\u202c fell", Read.One("The army said the \u202etown\u202c fell.").Content.Text);

    [Fact]
    public void capitals_are_read_as_words() => Assert.Equal("THE ARMY", Read.One("THE ARMY SAID THAT THE TOWN FELL.").Speaker?.Text);

    [Theory]
    [InlineData("Der Minister sagte, dass die Brücke nicht mehr sicher ist und das Land für die Reparatur zahlt.")]
    [InlineData("Le ministre a déclaré que les ponts ne sont pas sûrs et que des travaux sont prévus dans la ville.")]
    [InlineData("Министр заявил, что мост был разрушен во вторник утром.")]
    [InlineData("日本の首相は火曜日に新しい法律を発表した。 これは重要です。 次の選挙。")]
    public void another_language_is_recognised_and_marked(string text)
    {
        var found = Run(text, null);
        Assert.Empty(found.Mentions);
        Assert.NotNull(found.NotSupported);
    }

    [Fact]
    public void a_language_that_is_given_is_believed() => Assert.NotNull(Run("The army said it won.", "de").NotSupported);

    [Fact]
    public void english_is_told_from_the_text() => Assert.Null(Run("The army said it won the battle of the river.", null).NotSupported);

    [Fact]
    public void the_same_text_gives_the_same_mentions() =>
        Assert.Equal(Run("The army said 3 men fell. He denied it.").Mentions.Select(m => m.ToString()), Run("The army said 3 men fell. He denied it.").Mentions.Select(m => m.ToString()));
}
