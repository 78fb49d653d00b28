using System.Text.Json;
using Dateline.Documents;
using Dateline.Postgres.Queries;
using Dateline.Server.Accounts;
using Dateline.Server.Commands;
using Dateline.Server.Hosting;
using Dateline.Server.Ingestion;
using Dateline.Server.Observability;
using Dateline.Server.Reading;
using Dateline.Stories;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Document = Dateline.Documents.Document;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Dateline.Server.Api;

/// <summary>A document as it is sent.</summary>
/// <param name="Text">The whole text; may be left out where <paramref name="Act"/> takes a document back.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Source">Who published it.</param>
/// <param name="Url">Where it is published; it is the document's identity where there is one.</param>
/// <param name="Id">The publisher's own id of it, the identity where there is no url.</param>
/// <param name="PublishedAt">When, as 2026-02-28T18:00:00Z, or the day alone.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Language">BCP 47 language tag.</param>
/// <param name="Act">The publisher's act on another document: correction, kill, takedown or withheld.</param>
/// <param name="Reason">The publisher's words about the act.</param>
/// <param name="Revises">The url or id of the document that this one revises or acts upon.</param>
/// <param name="Sample">Whether it is a sample.</param>
internal sealed record DocumentRequest(
    string? Text = null, string? Title = null, string? Source = null, string? Url = null, string? Id = null, string? PublishedAt = null, string? Author = null,
    string? Language = null, string? Act = null, string? Reason = null, string? Revises = null, bool? Sample = null);

/// <summary>What became of a document.</summary>
/// <param name="Document">Its id.</param>
/// <param name="Outcome">ingested, revised, withdrawn or unchanged.</param>
/// <param name="Position">The position of its event, where one was recorded.</param>
/// <param name="Filed">With <c>wait=filed</c>: whether it was filed and shown in time.</param>
internal sealed record IngestAnswer(string Document, string Outcome, long? Position, bool? Filed)
{
    /// <summary>How the publication time that was recorded is known; null where the document states it, or nothing was recorded.</summary>
    public Dating? Dating { get; init; }
}

/// <summary><c>/documents</c>: reading them, and one at a time coming in. See <see cref="BatchApi"/> for many.</summary>
internal static class DocumentsApi
{
    private const int LargestDocument = 16 << 20;

    internal static void Map(RouteGroupBuilder api)
    {
        var documents = api.MapGroup("/documents").WithTags("Documents");
        documents.MapGet("", List)
            .WithName("listDocuments").WithSummary("Documents as they stood, latest published first").Answers<Page<ListedDocument>>(422).RequireAuthorization(Policies.Read);
        documents.MapPost("", Ingest)
            .WithName("ingestDocument").WithSummary("Records one document, durably before the answer").Accepts<DocumentRequest>("application/json")
            .Answers<IngestAnswer>(408, 409, 413, 415, 422).Produces<IngestAnswer>(StatusCodes.Status201Created)
            .WithMetadata(new Describing.TakesIdempotencyKey(), new RequestSizeLimitAttribute(LargestDocument)).RequireAuthorization(Policies.Ingest);
        documents.MapGet("/{id}", One)
            .WithName("getDocument").WithSummary("A document with its revisions and the mentions in them").Answers<DocumentPage>(404, 422).WithTag().RequireAuthorization(Policies.Read);
        documents.MapGet("/{id}/revisions/{revision:int}/original", Original)
            .WithName("getOriginal").WithSummary("The bytes of a revision as they arrived")
            .Produces<Stream>(200, "application/octet-stream").Fails(404).RequireAuthorization(Policies.Read);
        RedactionsApi.Map(documents);
        documents.MapPost("/{id}/move", Move)
            .WithName("moveDocument").WithSummary("Moves a document to another story; If-Match is the version of the story that it leaves").Acts().RequireAuthorization(Policies.Edit);
    }

    private static async Task<Page<ListedDocument>> List(
        [AsParameters] MomentQuery moment, [AsParameters] PageQuery page, string? source, HttpContext context, Workspace workspace, Lists lists, CancellationToken cancellation)
    {
        var reach = await moment.Of(context, workspace, "documents");
        return PageQuery.Of(
            await lists.Documents(source, reach.Through, reach.PublishedBy, page.AtAndId, page.Most + 1, cancellation), page.Most, d => [d.PublishedAt, d.Id]);
    }

    private static async Task<IResult> Ingest(HttpContext context, Workspace workspace, IOptions<JsonOptions> json, string? wait, CancellationToken cancellation)
    {
        if (!context.Request.HasJsonContentType()) return Problems.Of(Problems.MediaType);
        var waits = Sending.Waits(wait);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, cancellation);
        var bytes = body.ToArray();
        if (JsonSerializer.Deserialize<DocumentRequest>(bytes, json.Value.SerializerOptions) is null) throw new BadRequest("The body is null. Send one JSON object.");
        var reading = Formats.Attempt("body", () => JsonItem.Read(bytes, new ReadingLimits()));
        var ingester = new Ingester(context.Newsroom(workspace), context.Act(), () => Workspace.Now) { Patience = TimeSpan.FromSeconds(5) };
        var line = await ingester.Ingest(Just(reading), cancellation).SingleAsync(cancellation);
        Meters.Ingested(line.Outcome);
        if (ingester.Gone is not null) return Problems.Of(Problems.DatabaseAway);
        if (line.Outcome == "refused") return Problems.Of(Problems.RefusedByRule, line.Reason);
        var answer = new IngestAnswer(line.Document!, line.Outcome, line.Position, waits ? await Sending.Filed(workspace.Engine, cancellation) : null) { Dating = line.Dating };
        return line.Outcome == "ingested" ? TypedResults.Created($"/api/v1/documents/{line.Document}", answer) : TypedResults.Ok(answer);
    }

    private static async Task<IResult> One(string id, [AsParameters] MomentQuery moment, Workspace workspace, CancellationToken cancellation)
    {
        var (page, position, then) = await Moments.Document(workspace, id.Known("document"), moment.Asked, cancellation);
        if (page is null) throw new Missing($"There is no document {id}{(then is null ? "." : " then.")}");
        var version = (await workspace.Newsroom.Load<Document>(Ids.Document(id), position, cancellation)).Version;
        return new Seen<DocumentPage>(page, version, position);
    }

    private static async Task<IResult> Original(HttpContext context, string id, int revision, Workspace workspace, CancellationToken cancellation)
    {
        var page = await DocumentPage.Of(workspace.Newsroom, id.Known("document"), null, cancellation);
        var found = page?.Revisions.FirstOrDefault(r => r.Number == revision) ?? throw new Missing($"There is no revision {revision} of {id}.");
        var bytes = await workspace.Board.Original(found.OriginalSha256, cancellation) ?? throw new Missing("The bytes as they arrived are not kept any more.");
        // Strangers' bytes are never shown as a page of this site.
        context.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return Results.File(bytes, "application/octet-stream", $"{page!.Id}-{revision}.bin");
    }

    private static async Task<IResult> Move(string id, MoveRequest body, HttpContext context, Workspace workspace, string? wait, CancellationToken cancellation)
    {
        await Sending.Needed<Document>(workspace, Ids.Document(id.Known("document")), $"There is no document {id}.", cancellation);
        await StoryActs.Exists(workspace, body.To.Known("story"), cancellation, StoryActs.OverHttp);
        var from = await Whereabouts.StoryOf(workspace.Newsroom, id, cancellation);
        return await Sending.Send(context, workspace, new MoveDocument(from, id, body.To, context.User.PersonName(), body.Reason), body.Reason, wait);
    }

    private static async IAsyncEnumerable<Reading.Reading> Just(Reading.Reading reading)
    {
        await Task.CompletedTask;
        yield return reading;
    }
}
