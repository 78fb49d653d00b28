using System.Net;
using System.Text;
using System.Text.Json;

namespace Dateline.Documents;

/// <summary>Bytes that are kept as they arrived, as texts.</summary>
internal static class KeptBytes
{
    /// <summary>What they may say: as UTF-8 and as Latin-1, with character references resolved, and the texts of JSON with its escapes resolved.</summary>
    internal static IEnumerable<string> Readings(byte[] bytes)
    {
        foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.Latin1])
        {
            var text = encoding.GetString(bytes);
            yield return WebUtility.HtmlDecode(text);
        }
        if (Json(bytes) is { } json) yield return json;
    }

    private static string? Json(byte[] bytes)
    {
        var said = new StringBuilder();
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { AllowMultipleValues = true });
        try
        {
            while (reader.Read())
                if (reader.TokenType is JsonTokenType.String) said.Append(reader.GetString()).Append('\n');
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // No JSON, or broken from here on.
        }
        return said.Length > 0 ? said.ToString() : null;
    }
}
