using System.Collections.Frozen;

namespace Dateline.Matching;

/// <summary>Which words may stand for one another (<see cref="Words.Alike"/>), and which carry little.</summary>
internal static class Alikeness
{
    private static readonly FrozenDictionary<int, int[]> alike = Read(Words.Alike), kinds = Read([.. Words.Alike.Where(l => l.Contains(" >> "))]);

    private static readonly FrozenSet<int> light = Ids(Words.Light), governing = Ids(Words.Governing), reporting = Ids(Words.Reporting), colour = Ids(Words.Colour);

    // What stands before ">>".
    private static readonly FrozenSet<int> general = Words.Alike.Where(l => l.Contains(" >> ")).SelectMany(l => Ids(l.Split(" >> ")[0])).ToFrozenSet();

    /// <summary>The particles of each verb that has its own meaning with them.</summary>
    private static readonly FrozenDictionary<int, string[]> phrasal = Words.Alike.SelectMany(l => l.Split(' ')).Concat(Words.Opposites.SelectMany(p => new[] { p.One, p.Other })).Where(w => w.Contains('+')).Select(w => w.Split('+'))
        .GroupBy(w => Terms.IdOf(w[0])).ToFrozenDictionary(g => g.Key, g => g.Select(w => w[1]).Distinct().ToArray());

    /// <summary>Whether the two words, or a word and a verb with its particle, may stand for one another.</summary>
    public static bool Are(int one, int other) => one == other || alike.TryGetValue(one, out var others) && Array.BinarySearch(others, other) >= 0;

    /// <summary>The words that may stand for a word, itself among them.</summary>
    public static int[] Of(int word) => alike.TryGetValue(word, out var others) ? Array.BinarySearch(others, word) >= 0 ? others : [word, .. others] : [word];

    /// <summary>The places of the words that may stand for another, or against one.</summary>
    public static int[] Kin(int[] sorted)
    {
        List<int>? found = null;
        for (var i = 0; i < sorted.Length; i++)
            if (alike.ContainsKey(sorted[i]) || Opposition.Has(sorted[i])) (found ??= []).Add(i);
        return found is null ? [] : [.. found];
    }

    /// <summary>
    /// Whether the one names a kind of what the other names, so that it says more ("soldiers", "people"), by a word that only one of the two has.
    /// </summary>
    public static bool Kinds(int[] a, int[] b)
    {
        foreach (var one in a)
        {
            if (Array.BinarySearch(b, one) >= 0 || !kinds.TryGetValue(one, out var others)) continue;
            foreach (var other in others)
                if (Array.BinarySearch(b, other) >= 0 && Array.BinarySearch(a, other) < 0 && !Synonyms(one, other)) return true;
        }
        return false;
    }

    /// <summary>Whether a verb adds nothing to the noun that says what is done.</summary>
    public static bool Light(int verb) => light.Contains(verb);

    /// <summary>Whether it is open, or not so, what stands under the verb.</summary>
    public static bool Governs(int verb) => governing.Contains(verb);

    /// <summary>Whether a verb only reports what follows it.</summary>
    public static bool Reports(int verb) => reporting.Contains(verb);

    /// <summary>Whether a word only colours what it stands with.</summary>
    public static bool Colours(int word) => colour.Contains(word);

    /// <summary>The id of a verb with a particle that gives it another meaning; the verb's own where it gives none.</summary>
    public static int WithParticle(int verb, ReadOnlySpan<char> particle)
    {
        if (!phrasal.TryGetValue(verb, out var particles)) return verb;
        foreach (var known in particles)
            if (particle.Equals(known, StringComparison.OrdinalIgnoreCase)) return Join(verb, known);
        return verb;
    }

    /// <summary>The id of a word, or of a verb and its particle with a plus between them, as the lists write them.</summary>
    public static int IdOf(string written) => written.Split('+') is [var verb, var particle] ? Join(Terms.IdOf(verb), particle) : Terms.IdOf(written);

    private static bool Synonyms(int one, int other) => general.Contains(one) && general.Contains(other);

    private static FrozenDictionary<int, int[]> Read(string[] lines)
    {
        var found = new Dictionary<int, HashSet<int>>();
        foreach (var line in lines)
        {
            var sides = line.Replace(" >> ", " > ").Split(" > ");
            var (over, under) = (Ids(sides[0]), sides.Length > 1 ? Ids(sides[1]) : []);
            foreach (var one in over)
            {
                foreach (var other in over) Add(one, other);
                foreach (var other in under) { Add(one, other); Add(other, one); }
            }
        }
        return found.ToFrozenDictionary(f => f.Key, f => f.Value.Order().ToArray());

        void Add(int one, int other) => (found.TryGetValue(one, out var others) ? others : found[one] = []).Add(other);
    }

    private static int Join(int verb, string particle) => Terms.Mix((uint)verb * 31 + (uint)Terms.IdOf(particle));

    private static FrozenSet<int> Ids(string words) => words.Split(' ').Select(IdOf).ToFrozenSet();
}
