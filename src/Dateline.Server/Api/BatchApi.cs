using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Dateline.Server.Accounts;
using Dateline.Server.Commands;
using Dateline.Server.Ingestion;
using Dateline.Server.Observability;
using Dateline.Server.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Dateline.Server.Api;

/// <summary>Many documents at once: JSON Lines or files in, a line of JSON for each out, in their order, as they are recorded.</summary>
internal static class BatchApi
{
    private const long LargestBatch = 256 << 20;
    private const int MostFiles = 1000;
    private const string JsonLines = "application/jsonl";

    internal static void Map(RouteGroupBuilder api)
    {
        var documents = api.MapGroup("/documents").WithTags("Documents");
        documents.MapPost("/batch", Batch)
            .WithName("ingestBatch").WithSummary("Records documents from JSON Lines (Dateline's own shape or ninjs); a line of the answer for each")
            .Accepts<DocumentRequest>(JsonLines, "application/x-ndjson").Produces<IngestLine>(200, JsonLines).Fails(408, 413, 415)
            .WithMetadata(new RequestSizeLimitAttribute(LargestBatch)).RequireAuthorization(Policies.Ingest);
        documents.MapPost("/files", Upload)
            .WithName("ingestFiles").WithSummary("Records the documents in files: text, Markdown, HTML, RSS, Atom, ninjs, JSON Lines; a line of the answer for each document")
            .Accepts<IFormFileCollection>("multipart/form-data").Produces<IngestLine>(200, JsonLines).Fails(408, 413, 415)
            .WithMetadata(new RequestSizeLimitAttribute(LargestBatch)).DisableAntiforgery().RequireAuthorization(Policies.Ingest);
    }

    private static async Task<IResult> Batch(HttpContext context, Workspace workspace, IOptions<JsonOptions> json, string? source, string? wait, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || !(type.MediaType.Equals(JsonLines, StringComparison.OrdinalIgnoreCase) || type.MediaType.Equals("application/x-ndjson", StringComparison.OrdinalIgnoreCase)))
            return Problems.Of(Problems.MediaType, "Send Content-Type: application/jsonl.");
        await Answer(context, workspace, json.Value.SerializerOptions, new DocumentReader(Limits(source)).Lines("body", context.Request.Body, cancellation), Sending.Waits(wait));
        return Results.Empty;
    }

    private static async Task<IResult> Upload(HttpContext context, Workspace workspace, IOptions<JsonOptions> json, string? source, string? wait, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || type.MediaType != "multipart/form-data"
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 200 } boundary)
            return Problems.Of(Problems.MediaType, "Send files as multipart/form-data.");
        await Answer(context, workspace, json.Value.SerializerOptions, Files(new(boundary, context.Request.Body), Limits(source), cancellation), Sending.Waits(wait));
        return Results.Empty;
    }

    /// <summary>Names are what files are called in the answer, and tell the format; nothing is ever written under them.</summary>
    private static async IAsyncEnumerable<Reading.Reading> Files(MultipartReader parts, ReadingLimits limits, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var number = 1; ; number++)
        {
            MultipartSection? part = null;
            string? wrong = null;
            try
            {
                part = await parts.ReadNextSectionAsync(cancellation);
            }
            catch (Exception e) when (e is IOException or InvalidDataException)
            {
                wrong = "The request breaks off here or is no multipart/form-data. What came before is recorded; send the rest again.";
            }
            if (wrong is not null || number > MostFiles) yield return new Unreadable("body", wrong ?? $"At most {MostFiles} files are taken at once. Send the rest in another request.");
            if (part is null || number > MostFiles) yield break;
            var file = part.GetContentDispositionHeader() is { } disposition ? HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value : null;
            var name = TextHygiene.LineOrNull(file is null ? null : Path.GetFileName(file.Replace('\\', '/')), 200) ?? $"part {number}";
            await foreach (var reading in One(name, part.Body, limits, cancellation)) yield return reading;
        }
    }

    private static async IAsyncEnumerable<Reading.Reading> One(string name, Stream body, ReadingLimits limits, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var kind = Formats.OfName(name);
        if (kind == Format.Lines)
        {
            await foreach (var reading in new DocumentReader(limits).Lines(name, body, cancellation)) yield return reading;
            yield break;
        }
        ReadOnlyMemory<byte> bytes = default;
        string? wrong = null;
        try
        {
            bytes = await Reading.Files.Bytes(body, kind == Format.Xml ? limits.MaxCollectionBytes : limits.MaxDocumentBytes, "Split it into smaller files.", cancellation);
        }
        catch (NotReadable e)
        {
            wrong = e.Message;
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            wrong = "It did not arrive whole. Send it again.";
        }
        if (wrong is not null) yield return new Unreadable(name, wrong);
        else foreach (var reading in Formats.Read(name, bytes, kind, limits)) yield return reading;
    }

    /// <summary>Reading and answering do not wait for each other: a client may send all before it reads anything.</summary>
    private static async Task Answer(HttpContext context, Workspace workspace, JsonSerializerOptions json, IAsyncEnumerable<Reading.Reading> readings, bool waits)
    {
        var cancellation = context.RequestAborted;
        var ingester = new Ingester(workspace.Newsroom, context.Act(), () => Workspace.Now);
        context.Response.ContentType = JsonLines;
        var lines = Channel.CreateUnbounded<byte[]>(new() { SingleReader = true });
        var writing = Write(lines.Reader, context.Response, cancellation);
        try
        {
            await foreach (var line in ingester.Ingest(readings, cancellation))
            {
                Meters.Ingested(line.Outcome);
                lines.Writer.TryWrite(JsonSerializer.SerializeToUtf8Bytes(line, json));
            }
            if (ingester.Gone is { } gone) lines.Writer.TryWrite(JsonSerializer.SerializeToUtf8Bytes(new IngestLine(null, "refused", null, gone + " What comes after this line was not read.", "body"), json));
            else if (waits && !await Sending.Filed(workspace.Engine, cancellation))
                lines.Writer.TryWrite(JsonSerializer.SerializeToUtf8Bytes(new IngestLine(null, "not-filed", null, "Everything above is recorded, but not yet filed and shown.", "body"), json));
        }
        finally
        {
            lines.Writer.TryComplete();
            await writing;
        }
    }

    private static async Task Write(ChannelReader<byte[]> lines, HttpResponse response, CancellationToken cancellation)
    {
        while (await lines.WaitToReadAsync(cancellation))
        {
            while (lines.TryRead(out var line))
            {
                await response.Body.WriteAsync(line, cancellation);
                await response.Body.WriteAsync("\n"u8.ToArray(), cancellation);
            }
            await response.Body.FlushAsync(cancellation);
        }
    }

    private static ReadingLimits Limits(string? source) => source is null ? new()
        : TextHygiene.LineOrNull(source, 200) is { } name ? new() { DefaultSource = name } : throw new BadRequest("source is a name, or left out.");
}
