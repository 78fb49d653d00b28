using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Dateline.Server.Reading;

/// <summary>Strings out of JSON that nobody vouches for.</summary>
internal static class JsonText
{
    /// <summary>The string, or null for any other kind of value. A lone surrogate escape, which .NET refuses to read, stays in it for <see cref="TextHygiene"/>.</summary>
    public static string? Text(this JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return Unescape(value.GetRawText());
        }
    }

    /// <summary>A property's string; null when it is absent or null.</summary>
    /// <exception cref="NotReadable">It is something else.</exception>
    public static string? String(this JsonElement item, string name) => !item.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.Text() ?? throw new NotReadable($"\"{name}\" is {Kind(value)} where a string is expected. Put it in quotation marks.");

    /// <summary>A property's elements when it is an array; else none.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.Object) : [];

    /// <summary>A JSON text; the caller disposes it.</summary>
    /// <exception cref="NotReadable">It is not JSON, or nests too deep.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> json, ReadingLimits limits)
    {
        if (!System.Text.Unicode.Utf8.IsValid(json.Span)) Charset.Unicode(json);
        try
        {
            return JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = limits.MaxJsonDepth });
        }
        catch (JsonException e)
        {
            var where = e.LineNumber is > 0 ? FormattableString.Invariant($"line {e.LineNumber + 1}, byte {e.BytePositionInLine}") : FormattableString.Invariant($"byte {e.BytePositionInLine}");
            throw new NotReadable(NestsDeeper(json.Span, limits.MaxJsonDepth)
                ? $"Its JSON nests more than {limits.MaxJsonDepth} deep ({where}). Write it flat."
                : $"It is not JSON, at {where}. Check quotation marks, commas and brackets there.");
        }
    }

    private static bool NestsDeeper(ReadOnlySpan<byte> json, int depth)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = depth + 1 });
        try
        {
            while (reader.Read())
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= depth) return true;
        }
        catch (JsonException)
        {
        }
        return false;
    }

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        JsonValueKind.Array => "a list",
        _ => "an object"
    };

    private static string Unescape(string raw)
    {
        var plain = new StringBuilder(raw.Length);
        for (var i = 1; i < raw.Length - 1; i++)
        {
            if (raw[i] != '\\') { plain.Append(raw[i]); continue; }
            plain.Append(raw[++i] switch
            {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'b' or 'f' => ' ',
                'u' => (char)ushort.Parse(raw.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                var other => other
            });
            if (raw[i] == 'u') i += 4;
        }
        return plain.ToString();
    }
}
