using System.Globalization;
using Dateline.Postgres.Queries;
using Dateline.Replay;
using Dateline.Server.Commands;

namespace Dateline.Server.Site.Search;

/// <summary>What was found.</summary>
/// <param name="Asked">The moment that was asked about.</param>
/// <param name="Words">What was searched for; null before anything was.</param>
/// <param name="Kind"><c>document</c> or <c>claim</c>; null for both.</param>
/// <param name="Found">What fits, best first.</param>
/// <param name="After">The address' word for the next page; null on the last one.</param>
public sealed record SearchView(Asked Asked, string? Words, string? Kind, IReadOnlyList<Found> Found, string? After);

/// <summary>Documents and claims by their words, now or as of a moment.</summary>
internal static class SearchEndpoints
{
    private const int PageLength = 30;
    private const int LongestWords = 300;
    private static readonly DateTimeOffset always = DateTimeOffset.MaxValue.AddDays(-1);

    internal static void MapSearch(this IEndpointRouteBuilder pages) => pages.MapGet("/search", static async (HttpContext http, Searches searches, CancellationToken cancellation) =>
    {
        var asked = Asked.Of(http);
        var (words, kind, after) = (((string?)http.Request.Query["q"])?.Trim(), (string?)http.Request.Query["kind"], (string?)http.Request.Query["after"]);
        if (words is { Length: > LongestWords }) throw new UsageFault($"The search has at most {LongestWords} characters; this one has {words.Length}.");
        if (string.IsNullOrEmpty(kind)) kind = null;
        if (kind is not (null or "document" or "claim")) throw new UsageFault("What is searched is documents, claims, or both.");
        if (string.IsNullOrEmpty(words)) return PagesSetup.Page<SearchShown>(new { View = new SearchView(asked, null, kind, [], null) });
        var (recorded, published) = Bounds(asked);
        var found = await searches.Find(new(words, kind, recorded, published), string.IsNullOrEmpty(after) ? null : Place(after), PageLength + 1, cancellation);
        var next = found.Count > PageLength && found[PageLength - 1] is var last ? $"{last.Score}~{last.Kind}~{last.Id}" : null;
        return PagesSetup.Page<SearchShown>(new { View = new SearchView(asked, words, kind, [.. found.Take(PageLength)], next) });
    });

    private static (DateTimeOffset Recorded, DateTimeOffset Published) Bounds(Asked asked) => asked switch
    {
        { Clock: Clock.Published } => (always, asked.At ?? Workspace.Now),
        _ => (asked.At ?? always, always)
    };

    private static (long, string, string) Place(string after) =>
        after.Split('~', 3) is [var score, var kind, var id] && long.TryParse(score, NumberStyles.None, CultureInfo.InvariantCulture, out var s)
            ? (s, kind, id) : throw new UsageFault("The address names a place in the list that cannot be read. Begin again with the first page.");
}
