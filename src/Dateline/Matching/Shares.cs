using System.Globalization;
using Dateline.Claims;
using Dateline.Extraction;
using static Dateline.Matching.ClaimFeatures;

namespace Dateline.Matching;

/// <summary>Shares in words: "half of", "two thirds", "one in five", "most of", "a minority of". They are compared as percentages; most are more than half.</summary>
internal static class Shares
{
    private const int All = 100;

    // "Three in 40 matches" is no share; "one in 200 births" is.
    private const int LargestOfSeveral = 20, LargestWhole = 1000;

    private const int Reach = 4;

    private static readonly int unit = Terms.IdOf("percent");

    private static readonly string[] parts = ["half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    private static readonly int[] rising = Terms.IdsOf("rise grow increase climb jump gain surge soar raise expand up"), falling = Terms.IdsOf("fall drop decline decrease sink slump plunge shrink reduce cut lower slip slide dip tumble slash down");

    private static readonly int[] spans = Terms.IdsOf("second minute hour day week month season year");

    // What a share is told by, beside numbers.
    private static readonly int[] opening = [.. parts.Select(Terms.IdOf), Terms.IdOf("halves"), Terms.IdOf("most"), Terms.IdOf("majority"), Terms.IdOf("minority")];

    private static readonly List<Share> none = [];

    /// <summary>A share, and where it stands in the mention's words.</summary>
    internal readonly record struct Share(int Start, int End, Amount Amount);

    // The first and the last of its terms, how much, and which way most and few of all go.
    private readonly record struct Found(int First, int Last, decimal Percent, string? Bound);

    /// <summary>The shares among the terms, which it marks as taken.</summary>
    public static List<Share> Read(string text, ReadOnlySpan<Term> terms, Span<bool> taken)
    {
        List<Share>? shares = null;
        for (var i = 0; i < terms.Length; i++)
        {
            if (!terms[i].Is(TermKinds.Number) && Array.IndexOf(opening, terms[i].Id) < 0 && !Terms.Is(text, terms[i], "one")) continue;
            if ((Quantity(text, terms, i) ?? OutOf(text, terms, i) ?? Fraction(text, terms, i)) is not { } found) continue;
            for (var k = found.First; k <= found.Last; k++) taken[k] = true;
            var start = terms[found.First].Start;
            var (bound, closed) = (found.Bound, false);
            if (bound is null)
            {
                var phrase = BoundPhrases.Read(text.AsSpan(0, start), article: false);
                (bound, closed) = (phrase.Bound, phrase.Bound is "more-than" or "less-than" && phrase.Closed);
                Bounds.Take(text, terms, start, taken);
            }
            (shares ??= []).Add(new(start, terms[found.Last].End, new(found.Percent, unit, bound, Change(text, terms, found.First), text[start..terms[found.Last].End]) { Closed = closed, Share = true }));
            i = found.Last;
        }
        return shares ?? none;
    }

    /// <summary>Whether a verb says only that a value rose or fell.</summary>
    public static bool Moves(int verb) => Array.IndexOf(rising, verb) >= 0 || Array.IndexOf(falling, verb) >= 0;

    /// <summary>The numbers of a mention that are not within one of its shares.</summary>
    public static IReadOnlyList<NumberFact> Without(Mention mention, List<Share> shares) =>
        shares.Count == 0 ? mention.Numbers : [.. mention.Numbers.Where(n => Labels.Placed(mention, n.Start) is var at && !shares.Exists(s => at >= s.Start && at < s.End))];

    // "Most pupils", "a majority of pupils", "a small minority of pupils".
    private static Found? Quantity(string text, ReadOnlySpan<Term> terms, int i)
    {
        if (Terms.Is(text, terms[i], "most")) return (Is(text, terms, i + 1, "of") || Plural(text, terms, i + 1)) && !Superlative(text, terms, i) ? new(i, i, All / 2m, "more-than") : null;
        var less = Terms.Is(text, terms[i], "minority");
        if (!less && !Terms.Is(text, terms[i], "majority") || !Is(text, terms, i + 1, "of") || i + 2 < terms.Length && terms[i + 2].Is(TermKinds.Number)) return null;
        var first = Article(text, terms, i - 1) ? i - 1 : Article(text, terms, i - 2) ? i - 2 : -1;
        return first < 0 ? null : new(first, i, All / 2m, less ? "less-than" : "more-than");
    }

    // "The most", "its most dangerous dogs", "Tarvo's most popular schools"; "at most" bounds.
    private static bool Superlative(string text, ReadOnlySpan<Term> terms, int i) =>
        Article(text, terms, i - 1) || Is(text, terms, i - 1, "at") || Opposition.Text(text, terms, i - 1) is var before && (before.ContainsAny('\'', '’') || Lexicon.Find(before).Has(Trait.Possessive));

    // "One in five", "two out of every three".
    private static Found? OutOf(string text, ReadOnlySpan<Term> terms, int i)
    {
        if (Number(text, terms, i) is not (>= 1 and var some)) return null;
        var at = Is(text, terms, i + 1, "in") ? i + 2 : Is(text, terms, i + 1, "out") && Is(text, terms, i + 2, "of") ? i + 3 : terms.Length;
        if (Is(text, terms, at, "every")) at++;
        if (at >= terms.Length || Number(text, terms, at) is not { } all || all <= some || all > (some == 1 ? LargestWhole : LargestOfSeveral) && all != All) return null;
        return at + 1 < terms.Length && Array.IndexOf(spans, terms[at + 1].Id) >= 0 ? null : new(i, at, All * (decimal)some / all, null);
    }

    private static Found? Fraction(string text, ReadOnlySpan<Term> terms, int i)
    {
        var (word, plural) = Part(text, terms[i]);
        if (word < 0) return null;
        var many = i > 0 ? Is(text, terms, i - 1, "a") ? 1 : Number(text, terms, i - 1) ?? 0 : 0;
        var of = Is(text, terms, i + 1, "of");
        var half = word == 0 && !plural && (of || Is(text, terms, i + 1, "the")) && !(i > 0 && Orders(text, terms[i - 1]));
        // "By a fifth" needs no "of".
        if (!(half || plural && many > 1 || !plural && many == 1 && (of || text[terms[i].Start - 1] == '-' || Change(text, terms, i - 1) is not null))) return null;
        return new(word > 0 || many > 1 && !half ? i - 1 : i, i, All * (decimal)(half ? 1 : many) / (word + 2), null);
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

    // "Rose by a fifth", "is up by about a fifth".
    private static string? Change(string text, ReadOnlySpan<Term> terms, int first)
    {
        var by = false;
        for (var i = first - 1; i >= 0 && i >= first - Reach; i--)
        {
            if (Terms.Is(text, terms[i], "by")) by = true;
            else if (by && Array.IndexOf(rising, terms[i].Id) >= 0) return "rose-by";
            else if (by && Array.IndexOf(falling, terms[i].Id) >= 0) return "fell-by";
        }
        return null;
    }

    private static int? Number(string text, ReadOnlySpan<Term> terms, int i)
    {
        if (Terms.Is(text, terms[i], "one")) return 1;
        if (!terms[i].Is(TermKinds.Number)) return null;
        var word = Opposition.Text(text, terms, i);
        if (char.IsAsciiDigit(word[0])) return int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return Lexicon.Find(word).Value is > 0 and <= LargestWhole and var value && value == Math.Floor(value) ? (int)value : null;
    }

    // The next noun phrase ends in a plural before anything else begins: "most pupils", not "most serious fire".
    private static bool Plural(string text, ReadOnlySpan<Term> terms, int from)
    {
        for (var i = from; i < terms.Length && i < from + Reach && !terms[i].Is(TermKinds.Stop | TermKinds.Number); i++)
        {
            var word = Opposition.Text(text, terms, i);
            if (word is "people" or "men" or "women" or "children" || word.Length > 3 && word[^1] is 's' && word[^2] is not ('s' or 'u' or 'i')) return true;
        }
        return false;
    }

    // "The first half of the year" is no share.
    private static bool Orders(string text, Term term) => Terms.Is(text, term, "first") || Terms.Is(text, term, "second") || Terms.Is(text, term, "last") || Terms.Is(text, term, "latter") || Terms.Is(text, term, "other");

    private static bool Article(string text, ReadOnlySpan<Term> terms, int i) => Is(text, terms, i, "a") || Is(text, terms, i, "the");

    private static bool Is(string text, ReadOnlySpan<Term> terms, int i, string word) => (uint)i < (uint)terms.Length && Terms.Is(text, terms[i], word);
}
