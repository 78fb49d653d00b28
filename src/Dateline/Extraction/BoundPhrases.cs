using System.Collections.Frozen;

namespace Dateline.Extraction;

/// <summary>The words before a number that bound it.</summary>
/// <param name="Bound">"exactly", "about", "more-than" or "less-than".</param>
/// <param name="Closed">Whether the number itself is within it: "at least 30", not "more than 30".</param>
/// <param name="Start">Where the words begin; where the text ends if there are none.</param>
internal readonly record struct BoundPhrase(string Bound, bool Closed, int Start);

/// <summary>
/// Phrases that bound the number behind them (Quirk et al. 1985, 5.11, 7.63 and 9.58: "over", "about", "more than", "nearly"). Extraction and matching read them here alone.
/// </summary>
internal static class BoundPhrases
{
    // "No" and "not" before a comparison turn it round; then the number is within it.
    private static readonly (string[] Words, string Bound, bool Closed)[] phrases = [.. new[]
    {
        ("more-than", true, "at least|no less than|no fewer than|not less than|not fewer than|a minimum of|minimum of|as few as"),
        ("more-than", false, "over|above|exceeding|topping|surpassing|more than|greater than|higher than|larger than|in excess of|upward of|upwards of"),
        ("less-than", true, "at most|up to|as much as|as many as|a maximum of|maximum of|no more than|not more than|no greater than|not greater than|no higher than|no larger than"),
        ("less-than", false, "under|below|less than|fewer than|lower than|smaller than|short of|shy of"),
        ("about", true, "about|around|roughly|approximately|nearly|almost|some|estimated|close to|closer to|in the region of|in the order of|on the order of|in the neighbourhood of|in the neighborhood of|something like|circa|practically|"
            + "virtually|more or less|getting on for|nearer"),
        ("exactly", true, "exactly|precisely|only|just")
    }.SelectMany(b => b.Item3.Split('|').Select(p => (Words: p.Split(' '), Bound: b.Item1, Closed: b.Item2))).OrderByDescending(p => p.Words.Length)];

    private static readonly FrozenSet<string> first = phrases.Select(p => p.Words[0]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // "Just over", "well under": how far it lies from the number changes nothing of the bound.
    private static readonly string[] degrees = ["just", "well", "slightly", "far", "barely", "only", "considerably"];

    // "Over a million", "about another hundred": the article belongs to the number.
    private static readonly string[] articles = ["a", "an", "another"];

    // What stands for a number behind such a phrase.
    private static readonly FrozenSet<string> quantities = "half all every everyone everybody everything nobody no none dozens scores hundreds thousands millions billions".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>How the number behind a text is bounded.</summary>
    /// <param name="before">What stands before the number.</param>
    /// <param name="article">Whether an article at the end belongs to the number ("a dozen").</param>
    internal static BoundPhrase Read(ReadOnlySpan<char> before, bool article)
    {
        var end = before.TrimEnd().Length;
        if (end == before.Length && end > 0) return new("exactly", true, before.Length);
        if (article)
            foreach (var word in articles)
                if (Back(before, end, word) is >= 0 and var at) { end = before[..at].TrimEnd().Length; break; }
        foreach (var (words, bound, closed) in phrases)
        {
            var start = end;
            for (var i = words.Length - 1; i >= 0 && start >= 0; i--) start = Back(before, i == words.Length - 1 ? end : before[..start].TrimEnd().Length, words[i]);
            if (start < 0) continue;
            foreach (var degree in degrees)
                if (Back(before, before[..start].TrimEnd().Length, degree) is >= 0 and var from) return new(bound, closed, from);
            return new(bound, closed, start);
        }
        return new("exactly", true, before.Length);
    }

    /// <summary>Whether a quantity with the words that bound it begins here: "nearly 100", "at least a dozen", "only three".</summary>
    internal static bool Opens(Passage p, int at)
    {
        if (!p[at].IsWord || !first.GetAlternateLookup<ReadOnlySpan<char>>().Contains(p.Written(at)) && Array.IndexOf(degrees, p[at].Word.Text) < 0) return false;
        foreach (var (words, _, _) in phrases)
        {
            var i = 0;
            while (i < words.Length && p[at + i].IsWord && p.Written(at + i).Equals(words[i], StringComparison.OrdinalIgnoreCase)) i++;
            if (i == words.Length && Counts(p, at + i)) return true;
        }
        return Array.IndexOf(degrees, p[at].Word.Text) >= 0 && first.GetAlternateLookup<ReadOnlySpan<char>>().Contains(p.Written(at + 1)) && Opens(p, at + 1);
    }

    private static bool Counts(Passage p, int at)
    {
        var item = p[at];
        if (item.Kind is Kind.Number || item.Kind is Kind.Symbol && p[at + 1].Kind is Kind.Number) return true;
        if (!item.IsWord) return false;
        if (Is(p, at, "a") || Is(p, at, "an") || Is(p, at, "another")) return p[at + 1].Has(Trait.Numeral) || Is(p, at + 1, "third") || Is(p, at + 1, "quarter") || Is(p, at + 1, "half") || Is(p, at + 1, "fifth");
        return item.Has(Trait.Numeral) || quantities.GetAlternateLookup<ReadOnlySpan<char>>().Contains(p.Written(at)) || Lexicon.Find(p.Written(at) is var word && word.IndexOf('-') is > 0 and var dash ? word[..dash] : []).Has(Trait.Numeral);
    }

    private static bool Is(Passage p, int at, string word) => p.Written(at).Equals(word, StringComparison.OrdinalIgnoreCase);


    // Where a word begins that ends at this place; -1 where another one does.
    private static int Back(ReadOnlySpan<char> text, int end, string word)
    {
        var start = end - word.Length;
        return start >= 0 && text[start..end].Equals(word, StringComparison.OrdinalIgnoreCase) && (start == 0 || !char.IsLetterOrDigit(text[start - 1])) ? start : -1;
    }
}
