using Dateline.Replay;
using Npgsql;

namespace Dateline.Postgres.Views;

/// <summary>Events that follow on one another in what the history follows, and took effect at one time of the published clock.</summary>
/// <param name="Published">The time, in microseconds since year 1.</param>
/// <param name="From">The position of the first.</param>
/// <param name="Through">The position of the last.</param>
internal readonly record struct EventRun(long Published, long From, long Through)
{
    /// <summary>The run that was written last; null where there is none.</summary>
    internal static async Task<EventRun?> Last(NpgsqlDataSource database, CancellationToken cancellation) => (await database.CreateCommand(
        "select published, position, through from history_events order by through desc limit 1")
        .Rows(r => (EventRun?)new EventRun(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2)), cancellation)).FirstOrDefault();

    /// <summary>The runs of events, of which the first may go on where the last one written ended: however events come, they are the same.</summary>
    internal static List<EventRun> Of(IReadOnlyList<Recorded> events, EventRun? last)
    {
        var runs = new List<EventRun>();
        foreach (var e in events)
        {
            var published = Course.Begins(Clock.Published, e, e.PublishedAt);
            if (last is { } run && run.Published == published)
            {
                if (runs.Count > 0) runs.RemoveAt(runs.Count - 1);
                last = run with { Through = e.Position };
            }
            else
            {
                last = new(published, e.Position, e.Position);
            }
            runs.Add(last.Value);
        }
        return runs;
    }
}
