using System.Text.Json;
using Dateline.Postgres.Views;
using Dateline.Replay;
using NpgsqlTypes;

namespace Dateline.Postgres.Queries;

/// <summary>The board and the claims at a moment: from rows, and what these cannot show of it from the log.</summary>
public sealed partial class HistoryQueries
{
    private const int MostAttempts = 3;

    /// <summary>A page of the board at a moment; null where the whole log has to be folded for it.</summary>
    public Task<StoryList?> Board(Resolved moment, StoryFilter filter, CancellationToken cancellation) => Steady(moment, async apart =>
    {
        var rows = await Board(moment, filter, apart.StoryIds, cancellation);
        if (apart.Stories.Count == 0) return rows;
        var folded = filter.Of([.. Pages.Stories(apart.Then.Picture).Where(s => apart.Stories.Contains(Ids.Story(s.Id)))]);
        List<StoryLine> both = [.. rows.Stories.Concat(folded.Stories).OrderByDescending(s => s.LastActivity).ThenBy(s => s.Id, StringComparer.Ordinal)];
        return new(
            both.Count > filter.Most ? both[..filter.Most] : both, rows.More || folded.More || both.Count > filter.Most,
            rows.ByStatus.Concat(folded.ByStatus).GroupBy(s => s.Key, s => s.Value).ToDictionary(s => s.Key, s => s.Sum()), rows.Any || folded.Any);
    }, cancellation);

    /// <summary>Claims at a moment, latest first, page by page; null where the whole log has to be folded for them.</summary>
    public Task<IReadOnlyList<(ClaimLine Claim, long Raised)>?> Claims(
        Resolved moment, string? status, (long Raised, string Id)? after, int most, CancellationToken cancellation) => Steady(moment, async apart =>
    {
        var rows = await Claims(moment, status, after, most, apart.ClaimIds, cancellation);
        if (apart.Claims.Count == 0) return rows;
        var folded = Claims(apart.Then, status, after, most, c => apart.Claims.Contains(Ids.Claim(c)));
        return (IReadOnlyList<(ClaimLine Claim, long Raised)>)[.. rows.Concat(folded).OrderByDescending(c => c.Raised).ThenBy(c => c.Claim.Id, StringComparer.Ordinal).Take(most)];
    }, cancellation);

    /// <summary>The same of a picture.</summary>
    /// <param name="then">The picture.</param>
    /// <param name="status">Only claims of this status; null for all.</param>
    /// <param name="after">The last claim of the page before; null for the first page.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="of">Which claims; null for all.</param>
    public static IEnumerable<(ClaimLine Claim, long Raised)> Claims(Replayed then, string? status, (long Raised, string Id)? after, int most, Func<string, bool>? of = null)
    {
        var all = then.Picture.Claims.Values.Where(c => c is { MergedInto: null, Standing: not null } && (of is null || of(c.Id)) && (status is null || c.StatusAt(then.At) == status))
            .OrderByDescending(c => c.RaisedPosition).ThenBy(c => c.Id, StringComparer.Ordinal).AsEnumerable();
        if (after is var (at, id)) all = all.Where(c => c.RaisedPosition < at || (c.RaisedPosition == at && string.CompareOrdinal(c.Id, id) > 0));
        return all.Take(most).Select(c => (Pages.Claim(then.Picture, c.Id, [], then.Clock, then.At)!.Claim, c.RaisedPosition));
    }

    /// <summary>Reads rows beside what they cannot show, again where they took in more meanwhile; null where the whole log has to be folded.</summary>
    private async Task<T?> Steady<T>(Resolved moment, Func<Apart, Task<T>> read, CancellationToken cancellation) where T : class
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var reached = await Reached(cancellation);
            if (await Apart.Of(database, moment, reached, cancellation) is not { } apart) return null;
            var found = await read(apart);
            if (moment.Clock == Clock.Recorded || await Reached(cancellation) == reached) return found;
        }
        return null;
    }

    private async Task<StoryList> Board(Resolved moment, StoryFilter filter, string[] besides, CancellationToken cancellation)
    {
        var point = Course.Point(moment);
        await using var command = database.CreateCommand(
            $"""
            with shown as materialized (
                select id, begins, status, last_activity from story_history where clock = $1 and node = any($2) and ends > $4 and id <> all ($13)
                union all
                select id, begins, status, last_activity from story_history where clock = $1 and node = any($3) and begins <= $4 and id <> all ($13)
            ), admitted as materialized (
                select s.* from shown s {(filter.Text is null ? "" : "join story_history t on t.clock = $1 and t.id = s.id and t.begins = s.begins and (t.id = $5 or t.title ilike $6)")}
                where ($7::timestamptz is null or s.last_activity >= $7) and ($8::timestamptz is null or s.last_activity < $8)
            ), page as (
                select id, begins from admitted where ($9::text[] is null or status = any($9))
                    and ($10::timestamptz is null or last_activity < $10 or (last_activity = $10 and id collate "C" > $11))
                order by last_activity desc, id collate "C" limit $12
            )
            select counts.of, exists (select from shown), h.id, h.title, h.status, h.since, h.reason, h.because, h.documents, h.origins, h.claims, h.last_activity, h.basis_changed
            from (select coalesce(jsonb_object_agg(status, n), '{"{"}{"}"}')::text as of from (select status, count(*) as n from admitted group by status) c) counts
                left join page p on true left join story_history h on h.clock = $1 and h.id = p.id and h.begins = p.begins
            order by h.last_activity desc, h.id collate "C"
            """);
        command.With(Words.Of(moment.Clock), IntervalTree.Before(point), IntervalTree.After(point), point).With([.. StoryLists.Common(filter)]).With(
            Parameters.Typed(filter.Statuses is { Count: > 0 } s ? s.ToArray() : null, NpgsqlDbType.Array | NpgsqlDbType.Text),
            Parameters.Typed(filter.After?.At.ToUniversalTime(), NpgsqlDbType.TimestampTz), Parameters.Typed(filter.After?.Id, NpgsqlDbType.Text),
            filter.Most == int.MaxValue ? (long)filter.Most : filter.Most + 1L, besides);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var (lines, counts, any) = (new List<StoryLine>(), "{}", false);
        while (await rows.ReadAsync(cancellation))
        {
            if (lines.Count == 0) (counts, any) = (rows.GetString(0), rows.GetBoolean(1));
            if (!rows.IsDBNull(2)) lines.Add(StoryLines.Line(rows, 2));
        }
        return new(lines.Count > filter.Most ? lines[..filter.Most] : lines, lines.Count > filter.Most, JsonSerializer.Deserialize<Dictionary<string, int>>(counts)!, any);
    }

    private async Task<IReadOnlyList<(ClaimLine Claim, long Raised)>> Claims(
        Resolved moment, string? status, (long Raised, string Id)? after, int most, string[] besides, CancellationToken cancellation)
    {
        var point = Course.Point(moment);
        await using var command = database.CreateCommand(
            """
            with shown as materialized (
                select id, begins, raised from claim_history where clock = $1 and node = any($2) and ends > $4 and id <> all ($10)
                union all
                select id, begins, raised from claim_history where clock = $1 and node = any($3) and begins <= $4 and id <> all ($10)
            )
            select h.id, h.text, h.mode, h.status, h.since, h.reason, h.because, h.origins, h.asserting, h.denying, h.due, h.basis_changed, h.raised
            from shown s join claim_history h on h.clock = $1 and h.id = s.id and h.begins = s.begins
            where ($6::bigint is null or s.raised < $6 or (s.raised = $6 and s.id collate "C" > $7))
                and ($5::text is null or case when h.status = 'open' and h.due < to_char($8 at time zone 'utc', 'YYYY-MM-DD') then 'due' else h.status end = $5)
            order by s.raised desc, s.id collate "C" limit $9
            """);
        return await command.With(
                Words.Of(moment.Clock), IntervalTree.Before(point), IntervalTree.After(point), point, Parameters.Typed(status, NpgsqlDbType.Text),
                Parameters.Typed(after?.Raised, NpgsqlDbType.Bigint), after?.Id ?? "", moment.At.ToUniversalTime(), (long)most, besides)
            .Rows(r => (Due.At(new ClaimLine(
                r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.At(4), r.GetString(5), [.. r.GetFieldValue<long[]>(6)],
                r.GetInt32(7), r.GetInt32(8), r.GetInt32(9), r.Text(10), r.GetBoolean(11)), moment.At), r.GetInt64(12)), cancellation);
    }
}
