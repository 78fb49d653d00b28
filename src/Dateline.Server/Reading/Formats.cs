using System.Text;
using System.Text.Json;

namespace Dateline.Server.Reading;

/// <summary>What a file holds.</summary>
internal enum Format { Unknown, Text, Markdown, Html, Xml, Json, Lines }

/// <summary>Which format a file is in, by its name and else by how it begins, and what reads it.</summary>
internal static class Formats
{
    public static Format OfName(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".txt" or ".text" => Format.Text,
        ".md" or ".markdown" => Format.Markdown,
        ".html" or ".htm" or ".xhtml" => Format.Html,
        ".xml" or ".rss" or ".atom" or ".rdf" => Format.Xml,
        ".json" => Format.Json,
        ".jsonl" or ".ndjson" => Format.Lines,
        _ => Format.Unknown
    };

    /// <summary>The documents in a file's bytes.</summary>
    public static IEnumerable<Reading> Read(string path, ReadOnlyMemory<byte> bytes, Format format, ReadingLimits limits)
    {
        if (bytes.Length == 0) return [new Unreadable(path, "It is empty. Give something with text in it.")];
        if (Charset.Binary(bytes.Span) is { } binary) return [new Unreadable(path, $"It is {binary}, not text. Give the document as text, Markdown, HTML, RSS, Atom, ninjs or JSON Lines.")];
        if (format is Format.Unknown or Format.Xml) format = OfContent(bytes.Span, format);
        if (format is not (Format.Xml or Format.Lines) && bytes.Length > limits.MaxDocumentBytes)
            return [new Unreadable(path, $"It is {ReadingLimits.Size(bytes.Length)}; at most {ReadingLimits.Size(limits.MaxDocumentBytes)} are taken for one document. Split it into smaller files.")];
        return format switch
        {
            Format.Html => [Attempt(path, () => HtmlPage.Read(bytes, limits))],
            Format.Xml => Guarded(path, () => Feed.Read(path, bytes, limits)),
            Format.Json => Guarded(path, () => Json(path, bytes, limits)),
            Format.Markdown => [Attempt(path, () => PlainFile.Read(bytes, markdown: true, limits))],
            _ => [Attempt(path, () => PlainFile.Read(bytes, markdown: false, limits))]
        };
    }

    /// <summary>Whether bytes begin like JSON Lines: the first line is a whole object, or the next begins another.</summary>
    public static bool IsLines(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("\uFEFF"u8)) start = start[3..];
        start = start.TrimStart(" \t\r\n"u8);
        if (!start.StartsWith("{"u8)) return false;
        var end = start.IndexOf((byte)'\n');
        if (end < 0 || start[..end].TrimEnd(" \t\r"u8).EndsWith("}"u8)) return true;
        return start[end..].TrimStart(" \t\r\n"u8).StartsWith("{"u8);
    }

    /// <summary>A draft, or why there is none.</summary>
    public static Reading Attempt(string path, Func<Draft> read)
    {
        try { return new Read(path, read()); }
        catch (NotReadable e) { return new Unreadable(path, e.Message); }
        // The parsers are others' work and the bytes are strangers': what neither foresaw costs this document only.
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException)) { return new Unreadable(path, Unforeseen(e)); }
    }

    private static List<Reading> Guarded(string path, Func<IEnumerable<Reading>> read)
    {
        List<Reading> readings = [];
        try { foreach (var reading in read()) readings.Add(reading); }
        catch (NotReadable e) { readings.Add(new Unreadable(path, e.Message)); }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException)) { readings.Add(new Unreadable(path, Unforeseen(e))); }
        return readings;
    }

    private static string Unforeseen(Exception e) => $"It cannot be read ({e.GetType().Name}: {TextHygiene.Line(e.Message, 200)}). Please report this file.";

    // A file of one item, or of a list of them.
    private static IEnumerable<Reading> Json(string path, ReadOnlyMemory<byte> bytes, ReadingLimits limits)
    {
        if (bytes.Span.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        using var document = JsonText.Parse(bytes, limits);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
        {
            yield return Attempt(path, () => JsonItem.Read(document.RootElement, bytes, limits));
            yield break;
        }
        var many = document.RootElement.GetArrayLength();
        if (many == 0 || many > limits.MaxItems)
            throw new NotReadable(many == 0 ? "Its list is empty. Give at least one item." : $"Its list has {many} items; at most {limits.MaxItems} are taken. Split it, or use JSON Lines.");
        var count = 0;
        foreach (var item in document.RootElement.EnumerateArray())
            yield return Attempt($"{path}#{++count}", () => JsonItem.Read(item, Encoding.UTF8.GetBytes(item.GetRawText()), limits));
    }

    private static Format OfContent(ReadOnlySpan<byte> bytes, Format otherwise)
    {
        var head = bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode.GetString(bytes[2..Math.Min(bytes.Length, 8192)])
            : bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode.GetString(bytes[2..Math.Min(bytes.Length, 8192)])
            : Encoding.Latin1.GetString(bytes[(bytes.StartsWith("\uFEFF"u8) ? 3 : 0)..Math.Min(bytes.Length, 8192)]);
        head = head.TrimStart();
        if (head.StartsWith('{') || head.StartsWith("[{", StringComparison.Ordinal)) return Format.Json;
        if (!head.StartsWith('<')) return otherwise == Format.Unknown ? Format.Text : otherwise;
        return Feed.Root(head) switch
        {
            "html" or "head" or "body" or "div" or "p" or "article" or "main" or "section" or "h1" => Format.Html,
            "rss" or "feed" or "rdf:rdf" => Format.Xml,
            _ => head.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) ? Format.Xml : otherwise == Format.Unknown ? Format.Html : otherwise
        };
    }
}
