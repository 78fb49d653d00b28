using System.Globalization;
using Dateline.Documents;
using Dateline.Postgres.Queries;
using Dateline.Server.Commands;
using Dateline.Server.Hosting;

namespace Dateline.Server.Site.Documents;

/// <summary>A document as its page shows it.</summary>
/// <param name="Page">The document.</param>
/// <param name="Asked">The moment and its clock.</param>
/// <param name="Revision">The revision that is shown.</param>
/// <param name="Marked">Its text with the mentions in it.</param>
/// <param name="Compared">The comparison with an older revision, and its number; null when none was asked for.</param>
/// <param name="Claims">The claims that its mentions were filed to, and those whose verdicts rest on it.</param>
/// <param name="Story">The title of its story.</param>
/// <param name="Version">The version of its stream.</param>
public sealed record DocumentView(
    DocumentPage Page, Asked Asked, RevisionPage Revision, Marked Marked, (int With, IReadOnlyList<Piece> Pieces)? Compared,
    IReadOnlyDictionary<string, ClaimStanding> Claims, string? Story, long Version);

/// <summary>A document's page, and its bytes as they arrived.</summary>
internal static class DocumentEndpoints
{
    internal static void MapDocuments(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/documents/{id}", static (string id, HttpContext http, Views views) => Show(id, http, null, views, http.RequestAborted));
        RedactionEndpoints.Map(pages);
        pages.MapGet("/documents/{id}/original/{number:int}", static async (string id, int number, HttpContext http, Views views, CancellationToken cancellation) =>
        {
            var page = await views.Document(id, Asked.Now, cancellation) ?? throw new Missing("There is no such document.");
            var revision = Revision(page, number);
            var bytes = await views.Workspace.Board.Original(revision.OriginalSha256, cancellation) ?? throw new Missing("The bytes of this revision are not kept any more.");
            // Whatever they are, the browser neither renders nor guesses: they are saved.
            http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
            return Results.File(bytes, "application/octet-stream", $"{id}-{number}.bin");
        });
    }

    /// <summary>The page of a document, with what became of a form on it.</summary>
    internal static async Task<IResult> Show(string id, HttpContext http, Problem? problem, Views views, CancellationToken cancellation)
    {
        var asked = await views.Fix(Asked.Of(http), cancellation);
        var page = await views.Document(id, asked, cancellation) ?? throw new Missing("There is no such document, or there was none at that moment. A story's page lists its documents.");
        var revision = Revision(page, Number(http, "revision") ?? page.Revisions[^1].Number);
        var with = Number(http, "with");
        var older = with is null ? null : Revision(page, with.Value);
        var marked = Marked.Of(revision, Number(http, "from") ?? Marked.PartOf(revision, http.Request.Query["mention"]));
        var claims = marked.Mentions.Select(m => revision.ClaimOfMention.GetValueOrDefault(m.Id)).OfType<string>().Concat(page.CitedBy.Select(c => c.ClaimId)).Distinct().ToList();
        var newsroom = views.Workspace.Newsroom;
        var view = new DocumentView(
            page, asked, revision, marked, older is null ? null : (older.Number, WordDiff.Of(older.Text, revision.Text)), await views.Workspace.Board.Standing(claims, asked.At ?? Workspace.Now, cancellation),
            page.Story is { } story ? (await newsroom.Load<Dateline.Stories.Story>(Ids.Story(story), asked.Position, cancellation)).State?.Title : null,
            (await newsroom.Load<Dateline.Documents.Document>(Ids.Document(id), null, cancellation)).Version);
        return PagesSetup.Page<DocumentShown>(new { View = view, Problem = problem }, problem?.Status ?? 200);
    }

    private static RevisionPage Revision(DocumentPage page, int number) =>
        page.Revisions.FirstOrDefault(r => r.Number == number) ?? throw new Missing($"The document has no revision {number}.");

    private static int? Number(HttpContext http, string name) => (string?)http.Request.Query[name] is not { Length: > 0 } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new UsageFault($"The address says “{Shown.Short(text, 40)}” for {name}, which is no number.");
}
