using System.Text;

namespace Dateline.Specs.Fuzz;

/// <summary>Texts made of real ones by cutting, joining, repeating and disturbing them. A seed gives the same text for ever.</summary>
internal static class Mutations
{
    private const int Longest = 20_000;

    private static readonly string[] bits =
    [
        "\ud83d", "\ude00", "😀", "\u202e", "\u2067", "\0", "\u200b", "\ufeff", "e\u0301", "İ", "ß", "水", "𠀀", "'", "’", "\"", "“", "”", "«", "—", "...", ".", ",", "(", ")", ":", ";", "#", "@", "http://",
        "U.S.", "2 million", "1,000", "99999999999999999999999999999999", "-0.0", "1/0", "31 February 2026", "Feb. 30", "last week", "٣", "%", "$", "not ", "never ", "may ", "if ", " said ", " denied ",
        "according to ", ", who said", ", citing officials,", "he ", "THE ARMY SAID ", "\n", "\n\n", "\r", "\t", " ", "<b>", "&amp;", "{", "}", "\\", "---\n"
    ];

    /// <summary>
    /// The seeds of a run: always the first <paramref name="few"/>, and as many that no run had before as DATELINE_TEST_FUZZ says; or only the one that
    /// DATELINE_TEST_FUZZ_SEED names.
    /// </summary>
    internal static IEnumerable<int> Seeds(int few)
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("DATELINE_TEST_FUZZ_SEED"), out var one)) return [one];
        return Enumerable.Range(1, few).Concat(Enumerable.Range(0, More).Select(_ => Random.Shared.Next(1_000_000, int.MaxValue)));
    }

    /// <summary>How many more cases than always DATELINE_TEST_FUZZ asks of each property.</summary>
    internal static int More => int.TryParse(Environment.GetEnvironmentVariable("DATELINE_TEST_FUZZ"), out var said) ? Math.Clamp(said, 0, 10_000_000) : 0;

    /// <summary>Runs a check for each seed; what fails is told with its seed.</summary>
    internal static void Each(int few, Action<int> check)
    {
        foreach (var seed in Seeds(few))
        {
            try { check(seed); }
            catch (Exception e) when (e is not OutOfMemoryException) { throw new InvalidOperationException($"Seed {seed}: {e.Message}", e); }
        }
    }

    /// <summary>A text made of others.</summary>
    internal static string Text(IReadOnlyList<string> of, Random random)
    {
        var text = new StringBuilder(Piece(of, random));
        for (var n = random.Next(1, 12); n > 0; n--)
        {
            var at = random.Next(text.Length + 1);
            var length = random.Next(Math.Min(200, text.Length - at) + 1);
            switch (random.Next(8))
            {
                case 0: text.Remove(at, length); break;
                case 1: text.Insert(at, text.ToString(at, length)); break;
                case 2: text.Insert(at, Piece(of, random)); break;
                case 3: text.Insert(at, string.Concat(Enumerable.Repeat(Any(bits, random), random.Next(1, 40)))); break;
                case 4: for (var i = at; i < at + length; i++) text[i] = char.ToUpperInvariant(text[i]); break;
                case 5: if (at < text.Length) text[at] = (char)random.Next(0x10000); break;
                case 6: text.Replace(" ", Any(bits, random), at, length); break;
                default: text.Insert(at, Any(bits, random)); break;
            }
            if (text.Length > Longest) text.Length = Longest;
        }
        return text.ToString();
    }

    /// <summary>Bytes made of others.</summary>
    internal static byte[] Bytes(IReadOnlyList<byte[]> of, Random random)
    {
        var bytes = of[random.Next(of.Count)].ToList();
        for (var n = random.Next(1, 12); n > 0; n--)
        {
            var at = random.Next(bytes.Count + 1);
            var length = random.Next(Math.Min(200, bytes.Count - at) + 1);
            switch (random.Next(7))
            {
                case 0: bytes.RemoveRange(at, length); break;
                case 1: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
                case 2: if (at < bytes.Count) bytes[at] = (byte)random.Next(256); break;
                case 3: if (at < bytes.Count) bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 4:
                    var other = of[random.Next(of.Count)];
                    var from = random.Next(other.Length);
                    bytes.InsertRange(at, other.AsSpan(from, random.Next(Math.Min(400, other.Length - from) + 1)).ToArray());
                    break;
                case 5: bytes.InsertRange(at, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Any(bits, random), random.Next(1, 200))))); break;
                default: bytes.RemoveRange(at, bytes.Count - at); break;
            }
        }
        return [.. bytes];
    }

    private static string Piece(IReadOnlyList<string> of, Random random)
    {
        var whole = of[random.Next(of.Count)];
        var from = random.Next(Math.Max(1, whole.Length / 2));
        return whole.Substring(from, random.Next(Math.Min(4000, whole.Length - from) + 1));
    }

    private static T Any<T>(T[] of, Random random) => of[random.Next(of.Length)];
}
