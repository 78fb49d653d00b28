using Dateline.Accounts;
using Dateline.Postgres.Redaction;
using Dateline.Redactions;
using Dateline.Server.Commands;

namespace Dateline.Server.Site.Redactions;

/// <summary>Removing a name or other words wherever they stand: one editor proposes it, another one approves it. The words wait here, and in no event.</summary>
internal static class WordsEndpoints
{
    private const string Root = "/redactions";

    internal static void MapWords(this IEndpointRouteBuilder pages)
    {
        var words = pages.MapGroup(Root).AddEndpointFilter(Person.AtLeast(Role.Editor));
        words.MapGet("", static (HttpContext http, Workspace workspace) => Show(null, workspace, http.RequestAborted));
        words.MapPost("", Propose);
        Decide("approve", "words-approved", static (id, by, _) => new ApproveWordsRedaction(id, by));
        Decide("decline", "redaction-declined", static (id, by, why) => new RejectWordsRedaction(id, by, why));

        void Decide(string verb, string done, Func<string, string, string, ICommand> make) => words.MapPost("/{id}/" + verb, (string id, HttpContext http, Views views) =>
            Acting.Do(http, views, $"{verb}-{id}", async (sent, person) =>
            {
                await AuditWords.Without(views.Workspace, id, sent.Why, http.RequestAborted);
                return new Deed(make(id, person.Name, sent.Why), sent.Why, Root, done);
            }, problem => Show(problem, views.Workspace, http.RequestAborted)));
    }

    private static Task<IResult> Propose(HttpContext http, Views views)
    {
        var (id, kept) = (AuditWords.NewId(), new RedactionWords(views.Workspace.Engine.Database));
        return Acting.Do(http, views, "words", async (sent, person) =>
        {
            string[] words = [.. sent.Text("words").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
            await kept.Keep(id, words, [sent.Text("kind"), sent.Why], http.RequestAborted);
            return new(new ProposeWordsRedaction(id, sent.Text("kind"), sent.Why, person.Name), sent.Why, Root, "redaction-proposed");
        }, async problem =>
        {
            await kept.Drop(id, CancellationToken.None);
            return await Show(problem, views.Workspace, http.RequestAborted);
        });
    }

    private static async Task<IResult> Show(Problem? problem, Workspace workspace, CancellationToken cancellation) => PagesSetup.Page<WordsShown>(
        new { Waiting = await new RedactionWords(workspace.Engine.Database).Waiting(cancellation), Problem = problem }, problem?.Status ?? 200);
}
