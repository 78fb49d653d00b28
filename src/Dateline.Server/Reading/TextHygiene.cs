using System.Text;

namespace Dateline.Server.Reading;

/// <summary>Makes untrusted text safe to keep, to quote and to show.</summary>
public static class TextHygiene
{
    /// <summary>
    /// Line ends become \n and of blank lines at most two stay; control characters other than \n and \t, byte order marks and the
    /// overrides of writing direction (U+202A to U+202E, U+2066 to U+2069: Unicode Technical Report 36, 2.1.4) go; a lone surrogate
    /// becomes U+FFFD; space at the ends of lines and of the text goes. Cleaning clean text changes nothing.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        var space = new StringBuilder();
        var breaks = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029')
            {
                if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n') i++;
                space.Clear();
                breaks++;
                continue;
            }
            if (IsDropped(c)) continue;
            if (char.IsWhiteSpace(c)) { space.Append(c); continue; }
            if (clean.Length > 0) clean.Append('\n', Math.Min(breaks, 3)).Append(space);
            space.Clear();
            breaks = 0;
            if (!char.IsSurrogate(c)) clean.Append(c);
            else if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1])) clean.Append(c).Append(text[++i]);
            else clean.Append('\uFFFD');
        }
        return clean.ToString();
    }

    /// <summary>The same on one line: every run of white space is one space, and at most <paramref name="most"/> UTF-16 units stay.</summary>
    public static string Line(string text, int most = 500)
    {
        var line = new StringBuilder(Math.Min(text.Length, most + 2));
        var gap = false;
        foreach (var c in Clean(text))
        {
            if (char.IsWhiteSpace(c)) { gap = line.Length > 0; continue; }
            if (gap) line.Append(' ');
            gap = false;
            line.Append(c);
            if (line.Length > most) break;
        }
        if (line.Length <= most) return line.ToString();
        var cut = most - 1;
        while (cut > most / 2 && line[cut] != ' ') cut--;
        if (cut == most / 2) cut = char.IsHighSurrogate(line[most - 2]) ? most - 2 : most - 1;
        return line.ToString(0, cut).TrimEnd() + "…";
    }

    /// <summary>The line, or null when there is nothing on it that people can see.</summary>
    internal static string? LineOrNull(string? text, int most = 500) => text is not null && Line(text, most) is var line && VisibleText.IsIn(line) ? line : null;

    /// <summary>The text with U+FFFD for every lone surrogate and nothing else changed.</summary>
    internal static string Scalars(string text) => new(text.EnumerateRunes().SelectMany(r => r.ToString()).ToArray());

    private static bool IsDropped(char c) => (char.IsControl(c) && c != '\t') || c is '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
