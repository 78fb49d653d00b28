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
        Claims(changedClaims, sql);
        Mentions([.. changedClaims.SelectMany(c => c.Mentions.Select(m => (c.Id, m))).Where(m => moved || Changed(m.m, after))], sql);
        Relations(changedClaims, events, sql);
        BoardVerdicts.Write(changedClaims, after, sql);
        History(picture.TakeChanges(), sql);
    }

    /// <summary>A mention is written when it is new or was retracted; and when some may have gone to another claim.</summary>
    private static bool Changed(MentionFacts m, long after) => m.Position >= after || m.RetractedPosition >= after;

    private static void Stories(List<StoryFacts> stories, ISql sql)
    {
        if (stories.Count == 0) return;
        sql.Add(
            """
            insert into stories (id, title, status, since, since_position, because, reason, documents, claims, key_claims, disputed_claims, agreed_claims,
                judged_claims, open_claims, origins, opened_at, last_activity, closed_position, merged_into, merged_position)
            select id, title, status, since, since_position, because::bigint[], reason, documents, claims, key_claims, disputed_claims, agreed_claims,
                judged_claims, open_claims, origins, opened_at, last_activity, closed_position, merged_into, merged_position
            from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20) as x (id, title, status, since,
                since_position, because, reason, documents, claims, key_claims, disputed_claims, agreed_claims, judged_claims, open_claims, origins,
                opened_at, last_activity, closed_position, merged_into, merged_position)
            on conflict (id) do update set title = excluded.title, status = excluded.status, since = excluded.since,
                since_position = excluded.since_position, because = excluded.because, reason = excluded.reason, documents = excluded.documents,
                claims = excluded.claims, key_claims = excluded.key_claims, disputed_claims = excluded.disputed_claims,
                agreed_claims = excluded.agreed_claims, judged_claims = excluded.judged_claims, open_claims = excluded.open_claims,
                origins = excluded.origins, opened_at = excluded.opened_at, last_activity = excluded.last_activity,
                closed_position = excluded.closed_position, merged_into = excluded.merged_into, merged_position = excluded.merged_position
            """,
            Each(stories, s => s.Id), Each(stories, s => s.Title), Each(stories, s => s.Standing!.Status), Each(stories, s => s.Standing!.Since),
            Each(stories, s => s.Standing!.Position), Each(stories, s => Array(s.Standing!.Because)), Each(stories, s => s.Standing!.Reason),
            Each(stories, s => s.Documents), Each(stories, s => s.Tally.Claims), Each(stories, s => s.Tally.Key), Each(stories, s => s.Tally.Disputed),
            Each(stories, s => s.Tally.Corroborated), Each(stories, s => s.Tally.Judged), Each(stories, s => s.Tally.Open),
            Parameters.Typed(Each(stories, Origins), NpgsqlDbType.Array | NpgsqlDbType.Jsonb), Each(stories, s => s.OpenedAt), Each(stories, s => s.LastActivity),
            Each(stories, s => s.ClosedPosition), Each(stories, s => s.MergedInto), Each(stories, s => s.MergedPosition));
    }

    private static string Origins(StoryFacts story) => JsonSerializer.Serialize(
        story.Origins.OrderBy(o => o.Key, StringComparer.Ordinal).ToDictionary(o => o.Key, o => new[] { o.Value.Documents, o.Value.Position }));

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

    private static void Claims(List<ClaimFacts> claims, ISql sql)
    {
        if (claims.Count == 0) return;
        sql.Add(
            """
            insert into claims (id, text, mode, due_at, status, since, since_position, because, reason, origins, standing_verdict, basis_changed,
                raised_position, ended_position, merged_into, pins)
            select id, text, mode, due_at::date, status, since, since_position, because::bigint[], reason, origins, standing_verdict, basis_changed,
                raised_position, ended_position, merged_into, pins::text[]
            from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) as x (id, text, mode, due_at, status, since, since_position,
                because, reason, origins, standing_verdict, basis_changed, raised_position, ended_position, merged_into, pins)
            on conflict (id) do update set text = excluded.text, mode = excluded.mode, due_at = excluded.due_at, status = excluded.status,
                since = excluded.since, since_position = excluded.since_position, because = excluded.because, reason = excluded.reason,
                origins = excluded.origins, standing_verdict = excluded.standing_verdict, basis_changed = excluded.basis_changed,
                raised_position = excluded.raised_position, ended_position = excluded.ended_position, merged_into = excluded.merged_into,
                pins = excluded.pins
            """,
            Each(claims, c => c.Id), Each(claims, c => c.Text), Each(claims, c => Words.Of(c.Mode)), Each(claims, c => c.DueAt),
            Each(claims, c => c.Standing!.Status), Each(claims, c => c.Standing!.Since), Each(claims, c => c.Standing!.Position),
            Each(claims, c => Array(c.Standing!.Because)), Each(claims, c => c.Standing!.Reason), Each(claims, c => c.Origins),
            Each(claims, c => c.StandingVerdict), Each(claims, c => c.Verdicts.Exists(v => v.Proposed.VerdictId == c.StandingVerdict && v.BasisChanged)),
            Each(claims, c => c.RaisedPosition), Each(claims, c => c.EndedPosition), Each(claims, c => c.MergedInto),
            Each(claims, c => TextArray(c.Pins.Order(StringComparer.Ordinal))));
    }

    private static void Mentions(List<(string Claim, MentionFacts Facts)> mentions, ISql sql)
    {
        if (mentions.Count == 0) return;
        sql.Add(
            """
            insert into mentions (id, claim, raised_as, document, revision, source, origin, quote, speaker, via, cue, polarity, certainty, score, because,
                published_at, recorded_at, position, retracted_position, retracted_cause)
            select id, claim, raised_as, document, revision, source, origin, quote, speaker, via::text[], cue, polarity, certainty, score, because,
                published_at, recorded_at, position, retracted_position, retracted_cause
            from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20) as x (id, claim, raised_as, document,
                revision, source, origin, quote, speaker, via, cue, polarity, certainty, score, because, published_at, recorded_at, position,
                retracted_position, retracted_cause)
            on conflict (id) do update set claim = excluded.claim, retracted_position = excluded.retracted_position,
                retracted_cause = excluded.retracted_cause
            """,
            Each(mentions, m => m.Facts.Mention.MentionId), Each(mentions, m => m.Claim), Each(mentions, m => m.Facts.Mention.ClaimId),
            Each(mentions, m => m.Facts.Mention.DocumentId), Each(mentions, m => m.Facts.Mention.Revision), Each(mentions, m => m.Facts.Mention.SourceId),
            Each(mentions, m => m.Facts.Mention.Origin), Each(mentions, m => m.Facts.Mention.Quote), Each(mentions, m => m.Facts.Mention.Speaker),
            Each(mentions, m => TextArray(m.Facts.Mention.Via.IsDefault ? [] : m.Facts.Mention.Via)), Each(mentions, m => m.Facts.Mention.Cue),
            Each(mentions, m => Words.Of(m.Facts.Mention.Polarity)), Each(mentions, m => Words.Of(m.Facts.Mention.Certainty)),
            Each(mentions, m => m.Facts.Mention.Score), Each(mentions, m => m.Facts.Mention.Because),
            Each(mentions, m => m.Facts.Mention.PublishedAt.ToUniversalTime()), Each(mentions, m => m.Facts.RecordedAt), Each(mentions, m => m.Facts.Position),
            Each(mentions, m => m.Facts.RetractedPosition), Each(mentions, m => m.Facts.RetractedCause));
    }

    private static void Relations(List<ClaimFacts> claims, IReadOnlyList<Recorded> events, ISql sql)
    {
        var after = events[0].Position;
        foreach (var e in events)
        {
            if (e.Data is Dateline.Claims.ClaimRelationWithdrawn w)
                sql.Add("delete from claim_relations where claim = $1 and relation = $2 and other = $3", w.ClaimId, Words.Of(w.Relation), w.OtherClaimId);
        }
        var added = claims.SelectMany(c => c.Relations.Where(r => !r.Incoming && r.Position >= after).Select(r => (c.Id, r))).ToList();
        if (added.Count == 0) return;
        sql.Add(
            "insert into claim_relations (claim, relation, other, because, position) select * from unnest($1, $2, $3, $4, $5) on conflict do nothing",
            Each(added, a => a.Id), Each(added, a => Words.Of(a.r.Relation)), Each(added, a => a.r.Other), Each(added, a => a.r.Because), Each(added, a => a.r.Position));
    }

    private static void History(IReadOnlyList<StatusChange> changes, ISql sql)
    {
        if (changes.Count == 0) return;
        sql.Add(
            """
            insert into status_history (position, kind, id, from_status, to_status, because, reason, recorded_at, published_at)
            select position, kind, id, from_status, to_status, because::bigint[], reason, recorded_at, published_at
            from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9) as x (position, kind, id, from_status, to_status, because, reason, recorded_at, published_at)
            """,
            Each(changes, c => c.To.Position), Each(changes, c => c.Kind), Each(changes, c => c.Id), Each(changes, c => c.From), Each(changes, c => c.To.Status),
            Each(changes, c => Array(c.To.Because)), Each(changes, c => c.To.Reason), Each(changes, c => c.RecordedAt),
            Each(changes, c => c.PublishedAt.ToUniversalTime()));
    }

    internal static TOut[] Each<TIn, TOut>(IReadOnlyList<TIn> items, Func<TIn, TOut> of)
    {
        var made = new TOut[items.Count];
        for (var i = 0; i < made.Length; i++) made[i] = of(items[i]);
        return made;
    }

    /// <summary>PostgreSQL's array literal: unnest would flatten an array of arrays.</summary>
    internal static string Array(IEnumerable<long> values) => "{" + string.Join(',', values) + "}";

    private static string TextArray(IEnumerable<string> values) =>
        "{" + string.Join(',', values.Select(v => "\"" + v.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"")) + "}";
}
