using System.Xml.Linq;

namespace Dateline.Server.Reading;

/// <summary>An entry of Atom 1.0 (RFC 4287), or the tombstone of one (RFC 6721).</summary>
internal static class AtomEntry
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Tombstones = "http://purl.org/atompub/tombstones/1.0";

    public static Draft Read(XElement entry, XElement feed, ReadingLimits limits) => entry.Name == Atom + "entry" ? Entry(entry, feed, limits) : Tombstone(entry, feed, limits);

    private static Draft Entry(XElement entry, XElement feed, ReadingLimits limits)
    {
        // An entry that came from elsewhere names its own feed (4.2.11).
        var source = entry.Element(Atom + "source");
        var (published, updated) = (entry.Element(Atom + "published")?.Value, entry.Element(Atom + "updated")?.Value);
        return new Draft
        {
            Source = Line(source?.Element(Atom + "title"), limits) ?? Line(feed.Element(Atom + "title"), limits) ?? limits.DefaultSource,
            Url = Link(entry),
            Title = Line(entry.Element(Atom + "title"), limits) ?? "",
            Author = TextHygiene.LineOrNull(string.Join(", ", Names(entry) is { Length: > 0 } own ? own : Names(feed)), 200),
            Language = Fields.Tag((string?)entry.Attribute(XNamespace.Xml + "lang") ?? feed.Element("language")?.Value),
            Published = (published ?? updated) is { } date ? Moment.OfFeed(date, published is null ? "updated" : "published") : null,
            Updated = updated is null ? null : Moment.OfFeed(updated, "updated"),
            Text = Words(entry.Element(Atom + "content"), limits) is { Length: > 0 } content ? content : Words(entry.Element(Atom + "summary"), limits) ?? "",
            IsSample = entry.Elements(Atom + "category").Concat(feed.Elements(Atom + "category")).Any(c => string.Equals((string?)c.Attribute("term"), "sample", StringComparison.OrdinalIgnoreCase)),
            Format = "atom",
            Original = Feed.Bytes(entry),
            MediaType = "application/atom+xml",
            Key = TextHygiene.LineOrNull(entry.Element(Atom + "id")?.Value)
        }.Checked(limits);
    }

    private static Draft Tombstone(XElement entry, XElement feed, ReadingLimits limits)
    {
        var key = TextHygiene.LineOrNull((string?)entry.Attribute("ref")) ?? throw new NotReadable("It is a deleted-entry without \"ref\" (RFC 6721). Name the entry that was deleted.");
        var when = (string?)entry.Attribute("when");
        return new Draft
        {
            Source = Line(entry.Element(Atom + "source")?.Element(Atom + "title"), limits) ?? Line(feed.Element(Atom + "title"), limits) ?? limits.DefaultSource,
            Title = "",
            Published = when is null ? null : Moment.OfFeed(when, "when"),
            Text = "",
            Act = "takedown",
            Reason = TextHygiene.LineOrNull(entry.Element(Tombstones + "comment")?.Value, 1000),
            Revises = Link(entry) ?? CanonicalUrl.Of(key) ?? key,
            Format = "atom",
            Original = Feed.Bytes(entry),
            MediaType = "application/atom+xml"
        }.Checked(limits);
    }

    private static string? Link(XElement entry)
    {
        var links = entry.Elements(Atom + "link").ToArray();
        return links.Where(l => (string?)l.Attribute("rel") is null or "alternate").Select(l => CanonicalUrl.Of((string?)l.Attribute("href"))).FirstOrDefault(u => u is not null);
    }

    private static string[] Names(XElement parent) => [.. parent.Elements(Atom + "author").Take(20).Select(a => a.Element(Atom + "name")?.Value).OfType<string>()];

    private static string? Line(XElement? text, ReadingLimits limits) => TextHygiene.LineOrNull(Words(text, limits));

    // Text constructs (3.1) and content (4.1.3): "text", "html", "xhtml", or a media type.
    private static string? Words(XElement? text, ReadingLimits limits) => text is null ? null : (string?)text.Attribute("type") switch
    {
        "html" or "text/html" => HtmlText.OfFragment(text.Value, limits),
        "xhtml" or "application/xhtml+xml" => HtmlText.OfFragment(string.Concat(text.Nodes().Select(n => n.ToString(SaveOptions.DisableFormatting))), limits),
        null or "text" or "text/plain" or "text/markdown" => text.Value,
        _ => null
    };
}
