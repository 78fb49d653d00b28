using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Dateline.Server.Reading;

/// <summary>
/// Finds the article in a page. A paragraph's score (its length and commas) goes to its parent, by half to its grandparent and by a third
/// above; the best element, less its share of link text, holds the article. After the scoring of Arc90's Readability (2009), and the
/// link density of Kohlschütter, Fankhauser and Nejdl, "Boilerplate Detection using Shallow Text Features" (WSDM 2010).
/// </summary>
internal sealed class MainText
{
    private static readonly FrozenSet<string> Beside = FrozenSet.ToFrozenSet(
    [
        "ad", "ads", "advert", "advertisement", "banner", "breadcrumb", "breadcrumbs", "comment", "comments", "cookie", "cookies", "disqus", "footer",
        "menu", "modal", "nav", "navbar", "newsletter", "outbrain", "pagination", "popup", "promo", "recommended", "related", "share", "sharing",
        "sidebar", "signup", "social", "sponsor", "sponsored", "subscribe", "taboola", "teaser", "toolbar", "trending"
    ], StringComparer.OrdinalIgnoreCase);

    private sealed class Stats { public int Text, Own, Link, Commas; public double Score, Total; public bool Beside; }

    private readonly Dictionary<IElement, Stats> _stats = [];
    private readonly List<IElement> _order = [];

    /// <summary>The article's words; everything that the page says where no article stands out.</summary>
    public static string Of(IHtmlDocument page) => page.Body is { } body ? new MainText().Words(body) : "";

    private string Words(IElement body)
    {
        Measure(body);
        var best = Best() ?? body;
        var whole = _stats.TryGetValue(best, out var s) ? Math.Max(1, s.Text) : 1;
        // What is named as beside the article goes, unless it is so much of it that the name must mean something else.
        return HtmlText.Of(best, e => HtmlText.IsSilent(e) || (IsBeside(e) && _stats.TryGetValue(e, out var of) && of.Text * 10 < whole * 3) || IsLinks(e));
    }

    private bool IsLinks(IElement e) => e.LocalName is "ul" or "ol" or "div" or "p" or "section" && _stats.TryGetValue(e, out var s)
        && s.Link * 10 > s.Text * 8 && (e.LocalName != "p" || s.Text < 80);

    private void Measure(IElement body)
    {
        var path = new Stack<IElement>();
        path.Push(body);
        _stats[body] = new();
        var links = 0;
        foreach (var (node, entering) in Dom.Walk(body, HtmlText.IsSilent))
        {
            if (node is IElement element)
            {
                if (element.LocalName == "a") links += entering ? 1 : -1;
                if (entering)
                {
                    _stats[element] = new() { Beside = _stats[path.Peek()].Beside || IsBeside(element) };
                    _order.Add(element);
                    path.Push(element);
                }
                else
                {
                    path.Pop();
                    Leave(element, path);
                }
            }
            else if (entering && node is IText text)
            {
                var length = text.Data.AsSpan().Trim().Length;
                var here = _stats[path.Peek()];
                here.Text += length;
                here.Own += length;
                here.Commas += text.Data.AsSpan().Count(',');
                if (links > 0) here.Link += length;
            }
        }
    }

    private void Leave(IElement element, Stack<IElement> path)
    {
        var (s, parent) = (_stats[element], _stats[path.Peek()]);
        parent.Text += s.Text;
        parent.Link += s.Link;
        parent.Commas += s.Commas;
        parent.Total += s.Total;
        if (!HtmlText.IsBlock(element)) parent.Own += s.Own;
        if (s.Own < 25 || !HtmlText.IsBlock(element) || s.Link * 2 > s.Text || (element.LocalName is not ("p" or "pre" or "blockquote") && s.Own < 80)) return;
        var score = (1 + s.Commas + Math.Min(3, s.Own / 100.0)) * (s.Beside ? 0.2 : 1);
        if (element.LocalName is not ("p" or "pre" or "li")) s.Score += score;
        parent.Total += score;
        foreach (var (up, ancestor) in path.Take(4).Index())
            _stats[ancestor].Score += up switch { 0 => score, 1 => score / 2, _ => score / (3 * up) };
    }

    private IElement? Best()
    {
        var body = _order.FirstOrDefault(e => e.GetAttribute("itemprop") is { } p && p.Contains("articleBody", StringComparison.OrdinalIgnoreCase) && _stats[e].Text > 200);
        if (body is not null) return body;
        var articles = _order.Count(e => e.LocalName == "article");
        IElement? best = null;
        var most = 0.0;
        foreach (var e in _order)
        {
            var s = _stats[e];
            if (e.LocalName is "article" && articles == 1) s.Score *= 1.5;
            var score = s.Score * (1 - (double)s.Link / Math.Max(1, s.Text));
            if (score > most) (best, most) = (e, score);
        }
        // An article cut into sections: go up to whatever adds a good part to it that is not mostly links.
        for (var up = best?.ParentElement; up is not null && _stats.TryGetValue(up, out var above); up = up.ParentElement)
        {
            var (held, added) = (_stats[best!], above.Text - _stats[best!].Text);
            if (above.Total - held.Total > 0.4 * held.Total && (above.Link - held.Link) * 10 < added * 3) best = up;
        }
        return best;
    }

    private static bool IsBeside(IElement e) => e.LocalName is not ("article" or "main" or "body") && (Named(e.ClassName) || Named(e.Id));

    private static bool Named(string? names)
    {
        if (string.IsNullOrEmpty(names)) return false;
        foreach (var part in names.Split([' ', '-', '_', '\t', '\n', ':'], StringSplitOptions.RemoveEmptyEntries))
            if (Beside.Contains(part)) return true;
        return false;
    }
}
