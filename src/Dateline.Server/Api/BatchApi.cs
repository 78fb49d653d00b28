using Dateline.Server.Accounts;
using Dateline.Server.Commands;
using Dateline.Server.Ingestion;
using Dateline.Server.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Dateline.Server.Api;

/// <summary>Many documents at once: JSON Lines or files in, a line of JSON for each out, in their order, as they are recorded.</summary>
internal static class BatchApi
{
    // More than a batch may be: what is too large is read a little further, so that its sender hears how far it was taken.
    private const long LargestRequest = 512 << 20;

    private const string Description =
        "The answer has a line for each document: ingested, revised, withdrawn, unchanged or refused, and why. A batch that is not taken to its end is told so by a last line "
        + "whose outcome is the name of the problem (broken-off, too-large, too-slow, database-away) and whose path is where: what comes before it is recorded, nothing after it. ";

    internal static void Map(RouteGroupBuilder api)
    {
        var documents = api.MapGroup("/documents").WithTags("Documents");
        documents.MapPost("/batch", Batch)
            .WithName("ingestBatch").WithSummary("Records documents from JSON Lines (Dateline's own shape or ninjs); a line of the answer for each").WithDescription(Description)
            .Accepts<DocumentRequest>(BatchAnswer.JsonLines, "application/x-ndjson").Produces<IngestLine>(200, BatchAnswer.JsonLines).Fails(408, 413, 415)
            .WithMetadata(new RequestSizeLimitAttribute(LargestRequest)).RequireAuthorization(Policies.Ingest);
        documents.MapPost("/files", Upload)
            .WithName("ingestFiles").WithSummary("Records the documents in files: text, Markdown, HTML, RSS, Atom, ninjs, JSON Lines; a line of the answer for each document").WithDescription(Description)
            .Accepts<IFormFileCollection>("multipart/form-data").Produces<IngestLine>(200, BatchAnswer.JsonLines).Fails(408, 413, 415)
            .WithMetadata(new RequestSizeLimitAttribute(LargestRequest)).DisableAntiforgery().RequireAuthorization(Policies.Ingest);
    }

    private static async Task<IResult> Batch(HttpContext context, Workspace workspace, IOptions<JsonOptions> json, BatchOptions options, string? source, string? wait, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || !(type.MediaType.Equals(BatchAnswer.JsonLines, StringComparison.OrdinalIgnoreCase) || type.MediaType.Equals("application/x-ndjson", StringComparison.OrdinalIgnoreCase)))
            return Problems.Of(Problems.MediaType, "Send Content-Type: application/jsonl.");
        var body = new BatchBody(Sized(context, options), options, Limits(source));
        return await BatchAnswer.Give(context, workspace, json.Value.SerializerOptions, body, body.Lines(json.Value.SerializerOptions, cancellation), Sending.Waits(wait));
    }

    private static async Task<IResult> Upload(HttpContext context, Workspace workspace, IOptions<JsonOptions> json, BatchOptions options, string? source, string? wait, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || type.MediaType != "multipart/form-data"
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 200 } boundary)
            return Problems.Of(Problems.MediaType, "Send files as multipart/form-data.");
        var body = new BatchBody(Sized(context, options), options, Limits(source));
        return await BatchAnswer.Give(context, workspace, json.Value.SerializerOptions, body, body.Files(boundary, cancellation), Sending.Waits(wait));
    }

    /// <summary>The body, of a request that does not say beforehand that it is too large.</summary>
    private static MeasuredStream Sized(HttpContext context, BatchOptions options) => context.Request.ContentLength is { } length && length > options.Largest
        ? throw new BadHttpRequestException("The batch is too large.", StatusCodes.Status413PayloadTooLarge) : new MeasuredStream(context.Request.Body, options.Largest);

    private static ReadingLimits Limits(string? source) => source is null ? new()
        : TextHygiene.LineOrNull(source, 200) is { } name ? new() { DefaultSource = name } : throw new BadRequest("source is a name, or left out.");
}
