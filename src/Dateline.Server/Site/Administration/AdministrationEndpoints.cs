using Dateline.Accounts;
using Dateline.Postgres.Engine;
using Dateline.Postgres.Queries;
using Dateline.Server.Commands;
using Dateline.Server.Hosting;

namespace Dateline.Server.Site.Administration;

/// <summary>A view that can be rebuilt.</summary>
public sealed record ViewLine(string Name, Rebuilding? Rebuilding);

/// <summary>What an administrator sees to.</summary>
/// <param name="Head">The position of the last event.</param>
/// <param name="Followers">How each follower fares.</param>
/// <param name="SetAside">Events that followers could not take in.</param>
/// <param name="Views">The views and their rebuilds.</param>
/// <param name="Health">The database.</param>
/// <param name="Wrong">What is wrong, and what to do.</param>
public sealed record AdministrationView(
    long Head, IReadOnlyList<FollowerState> Followers, IReadOnlyList<SetAsideEvent> SetAside, IReadOnlyList<ViewLine> Views, DatabaseHealth Health,
    IReadOnlyList<string> Wrong)
{
    /// <summary>Whether something moves, so that the page is worth looking at again soon.</summary>
    public bool Moves => Views.Any(v => v.Rebuilding is { Ended: null }) || Followers.Any(f => f.State != "stopped" && f.Position < Head);
}

/// <summary>Followers, events that were set aside, rebuilds.</summary>
internal static class AdministrationEndpoints
{
    private const int MostSetAside = 100;

    internal static void MapAdministration(this IEndpointRouteBuilder pages)
    {
        var administration = pages.MapGroup("/administration").AddEndpointFilter(Person.AtLeast(Role.Administrator));
        administration.MapGet("", static async (HttpContext http, Workspace workspace, Rebuilds rebuilds, CancellationToken cancellation) =>
        {
            var view = await Look(workspace, rebuilds, cancellation);
            return http.Request.Query["part"] == "state"
                ? (IResult)PagesSetup.Page<AdministrationState>(new { View = view })
                : PagesSetup.Page<AdministrationShown>(new { View = view });
        });
        administration.MapPost("/rebuild/{view}", static (string view, Rebuilds rebuilds, HttpContext http) =>
        {
            rebuilds.Begin(view);
            return Acting.SeeOther(http, Address.With("/administration", ("done", "rebuilding")));
        });
        administration.MapPost("/set-aside/{follower}/{position:long}/retry", static async (string follower, long position, Workspace workspace, Rebuilds rebuilds, HttpContext http) =>
        {
            try
            {
                var done = await Hosting.Retry.Run(workspace, follower, position, http.RequestAborted) ? "retried" : "waiting";
                return Acting.SeeOther(http, Address.With("/administration", ("done", done)));
            }
            catch (Refused e)
            {
                var problem = new Problem(422, "It was not taken in", e.Message, $"retry-{position}", new Dictionary<string, IReadOnlyList<string>>(), []);
                return PagesSetup.Page<AdministrationShown>(new { View = await Look(workspace, rebuilds, http.RequestAborted), Problem = problem }, problem.Status);
            }
        });
    }

    private static async Task<AdministrationView> Look(Workspace workspace, Rebuilds rebuilds, CancellationToken cancellation)
    {
        var (head, followers) = (await workspace.Engine.Head(cancellation), await workspace.Engine.Followers(cancellation));
        var health = await DatabaseHealth.Of(workspace.Engine.Database, counted: false, cancellation);
        var reports = followers.Select(f => new Doctor.FollowerReport(f.Name, f.Position, head - f.Position, f.State, f.StoppedAt, f.Error, f.SetAside)).ToList();
        return new(
            head, followers, await new SetAsideList(workspace.Engine.Database).Read(MostSetAside, cancellation), [.. Rebuilds.Views.Select(v => new ViewLine(v, rebuilds.Of(v)))],
            health, [.. Doctor.Wrong(reports, health, behind: null)]);
    }
}
