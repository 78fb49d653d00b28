using System.Text.Json;
using Dateline.Replay;
using NpgsqlTypes;
using static Dateline.Postgres.Views.BoardStatements;

namespace Dateline.Postgres.Views;

/// <summary>Verdicts and the acts on them as statements.</summary>
internal static class BoardVerdicts
{
    internal static void Write(List<ClaimFacts> claims, long after, ISql sql)
    {
        var verdicts = claims.SelectMany(c => c.Verdicts).Where(v => v.Acts.Exists(a => a.Position >= after)).ToList();
        if (verdicts.Count == 0) return;
        sql.Add(
            """
            insert into verdicts (claim, id, rating, likelihood, confidence, rationale, evidence, proposed_by, state, approved_by, approved_position,
                superseded, basis_changed, position)
            select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            on conflict (claim, id) do update set state = excluded.state, approved_by = excluded.approved_by, approved_position = excluded.approved_position,
                superseded = excluded.superseded, basis_changed = excluded.basis_changed
            """,
            Each(verdicts, v => v.Proposed.ClaimId), Each(verdicts, v => v.Proposed.VerdictId), Each(verdicts, v => Words.Of(v.Proposed.Rating)),
            Each(verdicts, v => v.Proposed.Likelihood is { } l ? Words.Of(l) : null), Each(verdicts, v => Words.Of(v.Proposed.Confidence)),
            Each(verdicts, v => v.Proposed.Rationale),
            Parameters.Typed(Each(verdicts, v => JsonSerializer.Serialize(v.Proposed.Evidence, EventJson.Options)), NpgsqlDbType.Array | NpgsqlDbType.Jsonb),
            Each(verdicts, v => v.Proposed.By), Each(verdicts, v => Words.Of(v.State)), Each(verdicts, v => v.ApprovedBy), Each(verdicts, v => v.ApprovedPosition),
            Each(verdicts, v => v.Superseded), Each(verdicts, v => v.BasisChanged), Each(verdicts, v => v.Position));
        var acts = verdicts.SelectMany(v => v.Acts.Where(a => a.Position >= after).Select(a => (v.Proposed.ClaimId, a))).ToList();
        sql.Add(
            "insert into verdict_acts (claim, verdict, position, act, by, reason, at) select * from unnest($1, $2, $3, $4, $5, $6, $7)",
            Each(acts, a => a.ClaimId), Each(acts, a => a.a.Verdict), Each(acts, a => a.a.Position), Each(acts, a => a.a.Act), Each(acts, a => a.a.By),
            Each(acts, a => a.a.Reason), Each(acts, a => a.a.At));
    }
}
