using System.Collections.Concurrent;
using Dateline.Postgres.Queries;
using Dateline.Postgres.Views;
using Dateline.Server.Accounts;
using Dateline.Server.Commands;

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
    }

    private static async Task<FollowersAnswer> Show(Workspace workspace, Lists lists, Rebuilds rebuilds, CancellationToken cancellation)
    {
        var head = await workspace.Engine.Head(cancellation);
        var followers = await workspace.Engine.Followers(cancellation);
        return new(
            head, [.. followers.Select(f => new FollowerAnswer(f.Name, f.Position, Math.Max(0, head - f.Position), f.State, f.StoppedAt, f.Error, f.SetAside))],
            await lists.SetAside(100, cancellation), await DatabaseHealth.Of(workspace.Engine.Database, cancellation), rebuilds.All);
    }

    private static IResult Rebuild(string view, HttpContext context, Rebuilds rebuilds, IHostApplicationLifetime lifetime)
    {
        if (AllViews.Catalogue.All(v => v.Name != view)) throw new Missing($"There is no such view. The views are {string.Join(", ", AllViews.Catalogue.Select(v => v.Name))}.");
        return rebuilds.Start(view, lifetime.ApplicationStopping) is { } begun ? TypedResults.Accepted("/api/v1/followers", begun)
            : Problems.Of(Problems.UnderWay, $"The view {view} is being rebuilt already.");
    }
}

/// <summary>The rebuilds that were asked for here; they go on when whoever asked has left.</summary>
internal sealed class Rebuilds(Workspace workspace)
{
    private readonly ConcurrentDictionary<string, RebuildAnswer> rebuilds = new(StringComparer.Ordinal);
    private readonly Lock starting = new();

    internal IReadOnlyList<RebuildAnswer> All => [.. rebuilds.Values.OrderBy(r => r.View, StringComparer.Ordinal)];

    /// <summary>Begins a rebuild; null when one is under way.</summary>
    internal RebuildAnswer? Start(string view, CancellationToken stopping)
    {
        var begun = new RebuildAnswer(view, "running", 0, 0, null);
        lock (starting)
        {
            if (rebuilds.GetValueOrDefault(view) is { State: "running" }) return null;
            rebuilds[view] = begun;
        }
        _ = Task.Run(() => Run(view, stopping), CancellationToken.None);
        return begun;
    }

    private async Task Run(string view, CancellationToken stopping)
    {
        try
        {
            await workspace.Engine.Rebuild(view, new Reported(this, view), stopping);
            rebuilds.AddOrUpdate(view, v => new(v, "done", 0, 0, null), (_, r) => r with { State = "done" });
        }
        catch (Exception e)
        {
            rebuilds.AddOrUpdate(view, v => new(v, "failed", 0, 0, Cli.Message(e)), (_, r) => r with { State = "failed", Error = Cli.Message(e) });
        }
    }

    private sealed class Reported(Rebuilds rebuilds, string view) : IProgress<(long At, long Of)>
    {
        public void Report((long At, long Of) value) => rebuilds.rebuilds[view] = new(view, "running", value.At, value.Of, null);
    }
}
