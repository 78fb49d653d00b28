using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace Dateline.Server.Reading;

/// <summary>The words of a piece of HTML, a paragraph a block.</summary>
internal static class HtmlText
{
    private static readonly FrozenSet<string> Silent = FrozenSet.ToFrozenSet(
    [
        "script", "style", "noscript", "template", "nav", "aside", "footer", "form", "button", "select", "textarea", "input", "iframe", "object",
        "svg", "math", "canvas", "audio", "video", "picture", "figcaption", "dialog", "menu", "head", "title"
    ], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Blocks = FrozenSet.ToFrozenSet(
    [
        "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figure", "h1", "h2", "h3", "h4",
        "h5", "h6", "header", "hgroup", "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tr", "ul"
    ], StringComparer.Ordinal);

    private static readonly FrozenSet<string> SilentRoles = FrozenSet.ToFrozenSet(
        ["navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "toolbar"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether an element is no part of what its page says: navigation, forms, scripts, and what is hidden.</summary>
    public static bool IsSilent(IElement e) => Silent.Contains(e.LocalName) || e.HasAttribute("hidden")
        || e.GetAttribute("aria-hidden") is "true" || (e.GetAttribute("style") is { } style && IsHidden(style)) || (e.GetAttribute("role") is { } role && SilentRoles.Contains(role));

    private static bool IsHidden(string style) => style.Replace(" ", "", StringComparison.Ordinal) is var s
        && (s.Contains("display:none", StringComparison.OrdinalIgnoreCase) || s.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a line begins and ends with this element.</summary>
    public static bool IsBlock(INode node) => node is IElement e && Blocks.Contains(e.LocalName);

    /// <summary>The words of a fragment, as feeds and ninjs carry them.</summary>
    public static string OfFragment(string html, ReadingLimits limits)
    {
        if (!html.Contains('<', StringComparison.Ordinal) && !html.Contains('&', StringComparison.Ordinal)) return html;
        var page = Dom.Parse(html, limits);
        return page.Body is { } body ? Of(body, IsSilent) : "";
    }

    /// <summary>The words below a node, blocks apart by an empty line.</summary>
    public static string Of(INode root, Func<IElement, bool> skip)
    {
        var text = new StringBuilder();
        var (breaks, space, pre) = (0, false, 0);
        foreach (var (node, entering) in Dom.Walk(root, skip))
        {
            if (node is IElement { LocalName: "pre" }) pre += entering ? 1 : -1;
            if (IsBlock(node)) breaks = Math.Max(breaks, node is IElement { LocalName: "li" or "tr" or "dt" or "dd" } ? 1 : 2);
            else if (node is IElement { LocalName: "br" } && entering) { if (breaks < 2) breaks++; }
            else if (node is IElement { LocalName: "td" or "th" }) space = true;
            else if (node is IText words && entering)
            {
                foreach (var c in words.Data)
                {
                    if (c == '\n' && pre > 0) { breaks = Math.Min(breaks + 1, 2); continue; }
                    if (c is ' ' or '\t' or '\n' or '\r' or '\f') { space = true; continue; }
                    if (text.Length > 0 && breaks > 0) text.Append('\n', breaks);
                    else if (space && text.Length > 0) text.Append(' ');
                    (breaks, space) = (0, false);
                    text.Append(c);
                }
            }
        }
        return text.ToString();
    }
}
