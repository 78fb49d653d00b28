using Dateline.Extraction;
using static Dateline.Matching.ClaimFeatures;

namespace Dateline.Matching;

/// <summary>Shares in words: "half of", "a third of", "two thirds", "three-quarters". They are compared as values.</summary>
internal static class Shares
{
    private static readonly int unit = Terms.IdOf("share");

    private static readonly string[] parts = ["half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    /// <summary>Adds the shares among the terms to <paramref name="into"/> and marks their terms as taken.</summary>
    public static void Read(string text, ReadOnlySpan<Term> terms, List<Amount> into, Span<bool> taken)
    {
        for (var i = 0; i < terms.Length; i++)
        {
            var (word, plural) = Part(text, terms[i]);
            if (word < 0) continue;
            var many = i > 0 ? Count(text, terms[i - 1]) : 0;
            var of = i + 1 < terms.Length && Terms.Is(text, terms[i + 1], "of");
            var half = word == 0 && !plural && (of || i + 1 < terms.Length && Terms.Is(text, terms[i + 1], "the")) && !(i > 0 && Orders(text, terms[i - 1]));
            if (!(half || plural && many > 1 || !plural && many == 1 && (of || text[terms[i].Start - 1] == '-'))) continue;
            if (half) many = 1;
            var first = word > 0 || many > 1 ? i - 1 : i;
            for (var k = first; k <= i; k++) taken[k] = true;
            var bound = BoundPhrases.Read(text.AsSpan(0, terms[first].Start), article: false);
            Bounds.Take(text, terms, terms[first].Start, taken);
            into.Add(new((decimal)many / (word + 2), unit, bound.Bound, null, text[terms[first].Start..terms[i].End]) { Closed = bound.Bound is "more-than" or "less-than" && bound.Closed });
        }
    }

    private static (int Part, bool Plural) Part(string text, Term term)
    {
        var word = text.AsSpan(term.Start, term.End - term.Start);
        if (word.Equals("halves", StringComparison.OrdinalIgnoreCase)) return (0, true);
        for (var i = 0; i < parts.Length; i++)
        {
            if (word.Equals(parts[i], StringComparison.OrdinalIgnoreCase)) return (i, false);
            if (word.Length == parts[i].Length + 1 && word[^1] is 's' && word[..^1].Equals(parts[i], StringComparison.OrdinalIgnoreCase)) return (i, true);
        }
        return (-1, false);
    }

    private static int Count(string text, Term term)
    {
        if (Terms.Is(text, term, "a") || Terms.Is(text, term, "one")) return 1;
        for (var n = 2; n < 10; n++) if (term.Is(TermKinds.Number) && term.Id == Terms.NumberId([(char)('0' + n)])) return n;
        return 0;
    }

    // "The first half of the year" is no share.
    private static bool Orders(string text, Term term) => Terms.Is(text, term, "first") || Terms.Is(text, term, "second") || Terms.Is(text, term, "last") || Terms.Is(text, term, "latter") || Terms.Is(text, term, "other");
}
