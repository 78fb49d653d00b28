using Dateline.Replay;
using static Dateline.Postgres.Views.BoardStatements;

namespace Dateline.Postgres.Views;

/// <summary>Spans and links as statements with arrays.</summary>
internal static class HistoryStatements
{
    internal static void Links(List<Link> links, ISql sql)
    {
        if (links.Count == 0) return;
        List<Link> both = [.. links.SelectMany(l => new[] { l, new Link(l.Other, l.Kind, l.Stream) }).Distinct()];
        sql.Add(
            "insert into history_links (stream, kind, other) select * from unnest($1, $2, $3) on conflict do nothing",
            Each(both, l => l.Stream), Each(both, l => l.Kind), Each(both, l => l.Other));
    }

    internal static void Events(IReadOnlyList<Recorded> events, ISql sql) => sql.Add(
        "insert into history_events (published, position) select * from unnest($1, $2) on conflict do nothing",
        events.Select(e => Course.Begins(Clock.Published, e, e.PublishedAt)).ToArray(), events.Select(e => e.Position).ToArray());

    /// <summary>Replaces the spans that end at a point or after it.</summary>
    internal static void Write(Clock clock, long from, Spans spans, string[] stories, string[] claims, ISql sql)
    {
        Stories(Words.Of(clock), from, Changed(clock, from, spans.Stories), Concerned(clock, from, spans.Stories, stories), sql);
        Claims(Words.Of(clock), from, Changed(clock, from, spans.Claims), Concerned(clock, from, spans.Claims, claims), sql);
    }

    private static List<HistorySpan<T>> Changed<T>(Clock clock, long from, IReadOnlyList<HistorySpan<T>> spans)
    {
        var moved = Moved(from, spans);
        return [.. spans.Where(s => !(s.Ends < from) && (clock == Clock.Published || moved.Contains(s.Id)))];
    }

    /// <summary>The recorded past does not change: what shows no new span there keeps those that it has.</summary>
    private static string[] Concerned<T>(Clock clock, long from, IReadOnlyList<HistorySpan<T>> spans, string[] ids) =>
        clock == Clock.Published ? ids : [.. Moved(from, spans).Order(StringComparer.Ordinal)];

    private static HashSet<string> Moved<T>(long from, IReadOnlyList<HistorySpan<T>> spans) => [.. spans.Where(s => s.Begins >= from || s.Ends >= from).Select(s => s.Id)];

    private static void Stories(string clock, long from, List<HistorySpan<StoryLine>> spans, string[] ids, ISql sql)
    {
        if (ids.Length > 0) sql.Add("delete from story_history where clock = $1 and id = any($2) and (ends is null or ends >= $3)", clock, ids, from);
        if (spans.Count == 0) return;
        sql.Add(
            """
            insert into story_history (clock, id, begins, ends, node, began_at, position, title, status, since, reason, because, documents, origins, claims, last_activity)
            select $1, id, begins, ends, node, began_at, position, title, status, since, reason, because::bigint[], documents, origins, claims, last_activity
            from unnest($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) as x (id, begins, ends, node, began_at, position, title, status, since,
                reason, because, documents, origins, claims, last_activity)
            """,
            clock, Each(spans, s => s.Id), Each(spans, s => s.Begins), Each(spans, s => s.Ends), Each(spans, s => IntervalTree.Node(s.Begins, s.Ends)),
            Each(spans, s => s.At.ToUniversalTime()), Each(spans, s => s.Position), Each(spans, s => s.Shown.Title), Each(spans, s => s.Shown.Status),
            Each(spans, s => s.Shown.Since.ToUniversalTime()), Each(spans, s => s.Shown.Reason), Each(spans, s => Array(s.Shown.Because)),
            Each(spans, s => s.Shown.Documents), Each(spans, s => s.Shown.Origins), Each(spans, s => s.Shown.Claims), Each(spans, s => s.Shown.LastActivity.ToUniversalTime()));
    }

    private static void Claims(string clock, long from, List<HistorySpan<ClaimLine>> spans, string[] ids, ISql sql)
    {
        if (ids.Length > 0) sql.Add("delete from claim_history where clock = $1 and id = any($2) and (ends is null or ends >= $3)", clock, ids, from);
        if (spans.Count == 0) return;
        sql.Add(
            """
            insert into claim_history (clock, id, begins, ends, node, began_at, position, text, mode, status, since, reason, because, origins, asserting, denying, due,
                basis_changed, raised)
            select $1, id, begins, ends, node, began_at, position, text, mode, status, since, reason, because::bigint[], origins, asserting, denying, due, basis_changed, raised
            from unnest($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) as x (id, begins, ends, node, began_at, position, text, mode,
                status, since, reason, because, origins, asserting, denying, due, basis_changed, raised)
            """,
            clock, Each(spans, s => s.Id), Each(spans, s => s.Begins), Each(spans, s => s.Ends), Each(spans, s => IntervalTree.Node(s.Begins, s.Ends)),
            Each(spans, s => s.At.ToUniversalTime()), Each(spans, s => s.Position), Each(spans, s => s.Shown.Text), Each(spans, s => s.Shown.Mode),
            Each(spans, s => s.Shown.Status), Each(spans, s => s.Shown.Since.ToUniversalTime()), Each(spans, s => s.Shown.Reason),
            Each(spans, s => Array(s.Shown.Because)), Each(spans, s => s.Shown.Origins), Each(spans, s => s.Shown.Asserting), Each(spans, s => s.Shown.Denying),
            Each(spans, s => s.Shown.Due), Each(spans, s => s.Shown.BasisChanged), Each(spans, s => s.Raised));
    }
}
