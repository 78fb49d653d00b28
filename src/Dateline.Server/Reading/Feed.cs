using System.Buffers;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Dateline.Server.Reading;

/// <summary>RSS 2.0 (https://www.rssboard.org/rss-specification) and Atom 1.0 (RFC 4287). No document type, no entity, no address is ever followed.</summary>
internal static class Feed
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Tombstones = "http://purl.org/atompub/tombstones/1.0";
    private static readonly SearchValues<char> AfterName = SearchValues.Create(" \t\r\n/>");

    /// <summary>Every item of a feed, in its order. Where the feed breaks off, the items before that are read.</summary>
    public static IEnumerable<Reading> Read(string path, ReadOnlyMemory<byte> bytes, ReadingLimits limits)
    {
        var xml = Charset.Markup(bytes);
        CheckDepth(xml, limits);
        using var reader = Open(xml, limits);
        string? root = null, broken = null;
        var about = new XElement("about");
        var count = 0;
        while (true)
        {
            XElement? next = null;
            try { next = Next(reader, ref root, about); }
            catch (XmlException e) { broken = Broken(e); }
            if (broken is not null) yield return new Unreadable(path, broken);
            if (next is null) break;
            if (++count > limits.MaxItems)
            {
                yield return new Unreadable(path, $"It has more than {limits.MaxItems} items. The first {limits.MaxItems} were read; split the rest off.");
                break;
            }
            yield return Item($"{path}#{count}", () => root == "feed" ? AtomEntry.Read(next, about, limits) : RssItem.Read(next, about, limits));
        }
        if (count == 0 && broken is null) yield return new Unreadable(path, "It is a feed without items. There is nothing in it to read.");
    }

    /// <summary>The name of the outermost element, in lower case, as far as one can tell without parsing; null when this is not XML or HTML.</summary>
    public static string? Root(string text)
    {
        for (var at = 0; (at = text.IndexOf('<', at)) >= 0 && at < 65536; at++)
        {
            var rest = text.AsSpan(at + 1);
            if (rest.StartsWith("!--") && text.IndexOf("-->", at, StringComparison.Ordinal) is > 0 and var end) at = end;
            if (rest.Length == 0 || !char.IsAsciiLetter(rest[0])) continue;
            var length = rest.IndexOfAny(AfterName);
            return length < 0 ? null : rest[..length].ToString().ToLowerInvariant();
        }
        return null;
    }

    private static Reading Item(string path, Func<Draft> read)
    {
        try { return new Read(path, read()); }
        catch (NotReadable e) { return new Unreadable(path, e.Message); }
    }

    // Hands out items one by one; what the feed says of itself before them is gathered in "about".
    private static XElement? Next(XmlReader reader, ref string? root, XElement about)
    {
        while (!reader.EOF)
        {
            if (reader.NodeType != XmlNodeType.Element) { reader.Read(); continue; }
            if (root is null)
            {
                root = reader.LocalName;
                if (root is not ("rss" or "feed") || (root == "feed" && reader.NamespaceURI != Atom.NamespaceName))
                    throw new NotReadable($"The outermost element is <{TextHygiene.Line(reader.Name, 40)}>. Give an RSS 2.0 feed (<rss>) or an Atom 1.0 feed (<feed xmlns=\"{Atom}\">).");
                if (reader.XmlLang.Length > 0) about.Add(new XElement("language", reader.XmlLang));
                reader.Read();
            }
            else if (reader.LocalName == "channel" && root == "rss") reader.Read();
            else
            {
                var element = (XElement)XNode.ReadFrom(reader);
                if (root == "rss" ? element.Name == "item" : element.Name == Atom + "entry" || element.Name == Tombstones + "deleted-entry") return element;
                if (element.Name.LocalName is "title" or "language" or "category" or "author" && about.Elements(element.Name).Take(20).Count() < 20) about.Add(element);
            }
        }
        return null;
    }

    // The XML classes take an element's text by recursion, hence this look beforehand, which stops where the XML does.
    private static void CheckDepth(string xml, ReadingLimits limits)
    {
        using var reader = Open(xml, limits);
        try
        {
            while (reader.Read())
                if (reader.Depth > limits.MaxMarkupDepth) throw new NotReadable($"Its elements nest more than {limits.MaxMarkupDepth} deep, at line {((IXmlLineInfo)reader).LineNumber}. A feed has four levels.");
        }
        catch (XmlException e) when (e.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw new NotReadable("It has a document type (DTD). Entities are never expanded here: take the <!DOCTYPE …> out.");
        }
        catch (XmlException) { }
    }

    private static XmlReader Open(string xml, ReadingLimits limits) => XmlReader.Create(new StringReader(xml.TrimStart()), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersFromEntities = 1,
        MaxCharactersInDocument = limits.MaxCollectionBytes,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true
    });

    private static string Broken(XmlException e) => e.Message.Contains("entity", StringComparison.OrdinalIgnoreCase) ? $"It uses an entity that XML does not know, at line {e.LineNumber}. Entities are never expanded here: write the character itself. Items before it were read."
        : $"It is not well-formed XML from line {e.LineNumber}, character {e.LinePosition}. Items before that were read; correct it there.";

    /// <summary>An element's bytes, as they are kept.</summary>
    public static byte[] Bytes(XElement element) => Encoding.UTF8.GetBytes(TextHygiene.Scalars(element.ToString(SaveOptions.DisableFormatting)));
}
