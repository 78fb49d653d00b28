using System.Globalization;
using System.Text;

namespace Dateline;

/// <summary>
/// Text with every letter taken apart into its base and its marks (Unicode Standard Annex 15, form D, for comparing only), without the
/// globalization library of the machine: two programs must never disagree about who acted.
/// </summary>
internal static class Decomposition
{
    private static readonly Dictionary<char, string> parts = Read();

    /// <summary>The text taken apart; marks that follow one letter stand in the order of their codes.</summary>
    internal static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\u007f')) return text;
        var apart = new StringBuilder(text.Length * 2);
        foreach (var c in text)
        {
            if (parts.TryGetValue(c, out var part)) apart.Append(part);
            else apart.Append(c);
        }
        Sort(apart);
        return apart.ToString();
    }

    private static void Sort(StringBuilder text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (!IsMark(text[i])) continue;
            var (mark, at) = (text[i], i);
            for (; at > 0 && IsMark(text[at - 1]) && text[at - 1] > mark; at--) text[at] = text[at - 1];
            text[at] = mark;
        }
    }

    private static bool IsMark(char c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static Dictionary<char, string> Read()
    {
        using var lines = new StreamReader(typeof(Decomposition).Assembly.GetManifestResourceStream("Decomposition.txt")!);
        var read = new Dictionary<char, string>();
        while (lines.ReadLine() is { } line)
        {
            if (line[0] == '#') continue;
            var codes = Array.ConvertAll(line.Split(' '), c => (char)int.Parse(c, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            read.Add(codes[0], new string(codes, 1, codes.Length - 1));
        }
        return read;
    }
}
