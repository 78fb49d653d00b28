using Dateline.Replay;
using Dateline.Server.Commands;

namespace Dateline.Server.Hosting;

/// <summary>How much of a view counts for a question that names a moment: what the page and the API read of lists that keep every revision.</summary>
/// <param name="Through">No later event counts.</param>
/// <param name="PublishedBy">Only what was published by then.</param>
/// <param name="Moment">What the moment was resolved to; null for now.</param>
internal sealed record Reach(long Through, DateTimeOffset PublishedBy, Resolved? Moment)
{
    // Npgsql takes no later moment for a timestamp.
    private static readonly DateTimeOffset ever = DateTimeOffset.MaxValue.AddDays(-1);

    /// <summary>Resolves a moment against a view: never past what the view has taken in, so that asking again for the position gives the same.</summary>
    /// <exception cref="Refused">The log has no such position, or only one of the clocks can be known by a date.</exception>
    internal static async Task<Reach> Of(Workspace workspace, Moment asked, string view, CancellationToken cancellation)
    {
        if (asked.IsNow) return new(await Shown(workspace, view, cancellation), ever, null);
        var resolved = await asked.Resolve(workspace.Newsroom, Workspace.Now, cancellation);
        var shown = await Shown(workspace, view, cancellation);
        if (asked.Position > shown)
        {
            await Settling.Until(workspace.Engine, resolved.Position, cancellation);
            shown = await Shown(workspace, view, cancellation);
        }
        resolved = resolved with { Position = Math.Min(resolved.Position, shown) };
        return new(resolved.Position, resolved.Clock == Clock.Published ? resolved.At : ever, resolved);
    }

    /// <summary>The position that a view has taken in.</summary>
    internal static Task<long> Shown(Workspace workspace, string view, CancellationToken cancellation) => workspace.Board.Shown(view, cancellation);
}
