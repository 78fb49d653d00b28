using System.Text;

namespace Dateline.Server.Reading;

/// <summary>Markdown's words without its marks (after CommonMark 0.31.2). Every line is looked at once, from left to right.</summary>
internal static class MarkdownText
{
    /// <summary>The text: paragraphs on one line each, an empty line between blocks, the words of links and pictures without their addresses.</summary>
    public static string Plain(string markdown)
    {
        var plain = new StringBuilder(markdown.Length);
        var paragraph = new StringBuilder();
        var fence = "";
        foreach (var raw in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = raw.Trim();
            if (fence.Length > 0)
            {
                if (line.StartsWith(fence, StringComparison.Ordinal)) fence = "";
                else plain.Append(raw).Append('\n');
                continue;
            }
            if (line.StartsWith("```", StringComparison.Ordinal) || line.StartsWith("~~~", StringComparison.Ordinal))
            {
                Flush(paragraph, plain);
                fence = line[..3];
                continue;
            }
            line = line.TrimStart(QuoteMarks);
            if (line.Length == 0 || IsRule(line)) { Flush(paragraph, plain); continue; }
            var (content, block) = Marker(line);
            if (block) Flush(paragraph, plain);
            if (paragraph.Length > 0) paragraph.Append(' ');
            paragraph.Append(content);
            if (line[0] == '#' && block) Flush(paragraph, plain);
            else if (raw.EndsWith("  ", StringComparison.Ordinal)) paragraph.Append('\n');
        }
        Flush(paragraph, plain);
        return plain.ToString();
    }

    private static readonly char[] QuoteMarks = ['>', ' ', '\t'];

    private static void Flush(StringBuilder paragraph, StringBuilder plain)
    {
        if (paragraph.Length == 0) return;
        plain.Append(Inline(paragraph.ToString())).Append("\n\n");
        paragraph.Clear();
    }

    // Thematic breaks and the underlines of setext headings.
    private static bool IsRule(string line) => line[0] is '-' or '*' or '_' or '=' && line.All(c => c == line[0] || c == ' ')
        && (line[0] is '-' or '=' || line.Count(c => c == line[0]) >= 3);

    private static (string Content, bool Block) Marker(string line)
    {
        var hashes = 0;
        while (hashes < line.Length && line[hashes] == '#') hashes++;
        if (hashes is > 0 and <= 6 && (hashes == line.Length || line[hashes] == ' ')) return (line[hashes..].Trim().TrimEnd('#').TrimEnd(), true);
        if (line.Length > 1 && line[0] is '-' or '*' or '+' && line[1] == ' ') return (line[2..].TrimStart(), true);
        var digits = 0;
        while (digits < line.Length && digits < 9 && char.IsAsciiDigit(line[digits])) digits++;
        return digits > 0 && digits + 1 < line.Length && line[digits] is '.' or ')' && line[digits + 1] == ' ' ? (line[(digits + 2)..].TrimStart(), true) : (line, false);
    }

    private static string Inline(string s)
    {
        var plain = new StringBuilder(s.Length);
        var links = new Stack<int>();
        for (var i = 0; i < s.Length; i++)
        {
            var c = s[i];
            var next = i + 1 < s.Length ? s[i + 1] : ' ';
            if (c == '\\' && !char.IsLetterOrDigit(next) && !char.IsWhiteSpace(next)) plain.Append(s[++i]);
            else if (c == '!' && next == '[' && LinkEnd(s, i + 1) > 0) continue;
            else if (c == '[' && next == '^' && s.IndexOf(']', i, Math.Min(s.Length - i, 40)) is > 0 and var note) i = note;
            else if (c == '[' && LinkEnd(s, i) is > 0 and var end) links.Push(end);
            else if (c == ']' && links.TryPeek(out var open) && open == i) i = Destination(s, links.Pop());
            else if (c == '<' && (char.IsAsciiLetter(next) || next is '/' or '!') && Close(s, i, '>') is > 0 and var tag)
            {
                if (s.AsSpan(i, tag - i).Contains("://", StringComparison.Ordinal) && !s.AsSpan(i, tag - i).Contains(' ')) plain.Append(s.AsSpan(i + 1, tag - i - 1));
                i = tag;
            }
            else if (c == '`' || (c is '*' or '_' && IsEmphasis(s, i))) continue;
            else plain.Append(c);
        }
        return plain.ToString();
    }

    // Where the words of a link end, if this bracket opens one; how far it may reach is bounded, so that brackets without end cost little.
    private static int LinkEnd(string s, int at)
    {
        for (var (i, depth) = (at, 0); i < s.Length && i < at + 1024; i++)
        {
            if (s[i] == '\\') i++;
            else if (s[i] == '[') depth++;
            else if (s[i] == ']' && --depth == 0) return Destination(s, i) > i ? i : -1;
        }
        return -1;
    }

    // The end of "](…)" or "][…]".
    private static int Destination(string s, int at)
    {
        if (at + 1 >= s.Length || s[at + 1] is not ('(' or '[')) return at;
        if (s[at + 1] == '[') return Close(s, at + 1, ']') is > 0 and var label ? label : at;
        for (var (i, depth) = (at + 1, 0); i < s.Length && i < at + 2048; i++)
        {
            if (s[i] == '(') depth++;
            else if (s[i] == ')' && --depth == 0) return i;
        }
        return at;
    }

    private static int Close(string s, int from, char closing) => s.IndexOf(closing, from, Math.Min(s.Length - from, 2048));

    // A star or underscore between spaces is itself; an underscore inside a word is too.
    private static bool IsEmphasis(string s, int at)
    {
        var before = at > 0 ? s[at - 1] : ' ';
        var after = at + 1 < s.Length ? s[at + 1] : ' ';
        if (char.IsWhiteSpace(before) && char.IsWhiteSpace(after)) return false;
        return !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after)) || (s[at] == '*' && !char.IsDigit(before) && !char.IsDigit(after));
    }
}
