using System.Text;

namespace Dateline.Server.Reading;

/// <summary>Markdown's words without its marks (after CommonMark 0.31.2). Every line is looked at once, from left to right.</summary>
internal static class MarkdownText
{
    private static readonly char[] QuoteMarks = ['>', ' ', '\t'];

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
        var pairs = Pairs(s);
        var links = new Stack<int>();
        for (var i = 0; i < s.Length; i++)
        {
            var c = s[i];
            var next = i + 1 < s.Length ? s[i + 1] : ' ';
            if (c == '\\' && !char.IsLetterOrDigit(next) && !char.IsWhiteSpace(next)) plain.Append(s[++i]);
            else if (c == '!' && next == '[' && LinkEnd(s, i + 1, pairs) > 0) continue;
            else if (c == '[' && next == '^' && pairs.TryGetValue(i, out var note)) i = note;
            else if (c == '[' && LinkEnd(s, i, pairs) is > 0 and var end) links.Push(end);
            else if (c == ']' && links.TryPeek(out var open) && open == i) i = pairs[links.Pop() + 1];
            else if (c == '<' && (char.IsAsciiLetter(next) || next is '/' or '!') && s.IndexOf('>', i, Math.Min(s.Length - i, 1024)) is > 0 and var tag)
            {
                if (s.AsSpan(i, tag - i).Contains("://", StringComparison.Ordinal) && !s.AsSpan(i, tag - i).Contains(' ')) plain.Append(s.AsSpan(i + 1, tag - i - 1));
                i = tag;
            }
            else if (c == '`' || (c is '*' or '_' && IsEmphasis(s, i))) continue;
            else plain.Append(c);
        }
        return plain.ToString();
    }

    // Where each bracket and parenthesis closes, found in one pass, so that brackets without end cost no more than others.
    private static Dictionary<int, int> Pairs(string s)
    {
        var pairs = new Dictionary<int, int>();
        var (square, round) = (new Stack<int>(), new Stack<int>());
        for (var i = 0; i < s.Length; i++)
        {
            if (s[i] == '\\') i++;
            else if (s[i] == '[') square.Push(i);
            else if (s[i] == '(') round.Push(i);
            else if (s[i] == ']' && square.TryPop(out var bracket)) pairs[bracket] = i;
            else if (s[i] == ')' && round.TryPop(out var parenthesis)) pairs[parenthesis] = i;
        }
        return pairs;
    }

    // Where the words of "[words](address)" or "[words][label]" end, if this bracket opens one.
    private static int LinkEnd(string s, int at, Dictionary<int, int> pairs) => pairs.TryGetValue(at, out var end) && end + 1 < s.Length
        && s[end + 1] is '(' or '[' && pairs.TryGetValue(end + 1, out var close) && close - end < 4096 ? end : -1;

    // A star or underscore between spaces is itself; an underscore inside a word is too.
    private static bool IsEmphasis(string s, int at)
    {
        var before = at > 0 ? s[at - 1] : ' ';
        var after = at + 1 < s.Length ? s[at + 1] : ' ';
        if (char.IsWhiteSpace(before) && char.IsWhiteSpace(after)) return false;
        return !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after)) || (s[at] == '*' && !char.IsDigit(before) && !char.IsDigit(after));
    }
}
