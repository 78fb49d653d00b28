using System.Globalization;
using Dateline.Postgres.Queries;
using Dateline.Server.Accounts;
using Dateline.Server.Commands;

namespace Dateline.Server.Api;

/// <summary><c>/search</c></summary>
internal static class SearchApi
{
    private const int LongestWords = 300;

    internal static void Map(RouteGroupBuilder api) => api.MapGet("/search", Find).WithTags("Search").WithName("search")
        .WithSummary("Documents and claims by their words, best first; as of any moment").Takes("kind", "document", "claim").Answers<Page<Found>>(422).RequireAuthorization(Policies.Read);

    private static async Task<Page<Found>> Find(
        string q, string? kind, [AsParameters] MomentQuery moment, [AsParameters] PageQuery page, HttpContext context, Workspace workspace, Searches searches, CancellationToken cancellation)
    {
        if (q.Length is 0 or > LongestWords || string.IsNullOrWhiteSpace(q)) throw new BadRequest($"q is 1 to {LongestWords} characters: words, \"a phrase\", or, -not.");
        (long, string, string)? after = page.Parts(3) is [var score, var of, var id]
            ? (long.TryParse(score, NumberStyles.None, CultureInfo.InvariantCulture, out var s) ? s : throw new BadRequest("cursor is not one that this list gave."), of, id) : null;
        var reach = await moment.Of(context, workspace, "search");
        return PageQuery.Of(await searches.Find(new(q, kind, reach.Through, reach.PublishedBy), after, page.Most + 1, cancellation), page.Most, f => [f.Score, f.Kind, f.Id]);
    }
}
