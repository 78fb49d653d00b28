using System.Text.Json;

namespace Dateline.Server.Reading;

/// <summary>IPTC ninjs, versions 1.0 to 1.x and 2.0 to 2.x (https://www.iptc.org/std/ninjs/userguide/).</summary>
internal static class Ninjs
{
    /// <summary>Whether an object has ninjs's shape: its uri, and no text of the kind that Dateline's own lines have.</summary>
    public static bool Is(JsonElement item) => item.TryGetProperty("uri", out _) && !item.TryGetProperty("text", out _);

    public static Draft Read(JsonElement item, ReadOnlyMemory<byte> original, ReadingLimits limits)
    {
        var uri = item.String("uri");
        if (string.IsNullOrWhiteSpace(uri)) throw new NotReadable("Its \"uri\" is empty. ninjs requires one: the item's identifier.");
        if (item.String("type") is { } type and not ("text" or "composite" or "article"))
            throw new NotReadable($"It is a ninjs item of type \"{TextHygiene.Line(type, 40)}\". Only text is read.");
        var url = Address(item) ?? CanonicalUrl.Of(uri);
        var act = item.String("pubstatus") switch
        {
            null or "" or "usable" => null,
            "canceled" or "cancelled" => "kill",
            "withheld" => "withheld",
            var other => throw new NotReadable($"pubstatus \"{TextHygiene.Line(other, 40)}\" is not one of usable, withheld, canceled.")
        };
        return new Fields(limits)
        {
            Key = uri,
            Url = url,
            Title = item.String("headline") ?? Foremost(item.Items("headlines")) ?? item.String("title") ?? Foremost(item.Items("titles")),
            Author = item.String("byline") ?? item.String("by"),
            Source = Names(item),
            Language = Fields.Tag(item.String("language")),
            Published = item.String("versioncreated") ?? item.String("firstcreated"),
            Text = Body(item, limits),
            Act = act,
            Reason = act is null ? null : item.String("ednote"),
            Revises = act is null ? null : url ?? uri,
            IsSample = item.String("usageterms")?.TrimStart().StartsWith("Sample text", StringComparison.OrdinalIgnoreCase) ?? false
        }.ToDraft("ninjs", original, "application/json");
    }

    // 1.x: body_text, body_html, body_xhtml; 2.x: bodies with a role and a content type. Plain text loses nothing of its paragraphs only in markup.
    private static string Body(JsonElement item, ReadingLimits limits)
    {
        if ((item.String("body_html") ?? item.String("body_xhtml")) is { Length: > 0 } html) return HtmlText.OfFragment(html, limits);
        if (item.String("body_text") is { Length: > 0 } text) return text;
        var bodies = item.Items("bodies").Select(b => (Type: b.String("contenttype") ?? "text/plain", Value: b.String("value"))).Where(b => !string.IsNullOrWhiteSpace(b.Value)).ToArray();
        if (bodies.FirstOrDefault(b => b.Type.Contains("html", StringComparison.OrdinalIgnoreCase)).Value is { } markup) return HtmlText.OfFragment(markup, limits);
        if (bodies.FirstOrDefault(b => b.Type.StartsWith("text/", StringComparison.OrdinalIgnoreCase)).Value is { } plain) return plain;
        return item.String("description_text") ?? Foremost(item.Items("descriptions")) ?? "";
    }

    private static string? Foremost(IEnumerable<JsonElement> values)
    {
        var all = values.ToArray();
        return all.Where(v => v.String("role") is "main").Concat(all).Select(v => v.String("value")).FirstOrDefault(v => !string.IsNullOrWhiteSpace(v));
    }

    private static string? Names(JsonElement item)
    {
        foreach (var name in (ReadOnlySpan<string>)["provider", "source"])
            if (item.TryGetProperty(name, out var value) && (value.ValueKind == JsonValueKind.Object ? value.String("name") ?? value.String("literal") : value.Text()) is { Length: > 0 } said)
                return said;
        return item.Items("infosources").Concat(item.Items("infosource")).Select(s => s.String("name") ?? s.String("literal")).FirstOrDefault(n => !string.IsNullOrWhiteSpace(n))
            ?? item.String("copyrightholder");
    }

    // altids: an object of addresses in 1.x, a list of role and value in 2.x.
    private static string? Address(JsonElement item)
    {
        if (item.TryGetProperty("url", out var url) && CanonicalUrl.Of(url.Text()) is { } direct) return direct;
        if (!item.TryGetProperty("altids", out var ids)) return null;
        var values = ids.ValueKind switch
        {
            JsonValueKind.Object => ids.EnumerateObject().Select(p => p.Value.Text()),
            JsonValueKind.Array => ids.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.Object).Select(v => v.String("value")),
            _ => []
        };
        return values.Select(CanonicalUrl.Of).FirstOrDefault(v => v is not null);
    }
}
