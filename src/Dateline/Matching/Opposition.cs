using System.Collections.Frozen;

namespace Dateline.Matching;

/// <summary>What the words of two mentions have against each other (<see cref="Words.Opposites"/>, <see cref="Words.Fields"/>, <see cref="Words.Marks"/>).</summary>
internal static class Opposition
{
    private static readonly FrozenDictionary<int, (int Other, string Text)[]> opposites = Words.Opposites
        .SelectMany(p => new[] { (One: p.One, Other: p.Other, p), (One: p.Other, Other: p.One, p) })
        .Select(x => (One: Alikeness.IdOf(x.One), Other: Alikeness.IdOf(x.Other), Text: $"“{x.p.One}” stands against “{x.p.Other}”.".Replace('+', ' ')))
        .Where(x => x.One != x.Other).GroupBy(x => x.One).ToFrozenDictionary(g => g.Key, g => g.Select(x => (x.Other, x.Text)).ToArray());

    private static readonly FrozenDictionary<int, int> fields = Words.Fields
        .SelectMany((words, field) => words.Select(w => (Id: Terms.IdOf(w), field))).DistinctBy(x => x.Id).ToFrozenDictionary(x => x.Id, x => x.field);

    private static readonly FrozenDictionary<string, uint> marks = Words.Marks
        .SelectMany(m => m.Words.Split(' ').Select(w => (w, Bit: 1u << m.Bit))).ToFrozenDictionary(x => x.w, x => x.Bit, StringComparer.OrdinalIgnoreCase);

    /// <summary>The terms and verbs with particles that have an opposite or belong to a field, as (field or -1, term), to compare without a look at the others.</summary>
    public static (int Field, int Term)[] Of(int[] sorted, Place[] frame)
    {
        List<(int, int)>? found = null;
        foreach (var place in frame)
            if (opposites.ContainsKey(place.Id) && Array.BinarySearch(sorted, place.Id) < 0) (found ??= []).Add((-1, place.Id));
        foreach (var term in sorted)
        {
            if (opposites.ContainsKey(term)) (found ??= []).Add((-1, term));
            if (fields.TryGetValue(term, out var field)) (found ??= []).Add((field, term));
        }
        return found is null ? [] : [.. found];
    }

    /// <summary>Whether a word has an opposite.</summary>
    public static bool Has(int term) => opposites.ContainsKey(term);

    /// <summary>Whether two words are a pair of opposites.</summary>
    public static bool Stand(int one, int other)
    {
        if (!opposites.TryGetValue(one, out var against)) return false;
        foreach (var (its, _) in against) if (its == other) return true;
        return false;
    }

    /// <summary>One word of a pair is only in the one, the other word only in the other: why, or null.</summary>
    public static string? Opposed(ClaimFeatures a, ClaimFeatures b)
    {
        foreach (var (field, term) in a.Telling)
        {
            if (field >= 0 || Has(b, term)) continue;
            foreach (var (other, text) in opposites[term])
                if (Has(b, other) && !Has(a, other)) return text;
        }
        foreach (var (one, other) in Words.OpposedMarks)
            if (Differ(a.Marks, b.Marks, one, other)) return $"“{Name(one)}” stands against “{Name(other)}”.";
        return null;
    }

    /// <summary>Whether they say different words of a field where only one can be meant, or another quantity.</summary>
    public static bool Others(ClaimFeatures a, ClaimFeatures b)
    {
        foreach (var (field, term) in a.Telling)
        {
            if (field < 0 || Has(b, term)) continue;
            foreach (var (same, other) in b.Telling)
                if (same == field && !Has(a, other)) return true;
        }
        foreach (var (one, other) in Words.OtherMarks)
            if (Differ(a.Marks, b.Marks, one, other)) return true;
        return false;
    }

    /// <summary>The function words of a mention that change what it says.</summary>
    public static uint MarksOf(string text, ReadOnlySpan<Term> terms)
    {
        var found = 0u;
        var lookup = marks.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < terms.Length; i++)
        {
            var word = Text(text, terms, i);
            if (!lookup.TryGetValue(word, out var bit)) continue;
            var before = Text(text, terms, i - 1);
            var after = Text(text, terms, i + 1);
            var bounds = Is(after, "than") || Is(before, "at") || Is(before, "no") || i + 1 < terms.Length && terms[i + 1].Is(TermKinds.Number);
            var superlative = Is(word, "most") && Is(before, "the");
            if (superlative || bounds && bit is (1u << 0) or (1u << 3) or (1u << 5) or (1u << 18) or (1u << 19) || Is(word, "up") && Is(after, "to") || Is(word, "May") && i > 0 && word[0] == 'M'
                || bit is 1u << 20 or 1u << 21 && !States.At(text, terms, i) || bit is Words.Almost && !States.Short(text, terms, i)) continue;
            found |= Is(word, "few") && Is(before, "a") ? 1u << 5 : bit;
        }
        return found;
    }

    internal static ReadOnlySpan<char> Text(string text, ReadOnlySpan<Term> terms, int i) => (uint)i < (uint)terms.Length ? text.AsSpan(terms[i].Start, terms[i].End - terms[i].Start) : default;

    private static bool Is(ReadOnlySpan<char> word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool Has(ClaimFeatures of, int term) => Array.BinarySearch(of.Sorted, term) >= 0 || Array.Exists(of.Frame, p => p.Id == term);

    private static bool Differ(uint a, uint b, int one, int other)
    {
        var (x, y) = (1u << one, 1u << other);
        var (left, right) = (a & (x | y), b & (x | y));
        return left == x && right == y || left == y && right == x;
    }

    private static string Name(int bit) => Words.Marks.First(m => m.Bit == bit).Words;
}
