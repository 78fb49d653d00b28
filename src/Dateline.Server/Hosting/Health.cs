using Dateline.Server.Commands;
using Dateline.Server.Observability;
using Npgsql;

namespace Dateline.Server.Hosting;

/// <summary><c>/health/live</c>: the process answers; <c>/health/ready</c>: the database answers, and the followers keep up with it.</summary>
internal static class Health
{
    private static readonly string[] methods = [HttpMethods.Get, HttpMethods.Head];

    // Who asks is not looked up: that asks the database.
    internal static void MapHealth(this IEndpointRouteBuilder web)
    {
        web.MapMethods("/health/live", methods, () => Results.Text("live\n")).ShortCircuit().AllowAnonymous().ExcludeFromDescription();
        web.MapMethods("/health/ready", methods, (Workspace workspace, Stalls stalls, CancellationToken aborted) => Ready(workspace, stalls, aborted)).ShortCircuit().AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> Ready(Workspace workspace, Stalls stalls, CancellationToken cancellation)
    {
        try
        {
            var head = await workspace.Engine.Head(cancellation);
            var followers = await workspace.Engine.Followers(cancellation);
            var stopped = followers.Where(f => f.State == "stopped").Select(f => f.Name).ToList();
            if (stopped.Count > 0) return Results.Text($"stopped: {string.Join(", ", stopped)}\n", statusCode: 503);
            var stalled = stalls.Of(head, followers).Select(f => $"{f.Name} at {f.Position} of {head}").ToList();
            return stalled.Count == 0 ? Results.Text("ready\n") : Results.Text($"stalled: {string.Join(", ", stalled)}\n", statusCode: 503);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
        {
            return Results.Text("the database does not answer\n", statusCode: 503);
        }
    }
}
