using System.Buffers;
using System.Numerics;
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

    // Of a text that is not kept whole: eight to sixteen bits a shingle, two of them set (B. Bloom, 1970), so that one of fifty to twenty is taken for known by
    // chance; a text of more than 8,000 shingles has fewer.
    private const int BitsAShingle = 8, MostBits = 1 << 16, Word = 64;

    /// <summary>The longest <see cref="Seen"/>.</summary>
    internal const int MostWords = MostBits / Word;

    internal Sketch(uint[] least, int all, ulong[] seen) => (Least, All, Seen) = (least, all, seen);

    /// <summary>The smallest hashes, ascending, each once.</summary>
    public uint[] Least { get; }

    /// <summary>How many different shingles the text has.</summary>
    public int All { get; }

    /// <summary>Which shingles it has, as the bits of a Bloom filter, of at most 8 kB; empty where <see cref="Least"/> holds them all.</summary>
    internal ulong[] Seen { get; }

    public static Sketch Of(string text) => Of(CollectionsMarshal.AsSpan(Terms.Read(text)));

    /// <summary>The sketch of a text whose terms are known.</summary>
    public static Sketch Of(ReadOnlySpan<Term> terms)
    {
        var count = Math.Max(0, terms.Length - Words + 1);
        var hashes = ArrayPool<uint>.Shared.Rent(count);
        for (var i = 0; i < count; i++) hashes[i] = Shingle(terms.Slice(i, Words));
        var all = hashes.AsSpan(0, count);
        all.Sort();
        var different = 0;
        for (var i = 0; i < count; i++)
            if (i == 0 || all[i] != all[different - 1]) all[different++] = all[i];
        var sketch = new Sketch(all[..Math.Min(different, Size)].ToArray(), different, different > Size ? SeenOf(all[..different]) : []);
        ArrayPool<uint>.Shared.Return(hashes);
        return sketch;
    }

    /// <summary>The hash of four words.</summary>
    public static uint Shingle(ReadOnlySpan<Term> words)
    {
        var h = 14695981039346656037ul;
        foreach (var word in words) h = Mix(h ^ (uint)word.Id);
        return (uint)(h >> 32);
    }

    /// <summary>Whether the text has a shingle.</summary>
    public bool Has(uint shingle)
    {
        if (Seen.Length == 0) return Array.BinarySearch(Least, shingle) >= 0;
        var (one, other) = Bits(shingle, Seen.Length);
        return (Seen[one / Word] >> (one % Word) & Seen[other / Word] >> (other % Word) & 1) != 0;
    }

    /// <summary>
    /// How much of the smaller of two texts the other contains (0 to 1), by the smallest hashes of the smaller: exactly where it is kept whole.
    /// </summary>
    public static double Containment(Sketch a, Sketch b)
    {
        if (a.All == 0 || b.All == 0) return 0;
        var (small, large) = a.All <= b.All ? (a, b) : (b, a);
        return Share(small.Least, large);
    }

    /// <summary>The share of some shingles that a text has (0 to 1).</summary>
    public static double Share(ReadOnlySpan<uint> shingles, Sketch of)
    {
        var found = 0;
        foreach (var shingle in shingles) if (of.Has(shingle)) found++;
        return shingles.IsEmpty ? 0 : (double)found / shingles.Length;
    }

    private static ulong[] SeenOf(ReadOnlySpan<uint> shingles)
    {
        var seen = new ulong[(int)Math.Min(MostBits, BitOperations.RoundUpToPowerOf2((uint)(shingles.Length * BitsAShingle))) / Word];
        foreach (var shingle in shingles)
        {
            var (one, other) = Bits(shingle, seen.Length);
            seen[one / Word] |= 1ul << (one % Word);
            seen[other / Word] |= 1ul << (other % Word);
        }
        return seen;
    }

    private static (int One, int Other) Bits(uint shingle, int words)
    {
        var h = Mix(shingle);
        var mask = (uint)(words * Word - 1);
        return ((int)((uint)h & mask), (int)((uint)(h >> 32) & mask));
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
