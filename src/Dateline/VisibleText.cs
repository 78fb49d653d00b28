using System.Globalization;
using System.Text;

namespace Dateline;

/// <summary>What of a text people can see.</summary>
public static class VisibleText
{
    private const int BlankBraille = 0x2800;

    /// <summary>Whether there is anything but white space, control characters, marks of format such as a zero-width space, and characters that are drawn as nothing.</summary>
    public static bool IsIn(string? text)
    {
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && !IsHidden(rune)) return true;
        }
        return false;
    }

    /// <summary>Whether a character is drawn as nothing, though it is no white space.</summary>
    internal static bool IsHidden(Rune rune) => Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format || IsBlank(rune.Value);

    /// <summary>Fillers, joiners, selectors and tags: what Unicode's property <c>Default_Ignorable_Code_Point</c> holds beyond the marks of format (DerivedCoreProperties.txt), and the braille cell without dots.</summary>
    private static bool IsBlank(int rune) => rune is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2065 or BlankBraille or 0x3164
        or (>= 0xFE00 and <= 0xFE0F) or 0xFFA0 or (>= 0xFFF0 and <= 0xFFF8) or (>= 0xE0000 and <= 0xE0FFF);
}
