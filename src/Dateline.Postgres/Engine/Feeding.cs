using Dateline.Postgres.Views;
using Npgsql;

namespace Dateline.Postgres.Engine;

/// <summary>
/// Hands the log to a view that is built anew. What it cannot take in is treated as it is live: the event is set aside, or nothing goes past it.
/// </summary>
internal sealed class Feeding(View view, NpgsqlDataSource shadow, Log log, Poison poison)
{
    private const int MostEvents = 8_000;
    private readonly List<(long Position, string Error)> setAside = [];
    private IFollower follower = view.Follower(shadow);

    /// <summary>What the view could not take in.</summary>
    internal IReadOnlyList<(long Position, string Error)> SetAside => setAside;

    /// <summary>Hands over the events after a position, up to another one; gives that.</summary>
    /// <exception cref="Refused">The view cannot take one of them in, and none is to be set aside.</exception>
    internal async Task<long> Feed(long from, long to, IProgress<(long, long)>? progress, CancellationToken cancellation)
    {
        for (var most = MostEvents; from < to; progress?.Report((from, to)))
        {
            var (events, upTo) = (new List<Recorded>(), to);
            try
            {
                if (follower is IRowFollower rows)
                {
                    upTo = Math.Min(to, from + Math.Min(most, IRowFollower.MostRows));
                    await Write(sql => rows.Follow(from, upTo, null, sql, cancellation), cancellation);
                }
                else
                {
                    (events, upTo) = await log.ReadPage(new(from, to, follower.Types.Count == 0 ? null : follower.Types), most, cancellation);
                    if (events.Count > 0) await Write(sql => follower.Follow(events, sql, cancellation), cancellation);
                }
                (from, most) = (upTo, Math.Min(2 * most, MostEvents));
            }
            catch (Exception e) when (!Faults.Passes(e))
            {
                // Its memory may hold what was not written.
                follower = view.Follower(shadow);
                if (follower is IRowFollower && upTo - from > 1) most = (int)(upTo - from) / 2;
                else if (events.Count > 1) most = events.Count / 2;
                else from = Refuse((e as UnreadableEvent)?.Position ?? (events.Count == 1 ? events[0].Position : upTo), e);
            }
        }
        return from;
    }

    private long Refuse(long position, Exception failure)
    {
        var error = Faults.Describe(failure);
        if (Stops.Treatment(poison, follower) == Poison.Stop)
            throw new Refused($"The view {view.Name} cannot be rebuilt and stays as it is: it cannot take in the event at position {position}. {error} Mend the cause, then rebuild it again.");
        setAside.Add((position, error));
        return position;
    }

    private async Task Write(Func<ISql, ValueTask> follow, CancellationToken cancellation)
    {
        await using var batch = shadow.CreateBatch();
        await follow(new Sql(batch));
        if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(cancellation);
    }
}
