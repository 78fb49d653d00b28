using System.Buffers;
using System.Runtime.InteropServices;

namespace Dateline.Matching;

/// <summary>
/// The sketch of a text: the smallest hashes of its word shingles (A. Broder, "On the resemblance and containment of documents", SEQUENCES 1997).
/// A text with no more shingles than the sketch holds is kept whole, so that short texts are compared exactly.
/// </summary>
internal sealed class Sketch
{
    /// <summary>Hashes a sketch keeps: the standard error of resemblance is at most 1/(2√128), under 5 %.</summary>
    public const int Size = 128;

    /// <summary>Words in a shingle: long enough that two texts seldom share one by chance, short enough for a mention.</summary>
    public const int Words = 4;

    internal Sketch(uint[] least, int all) => (Least, All) = (least, all);

    /// <summary>The smallest hashes, ascending, each once.</summary>
    public uint[] Least { get; }

    /// <summary>How many different shingles the text has.</summary>
    public int All { get; }

    public static Sketch Of(string text) => Of(CollectionsMarshal.AsSpan(Terms.Read(text)));

    /// <summary>The sketch of a text whose terms are known.</summary>
    public static Sketch Of(ReadOnlySpan<Term> terms)
    {
        var count = Math.Max(0, terms.Length - Words + 1);
        var hashes = ArrayPool<uint>.Shared.Rent(count);
        for (var i = 0; i < count; i++)
        {
            var h = 14695981039346656037ul;
            for (var j = i; j < i + Words; j++) h = Mix(h ^ (uint)terms[j].Id);
            hashes[i] = (uint)(h >> 32);
        }
        var all = hashes.AsSpan(0, count);
        all.Sort();
        var different = 0;
        for (var i = 0; i < count; i++)
            if (i == 0 || all[i] != all[different - 1]) all[different++] = all[i];
        var sketch = new Sketch(all[..Math.Min(different, Size)].ToArray(), different);
        ArrayPool<uint>.Shared.Return(hashes);
        return sketch;
    }

    /// <summary>
    /// How much of the smaller of two texts the other contains (0 to 1), from the resemblance r of the sketches:
    /// |A ∩ B| = r (|A| + |B|) / (1 + r).
    /// </summary>
    public static double Containment(Sketch a, Sketch b)
    {
        if (a.All == 0 || b.All == 0) return 0;
        int i = 0, j = 0, union = 0, both = 0;
        var most = Math.Max(Size, Math.Min(a.Least.Length, b.Least.Length));
        var whole = a.All <= Size && b.All <= Size;
        while ((whole || union < most) && i < a.Least.Length && j < b.Least.Length)
        {
            union++;
            if (a.Least[i] == b.Least[j])
            {
                both++;
                i++;
                j++;
            }
            else if (a.Least[i] < b.Least[j]) i++;
            else j++;
        }
        if (whole) return (double)both / Math.Min(a.All, b.All);
        if (union == 0) return 0;
        var r = (double)both / union;
        return Math.Min(1, r * (a.All + b.All) / (1 + r) / Math.Min(a.All, b.All));
    }

    // The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
    private static ulong Mix(ulong h)
    {
        h += 0x9e3779b97f4a7c15ul;
        h = (h ^ (h >> 30)) * 0xbf58476d1ce4e5b9ul;
        h = (h ^ (h >> 27)) * 0x94d049bb133111ebul;
        return h ^ (h >> 31);
    }
}
