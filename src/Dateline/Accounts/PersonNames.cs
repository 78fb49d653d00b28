using System.Globalization;
using System.Text;

namespace Dateline.Accounts;

/// <summary>Names of people, where one must not pass for another.</summary>
public static class PersonNames
{
    // Alphabets whose letters can look like those of another one (Unicode Technical Standard 39, section 5, "single script"), by their blocks.
    private static readonly (string Name, int From, int To)[] alphabets =
    [
        ("Latin", 'A', 'Z'), ("Latin", 'a', 'z'), ("Latin", 0xAA, 0xAA), ("Latin", 0xBA, 0xBA), ("Latin", 0xC0, 0x24F), ("Latin", 0x250, 0x2AF), ("Latin", 0x1D00, 0x1D25),
        ("Latin", 0x1E00, 0x1EFF), ("Latin", 0x2C60, 0x2C7F), ("Latin", 0xA722, 0xA7FF), ("Latin", 0xFF21, 0xFF3A), ("Latin", 0xFF41, 0xFF5A),
        ("Greek", 0x370, 0x3E1), ("Coptic", 0x3E2, 0x3EF), ("Greek", 0x3F0, 0x3FF), ("Greek", 0x1F00, 0x1FFF), ("Cyrillic", 0x400, 0x52F), ("Cyrillic", 0x1C80, 0x1C8F),
        ("Cyrillic", 0x2DE0, 0x2DFF), ("Cyrillic", 0xA640, 0xA69F), ("Armenian", 0x531, 0x58F), ("Hebrew", 0x5D0, 0x5F2), ("Arabic", 0x620, 0x77F), ("Georgian", 0x10A0, 0x10FF),
        ("Georgian", 0x1C90, 0x1CBF), ("Cherokee", 0x13A0, 0x13FF), ("Cherokee", 0xAB70, 0xABBF), ("Coptic", 0x2C80, 0x2CFF), ("Lisu", 0xA4D0, 0xA4FF)
    ];

    // Letters of other alphabets that look like a Latin letter, each above the one it looks like, in capitals (Unicode Technical Standard 39, confusables).
    private const string Alike = "\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7\u0410\u0412\u0421\u0415\u041D\u0406\u0408\u041A\u041C\u041E\u0420\u0405\u0422\u0425\u0423\u04AE\u04C0\u051A\u051C\u0555\u054D"
        + "\u0251\u0261\u0131\u0299\u0262\u029C\u026A\u029F\u0274\u0280\u028F01|";
    private const string Latin = "ABEZHIKMNOPTYXABCEHIJKMOPSTXYYIQWOU" + "AGIBGHILNRYOII";

    // Letters that are drawn like plain ones and are meant for formulas, phonetics and lists (Unicode's blocks): no name is written with them.
    private static readonly (int From, int To)[] dressed =
        [(0x1D00, 0x1DBF), (0x2100, 0x214F), (0x2160, 0x2188), (0x2460, 0x24FF), (0x1D400, 0x1D7FF), (0x1F100, 0x1F1FF)];

    /// <summary>Why a name cannot be taken: it holds what nobody sees, or letters that are made to look like others, or a word of it mixes alphabets. Null where it can.</summary>
    public static string? Fault(string name)
    {
        string? first = null;
        foreach (var rune in name.EnumerateRunes())
        {
            if (VisibleText.IsHidden(rune)) return "The name holds a character that nobody sees, so that it can pass for another name. Write it without.";
            if (Array.Exists(dressed, d => rune.Value >= d.From && rune.Value <= d.To))
                return $"The name {name.Trim()} holds letters of formulas or lists, so that it can pass for another name. Write it in plain letters.";
            if (Rune.IsWhiteSpace(rune) || rune.Value is '-' or '.')
            {
                first = null;
                continue;
            }
            if (AlphabetOf(rune) is not { } alphabet) continue;
            if (first is not null && first != alphabet)
                return $"The name {name.Trim()} mixes {first} and {alphabet} letters in one word, so that it can pass for another name. Write each word in one alphabet.";
            first = alphabet;
        }
        return null;
    }

    /// <summary>
    /// Whether two names look alike: without case, marks, spaces, hyphens, full stops and characters that nobody sees, their letters as the Latin ones that they look
    /// like; or as they are written, where l, I and 1 are one stroke and m looks like rn. Two such names are one person where two are asked for.
    /// </summary>
    public static bool LookAlike(string a, string b) => Look(a, asWritten: false) == Look(b, asWritten: false) || Look(a, asWritten: true) == Look(b, asWritten: true);

    private static string Look(string name, bool asWritten)
    {
        var look = new StringBuilder(name.Length);
        foreach (var c in Decomposition.Of(name))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark || (!char.IsSurrogate(c) && VisibleText.IsHidden(new(c)))) continue;
            if (c == '.' || char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is UnicodeCategory.DashPunctuation) continue;
            if (asWritten && c is 'i' or 'l' or 'm' or 'n' or 'r')
            {
                look.Append(c switch { 'l' => "I", 'm' => "rn", _ => $"{c}" });
                continue;
            }
            var capital = char.ToUpperInvariant(c);
            if (capital is >= '\uFF01' and <= '\uFF5E') capital = (char)(capital - 0xFEE0);
            // Some look like another letter only as they are written, such as ı, whose capital is I.
            var at = Alike.IndexOf(Alike.Contains(c) ? c : capital, StringComparison.Ordinal);
            look.Append(at < 0 ? capital : Latin[at]);
        }
        return look.ToString();
    }

    private static string? AlphabetOf(Rune rune)
    {
        if (!Rune.IsLetter(rune)) return null;
        foreach (var (name, from, to) in alphabets)
            if (rune.Value >= from && rune.Value <= to) return name;
        return null;
    }
}
