using Dateline.Replay;
using Npgsql;

namespace Dateline.Postgres.Views;

/// <summary>
/// The course of every story and claim on both clocks, as spans, by the same fold as a replay's. What events' effects depend on is brought in by folding
/// its past once, and kept while it is of use, so that they are added to its end. An event that comes late on the published clock, after one of a later
/// time that concerns the same, has the course of all that it concerns folded anew.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="mostHeld">How many streams are kept in memory.</param>
internal sealed class HistoryFollower(NpgsqlDataSource database, int mostHeld = 32_000) : IFollower
{
    internal const string ViewName = "history";
    private readonly Links links = new(database);
    private readonly Dictionary<Clock, RunningCourse> courses = Enum.GetValues<Clock>().ToDictionary(c => c, c => new RunningCourse(c));

    // The streams that the courses hold all of, and the batch that last had to do with them.
    private readonly Dictionary<string, long> held = new(StringComparer.Ordinal);
    private long batch;
    private EventRun? last;

    /// <inheritdoc/>
    public string Name => ViewName;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Types => Picture.Types;

    /// <inheritdoc/>
    public async ValueTask Follow(IReadOnlyList<Recorded> events, ISql sql, CancellationToken cancellation)
    {
        batch++;
        links.Through = events[0].Position - 1;
        var tied = Link.Of(events);
        var named = Links.Named(events, tied);
        // Nothing is known yet of what begins here, unless another stream's event told of it before; of documents, filing and mentions are the first that count.
        var first = events.Where(e => e.Version == 1).Select(e => e.Stream).Concat(named.Where(Ids.IsDocument)).ToHashSet(StringComparer.Ordinal);
        var begun = (await links.Untied(first, cancellation)).ToHashSet(StringComparer.Ordinal);
        await links.Learn(tied, cancellation);
        HistoryStatements.Links(tied, sql);
        var runs = EventRun.Of(events, last ?? await EventRun.Last(database, cancellation));
        HistoryStatements.Events(runs, sql);
        last = runs[^1];

        var needed = await Bring(events, named, begun, cancellation);
        foreach (var (clock, course) in courses)
        {
            var late = course.Add(Replayer.InOrder(events, clock), id => needed.Stories.Contains(Ids.Story(id)), id => needed.Claims.Contains(Ids.Claim(id)));
            if (late.Count > 0) await FoldAnew(clock, late, events[0].Position - 1, events[^1].Position, sql, cancellation);
            HistoryStatements.Write(clock, course.TakeChanged(), sql);
            HistoryStatements.Told(clock, course.TakeTold(), sql);
        }
        LetGo();
    }

    /// <summary>Brings in all that the events' effects depend on and that is not held: what they concern, and what shows where that stands.</summary>
    private async Task<Circle> Bring(IReadOnlyList<Recorded> events, HashSet<string> named, HashSet<string> begun, CancellationToken cancellation)
    {
        var needed = await Concerned(events, named, cancellation);
        await links.AddRelated(needed, cancellation);
        var missing = new Circle(Missing(needed.Stories), Missing(needed.Claims), Missing(needed.Documents));
        foreach (var stream in needed.All.Concat(named)) held[stream] = batch;
        if (missing.All.Any()) await Fold(missing, events[0].Position - 1, Enum.GetValues<Clock>(), cancellation);
        return needed;

        HashSet<string> Missing(HashSet<string> streams) => [.. streams.Where(s => !held.ContainsKey(s) && !begun.Contains(s))];
    }

    private async Task<Circle> Concerned(IReadOnlyList<Recorded> events, HashSet<string> named, CancellationToken cancellation)
    {
        var moved = await links.Moved(events, cancellation);
        return await links.Concerned([.. named, .. moved, .. await links.From(moved, [Link.Says], cancellation)], cancellation);
    }

    private async Task FoldAnew(Clock clock, IReadOnlyList<Recorded> late, long after, long through, ISql sql, CancellationToken cancellation)
    {
        var concerned = await Told(late, cancellation);
        var about = concerned.All.ToHashSet(StringComparer.Ordinal);
        var (events, folded) = await Fold(concerned, through, [clock], cancellation);
        var from = late.Min(e => Course.Begins(clock, e, e.PublishedAt));
        HistoryStatements.Replace(clock, from, folded.Spans, concerned, sql);
        // They were told where they counted before: what is late may have begun a stream earlier.
        var before = Replayer.InOrder(events.FindAll(e => e.Position <= after), clock).Select(e => (Course.Begins(clock, e.Event, e.Effective), e.Event.Position));
        HistoryStatements.Untell(clock, [.. before.Where(e => e.Item1 >= from)], about, sql);
        courses[clock].Untell(about.Contains);
        HistoryStatements.Told(clock, [.. folded.TakeTold().Where(t => t.Begins >= from && about.Contains(t.Change.Subject))], sql);
    }

    /// <summary>What late events concern, and of what is told in its words: its documents' claims are in their stories, and a document that was moved names both stories.</summary>
    private async Task<Circle> Told(IReadOnlyList<Recorded> late, CancellationToken cancellation)
    {
        var named = Links.Named(late);
        named.UnionWith(await links.From([.. named.Where(Ids.IsDocument)], [Link.Says], cancellation));
        var concerned = await Concerned(late, named, cancellation);
        await links.AddSharing(concerned, cancellation);
        return concerned;
    }

    /// <summary>Folds the course of some streams from all that it depends on; gives that, and the course on the last of the clocks.</summary>
    private async Task<(List<Recorded> Events, RunningCourse Course)> Fold(Circle circle, long through, Clock[] clocks, CancellationToken cancellation)
    {
        var events = await Courses.Read(database, [.. await links.Around(circle, cancellation)], through, cancellation);
        HashSet<string> streams = [.. circle.All, .. await links.From(circle.Stories, [Link.In], cancellation)];
        var folded = new RunningCourse(clocks[0]);
        foreach (var clock in clocks)
        {
            folded = new RunningCourse(clock);
            folded.Add(Replayer.InOrder(events, clock), id => circle.Stories.Contains(Ids.Story(id)), id => circle.Claims.Contains(Ids.Claim(id)), tells: clocks.Length == 1);
            courses[clock].Adopt(folded, clocks.Length == 1 ? streams.Where(held.ContainsKey) : streams);
        }
        if (clocks.Length > 1) foreach (var stream in streams) held[stream] = batch;
        return (events, folded);
    }

    /// <summary>Lets go of half of what is held when it is too much: of what was of no use for longest.</summary>
    private void LetGo()
    {
        if (held.Count <= mostHeld) return;
        foreach (var (stream, _) in held.Where(h => h.Value < batch).OrderBy(h => h.Value).Take(mostHeld / 2).ToList())
        {
            held.Remove(stream);
            foreach (var course in courses.Values) course.Forget(stream);
        }
    }
}
