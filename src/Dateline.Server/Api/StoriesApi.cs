using Dateline.Postgres.Queries;
using Dateline.Replay;
using Dateline.Server.Accounts;
using Dateline.Server.Commands;
using Dateline.Server.Hosting;
using Dateline.Stories;
using Story = Dateline.Stories.Story;

namespace Dateline.Server.Api;

/// <summary>A story with everything in it, as it stands or stood.</summary>
internal sealed record StoryAnswer(
    StoryLine Story, long Version, IReadOnlyList<TimelineEntry> Timeline, IReadOnlyList<StoryDocument> Documents, IReadOnlyList<ClaimLine> Claims,
    DateTimeOffset? AsOf, Clock Clock)
{
    /// <summary>What a machine suggests and nobody has decided: stories to merge, documents to split off.</summary>
    public IReadOnlyList<StorySuggestion> Suggestions { get; init; } = [];
}

/// <summary>Turns a suggestion down.</summary>
internal sealed record DismissRequest(string Suggestion, string Reason) : IReasoned;

/// <summary>An act and nothing but why.</summary>
internal sealed record Because(string Reason) : IReasoned;

/// <summary>Merges the story into another one.</summary>
internal sealed record MergeRequest(string Into, string Reason) : IReasoned;

/// <summary>Splits documents off as a new story.</summary>
internal sealed record SplitRequest(string[] Documents, string Title, string Reason) : IReasoned;

/// <summary>Gives the story another title.</summary>
internal sealed record RenameRequest(string Title, string Reason) : IReasoned;

/// <summary>Moves a document to another story.</summary>
internal sealed record MoveRequest(string To, string Reason);

/// <summary><c>/stories</c></summary>
internal static class StoriesApi
{
    private const int MostDocuments = 10_000;

    internal static void Map(RouteGroupBuilder api)
    {
        var stories = api.MapGroup("/stories").WithTags("Stories");
        stories.MapGet("", List)
            .WithName("listStories").WithSummary("The board: stories, latest activity first").Takes("status", Queries.StoryStatuses).Answers<Page<StoryLine>>(422).RequireAuthorization(Policies.Read);
        stories.MapGet("/{id}", One)
            .WithName("getStory").WithSummary("A story with its timeline, documents and claims").Answers<StoryAnswer>(404, 422).WithTag().RequireAuthorization(Policies.Read);
        var editing = new Editing<Story>(stories, "story", Ids.Story);
        editing.Act<MergeRequest>("merge", "Says that the story is the same as another one", async e =>
        {
            await StoryActs.Exists(e.Workspace, e.Body.Into.Known("story"), e.Cancellation, StoryActs.OverHttp);
            return new MergeStories(e.Id, e.Body.Into, e.By, e.Body.Reason);
        });
        editing.Act<SplitRequest>("split", "Says that some documents are another story", e => e.Body.Documents.Length is 0 or > MostDocuments
            ? throw new BadRequest($"documents names 1 to {MostDocuments} documents.")
            : StoryActs.Split(e.Id, e.Body.Title, e.Body.Documents, e.By, e.Body.Reason));
        editing.Act<RenameRequest>("rename", "Gives the story another title", e => new RenameStory(e.Id, StoryActs.OneLine(e.Body.Title), e.By, e.Body.Reason));
        editing.Act<DismissRequest>("dismiss", "Turns a suggestion to merge or split the story down", e => new DismissSuggestion(e.Id, e.Body.Suggestion, e.By, e.Body.Reason));
        editing.Act<Because>("close", "Closes the story", e => new CloseStory(e.Id, e.By, e.Body.Reason));
        editing.Act<Because>("reopen", "Opens a closed story again", e => new ReopenStory(e.Id, e.By, e.Body.Reason));
    }

    private static async Task<Page<StoryLine>> List(
        [AsParameters] MomentQuery moment, [AsParameters] PageQuery page, string? status, HttpContext context, Workspace workspace, Lists lists, CancellationToken cancellation)
    {
        var filter = new StoryFilter(Statuses: status is null ? null : [status], After: page.AtAndId, Most: page.Most + 1);
        if (await Moments.Board(workspace, moment.Asked, filter, cancellation) is not var (list, resolved))
        {
            // Before it is read: what the answer holds is at least all that far.
            await MomentQuery.Now(context, workspace, "board");
            return PageQuery.Of(await lists.Stories(status, page.AtAndId, page.Most + 1, cancellation), page.Most, s => [s.LastActivity, s.Id]);
        }
        context.Response.Headers["Dateline-Position"] = $"{resolved.Position}";
        return PageQuery.Of(list.Stories, page.Most, s => [s.LastActivity, s.Id]);
    }

    private static async Task<IResult> One(string id, [AsParameters] MomentQuery moment, Workspace workspace, CancellationToken cancellation)
    {
        var replayed = await Moments.Story(workspace, id.Known("story"), moment.Asked, cancellation);
        var position = replayed?.Position ?? await workspace.Engine.Head(cancellation);
        var page = replayed is null ? await workspace.Board.Story(id.Known("story"), Workspace.Now, cancellation)
            : Pages.Story(replayed.Picture, id, replayed.Changes, replayed.Clock, replayed.At);
        if (page is null) throw new Missing(replayed is null ? $"There is no story {id}." : $"There was no story {id} then.");
        var (story, version) = await workspace.Newsroom.Load<Story>(Ids.Story(id), replayed is null ? null : position, cancellation);
        return new Seen<StoryAnswer>(
            new(page.Story, version, page.Timeline, page.Documents, page.Claims, replayed?.At, moment.Asked.Clock) { Suggestions = story?.Suggestions ?? [] }, version, position);
    }
}
