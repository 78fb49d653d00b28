using Dateline.Replay;
using Dateline.Server.Commands;

namespace Dateline.Server.Site.Changes;

/// <summary>What changed between two moments, and the titles of the stories it belongs to.</summary>
public sealed record ChangesView(Difference Difference, IReadOnlyDictionary<string, string> Titles, bool ToNow);

/// <summary>What changed between two moments, by default since the person last looked.</summary>
internal static class ChangesEndpoints
{
    internal static void MapChanges(this IEndpointRouteBuilder pages) => pages.MapGet("/changes", static async (HttpContext http, Views views, CancellationToken cancellation) =>
    {
        var to = Asked.Of(http, "to");
        var at = to.At ?? Workspace.Now;
        var from = Asked.Of(http, "from").At ?? await LastLooked.Of(http, cancellation) ?? at.AddDays(-1);
        if (at < from) throw new UsageFault("The second moment is before the first. Go back and swap the two.");
        return PagesSetup.Page<ChangesShown>(new { View = await views.Changes(from, at, to.Clock, to.At is null, cancellation) });
    });
}
