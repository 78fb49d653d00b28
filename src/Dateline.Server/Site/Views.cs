using Dateline.Documents;
using Dateline.Postgres.Queries;
using Dateline.Replay;
using Dateline.Server.Commands;
using Dateline.Server.Site.Board;
using Dateline.Server.Site.Changes;
using Dateline.Server.Site.Claims;
using Dateline.Server.Site.Stories;

namespace Dateline.Server.Site;

/// <summary>What the pages show, now from the views or at a moment from the log. Whatever reads the past faster goes here.</summary>
internal sealed class Views(Workspace workspace)
{
    private const int Parts = 120;
    private const int MostChoices = 100;
    private static readonly TimeSpan fresh = TimeSpan.FromSeconds(30);
    private readonly Dictionary<Clock, (DateTimeOffset Until, Extent? Extent)> extents = [];
    private readonly StoryLists lists = new(workspace.Engine.Database);
    private readonly Extents extent = new(workspace.Engine.Database);

    internal Workspace Workspace => workspace;

    /// <summary>The board at a moment.</summary>
    internal async Task<BoardView> Board(Asked asked, BoardAsk ask, DateTimeOffset? seen, CancellationToken cancellation)
    {
        var at = asked.At ?? Workspace.Now;
        var filter = ask.Filter(at, seen);
        var then = await Moments.Board(workspace, asked.Moment, filter, cancellation);
        return new(then is null ? asked : Fixed(asked, then.Value.Moment), ask, then?.List ?? await lists.Read(filter, cancellation), at, seen, await ExtentOf(asked.Clock, cancellation));
    }

    /// <summary>A story at a moment; null when there is none.</summary>
    /// <param name="id">The story.</param>
    /// <param name="asked">The moment.</param>
    /// <param name="chooses">Whether other stories are to be chosen from.</param>
    /// <param name="cancellation">Ends the reading.</param>
    internal async Task<StoryView?> Story(string id, Asked asked, bool chooses, CancellationToken cancellation)
    {
        var board = workspace.Board;
        var then = await Moments.Story(workspace, id, asked.Moment, cancellation);
        if (then is not null) asked = Fixed(asked, then.Resolved);
        var at = then?.At ?? Workspace.Now;
        var picture = then?.Picture ?? await board.AroundStory(id, cancellation);
        var changes = then?.Changes ??
            [.. await board.Changes("story", [id], cancellation), .. await board.Changes("claim", [.. picture.Claims.Keys], cancellation)];
        var positions = picture.Documents.Values.Where(d => d.StoryId == id).Select(d => d.Position).ToList();
        var times = asked.Clock == Clock.Recorded ? await board.RecordedAt(positions, cancellation) : new Dictionary<long, DateTimeOffset>();
        if (StoryView.Of(picture, id, asked, at, changes, times) is not { } view) return null;
        var (story, version) = await workspace.Newsroom.Load<Dateline.Stories.Story>(Ids.Story(id), then?.Position, cancellation);
        view = view with { Version = version, Suggestions = await Suggested(story, view.Page.Documents, cancellation) };
        if (!chooses) return view;
        var choices = await lists.Read(new(Most: MostChoices), cancellation);
        return view with { Choices = [.. choices.Stories.Where(s => s.Id != id).Select(s => new StoryChoice(s.Id, s.Title))] };
    }

    private async Task<IReadOnlyList<Suggested>> Suggested(Dateline.Stories.Story? story, IReadOnlyList<StoryDocument> documents, CancellationToken cancellation)
    {
        if (story is not { Suggestions: { Count: > 0 } made }) return [];
        var titles = await lists.Titles([.. made.Select(s => s.Other).OfType<string>()], cancellation);
        return [.. made.Select(s => new Suggested(
            s, s.Other is { } other ? new(other, titles.GetValueOrDefault(other, other)) : null, [.. documents.Where(d => s.Documents.Contains(d.Id))]))];
    }

    /// <summary>A claim at a moment; null when there is none.</summary>
    internal async Task<ClaimView?> Claim(string id, Asked asked, MentionPart part, CancellationToken cancellation)
    {
        var board = workspace.Board;
        var then = await Moments.Claim(workspace, id, asked.Moment, cancellation);
        if (then is not null) asked = Fixed(asked, then.Resolved);
        var at = then?.At ?? Workspace.Now;
        var picture = then?.Picture ?? await board.AroundClaim(id, cancellation);
        var changes = then?.Changes ?? await board.Changes("claim", [id], cancellation);
        if (Pages.Claim(picture, id, changes, asked.Clock, at) is not { } page) return null;
        var listed = part.Side is { } side ? [.. page.Mentions.Where(m => Stances.Of(m) == side)] : page.Mentions;
        var mentions = listed.Skip(part.First).Take(MentionPart.Most).ToList();
        var documents = new Dictionary<string, DocumentPage?>(StringComparer.Ordinal);
        foreach (var document in mentions.Select(m => m.Document).Distinct(StringComparer.Ordinal))
            documents[document] = await DocumentPage.AsFiled(workspace.Newsroom, document, then?.Position, cancellation);
        var version = (await workspace.Newsroom.Load<Dateline.Claims.Claim>(Ids.Claim(id), then?.Position, cancellation)).Version;
        var others = then is null ? await board.Standing([.. page.Relations.Select(r => r.Claim)], at, cancellation) : null;
        Related Of(RelationLine line)
        {
            if (picture.Claims.TryGetValue(line.Claim, out var other)) return new(line, new(other.Text, other.StatusAt(at), other.IsBasisChanged));
            return new(line, others?.GetValueOrDefault(line.Claim));
        }
        return new(
            page, asked, version, part, listed.Count, [.. mentions.Select(m => Sentences.Of(m, documents[m.Document]))],
            picture.Documents.Values.Where(d => d.Filed is not null).ToDictionary(d => d.Id, d => d.Filed!.Title, StringComparer.Ordinal), [.. page.Relations.Select(Of)],
            [.. page.Stories.Select(s => new StoryChoice(s, picture.Stories.GetValueOrDefault(s)?.Title ?? s))]);
    }

    /// <summary>A document at a moment; null when there is none. By the published clock it has the revisions that were out by then.</summary>
    internal async Task<DocumentPage?> Document(string id, Asked asked, CancellationToken cancellation) =>
        (await Moments.Document(workspace, id, asked.Moment, cancellation)).Page;

    /// <summary>What changed between two moments.</summary>
    internal async Task<ChangesView> Changes(DateTimeOffset from, DateTimeOffset to, Clock clock, bool toNow, CancellationToken cancellation)
    {
        var difference = await Differ.Between(workspace.Newsroom, new(from, clock), new(to, clock), null, Workspace.Now, (a, b) => workspace.History.Between(a, b, cancellation), cancellation);
        var stories = difference.Changes.SelectMany(c => c.Stories).Distinct().ToList();
        return new(difference, await lists.Titles(stories, cancellation), toNow);
    }

    /// <summary>Waits until what was recorded at a position, and what follows from it, is shown; at most a few seconds.</summary>
    internal Task Settle(long position, CancellationToken cancellation) => Settling.Until(workspace.Engine, position, cancellation);

    /// <summary>A moment that was named keeps its position in every link, so that it means the same for ever.</summary>
    private static Asked Fixed(Asked asked, Resolved moment) =>
        asked is { At: null, Known: null, Position: null } ? asked : new(moment.At, asked.Clock, null, moment.Position);

    /// <summary>The same moment with the position that it is resolved to; now stays now.</summary>
    internal async Task<Asked> Fix(Asked asked, CancellationToken cancellation) =>
        asked.IsNow ? asked : Fixed(asked, await asked.Moment.Resolve(workspace.Newsroom, Workspace.Now, cancellation));

    /// <summary>From when to when there is something to see; known anew every half minute.</summary>
    private async Task<Extent?> ExtentOf(Clock clock, CancellationToken cancellation)
    {
        lock (extents)
        {
            if (extents.TryGetValue(clock, out var known) && known.Until > Workspace.Now) return known.Extent;
        }
        var found = await extent.Read(clock, Workspace.Now, Parts, cancellation);
        lock (extents) extents[clock] = (Workspace.Now + fresh, found);
        return found;
    }
}
