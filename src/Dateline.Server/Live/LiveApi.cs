using System.Diagnostics;
using System.Globalization;
using System.Text;
using Dateline.Postgres.Queries;
using Dateline.Server.Accounts;
using Dateline.Server.Api;
using Dateline.Server.Commands;
using Dateline.Server.Observability;
using Microsoft.AspNetCore.Http.Features;
using Claim = Dateline.Claims.Claim;
using Story = Dateline.Stories.Story;

namespace Dateline.Server.Live;

/// <summary>How live streams are kept.</summary>
internal sealed record LiveOptions
{
    /// <summary>A stream says where it is so often, and whether whoever listens is still let in is looked at again.</summary>
    internal TimeSpan Beat { get; init; } = TimeSpan.FromSeconds(15);
}

/// <summary><c>/live</c>: server-sent events (WHATWG HTML, 9.2) of what was recorded and is shown, from any position on.</summary>
internal static class LiveApi
{
    internal static void Map(RouteGroupBuilder api) => api.MapGet("/live", Stream).WithTags("Log").WithName("live")
        .WithSummary("Server-sent events of what is recorded once it is shown, from after Last-Event-ID (or after) on, or from now on")
        .Produces<LiveEvent>(200, "text/event-stream").Fails(404).Resumes().RequireAuthorization(Policies.Read);

    private static async Task Stream(
        HttpContext context, LiveTail tail, LiveOptions options, Workspace workspace, IHostApplicationLifetime lifetime, string? story, string? claim, string? kind, long? after)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        using var counted = Meters.Listening();
        try
        {
            var filter = await Filter(workspace, story, claim, kind, ending.Token);
            var position = await Begin(context, tail, workspace, after, ending.Token);
            var response = context.Response;
            response.ContentType = "text/event-stream";
            response.Headers.CacheControl = "no-store";
            response.Headers["X-Accel-Buffering"] = "no";
            context.Features.Get<IHttpResponseBodyFeature>()!.DisableBuffering();
            await Write(response, $"retry: 2000\nid: {position}\n\n", ending.Token);
            var looked = Stopwatch.GetTimestamp();
            while (true)
            {
                // Whatever is recorded: a busy log keeps nobody in.
                if (Stopwatch.GetElapsedTime(looked) >= options.Beat)
                {
                    if (!await StillIn.Check(context)) return;
                    looked = Stopwatch.GetTimestamp();
                    // An id without data moves the client's Last-Event-ID past what the filter left out.
                    await Write(response, $": \nid: {position}\n\n", ending.Token);
                }
                var wake = tail.Next;
                var (events, upTo) = await tail.After(position, filter, ending.Token);
                foreach (var told in events) await response.Body.WriteAsync(told.Bytes, ending.Token);
                if (events.Count > 0) await response.Body.FlushAsync(ending.Token);
                if (upTo > position)
                {
                    position = upTo;
                    continue;
                }
                await Wait(wake, options.Beat - Stopwatch.GetElapsedTime(looked), ending.Token);
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // Whoever listened has left, or the server stops: they resume after the last id that they got. An answer that has not begun is none: they ask again.
            if (!context.Response.HasStarted) context.Abort();
        }
    }

    private static async Task<LiveFilter> Filter(Workspace workspace, string? story, string? claim, string? kind, CancellationToken cancellation)
    {
        string[]? types = kind?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (types is [] || types?.FirstOrDefault(t => EventTypes.TypeOf(t) is null) is not null)
            throw new BadRequest($"kind names events, with commas between them: {string.Join(", ", EventTypes.All.Select(e => e.Name))}.");
        if (story is not null) await Sending.Needed<Story>(workspace, Ids.Story(story.Known("story")), $"There is no story {story}.", cancellation);
        if (claim is not null) await Sending.Needed<Claim>(workspace, Ids.Claim(claim.Known("claim")), $"There is no claim {claim}.", cancellation);
        return new(story, claim, types);
    }

    /// <summary>The position after which the stream begins.</summary>
    private static async Task<long> Begin(HttpContext context, LiveTail tail, Workspace workspace, long? after, CancellationToken cancellation)
    {
        var shown = await tail.Position(cancellation);
        if (context.Request.Headers["Last-Event-ID"] is [{ Length: > 0 } last])
            after = long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : throw new BadRequest("Last-Event-ID is not one that this stream gave.");
        if (after is not { } position) return shown;
        if (position < 0 || (position > shown && position > await workspace.Engine.Head(cancellation)))
            throw new BadRequest("There is no such position in this log yet. Leave Last-Event-ID and after out to begin now.");
        return position;
    }

    /// <summary>Waits until there may be more, or the time is over.</summary>
    private static async Task Wait(Task wake, TimeSpan most, CancellationToken cancellation)
    {
        try
        {
            await wake.WaitAsync(most > TimeSpan.Zero ? most : TimeSpan.Zero, cancellation);
        }
        catch (TimeoutException)
        {
            // Time to look at who listens.
        }
    }

    private static async Task Write(HttpResponse response, string text, CancellationToken cancellation)
    {
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation);
        await response.Body.FlushAsync(cancellation);
    }
}
