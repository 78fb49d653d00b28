using Dateline.Accounts;
using Dateline.Server.Commands;
using Dateline.Server.Hosting;
using Dateline.Stories;

namespace Dateline.Server.Site.Stories;

/// <summary>A story's page, and what editors do on it.</summary>
internal static class StoryEndpoints
{
    internal static void MapStories(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/stories/{id}", static (string id, HttpContext http, Views views) => Show(id, Asked.Of(http), null, views, http));
        var acts = pages.MapGroup("/stories/{id}").AddEndpointFilter(Person.AtLeast(Role.Editor));
        acts.MapPost("/rename", static (string id, HttpContext http, Views views) => Do(id, "rename", http, views, (sent, by) =>
            Now(new RenameStory(id, StoryActs.OneLine(sent.Text("title")), by, sent.Why), sent, id, "renamed")));
        acts.MapPost("/merge", static (string id, HttpContext http, Views views) => Do(id, "merge", http, views, async (sent, by) =>
        {
            var into = await Target(sent, "into", views, http.RequestAborted);
            return await Now(new MergeStories(id, into, by, sent.Why), sent, into, "merged");
        }));
        acts.MapPost("/split", static (string id, HttpContext http, Views views) => Do(id, "split", http, views, (sent, by) =>
        {
            var split = StoryActs.Split(id, sent.Text("title"), sent.Several("document"), by, sent.Why);
            return Now(split, sent, split.NewStory, "split");
        }));
        acts.MapPost("/move", static (string id, HttpContext http, Views views) => Do(id, "move", http, views, async (sent, by) =>
        {
            var to = await Target(sent, "to", views, http.RequestAborted);
            return await Now(new MoveDocument(id, sent.Text("document"), to, by, sent.Why), sent, to, "moved");
        }));
        acts.MapPost("/suggestions/{suggestion}/dismiss", static (string id, string suggestion, HttpContext http, Views views) => Do(id, $"dismiss-{suggestion}", http, views, (sent, by) =>
            Now(new DismissSuggestion(id, suggestion, by, sent.Why), sent, id, "dismissed")));
        acts.MapPost("/close", static (string id, HttpContext http, Views views) => Do(id, "close", http, views, (sent, by) =>
            Now(new CloseStory(id, by, sent.Why), sent, id, "closed")));
        acts.MapPost("/reopen", static (string id, HttpContext http, Views views) => Do(id, "reopen", http, views, (sent, by) =>
            Now(new ReopenStory(id, by, sent.Why), sent, id, "reopened")));
    }

    private static async Task<IResult> Show(string id, Asked asked, Problem? problem, Views views, HttpContext http)
    {
        var edits = asked.IsNow && Person.Of(http)!.Is(Role.Editor);
        if (await views.Story(id, asked, edits, http.RequestAborted) is { } view) return PagesSetup.Page<StoryShown>(new { View = view with { Part = StoryPart.Of(http) }, Edits = edits, Problem = problem }, problem?.Status ?? 200);
        var merged = (await views.Workspace.Newsroom.Load<Dateline.Stories.Story>(Ids.Story(id), null, http.RequestAborted)).State;
        throw new Missing(merged is null ? "There is no such story. The board lists those there are." : "There was no such story at that moment by that clock.");
    }

    private static Task<IResult> Do(string id, string form, HttpContext http, Views views, Func<Sent, string, Task<Deed>> make) => Acting.Do(
        http, views, form, (sent, person) => make(sent, person.Name), problem => Show(id, Asked.Now, problem, views, http));

    private static Task<Deed> Now(ICommand command, Sent sent, string shown, string done) => Task.FromResult(new Deed(command, sent.Why, Address.Story(shown), done));

    private static async Task<string> Target(Sent sent, string field, Views views, CancellationToken cancellation)
    {
        var target = sent.Text(field);
        if (target.Length == 0) throw new Refused("Choose the other story.");
        await StoryActs.Exists(views.Workspace, target, cancellation, "Begin to type its title and choose it from those that are offered, or write the id with which its address ends.");
        return target;
    }
}
