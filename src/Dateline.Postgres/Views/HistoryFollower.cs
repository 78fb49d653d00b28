using Dateline.Replay;
using Npgsql;

namespace Dateline.Postgres.Views;

/// <summary>
/// The course of every story and claim on both clocks, as spans. A batch of events concerns the stories and claims that it touches; they are folded
/// anew from all that they depend on, by the same fold as a replay's. On the recorded clock only the last span can have changed; on the published
/// clock, whatever lies after the earliest publication in the batch.
/// </summary>
internal sealed class HistoryFollower(NpgsqlDataSource database) : IFollower
{
    internal const string ViewName = "history";
    private readonly Links links = new(database);
    private readonly Courses courses = new(database);

    /// <inheritdoc/>
    public string Name => ViewName;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Types => Picture.Types;

    /// <inheritdoc/>
    public async ValueTask Follow(IReadOnlyList<Recorded> events, ISql sql, CancellationToken cancellation)
    {
        var tied = events.SelectMany(e => Link.Of(e.Data)).Where(l => l.Stream != l.Other).Distinct().ToList();
        await links.Learn(tied, cancellation);
        courses.Learn(events);
        var (stories, claims) = await links.Concerned(events, cancellation);
        var depended = await courses.Of(await links.Around(stories, claims, cancellation), events[^1].Position, cancellation);
        HistoryStatements.Links(tied, sql);
        HistoryStatements.Events(events, sql);
        foreach (var clock in Enum.GetValues<Clock>())
        {
            var spans = Course.Of(Replayer.InOrder(depended, clock), clock, s => stories.Contains(Ids.Story(s)), c => claims.Contains(Ids.Claim(c)));
            var from = events.Min(e => Course.Begins(clock, e, e.PublishedAt));
            HistoryStatements.Write(clock, from, spans, [.. stories.Select(Ids.Of)], [.. claims.Select(Ids.Of)], sql);
        }
    }
}
