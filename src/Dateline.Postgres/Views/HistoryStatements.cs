using Dateline.Replay;
using static Dateline.Postgres.Views.BoardStatements;

namespace Dateline.Postgres.Views;

/// <summary>Spans and links as statements with arrays.</summary>
internal static class HistoryStatements
{
    /// <summary>Writes ties both ways, unless they are found on the claim's own stream.</summary>
    internal static void Links(IEnumerable<Link> tied, ISql sql)
    {
        List<Link> links = [.. tied.SelectMany(l => l.Told ? [l] : new[] { l, new Link(l.Other, l.Kind, l.Stream) }).Distinct()];
        if (links.Count == 0) return;
        sql.Add(
            "insert into history_links (stream, kind, other) select * from unnest($1, $2, $3) on conflict do nothing",
            Each(links, l => l.Stream), Each(links, l => l.Kind), Each(links, l => l.Other));
    }

    /// <summary>Writes when events took effect on the published clock.</summary>
    internal static void Events(IReadOnlyList<EventRun> runs, ISql sql) => sql.Add(
        "insert into history_events (published, position, through) select * from unnest($1, $2, $3) on conflict (published, position) do update set through = excluded.through",
        Each(runs, r => r.Published), Each(runs, r => r.From), Each(runs, r => r.Through));

    /// <summary>Writes what changed at the end of a course.</summary>
    internal static void Write(Clock clock, (IReadOnlyList<ChangedSpans<StoryLine>> Stories, IReadOnlyList<ChangedSpans<ClaimLine>> Claims) changed, ISql sql)
    {
        Clear("story_history", clock, changed.Stories, sql);
        Stories(Words.Of(clock), [.. changed.Stories.SelectMany(c => c.Spans)], sql);
        Clear("claim_history", clock, changed.Claims, sql);
        Claims(Words.Of(clock), [.. changed.Claims.SelectMany(c => c.Spans)], sql);
    }

    /// <summary>Replaces the spans of some stories and claims that end at a point or after it.</summary>
    internal static void Replace(Clock clock, long from, Spans spans, Circle of, ISql sql)
    {
        const string Clear = "delete from {0} where clock = $1 and id = any($2) and (ends is null or ends >= $3)";
        if (of.Stories.Count > 0) sql.Add(Clear.Replace("{0}", "story_history", StringComparison.Ordinal), Words.Of(clock), of.Stories.Select(Ids.Of).ToArray(), from);
        Stories(Words.Of(clock), [.. spans.Stories.Where(s => !(s.Ends < from))], sql);
        if (of.Claims.Count > 0) sql.Add(Clear.Replace("{0}", "claim_history", StringComparison.Ordinal), Words.Of(clock), of.Claims.Select(Ids.Of).ToArray(), from);
        Claims(Words.Of(clock), [.. spans.Claims.Where(s => !(s.Ends < from))], sql);
    }

    /// <summary>Notes what happened, as it is told.</summary>
    internal static void Told(Clock clock, IReadOnlyList<Telling> told, ISql sql)
    {
        if (told.Count == 0) return;
        sql.Add(
            """
            insert into history_changes (clock, begins, told_with, position, at, kind, subject, stories, text, other, earlier, later)
            select $1, begins, told_with, position, at, kind, subject, string_to_array(stories, chr(10)), text, other, earlier, later
            from unnest($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) as x (begins, told_with, position, at, kind, subject, stories, text, other, earlier, later)
            """,
            Words.Of(clock), Each(told, t => t.Begins), Each(told, t => t.Position), Each(told, t => t.Change.Position), Each(told, t => t.Change.At.ToUniversalTime()),
            Each(told, t => t.Change.Kind), Each(told, t => t.Change.Subject), Each(told, t => string.Join('\n', t.Change.Stories)), Each(told, t => t.Change.Text),
            Each(told, t => t.Change.Value?.Other), Each(told, t => t.Change.Value?.Earlier), Each(told, t => t.Change.Value?.Later));
    }

    /// <summary>Takes back what was told of some streams with some events.</summary>
    internal static void Untell(Clock clock, List<(long Begins, long Position)> events, IEnumerable<string> streams, ISql sql)
    {
        if (events.Count == 0) return;
        sql.Add(
            "delete from history_changes h using unnest($2, $3) as x (begins, position) where h.clock = $1 and h.begins = x.begins and h.told_with = x.position and subject = any($4)",
            Words.Of(clock), Each(events, e => e.Begins), Each(events, e => e.Position), streams.ToArray());
    }

    private static void Clear<T>(string table, Clock clock, IReadOnlyList<ChangedSpans<T>> changed, ISql sql)
    {
        var old = changed.Where(c => !c.IsNew).ToList();
        if (old.Count == 0) return;
        sql.Add(
            $"delete from {table} h using unnest($2, $3) as x (id, begins) where h.clock = $1 and h.id = x.id and h.begins >= x.begins",
            Words.Of(clock), Each(old, c => c.Id), Each(old, c => c.From));
    }

    private static void Stories(string clock, List<HistorySpan<StoryLine>> spans, ISql sql)
    {
        if (spans.Count == 0) return;
        sql.Add(
            """
            insert into story_history (clock, id, begins, ends, node, began_at, position, title, status, since, reason, because, documents, origins, claims, last_activity, basis_changed)
            select $1, id, begins, ends, node, began_at, position, title, status, since, reason, because::bigint[], documents, origins, claims, last_activity, basis_changed
            from unnest($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) as x (id, begins, ends, node, began_at, position, title, status, since,
                reason, because, documents, origins, claims, last_activity, basis_changed)
            """,
            clock, Each(spans, s => s.Id), Each(spans, s => s.Begins), Each(spans, s => s.Ends), Each(spans, s => IntervalTree.Node(s.Begins, s.Ends)),
            Each(spans, s => s.At.ToUniversalTime()), Each(spans, s => s.Position), Each(spans, s => s.Shown.Title), Each(spans, s => s.Shown.Status),
            Each(spans, s => s.Shown.Since.ToUniversalTime()), Each(spans, s => s.Shown.Reason), Each(spans, s => Array(s.Shown.Because)),
            Each(spans, s => s.Shown.Documents), Each(spans, s => s.Shown.Origins), Each(spans, s => s.Shown.Claims), Each(spans, s => s.Shown.LastActivity.ToUniversalTime()),
            Each(spans, s => s.Shown.BasisChanged));
    }

    private static void Claims(string clock, List<HistorySpan<ClaimLine>> spans, ISql sql)
    {
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
