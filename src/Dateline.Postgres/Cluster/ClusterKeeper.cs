using Npgsql;

namespace Dateline.Postgres.Cluster;

/// <summary>Starts the server of a private cluster again when it ends under a program that uses it.</summary>
internal sealed class ClusterKeeper : IAsyncDisposable
{
    private static readonly TimeSpan longest = TimeSpan.FromSeconds(30);

    private readonly ClusterPlace place;
    private readonly Action lost;
    private readonly Func<CancellationToken, Task<bool>> revive;
    private readonly Action<string> say;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task running;

    /// <summary>Begins to watch.</summary>
    /// <param name="place">The cluster.</param>
    /// <param name="lost">Lets go of the connections that died, before there can be new ones.</param>
    /// <param name="revive">Starts the server and enters it; whether it had ended.</param>
    /// <param name="say">Takes a line about it.</param>
    internal ClusterKeeper(ClusterPlace place, Action lost, Func<CancellationToken, Task<bool>> revive, Action<string> say)
    {
        (this.place, this.lost, this.revive, this.say) = (place, lost, revive, say);
        running = Task.Run(() => Run(stopping.Token));
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await running;
        stopping.Dispose();
    }

    private async Task Run(CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                await Watch(cancellation);
                lost();
                await Revive(cancellation);
            }
        }
        catch (Exception e) when (e is ObjectDisposedException || (e is OperationCanceledException && cancellation.IsCancellationRequested))
        {
            // Whoever uses the cluster leaves it.
        }
    }

    /// <summary>Ends when the server does, or takes no connection.</summary>
    private async Task Watch(CancellationToken cancellation)
    {
        try
        {
            // Not the connection that counts as presence: a wait that is cancelled may cost the connection.
            await using var connection = new NpgsqlConnection(ClusterPresence.ConnectionTo(place, ClusterPresence.Database));
            await connection.OpenAsync(cancellation);
            while (true) await connection.WaitAsync(cancellation);
        }
        catch (Exception e) when (e is NpgsqlException or IOException or InvalidOperationException)
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>A message without its numbers, which are others each time: times, processes, room.</summary>
    private static string Words(string message) => string.Concat(message.Where(c => !char.IsAsciiDigit(c)));

    private async Task Revive(CancellationToken cancellation)
    {
        string? said = null;
        for (var wait = TimeSpan.FromSeconds(1); ; wait = wait * 2 < longest ? wait * 2 : longest)
        {
            try
            {
                if (await revive(cancellation)) say($"PostgreSQL in {place.Home} had ended and was started again.");
                return;
            }
            catch (Exception e) when (e is ClusterFault or IOException or UnauthorizedAccessException)
            {
                if (Words(e.Message) != said) say($"{e.Message} It is tried again.");
                said = Words(e.Message);
                await Task.Delay(wait, cancellation);
            }
        }
    }
}
