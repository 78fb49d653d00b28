using System.Text.Json;
using Dateline.Postgres.Engine;
using Dateline.Postgres.Views;
using Dateline.Replay;
using Npgsql;
using NpgsqlTypes;

namespace Dateline.Postgres.Queries;

/// <summary>
/// The board, stories and claims at any moment, from the history's rows: one query for the whole board, one fold of what it depends on for a
/// story or claim. Where the rows do not reach, null is given, and the log has to be folded.
/// </summary>
public sealed class HistoryQueries(NpgsqlDataSource database)
{
    /// <summary>
    /// Whether the rows answer for a moment: they reach its position; and on the published clock, where a late document changes the past, nothing has
    /// been recorded since it.
    /// </summary>
    /// <param name="moment">The moment.</param>
    /// <param name="cancellation">Ends the query.</param>
    public async Task<bool> Reaches(Resolved moment, CancellationToken cancellation)
    {
        var reached = await Reached(cancellation);
        return moment.Clock == Clock.Recorded ? reached >= moment.Position : reached == moment.Position;
    }

    /// <summary>A page of the board at a moment that the rows reach.</summary>
    public async Task<StoryList> Board(Resolved moment, StoryFilter filter, CancellationToken cancellation)
    {
        var point = Course.Point(moment);
        await using var command = database.CreateCommand(
            $"""
            with shown as materialized (
                select id, begins, status, last_activity from story_history where clock = $1 and node = any($2) and ends > $4
                union all
                select id, begins, status, last_activity from story_history where clock = $1 and node = any($3) and begins <= $4
            ), admitted as materialized (
                select s.* from shown s {(filter.Text is null ? "" : "join story_history t on t.clock = $1 and t.id = s.id and t.begins = s.begins and (t.id = $5 or t.title ilike $6)")}
                where ($7::timestamptz is null or s.last_activity >= $7) and ($8::timestamptz is null or s.last_activity < $8)
            ), page as (
                select id, begins from admitted where ($9::text[] is null or status = any($9))
                    and ($10::timestamptz is null or last_activity < $10 or (last_activity = $10 and id collate "C" > $11))
                order by last_activity desc, id collate "C" limit $12
            )
            select counts.of, exists (select from shown), h.id, h.title, h.status, h.since, h.reason, h.because, h.documents, h.origins, h.claims, h.last_activity
            from (select coalesce(jsonb_object_agg(status, n), '{"{"}{"}"}')::text as of from (select status, count(*) as n from admitted group by status) c) counts
                left join page p on true left join story_history h on h.clock = $1 and h.id = p.id and h.begins = p.begins
            order by h.last_activity desc, h.id collate "C"
            """);
        command.With(Words.Of(moment.Clock), IntervalTree.Before(point), IntervalTree.After(point), point).With([.. StoryLists.Common(filter)]).With(
            Parameters.Typed(filter.Statuses is { Count: > 0 } s ? s.ToArray() : null, NpgsqlDbType.Array | NpgsqlDbType.Text),
            Parameters.Typed(filter.After?.At.ToUniversalTime(), NpgsqlDbType.TimestampTz), Parameters.Typed(filter.After?.Id, NpgsqlDbType.Text),
            filter.Most == int.MaxValue ? (long)filter.Most : filter.Most + 1L);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var (lines, counts, any) = (new List<StoryLine>(), "{}", false);
        while (await rows.ReadAsync(cancellation))
        {
            if (lines.Count == 0) (counts, any) = (rows.GetString(0), rows.GetBoolean(1));
            if (!rows.IsDBNull(2)) lines.Add(Line(rows));
        }
        return new(lines.Count > filter.Most ? lines[..filter.Most] : lines, lines.Count > filter.Most, JsonSerializer.Deserialize<Dictionary<string, int>>(counts)!, any);
    }

    /// <summary>Claims at a moment that the rows reach, latest first, page by page.</summary>
    public async Task<IReadOnlyList<(ClaimLine Claim, long Raised)>> Claims(
        Resolved moment, string? status, (long Raised, string Id)? after, int most, CancellationToken cancellation)
    {
        var point = Course.Point(moment);
        await using var command = database.CreateCommand(
            """
            with shown as materialized (
                select id, begins, raised from claim_history where clock = $1 and node = any($2) and ends > $4
                union all
                select id, begins, raised from claim_history where clock = $1 and node = any($3) and begins <= $4
            )
            select h.id, h.text, h.mode, h.status, h.since, h.reason, h.because, h.origins, h.asserting, h.denying, h.due, h.basis_changed, h.raised
            from shown s join claim_history h on h.clock = $1 and h.id = s.id and h.begins = s.begins
            where ($6::bigint is null or s.raised < $6 or (s.raised = $6 and s.id collate "C" > $7))
                and ($5::text is null or case when h.status = 'open' and h.due < to_char($8 at time zone 'utc', 'YYYY-MM-DD') then 'due' else h.status end = $5)
            order by s.raised desc, s.id collate "C" limit $9
            """);
        return await command.With(
                Words.Of(moment.Clock), IntervalTree.Before(point), IntervalTree.After(point), point, Parameters.Typed(status, NpgsqlDbType.Text),
                Parameters.Typed(after?.Raised, NpgsqlDbType.Bigint), after?.Id ?? "", moment.At.ToUniversalTime(), (long)most)
            .Rows(r => (Due.At(new ClaimLine(
                r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.At(4), r.GetString(5), [.. r.GetFieldValue<long[]>(6)],
                r.GetInt32(7), r.GetInt32(8), r.GetInt32(9), r.Text(10), r.GetBoolean(11)), moment.At), r.GetInt64(12)), cancellation);
    }

    /// <summary>
    /// The part of the picture of a moment that shows a story with its documents and claims, and those that they are related to; null where the rows do not
    /// reach its position.
    /// </summary>
    public Task<Replayed?> AroundStory(string id, Resolved moment, CancellationToken cancellation) => Around(moment, async links =>
    {
        var stories = await links.WithKin([Ids.Story(id)], cancellation);
        return await Wider(links, await links.Around(new(stories, [], []), cancellation), cancellation);
    }, cancellation);

    /// <summary>The same for a claim with its documents and their stories.</summary>
    public Task<Replayed?> AroundClaim(string id, Resolved moment, CancellationToken cancellation) => Around(moment, async links =>
    {
        var claims = await links.WithKin([Ids.Claim(id)], cancellation);
        var documents = await links.From(claims, [Link.Says], cancellation);
        var stories = await links.WithKin([.. await links.From(documents, [Link.In], cancellation), .. await links.From(claims, [Link.Pin], cancellation)], cancellation);
        return [.. stories, .. documents, .. await Wider(links, claims, cancellation)];
    }, cancellation);

    /// <summary>The part of the picture of a moment that has every prediction and promise; null where the rows do not reach its position.</summary>
    public Task<Replayed?> Foretold(Resolved moment, CancellationToken cancellation) => Around(moment, async links => await links.WithKin(
        await database.CreateCommand("select distinct id from claim_history where mode in ('prediction', 'promise')").Rows(r => Ids.Claim(r.GetString(0)), cancellation), cancellation), cancellation);

    /// <summary>What tells of the time between two moments; null where the whole log has to be folded: the rows are far behind, or it would be most of it.</summary>
    public Task<Course.Part?> Between(Resolved from, Resolved to, CancellationToken cancellation) => new Between(database).Read(from, to, cancellation);

    /// <summary>The position that the rows reach; -1 where the view was never built.</summary>
    private async Task<long> Reached(CancellationToken cancellation)
    {
        var rows = await database.CreateCommand("select last_seq_id from mt_event_progression where name = $1").With(Cursors.RowOf(HistoryFollower.ViewName))
            .Rows(r => r.GetInt64(0), cancellation);
        return rows is [var position] ? position : -1;
    }

    private async Task<Replayed?> Around(Resolved moment, Func<Links, Task<HashSet<string>>> streams, CancellationToken cancellation)
    {
        // What has been tied since does no harm: no later event is folded.
        if (await Reached(cancellation) < moment.Position) return null;
        var events = await Courses.Read(database, [.. await streams(new(database))], moment.Position, cancellation);
        return Replayer.Of(Replayer.InOrder(events, moment.Clock), moment);
    }

    /// <summary>Claims with those that they are related to in any way, and what shows where these stand.</summary>
    private static async Task<HashSet<string>> Wider(Links links, HashSet<string> streams, CancellationToken cancellation)
    {
        var claims = await links.WithKin(streams.Where(Ids.IsClaim), cancellation);
        var related = await links.WithKin([.. await links.From(claims, [Link.Against, Link.Related], cancellation)], cancellation);
        return [.. streams, .. claims, .. related, .. await links.WithKin(await links.From(related, [Link.Against], cancellation), cancellation)];
    }

    private static StoryLine Line(NpgsqlDataReader r) => new(
        r.GetString(2), r.GetString(3), r.GetString(4), r.At(5), r.GetString(6), [.. r.GetFieldValue<long[]>(7)], r.GetInt32(8), r.GetInt32(9), r.GetInt32(10), r.At(11));
}
