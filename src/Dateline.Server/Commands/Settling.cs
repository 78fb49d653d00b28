using Dateline.Postgres.Engine;

namespace Dateline.Server.Commands;

/// <summary>Waits for the followers, and shows how far they are where that takes long.</summary>
internal static class Settling
{
    private static readonly TimeSpan unnoticed = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan longest = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Waits until every follower has taken in all that is recorded, or none has moved for a minute; gives the followers that stopped.
    /// </summary>
    /// <param name="engine">Whose followers.</param>
    /// <param name="output">Shows how far they are.</param>
    /// <param name="away">How long a database that has gone away is waited for.</param>
    /// <param name="cancellation">Ends the wait.</param>
    internal static async Task<IReadOnlyList<FollowerState>> Wait(IEngine engine, Output output, TimeSpan away, CancellationToken cancellation)
    {
        for (long? end = null; ; await Task.Delay(250, cancellation))
        {
            try
            {
                return await Attempt(engine, output, cancellation);
            }
            catch (Exception e) when (Workspace.DatabaseAway(e) && !Workspace.IsDiskFull(e) && Environment.TickCount64 < (end ??= Environment.TickCount64 + (long)away.TotalMilliseconds))
            {
                // It may come back.
            }
        }
    }

    private static async Task<IReadOnlyList<FollowerState>> Attempt(IEngine engine, Output output, CancellationToken cancellation)
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var settling = engine.Settle(giveUp.Token);
        try
        {
            if (await Task.WhenAny(settling, Task.Delay(unnoticed, cancellation)) != settling)
                await output.Progress(report => Watch(engine, settling, report, giveUp));
            return await settling;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            output.Say($"The followers have not moved for {patience.TotalSeconds:0} seconds, so that what is shown is older than the log. {(engine.LastFault is { } fault ? $"What last went wrong: {fault}." : "`dateline doctor` says more.")}");
            return [];
        }
    }

    /// <summary>Waits until the followers that run have taken in an event and what reactions made of it, at most a few seconds.</summary>
    internal static async Task Until(IEngine engine, long position, CancellationToken cancellation)
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bounded.CancelAfter(longest);
        try
        {
            // Once everybody has the event, reactions to it stand in the log as well.
            await Reach(engine, position, bounded.Token);
            await Reach(engine, await engine.Head(bounded.Token), bounded.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // It is recorded; it will show later.
        }
    }

    private static async Task Reach(IEngine engine, long position, CancellationToken cancellation)
    {
        while ((await engine.Followers(cancellation)).Any(f => f.State != "stopped" && f.Position < position)) await Task.Delay(10, cancellation);
    }

    private static async Task Watch(IEngine engine, Task settling, Action<string, double?> report, CancellationTokenSource giveUp)
    {
        var (reached, since) = (-1L, Environment.TickCount64);
        while (await Task.WhenAny(settling, Task.Delay(250, giveUp.Token)) != settling)
        {
            var head = await engine.Head(giveUp.Token);
            var running = (await engine.Followers(giveUp.Token)).Where(f => f.State != "stopped").Select(f => f.Position).ToList();
            var at = running.DefaultIfEmpty(0).Min();
            report($"Filing and showing: {at} of {head} events", head == 0 ? null : (double)at / head);
            if (running.Sum() > reached) (reached, since) = (running.Sum(), Environment.TickCount64);
            else if (Environment.TickCount64 - since > patience.TotalMilliseconds) await giveUp.CancelAsync();
        }
    }
}
