using Dateline.Postgres.Queries;
using Dateline.Server.Accounts;
using Dateline.Server.Commands;
using Dateline.Server.Hosting;

namespace Dateline.Server.Api;

/// <summary>A follower and how far it is behind the log.</summary>
internal sealed record FollowerAnswer(string Name, long Position, long Lag, string State, long? StoppedAt, string? Error, long SetAside);

/// <summary>How everything fares.</summary>
/// <param name="Head">The position of the last event.</param>
/// <param name="Followers">The followers.</param>
/// <param name="SetAside">Events that were set aside, the first hundred.</param>
/// <param name="Database">What can be said of the database.</param>
/// <param name="Rebuilds">Rebuilds that this process runs or ran.</param>
internal sealed record FollowersAnswer(
    long Head, IReadOnlyList<FollowerAnswer> Followers, IReadOnlyList<SetAside> SetAside, DatabaseHealth Database, IReadOnlyList<RebuildAnswer> Rebuilds);

/// <summary>How far a rebuild is.</summary>
/// <param name="View">The view.</param>
/// <param name="State">running, done or failed.</param>
/// <param name="At">The position reached.</param>
/// <param name="Of">The position to reach.</param>
/// <param name="Error">Why it failed.</param>
internal sealed record RebuildAnswer(string View, string State, long At, long Of, string? Error);

/// <summary>An event that whoever leads is going to try again.</summary>
/// <param name="Follower">Who set it aside.</param>
/// <param name="Position">Its position.</param>
internal sealed record RetryAnswer(string Follower, long Position);

/// <summary>Followers, rebuilds and what else <c>dateline doctor</c> says.</summary>
internal static class FollowersApi
{
    internal static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/followers", Show).WithTags("Administration")
            .WithName("listFollowers").WithSummary("How each follower fares, what was set aside, and how rebuilds go").Answers<FollowersAnswer>().RequireAuthorization(Policies.Administer);
        api.MapPost("/followers/{view}/rebuild", Rebuild).WithTags("Administration")
            .WithName("rebuildView").WithSummary("Builds a view anew beside the live one, and swaps the two; the list of followers tells how far it is")
            .Produces<RebuildAnswer>(StatusCodes.Status202Accepted).Fails(404, 409).RequireAuthorization(Policies.Administer);
        api.MapPost("/followers/{follower}/set-aside/{position:long}/retry", Again).WithTags("Administration")
            .WithName("retryEvent").WithSummary("Tries an event again that the reactions set aside; 202 while whoever leads has not come to it; views are rebuilt instead")
            .Produces(StatusCodes.Status204NoContent).Produces<RetryAnswer>(StatusCodes.Status202Accepted).Fails(404, 422).RequireAuthorization(Policies.Administer);
    }

    private static async Task<IResult> Again(string follower, long position, Workspace workspace, CancellationToken cancellation) =>
        await Hosting.Retry.Run(workspace, follower.Known("follower"), position, cancellation) ? TypedResults.NoContent() : TypedResults.Accepted("/api/v1/followers", new RetryAnswer(follower, position));

    private static async Task<FollowersAnswer> Show(Workspace workspace, Lists lists, Rebuilds rebuilds, CancellationToken cancellation)
    {
        var head = await workspace.Engine.Head(cancellation);
        var followers = await workspace.Engine.Followers(cancellation);
        return new(
            head, [.. followers.Select(f => new FollowerAnswer(f.Name, f.Position, Math.Max(0, head - f.Position), f.State, f.StoppedAt, f.Error, f.SetAside))],
            await lists.SetAside(100, cancellation), await DatabaseHealth.Of(workspace.Engine.Database, counted: false, cancellation), [.. rebuilds.All.Select(r => Answer(r.View, r.How))]);
    }

    private static IResult Rebuild(string view, Rebuilds rebuilds) => rebuilds.Begin(view)
        ? TypedResults.Accepted("/api/v1/followers", new RebuildAnswer(view, "running", 0, 0, null))
        : Problems.Of(Problems.UnderWay, $"The view {view} is being rebuilt already.");

    private static RebuildAnswer Answer(string view, Rebuilding how) =>
        new(view, how.Fault is not null ? "failed" : how.Ended is null ? "running" : "done", how.At, how.Of, how.Fault);
}
