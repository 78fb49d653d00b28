using System.Text.Json;

namespace Dateline.Server.Reading;

/// <summary>One JSON object: a line of JSON Lines in Dateline's own shape, or an item of ninjs.</summary>
internal static class JsonItem
{
    /// <summary>A line or a file of one object.</summary>
    public static Draft Read(ReadOnlyMemory<byte> json, ReadingLimits limits)
    {
        using var document = JsonText.Parse(json, limits);
        return Read(document.RootElement, json, limits);
    }

    /// <summary>An object within a file.</summary>
    public static Draft Read(JsonElement item, ReadOnlyMemory<byte> original, ReadingLimits limits)
    {
        if (item.ValueKind != JsonValueKind.Object) throw new NotReadable("It is not a JSON object. Write one object with at least \"title\" and \"text\".");
        return Ninjs.Is(item) ? Ninjs.Read(item, original, limits) : Own(item, original, limits);
    }

    private static Draft Own(JsonElement item, ReadOnlyMemory<byte> original, ReadingLimits limits)
    {
        var act = item.String("act");
        var text = item.String("text");
        if (text is null && act is null) throw new NotReadable("It has no \"text\". Write an object with at least \"title\" and \"text\", or a ninjs item with \"uri\".");
        return new Fields(limits)
        {
            Key = Id(item),
            Url = item.String("url"),
            Title = item.String("title"),
            Text = text ?? "",
            Source = item.String("source"),
            Author = item.String("author"),
            Published = item.String("publishedAt") ?? item.String("published") ?? item.String("published_at"),
            Date = Said(item, "date_published") ?? Said(item, "datePublished") ?? Said(item, "date"),
            Language = item.String("language"),
            Act = act,
            Reason = item.String("reason"),
            Revises = item.String("revises"),
            IsSample = item.TryGetProperty("sample", out var sample) && (sample.ValueKind == JsonValueKind.True || (sample.Text() is { Length: > 0 } s && s is not ("false" or "no")))
        }.ToDraft("jsonl", original, "application/json");
    }

    private static string? Said(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.Text() : null;

    // Numbers are common as ids, and have one spelling when they are whole.
    private static string? Id(JsonElement item) => item.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out var number)
        ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : item.String("id");
}
