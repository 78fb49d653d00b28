using Dateline.Accounts;
using Dateline.Postgres.Queries;
using Dateline.Server.Commands;
using Dateline.Server.Hosting;
using Dateline.Sources;

namespace Dateline.Server.Site.Sources;

/// <summary>A source as its page shows it.</summary>
/// <param name="Line">The source.</param>
/// <param name="Version">The version of the source that is shown.</param>
/// <param name="Documents">Its latest documents.</param>
/// <param name="Scorecard">What became of the predictions and promises that it published.</param>
public sealed record SourceView(SourceLine Line, long Version, IReadOnlyList<DocumentLine> Documents, IReadOnlyList<ScorecardLine> Scorecard);

/// <summary>The sources, and how reliable editors hold them to be.</summary>
internal static class SourceEndpoints
{
    private const int MostDocuments = 50;

    internal static void MapSources(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/sources", static async (Views views, CancellationToken cancellation) =>
            PagesSetup.Page<SourcesShown>(new
            {
                Sources = await views.Workspace.Board.Sources(cancellation),
                Scores = (await new Scorecards(views.Workspace.Engine.Database).Read(null, bySpeaker: false, Workspace.Now, cancellation)).ToDictionary(s => s.Source, StringComparer.Ordinal)
            }));
        pages.MapGet("/sources/{id}", static (string id, HttpContext http, Views views) => Show(id, null, views, http.RequestAborted));
        pages.MapPost("/sources/{id}/rate", static (string id, HttpContext http, Views views) => Acting.Do(
            http, views, "rate", (sent, person) => Task.FromResult(new Deed(
                new RateSource(id, sent.Word<Reliability>("reliability", "a reliability"), person.Name, sent.Why), sent.Why, Address.Source(id), "rated")),
            problem => Show(id, problem, views, http.RequestAborted))).AddEndpointFilter(Person.AtLeast(Role.Editor));
    }

    private static async Task<IResult> Show(string id, Problem? problem, Views views, CancellationToken cancellation)
    {
        var line = (await views.Workspace.Board.Sources(cancellation)).FirstOrDefault(s => s.Id == id)
            ?? throw new Missing("There is no such source. The list of sources shows those there are.");
        var version = (await views.Workspace.Newsroom.Load<Dateline.Sources.Source>(Ids.Source(id), null, cancellation)).Version;
        var documents = await new DocumentLists(views.Workspace.Engine.Database).OfSource(id, MostDocuments, cancellation);
        var scorecard = await new Scorecards(views.Workspace.Engine.Database).Read(id, bySpeaker: true, Workspace.Now, cancellation);
        return PagesSetup.Page<SourceShown>(new { View = new SourceView(line, version, documents, scorecard), Problem = problem }, problem?.Status ?? 200);
    }
}
