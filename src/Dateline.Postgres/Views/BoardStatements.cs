using System.Text.Json;
using Dateline.Replay;
using NpgsqlTypes;

namespace Dateline.Postgres.Views;

/// <summary>What a batch of events changed in a picture, as statements with arrays: one statement a table, however many rows.</summary>
internal static class BoardStatements
{
    internal static void Write(Picture picture, IReadOnlyList<Recorded> events, ISql sql)
    {
        var (claims, stories, documents) = picture.Touched;
        var after = events[0].Position;
        var moved = events.Any(e => e.Data is Dateline.Claims.ClaimsMerged or Dateline.Claims.ClaimSplit);
        var changedClaims = claims.Select(id => picture.Claims[id]).Where(c => c.Standing is not null).OrderBy(c => c.Id, StringComparer.Ordinal).ToList();
        Stories([.. stories.Select(id => picture.Stories[id]).Where(s => s.Standing is not null).OrderBy(s => s.Id, StringComparer.Ordinal)], sql);
        Documents([.. documents.Select(id => picture.Documents[id]).OrderBy(d => d.Id, StringComparer.Ordinal)], sql);
        BoardClaims.Write(changedClaims, events, moved, sql);
        BoardVerdicts.Write(changedClaims, after, sql);
        History(picture.TakeChanges(), sql);
    }

    private static void Stories(List<StoryFacts> stories, ISql sql)
    {
        if (stories.Count == 0) return;
        sql.Add(
            """
            insert into stories (id, title, status, since, since_position, because, reason, documents, claims, key_claims, disputed_claims, agreed_claims,
                judged_claims, open_claims, origins, opened_at, last_activity, closed_position, merged_into, merged_position, turn, basis_changed, basis_causes)
            select id, title, status, since, since_position, because::bigint[], reason, documents, claims, key_claims, disputed_claims, agreed_claims,
                judged_claims, open_claims, origins, opened_at, last_activity, closed_position, merged_into, merged_position, turn, basis_changed, basis_causes
            from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23) as x (id, title, status, since,
                since_position, because, reason, documents, claims, key_claims, disputed_claims, agreed_claims, judged_claims, open_claims, origins,
                opened_at, last_activity, closed_position, merged_into, merged_position, turn, basis_changed, basis_causes)
            on conflict (id) do update set title = excluded.title, status = excluded.status, since = excluded.since,
                since_position = excluded.since_position, because = excluded.because, reason = excluded.reason, documents = excluded.documents,
                claims = excluded.claims, key_claims = excluded.key_claims, disputed_claims = excluded.disputed_claims,
                agreed_claims = excluded.agreed_claims, judged_claims = excluded.judged_claims, open_claims = excluded.open_claims,
                origins = excluded.origins, opened_at = excluded.opened_at, last_activity = excluded.last_activity,
                closed_position = excluded.closed_position, merged_into = excluded.merged_into, merged_position = excluded.merged_position, turn = excluded.turn,
                basis_changed = excluded.basis_changed, basis_causes = excluded.basis_causes
            """,
            Each(stories, s => s.Id), Each(stories, s => s.Title), Each(stories, s => s.Standing!.Status), Each(stories, s => s.Standing!.Since),
            Each(stories, s => s.Standing!.Position), Each(stories, s => Array(s.Standing!.Because)), Each(stories, s => s.Standing!.Reason),
            Each(stories, s => s.Documents), Each(stories, s => s.Tally.Claims), Each(stories, s => s.Tally.Key), Each(stories, s => s.Tally.Disputed),
            Each(stories, s => s.Tally.Corroborated), Each(stories, s => s.Tally.Judged), Each(stories, s => s.Tally.Open),
            Parameters.Typed(Each(stories, Origins), NpgsqlDbType.Array | NpgsqlDbType.Jsonb), Each(stories, s => s.OpenedAt), Each(stories, s => s.LastActivity),
            Each(stories, s => s.ClosedPosition), Each(stories, s => s.MergedInto), Each(stories, s => s.MergedPosition), Each(stories, s => s.Standing!.Turn),
            Each(stories, s => s.Tally.BasisChanged), Parameters.Typed(Each(stories, Causes), NpgsqlDbType.Array | NpgsqlDbType.Jsonb));
    }

    private static string Origins(StoryFacts story) => JsonSerializer.Serialize(
        story.Origins.OrderBy(o => o.Key, StringComparer.Ordinal).ToDictionary(o => o.Key, o => new[] { o.Value.Documents, o.Value.Position }));

    private static string Causes(StoryFacts story) => story.BasisCauses.IsEmpty ? "{}" : JsonSerializer.Serialize(story.BasisCauses);

    private static void Documents(List<DocumentFacts> documents, ISql sql)
    {
        if (documents.Count == 0) return;
        sql.Add(
            """
            insert into story_documents (document, story, source, title, origin, score, because, published_at, position, withdrawn)
            select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            on conflict (document) do update set story = excluded.story, source = excluded.source, title = excluded.title, origin = excluded.origin,
                score = excluded.score, because = excluded.because, published_at = excluded.published_at, position = excluded.position,
                withdrawn = excluded.withdrawn
            """,
            Each(documents, d => d.Id), Each(documents, d => d.StoryId), Each(documents, d => d.Filed?.SourceId), Each(documents, d => d.Filed?.Title),
            Each(documents, d => d.Filed?.Origin), Each(documents, d => d.Filed?.Score), Each(documents, d => d.Filed?.Because),
            Each(documents, d => d.Filed?.PublishedAt.ToUniversalTime()), Each(documents, d => d.Position),
            Each(documents, d => d.Withdrawn is { } act ? Words.Of(act) : null));
    }

    private static void History(IReadOnlyList<StatusChange> changes, ISql sql)
    {
        if (changes.Count == 0) return;
        sql.Add(
            """
            insert into status_history (position, kind, id, from_status, to_status, because, reason, recorded_at, published_at, from_day, to_day)
            select position, kind, id, from_status, to_status, because::bigint[], reason, recorded_at, published_at, from_day, to_day
            from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                as x (position, kind, id, from_status, to_status, because, reason, recorded_at, published_at, from_day, to_day)
            """,
            Each(changes, c => c.To.Position), Each(changes, c => c.Kind), Each(changes, c => c.Id), Each(changes, c => c.From), Each(changes, c => c.To.Status),
            Each(changes, c => Array(c.To.Because)), Each(changes, c => c.To.Reason), Each(changes, c => c.RecordedAt),
            Each(changes, c => c.PublishedAt.ToUniversalTime()), Each(changes, c => c.FromDay), Each(changes, c => c.To.Day));
    }

    internal static TOut[] Each<TIn, TOut>(IReadOnlyList<TIn> items, Func<TIn, TOut> of)
    {
        var made = new TOut[items.Count];
        for (var i = 0; i < made.Length; i++) made[i] = of(items[i]);
        return made;
    }

    /// <summary>PostgreSQL's array literal: unnest would flatten an array of arrays.</summary>
    internal static string Array(IEnumerable<long> values) => "{" + string.Join(',', values) + "}";

    internal static string TextArray(IEnumerable<string> values) =>
        "{" + string.Join(',', values.Select(v => "\"" + v.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"")) + "}";
}
