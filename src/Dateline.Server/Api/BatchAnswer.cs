using System.Text.Json;
using System.Threading.Channels;
using Dateline.Server.Commands;
using Dateline.Server.Ingestion;
using Dateline.Server.Observability;

namespace Dateline.Server.Api;

/// <summary>
/// The answer to a batch: a line for each document, in their order, as they are recorded; and where it was not taken to its end, a last line
/// whose outcome is the name of the problem. A batch of which nothing was taken is answered with the problem alone.
/// </summary>
internal static class BatchAnswer
{
    internal const string JsonLines = "application/jsonl";

    /// <summary>Reading and answering do not wait for each other: a client may send all before it reads anything.</summary>
    internal static async Task<IResult> Give(
        HttpContext context, Workspace workspace, JsonSerializerOptions json, BatchBody body, IAsyncEnumerable<Reading.Reading> readings, bool waits)
    {
        var cancellation = context.RequestAborted;
        var ingester = new Ingester(workspace.Newsroom, context.Act(), () => Workspace.Now);
        context.Response.ContentType = JsonLines;
        var lines = Channel.CreateUnbounded<byte[]>(new() { SingleReader = true });
        var writing = Write(lines.Reader, context.Response, cancellation);
        var any = false;
        try
        {
            await foreach (var line in ingester.Ingest(readings, cancellation))
            {
                Meters.Ingested(line.Outcome);
                any = true;
                Tell(line);
            }
            if (body.Broken is { } nothing && !any) return Problems.Of(nothing.Kind, nothing.Reason + " Nothing of it was recorded: send it again.", ("path", nothing.Path));
            if (waits && ingester.Gone is null && !await Sending.Filed(workspace.Engine, cancellation)) Tell(new(null, "not-filed", null, "Everything above is recorded, but not yet filed and shown.", "body"));
            if (ingester.Gone is { } gone) Tell(new(null, Problems.DatabaseAway.Name, null, gone + " What comes after this line was not read: send it again once the database answers.", "body"));
            else if (body.Broken is { } broken) Tell(new(null, broken.Kind.Name, null, broken.Told, broken.Path));
        }
        finally
        {
            lines.Writer.TryComplete();
            await writing;
        }
        return Results.Empty;

        void Tell(IngestLine line) => lines.Writer.TryWrite(JsonSerializer.SerializeToUtf8Bytes(line, json));
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
}
