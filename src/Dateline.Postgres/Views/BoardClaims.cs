using Dateline.Replay;
using static Dateline.Postgres.Views.BoardStatements;

namespace Dateline.Postgres.Views;

/// <summary>Claims with their mentions and relations as statements.</summary>
internal static class BoardClaims
{
    /// <summary>Writes claims that changed, and of their mentions those that events changed.</summary>
    internal static void Write(List<ClaimFacts> claims, IReadOnlyList<Recorded> events, bool moved, ISql sql)
    {
        var after = events[0].Position;
        Claims(claims, sql);
        Mentions([.. claims.SelectMany(c => c.Mentions.Select(m => (c.Id, m))).Where(m => moved || Changed(m.m, after))], sql);
        Relations(claims, events, sql);
    }

    /// <summary>A mention is written when it is new or was retracted; and when some may have gone to another claim.</summary>
    private static bool Changed(MentionFacts m, long after) => m.Position >= after || m.RetractedPosition >= after;

    private static void Claims(List<ClaimFacts> claims, ISql sql)
    {
        if (claims.Count == 0) return;
        sql.Add(
            """
            insert into claims (id, text, mode, due_at, status, since, since_position, because, reason, origins, standing_verdict, basis_changed,
                raised_position, ended_position, merged_into, pins, turn)
            select id, text, mode, due_at::date, status, since, since_position, because::bigint[], reason, origins, standing_verdict, basis_changed,
                raised_position, ended_position, merged_into, pins::text[], turn
            from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) as x (id, text, mode, due_at, status, since, since_position,
                because, reason, origins, standing_verdict, basis_changed, raised_position, ended_position, merged_into, pins, turn)
            on conflict (id) do update set text = excluded.text, mode = excluded.mode, due_at = excluded.due_at, status = excluded.status,
                since = excluded.since, since_position = excluded.since_position, because = excluded.because, reason = excluded.reason,
                origins = excluded.origins, standing_verdict = excluded.standing_verdict, basis_changed = excluded.basis_changed,
                raised_position = excluded.raised_position, ended_position = excluded.ended_position, merged_into = excluded.merged_into,
                pins = excluded.pins, turn = excluded.turn
            """,
            Each(claims, c => c.Id), Each(claims, c => c.Text), Each(claims, c => Words.Of(c.Mode)), Each(claims, c => c.DueAt),
            Each(claims, c => c.Standing!.Status), Each(claims, c => c.Standing!.Since), Each(claims, c => c.Standing!.Position),
            Each(claims, c => Array(c.Standing!.Because)), Each(claims, c => c.Standing!.Reason), Each(claims, c => c.Origins),
            Each(claims, c => c.StandingVerdict), Each(claims, c => c.IsBasisChanged),
            Each(claims, c => c.RaisedPosition), Each(claims, c => c.EndedPosition), Each(claims, c => c.MergedInto),
            Each(claims, c => TextArray(c.Pins.Order(StringComparer.Ordinal))), Each(claims, c => c.Standing!.Turn));
    }

    private static void Mentions(List<(string Claim, MentionFacts Facts)> mentions, ISql sql)
    {
        if (mentions.Count == 0) return;
        sql.Add(
            """
            insert into mentions (id, claim, raised_as, document, revision, source, origin, quote, speaker, via, cue, polarity, certainty, score, because,
                published_at, recorded_at, position, retracted_position, retracted_cause, due_at)
            select id, claim, raised_as, document, revision, source, origin, quote, speaker, via::text[], cue, polarity, certainty, score, because,
                published_at, recorded_at, position, retracted_position, retracted_cause, due_at
            from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21) as x (id, claim, raised_as, document,
                revision, source, origin, quote, speaker, via, cue, polarity, certainty, score, because, published_at, recorded_at, position,
                retracted_position, retracted_cause, due_at)
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
            Each(mentions, m => m.Facts.RetractedPosition), Each(mentions, m => m.Facts.RetractedCause), Each(mentions, m => m.Facts.DueAt));
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
}
