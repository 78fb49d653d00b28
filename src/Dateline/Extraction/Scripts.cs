namespace Dateline.Extraction;

/// <summary>Names the letters of a text that are not Latin, by the blocks of Unicode.</summary>
internal static class Scripts
{
    private static readonly (string Name, int From, int To)[] blocks =
    [
        ("Greek letters", 0x370, 0x3FF), ("Cyrillic letters", 0x400, 0x52F), ("Armenian letters", 0x530, 0x58F), ("Hebrew letters", 0x590, 0x5FF),
        ("Arabic letters", 0x600, 0x77F), ("Devanagari", 0x900, 0x97F), ("Bengali letters", 0x980, 0x9FF), ("Gurmukhi letters", 0xA00, 0xA7F), ("Gujarati letters", 0xA80, 0xAFF),
        ("Tamil letters", 0xB80, 0xBFF), ("Telugu letters", 0xC00, 0xC7F), ("Kannada letters", 0xC80, 0xCFF), ("Malayalam letters", 0xD00, 0xD7F), ("Sinhala letters", 0xD80, 0xDFF), ("Thai letters", 0xE00, 0xE7F),
        ("Lao letters", 0xE80, 0xEFF), ("Tibetan letters", 0xF00, 0xFFF), ("Burmese letters", 0x1000, 0x109F), ("Georgian letters", 0x10A0, 0x10FF), ("Khmer letters", 0x1780, 0x17FF), ("Ethiopic letters", 0x1200, 0x137F), ("Japanese syllables", 0x3040, 0x30FF), ("Korean syllables", 0xAC00, 0xD7A3), ("Chinese characters", 0x4E00, 0x9FFF)
    ];

    /// <summary>How many letters are Latin, and how many are not.</summary>
    internal static (int Latin, int Other) Letters(ReadOnlySpan<char> text)
    {
        var (latin, other) = (0, 0);
        foreach (var c in text)
        {
            if (!char.IsLetter(c)) continue;
            if (c < 0x250 || c is >= '\u1E00' and < '\u1F00') latin++; else other++;
        }
        return (latin, other);
    }

    /// <summary>The block that most letters are of. A text with Japanese syllables among Chinese characters is Japanese.</summary>
    internal static string Of(ReadOnlySpan<char> text)
    {
        var counts = new int[blocks.Length];
        foreach (var c in text)
            for (var i = 0; i < blocks.Length; i++)
                if (c >= blocks[i].From && c <= blocks[i].To)
                {
                    counts[i] += blocks[i].From == 0x3040 ? 3 : 1;
                    break;
                }
        var most = counts.Max();
        return most == 0 ? "letters that are not Latin" : blocks[Array.IndexOf(counts, most)].Name;
    }
}
