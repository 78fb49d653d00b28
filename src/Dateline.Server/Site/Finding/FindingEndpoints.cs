using System.Globalization;
using Dateline.Postgres.Queries;
using Dateline.Server.Commands;
using Dateline.Server.Hosting;

namespace Dateline.Server.Site.Finding;

/// <summary>What was searched for, and what was found.</summary>
/// <param name="Asked">The moment.</param>
/// <param name="Words">The words; empty when nothing was searched for yet.</param>
/// <param name="Kind"><c>document</c> or <c>claim</c>; null for both.</param>
/// <param name="Found">What fits, best first.</param>
/// <param name="Next">The place from which the next page goes on; null at the end.</param>
public sealed record FindingView(Asked Asked, string Words, string? Kind, IReadOnlyList<Found> Found, string? Next);

/// <summary>Documents and claims by their words, at any moment.</summary>
internal static class FindingEndpoints
{
    private const int PageLength = 20;
    private const int LongestWords = 300;

    internal static void MapFinding(this IEndpointRouteBuilder pages) => pages.MapGet("/search", static async (HttpContext http, Views views, Searches searches, CancellationToken cancellation) =>
    {
        var (asked, words, kind) = (Asked.Of(http), http.Request.Query["q"].ToString().Trim(), http.Request.Query["kind"].ToString());
        if (words.Length > LongestWords) throw new UsageFault($"The search has at most {LongestWords} characters; this one has {words.Length}.");
        if (kind is not ("" or "document" or "claim")) throw new UsageFault("One searches for documents, for claims, or for both.");
        var reach = await Reach.Of(views.Workspace, asked.Moment, "search", cancellation);
        // Every link keeps the position, so that it means the same for ever.
        if (reach.Moment is { } moment && asked is not { At: null, Known: null, Position: null }) asked = new(moment.At, moment.Clock, null, moment.Position);
        IReadOnlyList<Found> found = words.Length == 0 ? []
            : await searches.Find(new(words, kind.Length == 0 ? null : kind, reach.Through, reach.PublishedBy), Place(http.Request.Query["after"]), PageLength + 1, cancellation);
        var last = found.Count > PageLength ? found[PageLength - 1] : null;
        return PagesSetup.Page<FindingShown>(new
        {
            View = new FindingView(asked, words, kind.Length == 0 ? null : kind, [.. found.Take(PageLength)], last is null ? null : $"{last.Score}~{last.Kind}~{last.Id}")
        });
    });

    private static (long, string, string)? Place(string? after) => string.IsNullOrEmpty(after) ? null
        : after.Split('~', 3) is [var score, var kind, var id] && long.TryParse(score, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (number, kind, id)
        : throw new UsageFault("The address names a place in the list that cannot be read. Search again.");
}
