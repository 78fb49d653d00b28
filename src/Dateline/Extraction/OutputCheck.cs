using System.Globalization;
using Dateline.Claims;

namespace Dateline.Extraction;

/// <summary>Checks what an extractor gives before it is recorded: every span quotes the text, every value has its form.</summary>
public static class OutputCheck
{
    // A longer run of letters is no word; where a paragraph is cut, it may be.
    private const int LongestWord = 100;

    /// <summary>What is wrong, in one sentence; null when nothing is.</summary>
    /// <param name="mentions">The mentions.</param>
    /// <param name="text">The text that they are to quote.</param>
    public static string? Fault(IReadOnlyCollection<Mention> mentions, string text)
    {
        if (mentions.Count > Extractor.MostMentions) return $"There are {mentions.Count} mentions; {Extractor.MostMentions} is the most.";
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mention in mentions)
        {
            if (!ids.Add(mention.Id)) return $"Two mentions have the id {mention.Id}.";
            if (!Spans(mention).All(s => Quotes(s, text))) return $"Mention {mention.Id} does not quote the text.";
            if (Overlaps(mention)) return $"Parts of mention {mention.Id} overlap: each quotes words of its own.";
            if (Spans(mention).FirstOrDefault(s => CutsWord(s, text)) is { } cut) return $"A span of mention {mention.Id} begins or ends within a word ({cut.Start} to {cut.End}).";
            if (mention.Worth is < 0 or > 1000) return $"The worth of mention {mention.Id} is not between 0 and 1000.";
            if (!mention.Numbers.All(static n => decimal.TryParse(n.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)))
                return $"A number of mention {mention.Id} is no plain decimal.";
            if (!mention.Dates.All(static d => Day(d.From) && Day(d.To))) return $"A date of mention {mention.Id} is not of the form 2026-02-28.";
        }
        return null;
    }

    // Words quoted twice would count twice in comparing contents.
    private static bool Overlaps(Mention mention)
    {
        if (mention.More.Count == 0) return false;
        var parts = mention.More.Prepend(mention.Content).OrderBy(static s => s.Start).ToList();
        return parts.Zip(parts.Skip(1)).Any(static p => p.Second.Start < p.First.End);
    }

    private static bool Day(string? day) => day is null || DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static IEnumerable<Span> Spans(Mention m) =>
        [m.Content, .. m.More, .. m.Via, .. m.Evidence, .. m.Speaker is { } s ? [s] : Array.Empty<Span>(), .. m.Cue is { } c ? [c] : Array.Empty<Span>(),
            .. m.Numbers.Select(n => new Span(n.Start, n.End, n.Text)), .. m.Dates.Select(d => new Span(d.Start, d.End, d.Text))];

    /// <summary>Whether a span begins or ends between two letters of a word. Letters with a case are meant: they are of scripts that put spaces between words.</summary>
    public static bool CutsWord(Span span, string text) => IsWithinWord(text, span.Start) || IsWithinWord(text, span.End);

    private static bool IsWithinWord(string text, int at)
    {
        if (at <= 0 || at >= text.Length || !IsLetter(text[at - 1]) || !IsLetter(text[at])) return false;
        var (from, to) = (at - 1, at + 1);
        while (from > 0 && at - from < LongestWord && IsLetter(text[from - 1])) from--;
        while (to < text.Length && to - at < LongestWord && IsLetter(text[to])) to++;
        return to - from < LongestWord;
    }

    private static bool IsLetter(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter;

    private static bool Quotes(Span span, string text) =>
        span.Start >= 0 && span.Start < span.End && span.End <= text.Length
        && text.AsSpan(span.Start, span.End - span.Start).SequenceEqual(span.Text);
}
