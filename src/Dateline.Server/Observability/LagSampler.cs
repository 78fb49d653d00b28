using Dateline.Server.Commands;
using Npgsql;

namespace Dateline.Server.Observability;

/// <summary>Looks every few seconds how far each follower is behind the log.</summary>
internal sealed class LagSampler(Workspace workspace, Stalls stalls, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan every = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, time);
        try
        {
            do await Sample(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task Sample(CancellationToken cancellation)
    {
        try
        {
            var head = await workspace.Engine.Head(cancellation);
            var followers = await workspace.Engine.Followers(cancellation);
            stalls.Of(head, followers);
            foreach (var follower in followers) Meters.Lag(follower.Name, Math.Max(0, head - follower.Position));
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
        {
            // /health/ready says that the database is away; the last figures stay.
        }
    }
}
