using Dateline.Server.Commands;
using Npgsql;

namespace Dateline.Server.Hosting;

/// <summary><c>/health/live</c>: the process answers; <c>/health/ready</c>: the database answers and no follower has stopped.</summary>
internal static class Health
{
    private static readonly string[] methods = [HttpMethods.Get, HttpMethods.Head];

    // Who asks is not looked up: that asks the database.
    internal static void MapHealth(this IEndpointRouteBuilder web)
    {
        web.MapMethods("/health/live", methods, () => Results.Text("live\n")).ShortCircuit().AllowAnonymous().ExcludeFromDescription();
        web.MapMethods("/health/ready", methods, (Workspace workspace, CancellationToken aborted) => Ready(workspace, aborted)).ShortCircuit().AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> Ready(Workspace workspace, CancellationToken cancellation)
    {
        try
        {
            var stopped = (await workspace.Engine.Followers(cancellation)).Where(f => f.State == "stopped").Select(f => f.Name).ToList();
            return stopped.Count == 0 ? Results.Text("ready\n") : Results.Text($"stopped: {string.Join(", ", stopped)}\n", statusCode: 503);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
        {
            return Results.Text("the database does not answer\n", statusCode: 503);
        }
    }
}
