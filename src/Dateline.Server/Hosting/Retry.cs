using Dateline.Postgres.Queries;
using Dateline.Server.Commands;

namespace Dateline.Server.Hosting;

/// <summary>Has one event tried again that was set aside.</summary>
internal static class Retry
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Asks for it, and waits until it was tried: true when the event is taken in now, false when whoever leads has not come to it yet. Events of
    /// views are not tried one by one, because a view takes them in order.
    /// </summary>
    /// <exception cref="Missing">The event is not set aside.</exception>
    /// <exception cref="Refused">It failed again, or it is a view's.</exception>
    internal static async Task<bool> Run(Workspace workspace, string follower, long position, CancellationToken cancellation)
    {
        var list = new SetAsideList(workspace.Engine.Database);
        if (await list.Find(follower, position, cancellation) is null) throw new Missing($"The event at position {position} is not set aside by {follower}, or not any more.");
        if (!SetAsideList.IsTried(follower))
            throw new Refused($"The view {follower} takes events in order, so that one of them cannot be tried by itself. Rebuild the view: that takes in every event that was set aside.");
        await list.Ask(follower, position, cancellation);
        workspace.Engine.Start();
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bounded.CancelAfter(patience);
        try
        {
            for (var pause = 20; ; pause = Math.Min(2 * pause, 500))
            {
                switch (await list.Find(follower, position, bounded.Token))
                {
                    case null: return true;
                    case { Asked: false } failed: throw new Refused($"It failed again: {failed.Error}. Mend the cause, then try it once more.");
                    default: await Task.Delay(pause, bounded.Token); break;
                }
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}
