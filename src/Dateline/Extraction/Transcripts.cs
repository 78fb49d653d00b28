namespace Dateline.Extraction;

/// <summary>Turns of a transcript: "SMITH: The bridge is closed. It will open in May.", "Q: …", and names before colons where a text has several such lines.</summary>
internal static class Transcripts
{
    private const int LongestLabel = 40;
    private const int MostWords = 4;

    // Fewer lines with a name before a colon are headlines or lists.
    private const int FewestTurns = 3;

    /// <summary>Whether what stands before a colon is the label of a turn: a name in capitals, or Q or A.</summary>
    internal static bool IsLabel(ReadOnlySpan<char> label)
    {
        if (label is "Q" or "A") return true;
        label = Bare(label);
        var letters = 0;
        foreach (var c in label)
        {
            if (char.IsLower(c) || char.IsDigit(c)) return false;
            if (char.IsLetter(c)) letters++;
        }
        return letters > 1;
    }

    /// <summary>A label without what stands in brackets behind the name: "HALE (R-DUNMORE)", "BROD (through translator)".</summary>
    internal static ReadOnlySpan<char> Bare(ReadOnlySpan<char> label) => label.IndexOf('(') is > 1 and var open && label[^1] == ')' ? label[..open].TrimEnd() : label;

    /// <summary>Whether several lines of a text begin with a name and a colon.</summary>
    internal static bool Is(ReadOnlySpan<char> text)
    {
        var turns = 0;
        foreach (var line in text.EnumerateLines())
        {
            var start = line[..Math.Min(line.Length, LongestLabel)];
            if (start.IndexOf(": ") is > 1 and var colon && Name(start[..colon]) && ++turns == FewestTurns) return true;
        }
        return false;
    }

    private static bool Name(ReadOnlySpan<char> label)
    {
        var words = 0;
        foreach (var range in label.Split(' '))
            if (label[range] is not [var first, ..] || !char.IsUpper(first) || ++words > MostWords) return false;
        return true;
    }
}
