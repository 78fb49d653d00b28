using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Dateline.Server.Api;

/// <summary>
/// A thing as it was read: its ETag is the version of its stream and a hash of the answer, so that If-None-Match tells exactly whether anything
/// of it has changed, and If-Match what the client had seen. The position that was read up to stands in a header: it moves while the thing stays.
/// </summary>
internal sealed class Seen<T>(T value, long version, long position) : IResult
{
    public async Task ExecuteAsync(HttpContext context)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions);
        var tag = Tags.Of(version, json);
        var response = context.Response;
        response.Headers.ETag = tag.ToString();
        response.Headers["Dateline-Position"] = $"{position}";
        if (context.Request.GetTypedHeaders().IfNoneMatch is { Count: > 0 } seen && seen.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        (response.ContentType, response.ContentLength) = ("application/json; charset=utf-8", json.Length);
        await response.Body.WriteAsync(json, context.RequestAborted);
    }
}

/// <summary>ETags: a version, and what the answer showed of it.</summary>
internal static class Tags
{
    private const int HashLength = 16;

    /// <summary>The ETag of an answer.</summary>
    internal static EntityTagHeaderValue Of(long version, ReadOnlySpan<byte> answer) => new($"\"{version}-{Ids.Sha256(answer)[..HashLength]}\"");

    /// <summary>The version in an ETag, or alone as the answers to acts tell it; null where it is none of ours.</summary>
    internal static long? Version(EntityTagHeaderValue tag)
    {
        var text = tag.Tag.AsSpan().Trim('"');
        var end = text.IndexOf('-');
        if (end >= 0 && (text[(end + 1)..] is not { Length: HashLength } hash || !hash.TrimStart("0123456789abcdef").IsEmpty)) return null;
        return long.TryParse(end < 0 ? text : text[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
    }
}
