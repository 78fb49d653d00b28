using Dateline.Claims;
using Dateline.Extraction;

namespace Dateline.Specs.Extraction;

/// <summary>Reads a text that was published on Wednesday, 4 March 2026.</summary>
internal static class Read
{
    internal static readonly DateTimeOffset Published = new(2026, 3, 4, 9, 0, 0, TimeSpan.Zero);

    internal static IReadOnlyList<Mention> All(string text)
    {
        var mentions = Extractor.Extract(new ExtractionInput("doc", 1, null, text, "en", Published, null)).Mentions;
        foreach (var mention in mentions) Quotes(text, mention);
        return mentions;
    }

    internal static Mention One(string text) => All(text) is [var mention, ..] ? mention : throw new InvalidOperationException($"Nothing was found in: {text}");

    internal static void Quotes(string text, Mention mention)
    {
        var spans = new[] { mention.Content, mention.Speaker, mention.Cue }.Concat(mention.More).Concat(mention.Via).Concat(mention.Evidence).OfType<Span>();
        foreach (var span in spans) Assert.Equal(text[span.Start..span.End], span.Text);
        foreach (var number in mention.Numbers) Assert.Equal(text[number.Start..number.End], number.Text);
        foreach (var date in mention.Dates) Assert.Equal(text[date.Start..date.End], date.Text);
        var parts = mention.More.Prepend(mention.Content).OrderBy(s => s.Start).ToList();
        Assert.All(parts.Zip(parts.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start, $"Parts overlap: {pair}"));
        Assert.InRange(mention.Worth, 0, 1000);
    }
}
