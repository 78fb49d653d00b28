using AngleSharp.Dom;

namespace Dateline.Server.Reading;

/// <summary>A page of the web: its article, and what its head says of it (Open Graph, schema.org JSON-LD, HTML's own elements).</summary>
internal sealed class HtmlPage
{
    // schema.org microdata, Dublin Core in HTML, and what publishing systems write, in the order of trust.
    private static readonly string[] Dates =
    [
        "datePublished", "og:published_time", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "parsely-pub-date", "sailthru.date", "date", "pubdate", "publishdate", "publish-date"
    ];

    private readonly Dictionary<string, string> _meta = new(StringComparer.OrdinalIgnoreCase);
    private LinkedData _data = LinkedData.None;
    private string? _canonical, _title, _heading, _time;

    public static Draft Read(ReadOnlyMemory<byte> bytes, ReadingLimits limits)
    {
        var page = Dom.Parse(Charset.Markup(bytes), limits);
        var head = new HtmlPage();
        foreach (var (node, entering) in Dom.Walk(page, _ => false))
            if (entering && node is IElement element) head.See(element, limits);
        var data = head._data;
        var url = First(head._canonical, head.Meta("og:url"), data.Url);
        var title = First(head.Meta("og:title"), data.Headline, head._heading, head._title);
        return new Draft
        {
            Source = First(head.Meta("og:site_name"), data.Publisher, Host(url)) ?? limits.DefaultSource,
            Url = url,
            Title = title ?? "",
            Author = First(data.Author, head.Meta("author"), head.Meta("article:author") is { } a && !a.Contains("://", StringComparison.Ordinal) ? a : null, head.Meta("dc.creator")),
            Language = Fields.Tag(page.DocumentElement.GetAttribute("lang")) ?? Fields.Tag(data.Language) ?? Fields.Tag(head.Meta("og:locale")),
            Published = Moment.First([head.Meta("article:published_time"), data.Published, .. Dates.Select(head.Meta), head._time]),
            Updated = Moment.First(head.Meta("article:modified_time"), head.Meta("og:updated_time"), data.Modified, head.Meta("dateModified")),
            Text = WithoutHeading(TextHygiene.Clean(MainText.Of(page)), title, head._heading),
            IsSample = head.Meta("sample") is not (null or "false" or "no"),
            Format = "html",
            Original = bytes,
            MediaType = "text/html"
        }.Checked(limits);
    }

    private void See(IElement e, ReadingLimits limits)
    {
        if (e.GetAttribute("itemprop")?.Trim() is ("datePublished" or "dateModified") and { } item)
            _meta.TryAdd(item, e.GetAttribute("content") ?? e.GetAttribute("datetime") ?? Dom.Words(e));
        switch (e.LocalName)
        {
            case "meta" when (e.GetAttribute("property") ?? e.GetAttribute("name") ?? e.GetAttribute("itemprop")) is { } name && e.GetAttribute("content") is { } content:
                _meta.TryAdd(name.Trim(), content);
                break;
            case "link" when e.GetAttribute("rel") is { } rel && rel.Split(' ').Contains("canonical", StringComparer.OrdinalIgnoreCase):
                _canonical ??= CanonicalUrl.Of(e.GetAttribute("href"));
                break;
            case "script" when e.GetAttribute("type") is { } type && type.StartsWith("application/ld+json", StringComparison.OrdinalIgnoreCase):
                _data = _data.Or(LinkedData.Of(Dom.Words(e), limits));
                break;
            case "title":
                _title ??= TextHygiene.LineOrNull(Dom.Words(e));
                break;
            case "h1":
                _heading ??= TextHygiene.LineOrNull(HtmlText.Of(e, HtmlText.IsSilent));
                break;
            case "time":
                _time ??= Moment.OrNull(e.GetAttribute("datetime")) is null ? null : e.GetAttribute("datetime");
                break;
        }
    }

    private string? Meta(string name) => _meta.TryGetValue(name, out var value) ? TextHygiene.LineOrNull(name == "og:url" ? CanonicalUrl.Of(value) : value) : null;

    private static string? First(params ReadOnlySpan<string?> values)
    {
        foreach (var value in values)
            if (!string.IsNullOrWhiteSpace(value)) return value;
        return null;
    }

    private static string? Host(string? url) => url is null ? null : new Uri(url).Host is var host && host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;

    // The headline stands in the title; as the first line of the text it would be a claim made twice.
    private static string WithoutHeading(string text, string? title, string? heading)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0) return text;
        var first = TextHygiene.Line(text[..end]);
        return first == title || first == heading ? text[end..].TrimStart('\n') : text;
    }
}
