using Dateline.Extraction;
using Dateline.Matching;

namespace Dateline.Documents;

/// <summary>A piece of an excerpt.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Match">Whether it is what was searched for.</param>
public sealed record ExcerptPiece(string Text, bool Match);

/// <summary>
/// The places of a text that answer to a search: two stretches of words at most, with what was searched for marked in them. It takes time in
/// proportion to the text, whatever the text and the search are.
/// </summary>
public static class Excerpt
{
    private const int Looked = 50_000;
    private const int Length = 30;
    private const int LongestWord = 64;
    private const string Between = " … ";
    private const Trait Closed = Trait.Determiner | Trait.Pronoun | Trait.Possessive | Trait.Preposition | Trait.Be | Trait.Auxiliary | Trait.Modal | Trait.Coordinator
        | Trait.Subordinator | Trait.Wh;

    /// <summary>The excerpt of a text.</summary>
    /// <param name="text">The text; its first 50,000 characters are looked at.</param>
    /// <param name="asked">What was searched for, as people write it: words, "phrases", or, -not.</param>
    /// <param name="english">Whether forms of one word are one (by their stems), and words of closed classes are none.</param>
    /// <returns>Pieces that make up the excerpt together; its beginning where nothing of the text is what was searched for.</returns>
    public static IReadOnlyList<ExcerptPiece> Of(string text, string asked, bool english)
    {
        var wanted = Wanted(asked, english);
        var words = Words(text.AsSpan(0, Math.Min(text.Length, Looked)), wanted, english);
        if (words.Count == 0) return [];
        var pieces = new List<ExcerptPiece>();
        var first = Best(words, wanted.Count, 0, words.Count) ?? new(0, Math.Min(Length, words.Count), 0);
        var other = new[] { Best(words, wanted.Count, 0, first.Begin), Best(words, wanted.Count, first.End, words.Count) }.MaxBy(s => s?.Worth ?? 0);
        foreach (var stretch in new[] { first, other }.OfType<Stretch>().OrderBy(s => s.Begin))
        {
            if (pieces.Count > 0) pieces.Add(new(Between, false));
            Cut(text, words, stretch, pieces);
        }
        return pieces;
    }

    /// <summary>The stems that are searched for. What must not be there, and a bare "or", is not among them.</summary>
    private static List<string> Wanted(string asked, bool english)
    {
        var wanted = new List<string>();
        var (quoted, not) = (false, false);
        Span<char> buffer = stackalloc char[LongestWord];
        for (var i = 0; i < asked.Length;)
        {
            if (asked[i] == '"') (quoted, not, i) = (!quoted, !quoted && not, i + 1);
            else if (asked[i] == '-' && !quoted && (i == 0 || char.IsWhiteSpace(asked[i - 1]))) (not, i) = (true, i + 1);
            else if (!OfWord(asked[i])) (not, i) = (not && (quoted || !char.IsWhiteSpace(asked[i])), i + 1);
            else
            {
                var begin = i;
                while (i < asked.Length && OfWord(asked[i])) i++;
                var word = asked.AsSpan(begin, i - begin);
                if (not || (!quoted && word.Equals("or", StringComparison.OrdinalIgnoreCase))) continue;
                if (english && (Lexicon.Find(word).Traits & Closed) != 0) continue;
                if (Stem(word, buffer, english) is { Length: > 0 } stem && !wanted.Contains(stem.ToString())) wanted.Add(stem.ToString());
            }
        }
        return wanted;
    }

    private static List<Place> Words(ReadOnlySpan<char> text, List<string> wanted, bool english)
    {
        var words = new List<Place>(text.Length / 6);
        Span<char> buffer = stackalloc char[LongestWord];
        for (var i = 0; i < text.Length;)
        {
            if (!OfWord(text[i]))
            {
                i++;
                continue;
            }
            var begin = i;
            while (i < text.Length && OfWord(text[i])) i++;
            words.Add(new(begin, i, Which(text[begin..i], wanted, buffer, english)));
        }
        return words;
    }

    private static int Which(ReadOnlySpan<char> word, List<string> wanted, Span<char> buffer, bool english)
    {
        // No stem begins with another letter than its word.
        var (initial, any) = (char.ToLowerInvariant(word[0]), false);
        foreach (var w in wanted) any |= w[0] == initial;
        if (!any) return -1;
        var stem = Stem(word, buffer, english);
        for (var i = 0; i < wanted.Count; i++) if (stem.SequenceEqual(wanted[i])) return i;
        return -1;
    }

    private static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word, Span<char> buffer, bool english)
    {
        if (word.Length > buffer.Length) return [];
        var length = word.ToLowerInvariant(buffer);
        return buffer[..(english ? Porter.Stem(buffer, length) : length)];
    }

    private static bool OfWord(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark;

    /// <summary>The stretch between two places that has most of what is searched for, with what it has in its middle; null where there is none.</summary>
    private static Stretch? Best(List<Place> words, int wanted, int from, int to)
    {
        var (counts, distinct, all, best, end) = (new int[wanted], 0, 0, 0, 0);
        for (var i = from; i < to; i++)
        {
            if (i - from >= Length && words[i - Length].Which is >= 0 and var gone)
            {
                all--;
                if (--counts[gone] == 0) distinct--;
            }
            if (words[i].Which is not (>= 0 and var come)) continue;
            all++;
            if (counts[come]++ == 0) distinct++;
            if ((distinct * Length) + all <= best) continue;
            (best, end) = ((distinct * Length) + all, i);
        }
        if (best == 0) return null;
        var begin = end;
        for (var i = end; i >= Math.Max(from, end - Length + 1); i--) if (words[i].Which >= 0) begin = i;
        var start = Math.Clamp(begin - ((Length - (end - begin + 1)) / 2), from, Math.Max(from, to - Length));
        return new(start, Math.Min(to, start + Length), best);
    }

    /// <summary>A stretch with the signs that stand at its words.</summary>
    private static void Cut(string text, List<Place> words, Stretch stretch, List<ExcerptPiece> pieces)
    {
        var (at, end) = (words[stretch.Begin].Begin, words[stretch.End - 1].End);
        for (var before = stretch.Begin == 0 ? 0 : words[stretch.Begin - 1].End; at > before && !char.IsWhiteSpace(text[at - 1]); at--) { }
        for (var after = stretch.End == words.Count ? Math.Min(text.Length, Looked) : words[stretch.End].Begin; end < after && !char.IsWhiteSpace(text[end]); end++) { }
        for (var i = stretch.Begin; i < stretch.End; i++)
        {
            if (words[i].Which < 0) continue;
            if (words[i].Begin > at) pieces.Add(new(text[at..words[i].Begin], false));
            pieces.Add(new(text[words[i].Begin..words[i].End], true));
            at = words[i].End;
        }
        if (end > at) pieces.Add(new(text[at..end], false));
    }

    /// <summary>A word of the text, and which of those that are searched for it is; -1 for none.</summary>
    private readonly record struct Place(int Begin, int End, int Which);

    /// <summary>Words from one to before another.</summary>
    private sealed record Stretch(int Begin, int End, int Worth);
}
