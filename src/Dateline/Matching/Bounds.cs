using Dateline.Claims;
using Dateline.Extraction;

namespace Dateline.Matching;

/// <summary>The words that bound a number, as matching needs them beside <see cref="NumberFact.Bound"/>; <see cref="BoundPhrases"/> holds them.</summary>
internal static class Bounds
{
    /// <summary>Marks the words that bound a number as taken: they belong to its value, not to the subject.</summary>
    public static void Take(string text, ReadOnlySpan<Term> terms, Mention mention, Span<bool> taken)
    {
        if (mention.More.Count > 0) return;
        foreach (var number in mention.Numbers) Take(text, terms, number.Start - mention.Content.Start, taken);
    }

    /// <summary>Marks the words that bound what begins at <paramref name="at"/> as taken.</summary>
    public static void Take(string text, ReadOnlySpan<Term> terms, int at, Span<bool> taken)
    {
        if (at <= 0 || at > text.Length) return;
        var start = BoundPhrases.Read(text.AsSpan(0, at), article: true).Start;
        for (var i = 0; i < terms.Length && terms[i].Start < at; i++)
            if (terms[i].Start >= start) taken[i] = true;
    }

    /// <summary>Whether the bound itself is within it: "more than", "over" and "under" leave it out, "no more than" and all others do not.</summary>
    public static bool Closed(Mention mention, int at)
    {
        var before = at - mention.Content.Start;
        return before <= 0 || before > mention.Content.Text.Length || BoundPhrases.Read(mention.Content.Text.AsSpan(0, before), article: true).Closed;
    }
}
