using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Dateline.Server.Reading;

/// <summary>Untrusted HTML as a tree, and one way through it that never recurses.</summary>
internal static class Dom
{
    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = false });

    /// <summary>The page as the HTML standard parses it; no script runs, nothing is fetched.</summary>
    /// <exception cref="NotReadable">It is a bomb.</exception>
    public static IHtmlDocument Parse(string html, ReadingLimits limits)
    {
        MarkupGuard.Check(html, limits);
        var page = Parser.ParseDocument(html);
        var (depth, nodes) = (0, 0);
        foreach (var (_, entering) in Walk(page, _ => false))
        {
            depth += entering ? 1 : -1;
            if (entering) nodes++;
            if (depth > limits.MaxMarkupDepth + 16) throw new NotReadable($"Its elements nest more than {limits.MaxMarkupDepth} deep. Take the article out of it.");
            if (nodes > limits.MaxElements * 10) throw new NotReadable($"It grows to more than {limits.MaxElements * 10} nodes when parsed. Take the article out of it.");
        }
        return page;
    }

    /// <summary>Every node below the root in document order, on entering and on leaving it, without those that are skipped and what is in them.</summary>
    public static IEnumerable<(INode Node, bool Entering)> Walk(INode root, Func<IElement, bool> skip)
    {
        var path = new Stack<(INode Node, int Next)>();
        path.Push((root, 0));
        while (path.TryPop(out var here))
        {
            if (here.Next == here.Node.ChildNodes.Length)
            {
                if (path.Count > 0) yield return (here.Node, false);
                continue;
            }
            path.Push((here.Node, here.Next + 1));
            var child = here.Node.ChildNodes[here.Next];
            if (child is IElement element && skip(element)) continue;
            yield return (child, true);
            path.Push((child, 0));
        }
    }

    /// <summary>The words directly in an element whose content is text, such as title or script.</summary>
    public static string Words(INode node) => string.Concat(node.ChildNodes.OfType<IText>().Select(t => t.Data));
}
