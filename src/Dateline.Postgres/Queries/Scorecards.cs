using Dateline.Claims;
using Dateline.Replay;
using Dateline.Sources;
using Npgsql;
using NpgsqlTypes;

namespace Dateline.Postgres.Queries;

/// <summary>Counts what became of predictions and promises, now by the views, and at a moment by the events that it depends on; see <see cref="Scorecard"/>.</summary>
public sealed class Scorecards(NpgsqlDataSource database)
{
    /// <summary>A line for each source and speaker; each claim counts once for each of them that asserts it or did, however often.</summary>
    /// <param name="source">Only this source; null for all.</param>
    /// <param name="bySpeaker">Whether speakers are told apart.</param>
    /// <param name="now">The time now, for what is due.</param>
    /// <param name="cancellation">Ends the query.</param>
    public async Task<IReadOnlyList<ScorecardLine>> Read(string? source, bool bySpeaker, DateTimeOffset now, CancellationToken cancellation)
    {
        var introduced = bySpeaker ? await Introduced(source, cancellation) : [];
        return await Read(source, bySpeaker, introduced, now, cancellation);
    }

    /// <summary>Speakers who are not named by their name alone.</summary>
    private async Task<List<string>> Introduced(string? source, CancellationToken cancellation)
    {
        var speakers = await database.CreateCommand(
            """
            select distinct m.speaker from claims c join mentions m on m.claim = c.id
            where c.mode in ('prediction', 'promise') and m.speaker is not null and ($1::text is null or m.source = $1)
            """).With(Parameters.Typed(source, NpgsqlDbType.Text)).Rows(r => r.GetString(0), cancellation);
        return speakers.FindAll(s => SpeakerNames.Plain(s) != s);
    }

    private async Task<List<ScorecardLine>> Read(string? source, bool bySpeaker, List<string> introduced, DateTimeOffset now, CancellationToken cancellation) => await database.CreateCommand(
        """
        select source, speaker, count(*) filter (where status = 'fulfilled')::integer, count(*) filter (where status = 'failed')::integer,
            count(*) filter (where status = 'lapsed')::integer, count(*) filter (where status = 'inconclusive')::integer,
            count(*) filter (where status = 'due')::integer, count(*) filter (where status = 'open')::integer, count(*) filter (where status = 'withdrawn')::integer,
            count(*) filter (where basis_changed)::integer
        from (
            select m.source, case when $2 then coalesce(n.name, m.speaker) end as speaker, c.id, c.basis_changed,
                case when c.status in ('fulfilled', 'failed', 'lapsed', 'inconclusive') then c.status
                    when bool_and(m.retracted_position is not null) then 'withdrawn'
                    when c.status = 'open' and c.due_at < ($3 at time zone 'utc')::date then 'due' else c.status end as status
            from claims c join mentions m on m.claim = c.id left join unnest($5::text[], $6::text[]) as n (introduced, name) on n.introduced = m.speaker
            where c.mode in ('prediction', 'promise') and c.merged_into is null and m.polarity = 'positive' and m.certainty <> 'underspecified'
                and (m.retracted_position is null or right(m.retracted_cause, length($4)) <> $4) and ($1::text is null or m.source = $1)
            group by m.source, 2, c.id, c.status, c.due_at, c.basis_changed
        ) made
        group by source, speaker order by source collate "C", speaker collate "C" nulls first
        """).With(Parameters.Typed(source, NpgsqlDbType.Text), bySpeaker, now.ToUniversalTime(), MentionRetracted.ByReading, introduced.ToArray(), introduced.Select(SpeakerNames.Plain).ToArray()).Rows(r => new ScorecardLine(
            r.GetString(0), r.Text(1), r.GetInt32(2), r.GetInt32(3), r.GetInt32(4), r.GetInt32(5), r.GetInt32(6), r.GetInt32(7), r.GetInt32(8), r.GetInt32(9)), cancellation);

    /// <summary>The same at a moment.</summary>
    /// <param name="newsroom">The log, which is folded where no rows tell which part of it is enough.</param>
    /// <param name="source">Only this source; null for all.</param>
    /// <param name="bySpeaker">Whether speakers are told apart.</param>
    /// <param name="moment">The moment.</param>
    /// <param name="cancellation">Ends the query.</param>
    public async Task<IReadOnlyList<ScorecardLine>> At(INewsroom newsroom, string? source, bool bySpeaker, Resolved moment, CancellationToken cancellation)
    {
        var replayed = await new HistoryQueries(database).Foretold(moment, cancellation) ?? await Replayer.At(newsroom, moment, cancellation);
        return Scorecard.Of(replayed.Picture, source, bySpeaker, moment.At);
    }
}
