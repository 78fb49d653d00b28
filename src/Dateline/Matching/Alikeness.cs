using System.Collections.Frozen;

namespace Dateline.Matching;

/// <summary>Which words may stand for one another (<see cref="Words.Alike"/>), and which carry little.</summary>
internal static class Alikeness
{
    private static readonly FrozenDictionary<int, int[]> alike = Read();

    private static readonly FrozenSet<int> light = Ids(Words.Light), governing = Ids(Words.Governing), reporting = Ids(Words.Reporting), colour = Ids(Words.Colour);

    /// <summary>The particles of each verb that has its own meaning with them.</summary>
    private static readonly FrozenDictionary<int, string[]> phrasal = Words.Alike.SelectMany(l => l.Split(' ')).Where(w => w.Contains('+')).Select(w => w.Split('+'))
        .GroupBy(w => Terms.IdOf(w[0])).ToFrozenDictionary(g => g.Key, g => g.Select(w => w[1]).Distinct().ToArray());

    /// <summary>Whether the two words, or a word and a verb with its particle, may stand for one another.</summary>
    public static bool Are(int one, int other) => one == other || alike.TryGetValue(one, out var others) && Array.BinarySearch(others, other) >= 0;

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

    private static FrozenDictionary<int, int[]> Read()
    {
        var found = new Dictionary<int, HashSet<int>>();
        foreach (var line in Words.Alike)
        {
            var sides = line.Split(" > ");
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

    private static FrozenSet<int> Ids(string words) => words.Split(' ').Select(w => w.Split('+') is [var verb, var particle, ..] ? Join(Terms.IdOf(verb), particle) : Terms.IdOf(w)).ToFrozenSet();
}
