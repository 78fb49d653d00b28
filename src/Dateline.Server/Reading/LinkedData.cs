using System.Text.Json;

namespace Dateline.Server.Reading;

/// <summary>What a page's JSON-LD says of its article (schema.org/Article). What cannot be read is passed over.</summary>
internal sealed record LinkedData(string? Headline, string? Author, string? Published, string? Modified, string? Publisher, string? Language, string? Url)
{
    public static readonly LinkedData None = new(null, null, null, null, null, null, null);

    /// <summary>This, and the other where this says nothing.</summary>
    public LinkedData Or(LinkedData other) => new(Headline ?? other.Headline, Author ?? other.Author, Published ?? other.Published, Modified ?? other.Modified,
        Publisher ?? other.Publisher, Language ?? other.Language, Url ?? other.Url);

    public static LinkedData Of(string json, ReadingLimits limits)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = limits.MaxJsonDepth, AllowTrailingCommas = true });
            return Article(document.RootElement, limits.MaxItems) is not { } a ? None : new(
                Text(a, "headline") ?? Text(a, "name"), Names(a, "author"), Text(a, "datePublished"), Text(a, "dateModified"), Names(a, "publisher"),
                Text(a, "inLanguage"), CanonicalUrl.Of(Text(a, "url") ?? Text(a, "mainEntityOfPage")));
        }
        catch (JsonException)
        {
            return None;
        }
    }

    private static JsonElement? Article(JsonElement root, int most)
    {
        var waiting = new Queue<JsonElement>([root]);
        while (waiting.TryDequeue(out var here) && most-- > 0)
        {
            if (here.ValueKind == JsonValueKind.Array) foreach (var item in here.EnumerateArray()) waiting.Enqueue(item);
            if (here.ValueKind != JsonValueKind.Object) continue;
            if (IsArticle(here)) return here;
            if (here.TryGetProperty("@graph", out var graph)) waiting.Enqueue(graph);
            if (here.TryGetProperty("mainEntity", out var entity)) waiting.Enqueue(entity);
        }
        return null;
    }

    private static bool IsArticle(JsonElement e)
    {
        if (!e.TryGetProperty("@type", out var type)) return false;
        var names = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.Text()) : [type.Text()];
        return names.Any(n => n is not null && (n.EndsWith("Article", StringComparison.Ordinal) || n.EndsWith("Posting", StringComparison.Ordinal) || n is "Report"));
    }

    private static string? Text(JsonElement e, string name) => e.TryGetProperty(name, out var value)
        ? value.ValueKind == JsonValueKind.Object && value.TryGetProperty("@id", out var id) ? id.Text() : TextHygiene.LineOrNull(value.Text()) : null;

    private static string? Names(JsonElement e, string name)
    {
        if (!e.TryGetProperty(name, out var value)) return null;
        var people = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Take(20) : [value];
        var names = people.Select(p => p.ValueKind == JsonValueKind.Object && p.TryGetProperty("name", out var n) ? n.Text() : p.Text());
        return TextHygiene.LineOrNull(string.Join(", ", names.Where(n => !string.IsNullOrWhiteSpace(n))), 200);
    }
}
