using System.Xml.Linq;

namespace Dateline.Server.Reading;

/// <summary>An item of RSS 2.0, with content:encoded (RSS 1.0 content module) and the Dublin Core elements that feeds use.</summary>
internal static class RssItem
{
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    public static Draft Read(XElement item, XElement channel, ReadingLimits limits)
    {
        var guid = Text(item, "guid");
        var permanent = (string?)item.Element("guid")?.Attribute("isPermaLink") is not "false";
        var html = Text(item, Content + "encoded") ?? Text(item, "description") ?? "";
        var date = Text(item, "pubDate") ?? Text(item, DublinCore + "date");
        return new Draft
        {
            Source = Line(channel, "title") ?? limits.DefaultSource,
            Url = CanonicalUrl.Of(Text(item, "link")) ?? (permanent ? CanonicalUrl.Of(guid) : null),
            Title = TextHygiene.LineOrNull(HtmlText.OfFragment(Text(item, "title") ?? "", limits)) ?? "",
            Author = Line(item, DublinCore + "creator") ?? Line(item, "author"),
            Language = Fields.Tag(Text(item, DublinCore + "language") ?? Text(channel, "language")),
            Published = date is null ? null : Moment.OfFeed(date, "pubDate"),
            Text = HtmlText.OfFragment(html, limits),
            IsSample = item.Elements("category").Concat(channel.Elements("category")).Any(c => c.Value.Trim().Equals("sample", StringComparison.OrdinalIgnoreCase)),
            Format = "rss",
            Original = Feed.Bytes(item),
            MediaType = "application/rss+xml",
            Key = TextHygiene.LineOrNull(guid)
        }.Checked(limits);
    }

    private static string? Text(XElement parent, XName name) => parent.Element(name)?.Value is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    private static string? Line(XElement parent, XName name) => TextHygiene.LineOrNull(Text(parent, name), 200);
}
