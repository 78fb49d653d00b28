using System.Collections.Immutable;
using System.Text.Json;
using Dateline.Claims;
using Dateline.Replay;
using Dateline.Verdicts;
using Npgsql;

namespace Dateline.Postgres.Views;

/// <summary>Claims as facts, from the board's rows: four queries for however many claims.</summary>
internal static class ClaimRows
{
    internal static async Task<List<ClaimFacts>> Read(NpgsqlDataSource database, string[] ids, CancellationToken cancellation)
    {
        var claims = await database.CreateCommand(
            """
            select id, text, mode, to_char(due_at, 'YYYY-MM-DD'), status, since, since_position, because, reason, standing_verdict, raised_position,
                ended_position, merged_into, pins
            from claims where id = any($1) order by id
            """).With(ids).Rows(Claim, cancellation);
        var byId = claims.ToDictionary(c => c.Id, StringComparer.Ordinal);
        if (byId.Count == 0) return claims;
        await Mentions(database, ids, byId, cancellation);
        await Relations(database, ids, byId, cancellation);
        await Verdicts(database, ids, byId, cancellation);
        return claims;
    }

    private static ClaimFacts Claim(NpgsqlDataReader row)
    {
        var claim = new ClaimFacts(row.GetString(0))
        {
            Text = row.GetString(1),
            Mode = Words.Parse<Mode>(row.GetString(2))!.Value,
            DueAt = row.Text(3),
            Standing = new(row.GetString(4), row.At(5), row.GetInt64(6), [.. row.GetFieldValue<long[]>(7)], row.GetString(8)),
            StandingVerdict = row.Text(9),
            RaisedPosition = row.GetInt64(10),
            EndedPosition = row.GetInt64(11),
            MergedInto = row.Text(12)
        };
        claim.Pins.UnionWith(row.GetFieldValue<string[]>(13));
        return claim;
    }

    private static async Task Mentions(NpgsqlDataSource database, string[] ids, Dictionary<string, ClaimFacts> claims, CancellationToken cancellation)
    {
        var mentions = await database.CreateCommand(
            """
            select claim, raised_as, id, document, revision, source, origin, quote, speaker, via, cue, polarity, certainty, score, because, published_at,
                position, recorded_at, retracted_position, retracted_cause
            from mentions where claim = any($1) order by position
            """).With(ids).Rows(r => (r.GetString(0), Mention(r)), cancellation);
        foreach (var (claim, mention) in mentions) claims.GetValueOrDefault(claim)?.Mentions.Add(mention);
    }

    private static MentionFacts Mention(NpgsqlDataReader r) => new(
        new ClaimMentioned(
            r.GetString(1), r.GetString(2), r.GetString(3), r.GetInt32(4), r.GetString(5), r.GetString(6), r.GetString(7), r.Text(8),
            [.. r.GetFieldValue<string[]>(9)], r.Text(10), Words.Parse<Polarity>(r.GetString(11))!.Value, Words.Parse<Certainty>(r.GetString(12))!.Value,
            r.GetInt32(13), r.Text(14), r.At(15)),
        r.GetInt64(16), r.At(17))
    {
        RetractedPosition = r.Bigint(18),
        RetractedCause = r.Text(19)
    };

    private static async Task Relations(NpgsqlDataSource database, string[] ids, Dictionary<string, ClaimFacts> claims, CancellationToken cancellation)
    {
        var relations = await database.CreateCommand(
            "select claim, relation, other, because, position from claim_relations where claim = any($1) or other = any($1) order by position")
            .With(ids).Rows(r => (Claim: r.GetString(0), Relation: Words.Parse<Relation>(r.GetString(1))!.Value, Other: r.GetString(2), Because: r.GetString(3),
                Position: r.GetInt64(4)), cancellation);
        foreach (var r in relations)
        {
            claims.GetValueOrDefault(r.Claim)?.Relations.Add(new(r.Relation, r.Other, r.Because, r.Position, Incoming: false));
            claims.GetValueOrDefault(r.Other)?.Relations.Add(new(r.Relation, r.Claim, r.Because, r.Position, Incoming: true));
        }
    }

    private static async Task Verdicts(NpgsqlDataSource database, string[] ids, Dictionary<string, ClaimFacts> claims, CancellationToken cancellation)
    {
        var verdicts = await database.CreateCommand(
            """
            select claim, id, rating, likelihood, confidence, rationale, evidence::text, proposed_by, state, approved_by, approved_position, superseded,
                basis_changed, position
            from verdicts where claim = any($1) order by position
            """).With(ids).Rows(r => (r.GetString(0), Verdict(r)), cancellation);
        foreach (var (claim, verdict) in verdicts) claims.GetValueOrDefault(claim)?.Verdicts.Add(verdict);
        if (verdicts.Count == 0) return;
        var acts = await database.CreateCommand("select claim, verdict, act, by, reason, at, position from verdict_acts where claim = any($1) order by position")
            .With(ids).Rows(r => (r.GetString(0), new VerdictAct(r.GetString(1), r.GetString(2), r.GetString(3), r.Text(4), r.At(5), r.GetInt64(6))), cancellation);
        foreach (var (claim, act) in acts) claims.GetValueOrDefault(claim)?.Verdicts.Find(v => v.Proposed.VerdictId == act.Verdict)?.Acts.Add(act);
    }

    private static VerdictFacts Verdict(NpgsqlDataReader r) => new(
        new VerdictProposed(
            r.GetString(0), r.GetString(1), Words.Parse<Rating>(r.GetString(2))!.Value, r.Text(3) is { } l ? Words.Parse<Likelihood>(l) : null,
            Words.Parse<Confidence>(r.GetString(4))!.Value, r.GetString(5),
            JsonSerializer.Deserialize<ImmutableArray<Evidence>>(r.GetString(6), EventJson.Options), r.GetString(7)),
        r.GetInt64(13))
    {
        State = Words.Parse<ProposalState>(r.GetString(8))!.Value,
        ApprovedBy = r.Text(9),
        ApprovedPosition = r.Bigint(10),
        Superseded = r.GetBoolean(11),
        BasisChanged = r.GetBoolean(12)
    };
}
