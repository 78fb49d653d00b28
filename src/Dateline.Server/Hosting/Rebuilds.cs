using System.Collections.Concurrent;
using Dateline.Postgres.Views;
using Dateline.Server.Commands;

namespace Dateline.Server.Hosting;

/// <summary>How far the rebuild of a view is.</summary>
/// <param name="At">The position reached.</param>
/// <param name="Of">The position at the end.</param>
/// <param name="Ended">When it ended; null while it runs.</param>
/// <param name="Fault">What ended it, where it failed.</param>
public sealed record Rebuilding(long At, long Of, DateTimeOffset? Ended = null, string? Fault = null);

/// <summary>The rebuilds that people asked for since the server started; they go on when whoever asked has left.</summary>
internal sealed class Rebuilds(Workspace workspace, IHostApplicationLifetime server)
{
    private readonly ConcurrentDictionary<string, Rebuilding> rebuilds = new(StringComparer.Ordinal);

    internal static IEnumerable<string> Views => AllViews.Catalogue.Select(v => v.Name);

    /// <summary>How far the last rebuild of a view is; null where there was none.</summary>
    internal Rebuilding? Of(string view) => rebuilds.GetValueOrDefault(view);

    /// <summary>Every rebuild so far, the last one of each view.</summary>
    internal IReadOnlyList<(string View, Rebuilding How)> All => [.. rebuilds.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => (r.Key, r.Value))];

    /// <summary>Begins to rebuild a view; false when that is being done.</summary>
    /// <exception cref="Missing">There is no such view.</exception>
    internal bool Begin(string view)
    {
        if (!Views.Contains(view)) throw new Missing($"There is no such view. The views are {string.Join(", ", Views)}.");
        var begun = new Rebuilding(0, 0);
        if (!ReferenceEquals(rebuilds.AddOrUpdate(view, begun, (_, known) => known.Ended is null ? known : begun), begun)) return false;
        _ = Task.Run(() => Run(view));
        return true;
    }

    private async Task Run(string view)
    {
        try
        {
            await workspace.Engine.Rebuild(view, new Report(this, view), server.ApplicationStopping);
            End(view, null);
        }
        catch (Exception e)
        {
            End(view, e is OperationCanceledException ? "The server was stopped." : Cli.Message(e));
        }
    }

    private void End(string view, string? fault) =>
        rebuilds.AddOrUpdate(view, _ => new(0, 0, Workspace.Now, fault), (_, known) => known with { At = fault is null ? known.Of : known.At, Ended = Workspace.Now, Fault = fault });

    private sealed class Report(Rebuilds rebuilds, string view) : IProgress<(long At, long Of)>
    {
        void IProgress<(long At, long Of)>.Report((long At, long Of) value) =>
            rebuilds.rebuilds.AddOrUpdate(view, _ => new(value.At, value.Of), (_, known) => known with { At = value.At, Of = value.Of });
    }
}
