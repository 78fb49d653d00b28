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
/// <param name="Asked">The moment and its clock.</param>
public sealed record SourceView(SourceLine Line, long Version, IReadOnlyList<DocumentLine> Documents, IReadOnlyList<ScorecardLine> Scorecard, Asked Asked);

/// <summary>The sources, and how reliable editors hold them to be.</summary>
internal static class SourceEndpoints
{
    private const int MostDocuments = 50;

    internal static void MapSources(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/sources", static async (HttpContext http, Views views, CancellationToken cancellation) =>
        {
            var asked = await views.Fix(Asked.Of(http), cancellation);
            return PagesSetup.Page<SourcesShown>(new
            {
                Sources = await Lines(asked, views, cancellation),
                Scores = (await Moments.Scorecard(views.Workspace, asked.Moment, null, bySpeaker: false, cancellation)).Lines.ToDictionary(s => s.Source, StringComparer.Ordinal),
                Asked = asked
            });
        });
        pages.MapGet("/sources/{id}", static (string id, HttpContext http, Views views) => Show(id, Asked.Of(http), null, views, http.RequestAborted));
        pages.MapPost("/sources/{id}/rate", static (string id, HttpContext http, Views views) => Acting.Do(
            http, views, "rate", (sent, person) => Task.FromResult(new Deed(
                new RateSource(id, sent.Word<Reliability>("reliability", "a reliability"), person.Name, sent.Why), sent.Why, Address.Source(id), "rated")),
            problem => Show(id, Asked.Now, problem, views, http.RequestAborted))).AddEndpointFilter(Person.AtLeast(Role.Editor));
    }

    private static async Task<IResult> Show(string id, Asked asked, Problem? problem, Views views, CancellationToken cancellation)
    {
        asked = await views.Fix(asked, cancellation);
        var line = (await Lines(asked, views, cancellation)).FirstOrDefault(s => s.Id == id)
            ?? throw new Missing("There is no such source, or there was none at that moment. The list of sources shows those there are.");
        var version = (await views.Workspace.Newsroom.Load<Dateline.Sources.Source>(Ids.Source(id), asked.Position, cancellation)).Version;
        var documents = asked.IsNow ? await new DocumentLists(views.Workspace.Engine.Database).OfSource(id, MostDocuments, cancellation) : await Documents(id, asked, views, cancellation);
        var (scorecard, _) = await Moments.Scorecard(views.Workspace, asked.Moment, id, bySpeaker: true, cancellation);
        return PagesSetup.Page<SourceShown>(new { View = new SourceView(line, version, documents, scorecard, asked), Problem = problem }, problem?.Status ?? 200);
    }

    private static async Task<IReadOnlyList<SourceLine>> Lines(Asked asked, Views views, CancellationToken cancellation)
    {
        if (asked.IsNow) return await views.Workspace.Board.Sources(cancellation);
        return await SourceLines.At(await asked.Moment.Resolve(views.Workspace.Newsroom, Workspace.Now, cancellation), views.Workspace.Newsroom, cancellation);
    }

    /// <summary>The latest documents of a source at a moment, each with the act that had taken it back by then.</summary>
    private static async Task<IReadOnlyList<DocumentLine>> Documents(string id, Asked asked, Views views, CancellationToken cancellation)
    {
        var (reach, newsroom) = (await Reach.Of(views.Workspace, asked.Moment, "documents", cancellation), views.Workspace.Newsroom);
        var documents = new List<DocumentLine>();
        foreach (var d in await new Lists(views.Workspace.Engine.Database).Documents(id, reach.Through, reach.PublishedBy, null, MostDocuments, cancellation))
        {
            var act = (await newsroom.Load<Dateline.Documents.Document>(Ids.Document(d.Id), reach.Through, cancellation)).State?.Withdrawn;
            documents.Add(new(d.Id, d.Title, d.Revision, d.PublishedAt, d.RecordedAt, act is not null && act.PublishedAt <= reach.PublishedBy ? Words.Of(act.Act) : null, null));
        }
        return documents;
    }
}
