using Npgsql;
using NpgsqlTypes;

namespace Dateline.Postgres.Queries;

/// <summary>What became of the predictions and promises of a source, or of a speaker whom it quotes: counts, and never one score.</summary>
/// <param name="Source">Who published them.</param>
/// <param name="Speaker">Who made them, as named; null where the source itself did, or for all of a source together.</param>
/// <param name="Fulfilled">How many came true.</param>
/// <param name="Failed">How many did not.</param>
/// <param name="Lapsed">How many nothing can fulfil or fail any more.</param>
/// <param name="Inconclusive">How many cannot be told.</param>
/// <param name="Due">How many are not judged though their day has passed.</param>
/// <param name="Open">How many are not judged and not due.</param>
public sealed record ScorecardLine(string Source, string? Speaker, int Fulfilled, int Failed, int Lapsed, int Inconclusive, int Due, int Open);

/// <summary>Counts what became of predictions and promises.</summary>
public sealed class Scorecards(NpgsqlDataSource database)
{
    /// <summary>A line for each source and speaker; each claim counts once for each of them that asserts it, however often.</summary>
    /// <param name="source">Only this source; null for all.</param>
    /// <param name="bySpeaker">Whether speakers are told apart.</param>
    /// <param name="now">The time now, for what is due.</param>
    /// <param name="cancellation">Ends the query.</param>
    public async Task<IReadOnlyList<ScorecardLine>> Read(string? source, bool bySpeaker, DateTimeOffset now, CancellationToken cancellation) => await database.CreateCommand(
        """
        select source, speaker, count(*) filter (where status = 'fulfilled')::integer, count(*) filter (where status = 'failed')::integer,
            count(*) filter (where status = 'lapsed')::integer, count(*) filter (where status = 'inconclusive')::integer,
            count(*) filter (where status = 'due')::integer, count(*) filter (where status = 'open')::integer
        from (
            select distinct m.source, case when $2 then m.speaker end as speaker, c.id,
                case when c.status = 'open' and c.due_at < ($3 at time zone 'utc')::date then 'due' else c.status end as status
            from claims c join mentions m on m.claim = c.id
            where c.mode in ('prediction', 'promise') and c.merged_into is null and m.retracted_position is null and m.polarity = 'positive'
                and ($1::text is null or m.source = $1)
        ) made
        where status <> 'retracted'
        group by source, speaker order by source collate "C", speaker collate "C" nulls first
        """).With(Parameters.Typed(source, NpgsqlDbType.Text), bySpeaker, now.ToUniversalTime()).Rows(r => new ScorecardLine(
            r.GetString(0), r.Text(1), r.GetInt32(2), r.GetInt32(3), r.GetInt32(4), r.GetInt32(5), r.GetInt32(6), r.GetInt32(7)), cancellation);
}
