using System.Buffers;
using System.Text;
using Utf8Valid = System.Text.Unicode.Utf8;

namespace Dateline.Server.Reading;

/// <summary>Bytes to characters. Nothing is guessed: a byte order mark, what the document declares, or UTF-8.</summary>
internal static class Charset
{
    private static readonly SearchValues<char> AfterValue = SearchValues.Create(" \t\r\n\"';/>");

    /// <summary>Text that must be Unicode: UTF-8, or UTF-16 with its mark.</summary>
    /// <exception cref="NotReadable">It is not; the message names the first byte that is wrong.</exception>
    public static string Unicode(ReadOnlyMemory<byte> bytes) => Marked(bytes.Span) ?? Utf8(bytes.Span,
        "Save it as UTF-8 (iconv -f WINDOWS-1252 -t UTF-8 makes one from most older files).");

    /// <summary>Markup that may declare its encoding (WHATWG Encoding Standard, its labels; XML 1.0, appendix F).</summary>
    /// <exception cref="NotReadable">It declares one that is not known, or none and is not UTF-8.</exception>
    public static string Markup(ReadOnlyMemory<byte> bytes)
    {
        if (Marked(bytes.Span) is { } marked) return marked;
        var declared = Declared(Encoding.Latin1.GetString(bytes.Span[..Math.Min(bytes.Length, 4096)]));
        if (declared is null or "utf-8" or "utf8" or "us-ascii" or "ascii")
            return Utf8(bytes.Span, declared is null ? "It declares no encoding: add one (<meta charset=…> or <?xml encoding=…?>), or save it as UTF-8." : $"It declares {declared}: correct the declaration, or save it as UTF-8.");
        // A declaration that could be read byte by byte is not UTF-16, whatever it says (HTML standard, 13.2.3.2).
        if (declared.StartsWith("utf-16", StringComparison.Ordinal)) return Utf8(bytes.Span, $"It declares {declared} but has no byte order mark.");
        // The web reads Latin-1 as windows-1252 (Encoding Standard, 4.2).
        var name = declared is "iso-8859-1" or "latin1" or "iso8859-1" or "cp1252" ? "windows-1252" : declared;
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback);
        return encoding?.GetString(bytes.Span) ?? throw new NotReadable($"It declares the encoding \"{TextHygiene.Line(declared, 40)}\", which is not known here. Save it as UTF-8 and declare that.");
    }

    /// <summary>Whether the bytes are a program, picture, archive or other file that is not text; then what it is.</summary>
    public static string? Binary(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("%PDF-"u8)) return "a PDF file";
        if (bytes.StartsWith("PK\x03\x04"u8)) return "a ZIP archive or an Office document";
        if (bytes.Length > 4 && bytes[1..].StartsWith("PNG\r"u8)) return "a PNG picture";
        if (bytes.Length > 3 && bytes[0] == 0xFF && bytes[1] == 0xD8 && bytes[2] == 0xFF) return "a JPEG picture";
        if (bytes.StartsWith("GIF8"u8)) return "a GIF picture";
        if (bytes.Length > 2 && bytes[0] == 0x1F && bytes[1] == 0x8B) return "compressed with gzip";
        if (bytes.StartsWith("\x7F"u8) && bytes[1..].StartsWith("ELF"u8)) return "a program";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) || bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF])) return "UTF-32";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return null;
        var nul = bytes.IndexOf((byte)0);
        return nul < 0 ? null : FormattableString.Invariant($"binary (the first NUL is byte {nul})");
    }

    private static string? Marked(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Utf16(bytes, bigEndian: false);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Utf16(bytes, bigEndian: true);
        return bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? Utf8(bytes[3..], "Its byte order mark says UTF-8: save it again as UTF-8.") : null;
    }

    private static string Utf16(ReadOnlySpan<byte> bytes, bool bigEndian)
    {
        try
        {
            return new UnicodeEncoding(bigEndian, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes[2..]);
        }
        catch (DecoderFallbackException)
        {
            throw new NotReadable("Its byte order mark says UTF-16, but it is not: it ends within a character, or half of a surrogate pair stands alone. Save it as UTF-8.");
        }
    }

    private static string Utf8(ReadOnlySpan<byte> bytes, string advice)
    {
        if (Utf8Valid.IsValid(bytes)) return Encoding.UTF8.GetString(bytes);
        var (at, line) = (0, 1);
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == OperationStatus.Done)
        {
            if (bytes[at] == '\n') line++;
            at += length;
        }
        throw new NotReadable(FormattableString.Invariant($"It is not UTF-8: byte {at} (0x{bytes[at]:X2}) on line {line}. {advice}"));
    }

    private static string? Declared(string head)
    {
        if (head.StartsWith("<?xml", StringComparison.Ordinal))
        {
            var end = head.IndexOf("?>", StringComparison.Ordinal);
            if (end > 0 && Value(head[..end], "encoding") is { } xml) return xml;
        }
        for (var at = 0; (at = head.IndexOf("<meta", at, StringComparison.OrdinalIgnoreCase)) >= 0; at += 5)
        {
            var end = head.IndexOf('>', at);
            if (Value(end < 0 ? head[at..] : head[at..end], "charset") is { } meta) return meta;
        }
        return null;
    }

    private static string? Value(string tag, string name)
    {
        var at = tag.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var rest = tag.AsSpan(at + name.Length).TrimStart();
        if (rest.Length == 0 || rest[0] != '=') return null;
        rest = rest[1..].TrimStart(" \t\r\n\"'");
        var end = rest.IndexOfAny(AfterValue);
        var value = (end < 0 ? rest : rest[..end]).ToString().ToLowerInvariant();
        return value.Length == 0 ? null : value;
    }
}
