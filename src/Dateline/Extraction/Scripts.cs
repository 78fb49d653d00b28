namespace Dateline.Extraction;

/// <summary>Names the letters of a text that are not Latin, by the blocks of Unicode.</summary>
internal static class Scripts
{
    private static readonly (string Name, int From, int To)[] blocks =
    [
        ("Greek letters", 0x370, 0x3FF), ("Cyrillic letters", 0x400, 0x52F), ("Armenian letters", 0x530, 0x58F), ("Hebrew letters", 0x590, 0x5FF),
        ("Arabic letters", 0x600, 0x77F), ("Devanagari", 0x900, 0x97F), ("Bengali letters", 0x980, 0x9FF), ("Tamil letters", 0xB80, 0xBFF), ("Thai letters", 0xE00, 0xE7F),
        ("Georgian letters", 0x10A0, 0x10FF), ("Ethiopic letters", 0x1200, 0x137F), ("Japanese syllables", 0x3040, 0x30FF), ("Korean syllables", 0xAC00, 0xD7A3), ("Chinese characters", 0x4E00, 0x9FFF)
    ];

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
