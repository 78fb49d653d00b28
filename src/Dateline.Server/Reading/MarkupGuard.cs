using System.Buffers;
using System.Collections.Frozen;

namespace Dateline.Server.Reading;

/// <summary>
/// Looks over HTML before it is parsed, in one pass, and refuses what would cost far more to parse than to send: very many elements, very
/// deep ones, or many formatting elements left open, which the parser must reopen in every later block (HTML standard, 13.2.4.3).
/// </summary>
internal static class MarkupGuard
{
    // Elements that never hold others of their kind without something in between, or hold nothing: they add no depth.
    private static readonly FrozenSet<string> Flat = FrozenSet.ToFrozenSet(
    [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "html", "head", "body", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "option"
    ], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Formatting = FrozenSet.ToFrozenSet(
        ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Raw = FrozenSet.ToFrozenSet(["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"], StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> AfterName = SearchValues.Create(" \t\r\n\f/>");

    /// <exception cref="NotReadable">There are too many elements, or they nest too deep.</exception>
    public static void Check(string html, ReadingLimits limits)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        var flat = Flat.GetAlternateLookup<ReadOnlySpan<char>>();
        var formatting = Formatting.GetAlternateLookup<ReadOnlySpan<char>>();
        var raw = Raw.GetAlternateLookup<ReadOnlySpan<char>>();
        var (elements, depth, reopened, mostReopened, foreign) = (0, 0, 0, 0, false);
        for (var at = 0; (at = html.IndexOf('<', at)) >= 0;)
        {
            at++;
            if (html.AsSpan(at).StartsWith("!--"))
            {
                if ((at = CommentEnd(html, at + 1)) < 0) break;
                continue;
            }
            var closing = at < html.Length && html[at] == '/';
            if (closing) at++;
            if (at >= html.Length || !char.IsAsciiLetter(html[at])) continue;
            var name = Name(html, at);
            at += name.Length;
            if (closing)
            {
                if (!open.TryGetValue(name, out var count) || count == 0) continue;
                open[name] = count - 1;
                depth--;
                if (formatting.Contains(name)) reopened--;
                continue;
            }
            if (++elements > limits.MaxElements) throw new NotReadable($"It has more than {limits.MaxElements} elements, far more than a page of news. Take the article out of it.");
            if (flat.Contains(name)) continue;
            // Inside SVG and MathML no element's content is raw, so that after one of them nothing is passed over; what scripts hold then counts as
            // elements too, and the depth counted is more than the true one, which is looked at again after parsing.
            foreign |= name.Equals("svg", StringComparison.OrdinalIgnoreCase) || name.Equals("math", StringComparison.OrdinalIgnoreCase);
            if (!foreign && raw.Contains(name))
            {
                at = RawEnd(html, at, name);
                continue;
            }
            open[name] = open.TryGetValue(name, out var already) ? already + 1 : 1;
            if (++depth > (foreign ? 8 * limits.MaxMarkupDepth : limits.MaxMarkupDepth)) throw new NotReadable($"Its elements nest more than {limits.MaxMarkupDepth} deep, near character {at}. Take the article out of it.");
            if (formatting.Contains(name)) mostReopened = Math.Max(mostReopened, ++reopened);
        }
        if ((long)elements * mostReopened > 10L * limits.MaxElements)
            throw new NotReadable($"It leaves {mostReopened} formatting elements open at once among {elements} elements, which would grow without bound when parsed. Take the article out of it.");
    }

    private static ReadOnlySpan<char> Name(string html, int at)
    {
        var rest = html.AsSpan(at);
        var end = rest.IndexOfAny(AfterName);
        return end < 0 ? rest : rest[..end];
    }

    // "-->" or "--!>" (HTML standard, 13.2.5.51).
    private static int CommentEnd(string html, int at)
    {
        for (; (at = html.IndexOf("--", at, StringComparison.Ordinal)) >= 0; at++)
            if (html.AsSpan(at + 2).StartsWith(">") || html.AsSpan(at + 2).StartsWith("!>")) return at + 2;
        return -1;
    }

    private static int RawEnd(string html, int at, ReadOnlySpan<char> name)
    {
        for (var end = at; (end = html.IndexOf("</", end, StringComparison.Ordinal)) >= 0; end += 2)
            if (html.AsSpan(end + 2).StartsWith(name, StringComparison.OrdinalIgnoreCase)) return end + 2;
        return html.Length;
    }
}
