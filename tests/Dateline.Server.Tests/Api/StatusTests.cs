using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Accounts;
using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Api;

/// <summary>Every operation is asked with parameters, headers and bodies that will not do: it answers with no status that the description does not list.</summary>
public sealed class StatusTests(Shell shell) : FilledHost(shell)
{
    private static readonly string[] values = ["", "%00", "-1", "0", "9999999", "99999999999999999999", "zz", "true", "2026-02-30", "2026-01-20", "last-looked", "WyIxIl0", "WyIxIiwiYSJd", "a%2fb", new('x', 300)];
    private static readonly string[] matches = ["", "*", "\"999\"", "\"1\", \"2\"", "W/\"1\"", "mood"];
    // What HTTP itself is about, and what keeps browsers from harm.
    private static readonly string[] everywhere =
    [
        "Date", "Server", "Connection", "Transfer-Encoding", "Content-Type", "Content-Length", "Cache-Control", "Vary", "Allow", "Set-Cookie", "Content-Security-Policy", "X-Content-Type-Options",
        "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Permissions-Policy", "X-Frame-Options", "Referrer-Policy", "Strict-Transport-Security", "Pragma", "Expires", "X-Accel-Buffering"
    ];
    private JsonElement schemas;

    [Fact]
    public async Task no_operation_answers_with_a_status_that_is_not_described()
    {
        var document = await Site.Anonymous.GetFromJsonAsync<JsonElement>("/openapi/v1.json", ApiHost.Cancellation);
        schemas = document.GetProperty("components").GetProperty("schemas");
        using var root = await Site.Key("Root", Role.Administrator);
        using var browser = await Site.Browser("Root", Role.Administrator);
        var real = await Real();
        SortedSet<string> undescribed = new(StringComparer.Ordinal);
        foreach (var path in document.GetProperty("paths").EnumerateObject())
            foreach (var operation in path.Value.EnumerateObject().Where(o => o.Name != "parameters"))
            {
                var described = operation.Value.GetProperty("responses").EnumerateObject().ToDictionary(
                    r => r.Name, r => r.Value.TryGetProperty("headers", out var h) ? h.EnumerateObject().Select(n => n.Name).ToHashSet(StringComparer.OrdinalIgnoreCase) : []);
                var client = operation.Value.GetProperty("security").GetArrayLength() == 1 ? browser : root;
                foreach (var request in Requests(path.Name, operation.Name, operation.Value, real))
                {
                    var asked = $"{request.Method} {request.RequestUri} {request.Headers.IfMatch}";
                    using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ApiHost.Cancellation);
                    var (called, status) = (operation.Value.GetProperty("operationId"), (int)answer.StatusCode);
                    // That a fault of the server is described makes none right.
                    if (status == 500 || !described.TryGetValue($"{status}", out var known)) undescribed.Add($"{called}: {status} for {asked}");
                    else foreach (var header in answer.Headers.Concat(answer.Content.Headers).Select(h => h.Key).Except(known, StringComparer.OrdinalIgnoreCase).Except(everywhere, StringComparer.OrdinalIgnoreCase))
                        undescribed.Add($"{called}: {status} has {header}");
                }
            }
        Assert.True(undescribed.Count == 0, string.Join('\n', undescribed.Take(60)));
    }

    private IEnumerable<HttpRequestMessage> Requests(string path, string method, JsonElement operation, IReadOnlyDictionary<string, string> real)
    {
        var parameters = operation.TryGetProperty("parameters", out var all) ? all.EnumerateArray().ToList() : [];
        foreach (var address in Addresses(path, real))
        {
            // What is asked for without a body: each parameter with each value, and one that there is not.
            foreach (var query in parameters.Where(p => p.GetProperty("in").GetString() == "query").SelectMany(p => values.Select(v => $"?{p.GetProperty("name")}={v}")).Append("?mood=good").Append(""))
                yield return Request(method, address + query, "*");
            if (!operation.TryGetProperty("requestBody", out var taken)) continue;
            var (media, schema) = taken.GetProperty("content").EnumerateObject().Select(c => (c.Name, c.Value.TryGetProperty("schema", out var s) ? s : default)).First();
            var whole = Sample(schema)?.ToJsonString() ?? "x";
            string[] bodies = [whole, "", "null", "{}", "[]", "\"x\"", "{\"reason\":\"x\"}", "{\"reason\":1}", whole.Length > 1 ? whole[..^1] : "{", "\0", .. Spoilt(whole)];
            foreach (var body in bodies) yield return Request(method, address, "*", body, media);
            foreach (var match in matches) yield return Request(method, address, match, whole, media);
            foreach (var other in new[] { "application/json", "text/plain", "multipart/form-data", "x/y" }) yield return Request(method, address, "*", whole, other);
            foreach (var packing in new[] { "gzip", "zstd", "mood" })
            {
                var packed = Request(method, address, "*", whole, media);
                packed.Content!.Headers.ContentEncoding.Add(packing);
                yield return packed;
            }
            foreach (var key in new[] { "k", "not a key" })
                foreach (var body in new[] { whole, "{}" })
                {
                    var again = Request(method, address, "*", body, media);
                    again.Headers.TryAddWithoutValidation("Idempotency-Key", key);
                    yield return again;
                }
        }
    }

    private static HttpRequestMessage Request(string method, string address, string match, string? body = null, string? media = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Parse(method), address) { Content = body is null ? null : new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        if (media is not null) request.Content!.Headers.TryAddWithoutValidation("Content-Type", media);
        if (match.Length > 0) request.Headers.TryAddWithoutValidation("If-Match", match);
        return request;
    }

    /// <summary>The address with an id that there is, where it is known, and with some that there are not.</summary>
    private static IEnumerable<string> Addresses(string path, IReadOnlyDictionary<string, string> real)
    {
        var parts = path.Split('/');
        if (real.TryGetValue(parts[3], out var id)) yield return Filled(id);
        foreach (var other in path.Contains('{', StringComparison.Ordinal) ? ["x", "1", "%00"] : new[] { "x" }) yield return Filled(other);

        string Filled(string value) => string.Join('/', parts.Select((p, i) => !p.StartsWith('{') ? p : i == 4 || parts[3] != "claims" ? value : "v-0"));
    }

    /// <summary>A body of the described form.</summary>
    private JsonNode? Sample(JsonElement schema, int depth = 0)
    {
        if (schema.ValueKind != JsonValueKind.Object || depth > 6) return null;
        if (schema.TryGetProperty("$ref", out var reference)) return Sample(schemas.GetProperty(reference.GetString()!.Split('/')[^1]), depth + 1);
        if (schema.TryGetProperty("oneOf", out var choices)) return Sample(choices.EnumerateArray().Last(), depth + 1);
        if (schema.TryGetProperty("enum", out var words)) return JsonNode.Parse(words[0].GetRawText());
        var type = !schema.TryGetProperty("type", out var t) ? "object" : t.ValueKind == JsonValueKind.Array ? t.EnumerateArray().First(x => x.GetString() != "null").GetString() : t.GetString();
        return type switch
        {
            "string" => "x",
            "integer" or "number" => 1,
            "boolean" => true,
            "array" => new JsonArray(Sample(schema.GetProperty("items"), depth + 1)),
            _ => new JsonObject(schema.TryGetProperty("properties", out var fields) ? fields.EnumerateObject().Select(f => KeyValuePair.Create(f.Name, Sample(f.Value, depth + 1))) : [])
        };
    }

    /// <summary>The body with each of its fields left out, of another type, empty, or invisible.</summary>
    private static IEnumerable<string> Spoilt(string whole)
    {
        if (!whole.StartsWith('{')) yield break;
        foreach (var field in JsonNode.Parse(whole)!.AsObject().Select(f => f.Key).ToList())
            foreach (var value in new JsonNode?[] { null, 7, "", "\u200b", "\0", new JsonArray(), new JsonObject() })
            {
                var spoilt = JsonNode.Parse(whole)!.AsObject();
                spoilt[field] = value;
                yield return spoilt.ToJsonString();
            }
    }

    private async Task<IReadOnlyDictionary<string, string>> Real() => new Dictionary<string, string>
    {
        ["stories"] = (await Ana.Get("/api/v1/stories")).Items()[0].GetProperty("id").GetString()!,
        ["claims"] = (await Ana.Get("/api/v1/claims")).Items()[0].GetProperty("id").GetString()!,
        ["documents"] = (await Ana.Get("/api/v1/documents")).Items()[0].GetProperty("id").GetString()!,
        ["sources"] = "harbour-wire",
        ["audit"] = "1",
        ["policies"] = "status-rules@1",
        ["followers"] = "board"
    };
}
