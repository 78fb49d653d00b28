using Dateline.Extraction;
using Dateline.Server.Accounts;
using Dateline.Server.Commands;
using Dateline.Server.Extractors;

namespace Dateline.Server.Api;

/// <summary>Which documents to read again.</summary>
/// <param name="After">The position to go on after.</param>
/// <param name="Most">How many at most, 1 to 500.</param>
internal sealed record RereadRequest(long After = 0, int Most = 100);

/// <summary><c>/readings</c>: reading documents again with this version's extractor.</summary>
internal static class ReadingsApi
{
    private const int Most = 500;

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/readings", Read).WithTags("Administration")
        .WithName("readAgain").WithSummary("Reads documents again with this version's extractor; adds events and changes none")
        .Answers<Reread>(413, 415, 422).RequireAuthorization(Policies.Administer);

    private static async Task<Reread> Read(RereadRequest body, HttpContext context, Workspace workspace, CancellationToken cancellation)
    {
        if (body.Most is < 1 or > Most || body.After < 0) throw new BadRequest($"most is 1 to {Most}, after a position.");
        return await new Rereading(new RulesExtractor(), workspace.Newsroom).Run(body.After, body.Most, context.User.PersonName(), cancellation);
    }
}
