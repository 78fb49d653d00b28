using Dateline.Postgres.Queries;
using Dateline.Replay;
using Dateline.Server.Commands;
using Dateline.Server.Site.Board;

namespace Dateline.Server.Site;

/// <summary>What the pages show, now from the views or at a moment from the log. Whatever reads the past faster goes here.</summary>
internal sealed class Views(Workspace workspace)
{
    private const int Parts = 120;
    private static readonly TimeSpan fresh = TimeSpan.FromSeconds(30);
    private readonly Dictionary<Clock, (DateTimeOffset Until, Extent? Extent)> extents = [];
    private readonly StoryLists lists = new(workspace.Engine.Database);
    private readonly Extents extent = new(workspace.Engine.Database);

    internal Workspace Workspace => workspace;

    /// <summary>The board at a moment.</summary>
    internal async Task<BoardView> Board(Asked asked, BoardAsk ask, DateTimeOffset? seen, CancellationToken cancellation)
    {
        var at = asked.At ?? Workspace.Now;
        var filter = ask.Filter(at, seen);
        var list = await Replay(asked, cancellation) is { } then ? filter.Of(Pages.Stories(then.Picture)) : await lists.Read(filter, cancellation);
        return new(asked, ask, list, at, seen, await ExtentOf(asked.Clock, cancellation));
    }

    private Task<Replayed?> Replay(Asked asked, CancellationToken cancellation) => Moments.Replay(workspace, asked.At, asked.Clock, cancellation);

    /// <summary>From when to when there is something to see; known anew every half minute.</summary>
    private async Task<Extent?> ExtentOf(Clock clock, CancellationToken cancellation)
    {
        lock (extents)
        {
            if (extents.TryGetValue(clock, out var known) && known.Until > Workspace.Now) return known.Extent;
        }
        var found = await extent.Read(clock, Workspace.Now, Parts, cancellation);
        lock (extents) extents[clock] = (Workspace.Now + fresh, found);
        return found;
    }
}
