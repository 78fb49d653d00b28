using Microsoft.OpenApi;

namespace Dateline.Server.Api;

/// <summary>Says in the OpenAPI document which headers the answers of an operation can have.</summary>
internal static class ResponseHeaders
{
    private const string Idempotency = "Idempotency-Replayed";

    internal static void Describe(OpenApiOperation operation, IEnumerable<object> metadata)
    {
        var kinds = metadata.Select(m => m.GetType()).ToHashSet();
        var (tagged, repeatable) = (kinds.Contains(typeof(Describing.Tagged)), kinds.Contains(typeof(Describing.TakesIdempotencyKey)));
        var versioned = tagged || repeatable || kinds.Contains(typeof(Describing.NeedsVersion));
        var dated = tagged || kinds.Contains(typeof(Describing.Positioned)) || operation.Parameters?.Any(p => p.Name is "asOf" or "AsOf") == true;
        foreach (var (status, response) in operation.Responses ?? [])
        {
            if (response is not OpenApiResponse answer) continue;
            var done = status[0] == '2' || status == "304";
            Add(answer, "Dateline-Request", JsonSchemaType.String, "What the request is called in logs and, where it recorded something, as the correlation of its events.");
            if (done && versioned) Add(answer, "ETag", JsonSchemaType.String, "The version, to send with If-Match; of what was read also a hash of the answer.");
            // What was not found was looked for up to a position as well.
            if (dated && (done || status is "400" or "404" or "422")) Add(answer, "Dateline-Position", JsonSchemaType.Integer, "The position that the log was read up to: with position= the answer stays the same for ever.");
            if (done && answer.Content?.Keys.Any(static type => type is not ("application/json" or "text/plain" or "text/event-stream")) == true)
                Add(answer, "Content-Disposition", JsonSchemaType.String, "The name of a file to keep it as.");
            if (repeatable && status is not ("401" or "403" or "429" or "500" or "503"))
                Add(answer, Idempotency, JsonSchemaType.Boolean, "That the request with this Idempotency-Key was answered before, and this is that answer.");
            Of(status, answer);
        }
    }

    private static void Of(string status, OpenApiResponse answer)
    {
        switch (status)
        {
            case "201": Add(answer, "Location", JsonSchemaType.String, "The path of what was made."); break;
            case "202": Add(answer, "Location", JsonSchemaType.String, "The path where to ask what came of it."); break;
            case "401": Add(answer, "WWW-Authenticate", JsonSchemaType.String, "Bearer: an API key is taken."); break;
            case "409" or "429" or "503": Add(answer, "Retry-After", JsonSchemaType.Integer, "After how many seconds to try again, where that is known."); break;
            case "415": Add(answer, "Accept-Encoding", JsonSchemaType.String, "The encodings of bodies that are taken, where another one was sent (RFC 9110, 12.5.3)."); break;
        }
    }

    private static void Add(OpenApiResponse answer, string name, JsonSchemaType type, string description) =>
        (answer.Headers ??= new Dictionary<string, IOpenApiHeader>()).TryAdd(name, new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = type } });
}
