using System.Text;
using System.Text.Json;
using Dateline.Postgres.Queries;
using Dateline.Server.Commands;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Dateline.Server.Live;

/// <summary>An event that was just shown, and what a stream sends of it.</summary>
internal sealed record Told(LiveEvent Event, ReadOnlyMemory<byte> Bytes);

/// <summary>
/// One tail of the log for all streams: what every view has shown is read once, put into words once, and kept for a while. A stream is nothing but
/// a position; one that has fallen behind what is kept reads from the database until it has caught up.
/// </summary>
internal sealed class LiveTail(Workspace workspace, LiveEvents events, IOptions<JsonOptions> json) : BackgroundService
{
    private const int MostKept = 4096;
    private const int MostAtOnce = 1000;
    private static readonly LiveFilter everything = new(null, null, null);
    private readonly SemaphoreSlim behind = new(4);
    private volatile Kept kept = new([], 0, 0);
    private volatile TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What to wait on for more: take it before looking, so that nothing is missed.</summary>
    internal Task Next => next.Task;

    /// <summary>The position up to which everything is shown, once that is known.</summary>
    internal async Task<long> Position(CancellationToken cancellation)
    {
        await begun.Task.WaitAsync(cancellation);
        return kept.Through;
    }

    /// <summary>What comes after a position for a filter, and the position up to which that is all.</summary>
    internal async Task<(IReadOnlyList<Told> Events, long UpTo)> After(long position, LiveFilter filter, CancellationToken cancellation)
    {
        var now = kept;
        if (position >= now.Through) return ([], position);
        if (position >= now.After) return (now.From(position, filter), now.Through);
        await behind.WaitAsync(cancellation);
        try
        {
            var page = await events.Read(position, now.Through, filter, MostAtOnce, cancellation);
            return ([.. page.Select(Tell)], page.Count == MostAtOnce ? page[^1].Position : now.Through);
        }
        finally
        {
            behind.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await LiveEvents.Listen(workspace.Engine.Database, stoppingToken);
                if (!begun.Task.IsCompleted)
                {
                    var (shown, _) = await events.Reached(stoppingToken);
                    kept = new([], shown, shown);
                    begun.TrySetResult();
                }
                while (true) await Step(connection, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException or System.Net.Sockets.SocketException)
            {
                // The streams stay open and go on where they are once the database is back.
                await Task.Delay(500, stoppingToken).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }
    }

    private async Task Step(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var (shown, head) = await events.Reached(cancellation);
        var (_, _, through) = kept;
        if (shown > through)
        {
            var page = await events.Read(through, shown, everything, MostAtOnce, cancellation);
            kept = kept.With([.. page.Select(Tell)], page.Count == MostAtOnce ? page[^1].Position : shown, MostKept);
            Interlocked.Exchange(ref next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        }
        // What is recorded is shown soon, without another notification.
        else if (head > shown) await Task.Delay(20, cancellation);
        else await connection.WaitAsync(TimeSpan.FromSeconds(1), cancellation);
    }

    private Told Tell(LiveEvent e)
    {
        var text = new StringBuilder().Append("id: ").Append(e.Position).Append("\nevent: ").Append(e.Type).Append("\ndata: ")
            .Append(JsonSerializer.Serialize(e, json.Value.SerializerOptions)).Append("\n\n");
        return new(e, Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>All events after one position and through another.</summary>
    private sealed record Kept(Told[] Events, long After, long Through)
    {
        internal Kept With(Told[] more, long through, int most)
        {
            var dropped = Math.Max(0, Events.Length + more.Length - most);
            Told[] all = [.. Events, .. more];
            return new(all[dropped..], dropped == 0 ? After : all[dropped - 1].Event.Position, through);
        }

        internal List<Told> From(long position, LiveFilter filter)
        {
            var (low, high) = (0, Events.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (Events[middle].Event.Position <= position) low = middle + 1;
                else high = middle;
            }
            var passing = new List<Told>();
            for (var i = low; i < Events.Length; i++)
                if (filter.Passes(Events[i].Event)) passing.Add(Events[i]);
            return passing;
        }
    }
}
