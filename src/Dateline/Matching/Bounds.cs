using Dateline.Claims;

namespace Dateline.Matching;

/// <summary>The words that bound a number, as matching needs them beside <see cref="NumberFact.Bound"/>.</summary>
internal static class Bounds
{
    private const int LongestBound = 40;
    private const int Reach = 4;

    private static readonly int[] words = [.. "close upward excess maximum minimum region order neighbourhood neighborhood approximately roughly exactly precisely estimated exceeding circa practically virtually nearly almost".Split(' ').Select(Terms.IdOf)];

    /// <summary>Marks the words that bound a number as taken: they belong to its value, not to the subject.</summary>
    public static void Take(string text, ReadOnlySpan<Term> terms, Mention mention, Span<bool> taken)
    {
        if (mention.More.Count > 0) return;
        foreach (var number in mention.Numbers)
        {
            var at = number.Start - mention.Content.Start;
            for (var i = 0; i < terms.Length && terms[i].Start < at; i++)
                if (Array.IndexOf(words, terms[i].Id) >= 0 && Leads(text, terms, i, at)) taken[i] = true;
        }
    }

    // Only function words stand between it and the number: "in excess of $200", "a maximum of 200".
    private static bool Leads(string text, ReadOnlySpan<Term> terms, int at, int number)
    {
        for (var i = at + 1; i < terms.Length && terms[i].Start < number; i++)
            if (i > at + Reach || !terms[i].Is(TermKinds.Stop) && Array.IndexOf(words, terms[i].Id) < 0 || text.AsSpan(terms[i - 1].End, terms[i].Start - terms[i - 1].End).ContainsAny(',', ';')) return false;
        return true;
    }

    /// <summary>Whether the bound itself is within it: "more than", "over" and "under" leave it out, "no more than" and all others do not.</summary>
    public static bool Closed(Mention mention, int at)
    {
        var before = at - mention.Content.Start;
        if (before <= 0 || before > mention.Content.Text.Length) return true;
        var from = Math.Max(0, before - LongestBound);
        var words = mention.Content.Text[from..before].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var last = words.Length - 1;
        if (last > 0 && (words[last] is "a" or "an")) last--;
        if (last < 0) return true;
        if (words[last] is "than") return last > 1 && (words[last - 2].ToUpperInvariant() is "NO" or "NOT");
        return !(words[last].ToUpperInvariant() is "OVER" or "UNDER" or "ABOVE" or "BELOW" or "EXCEEDING");
    }
}
