using Dateline.Replay;
using Npgsql;

namespace Dateline.Postgres.Queries;

/// <summary>From when to when there is something, and how much at which time.</summary>
/// <param name="First">The first moment; a few documents dated far before all others do not stretch it.</param>
/// <param name="Last">The last moment: the one asked at.</param>
/// <param name="Documents">How many documents came in each of as many equal parts of the time between the two.</param>
public sealed record Extent(DateTimeOffset First, DateTimeOffset Last, IReadOnlyList<int> Documents);

/// <summary>Asks from when to when there are documents.</summary>
public sealed class Extents(NpgsqlDataSource database)
{
    /// <summary>The extent by a clock up to a moment, in so many parts; null when there is no document.</summary>
    public async Task<Extent?> Read(Clock clock, DateTimeOffset now, int parts, CancellationToken cancellation)
    {
        var at = clock == Clock.Recorded ? "recorded_at" : "published_at";
        // One in two hundred may lie before the first moment; and what lies so long before that the later half would have less than a twentieth of the time,
        // such as one letter of 1815 among this year's news, but nothing of the last year.
        var first = await database.CreateCommand(
            $"""
            with known as (select {at} as at from documents where {at} <= $1 and isfinite({at})),
                half as (select percentile_disc(0.5) within group (order by at desc) as at from known),
                bulk as (select known.at from known, half where known.at >= least(half.at - 20 * ($1 - half.at), $1 - interval '1 year'))
            select greatest((select percentile_disc(0.005) within group (order by at) from known), (select min(at) from bulk))
            """).With(now).Rows(r => r.IsDBNull(0) ? (DateTimeOffset?)null : r.At(0), cancellation);
        if (first[0] is not { } from || from >= now) return null;
        var counts = new int[parts];
        var rows = await database.CreateCommand(
            $"""
            select width_bucket(extract(epoch from {at}), extract(epoch from $1::timestamptz), extract(epoch from $2::timestamptz), $3), count(*)::integer
            from documents where {at} between $1 and $2 group by 1
            """).With(from, now, parts).Rows(r => (Part: r.GetInt32(0), Count: r.GetInt32(1)), cancellation);
        foreach (var (part, count) in rows) counts[Math.Clamp(part, 1, parts) - 1] += count;
        return new(from, now, counts);
    }
}
