using System.Collections.Immutable;
using System.Text.Json;
using Dateline.Claims;
using Dateline.Replay;
using Dateline.Verdicts;
using Npgsql;

namespace Dateline.Postgres.Views;

/// <summary>Claims as facts, from the board's rows: one round trip for however many claims.</summary>
internal static class ClaimRows
{
    private static readonly string[] queries =
    [
        """
        select id, text, mode, to_char(due_at, 'YYYY-MM-DD'), status, since, since_position, because, reason, standing_verdict, raised_position,
            ended_position, merged_into, pins, turn
        from claims where id = any($1) order by id
        """,
        """
        select claim, raised_as, id, document, revision, source, origin, quote, speaker, via, cue, polarity, certainty, score, because, published_at,
            position, recorded_at, retracted_position, retracted_cause, due_at
        from mentions where claim = any($1) order by position
        """,
        "select claim, relation, other, because, position from claim_relations where claim = any($1) or other = any($1) order by position",
        """
        select claim, id, rating, likelihood, confidence, rationale, evidence::text, proposed_by, state, approved_by, approved_position, superseded,
            basis_changed, position
        from verdicts where claim = any($1) order by position
        """,
        "select claim, verdict, act, by, reason, at, position from verdict_acts where claim = any($1) order by position"
    ];

    internal static async Task<List<ClaimFacts>> Read(NpgsqlDataSource database, string[] ids, CancellationToken cancellation)
    {
        await using var batch = database.CreateBatch();
        foreach (var query in queries) batch.BatchCommands.Add(new NpgsqlBatchCommand(query).With((object)ids));
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        var claims = new Dictionary<string, ClaimFacts>(StringComparer.Ordinal);
        while (await rows.ReadAsync(cancellation)) claims.Add(rows.GetString(0), Claim(rows));
        await rows.NextResultAsync(cancellation);
        while (await rows.ReadAsync(cancellation)) claims.GetValueOrDefault(rows.GetString(0))?.Mentions.Add(Mention(rows));
        await rows.NextResultAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            if (claims.TryGetValue(rows.GetString(0), out var one)) one.Relations = one.Relations.Add(Related(rows, incoming: false));
            if (claims.TryGetValue(rows.GetString(2), out var other)) other.Relations = other.Relations.Add(Related(rows, incoming: true));
        }
        await rows.NextResultAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            if (claims.TryGetValue(rows.GetString(0), out var claim)) claim.Verdicts = claim.Verdicts.Add(Verdict(rows));
        await rows.NextResultAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            claims.GetValueOrDefault(rows.GetString(0))?.Verdicts.FirstOrDefault(v => v.Proposed.VerdictId == rows.GetString(1))?.Acts.Add(
                new(rows.GetString(1), rows.GetString(2), rows.GetString(3), rows.Text(4), rows.At(5), rows.GetInt64(6)));
        return [.. claims.Values];
    }

    /// <summary>The relations in which others stand to some claims.</summary>
    internal static async Task<List<(string Id, RelationFacts Relation)>> RelatedTo(NpgsqlDataSource database, string[] ids, CancellationToken cancellation) =>
        await database.CreateCommand("select claim, relation, other, because, position from claim_relations where other = any($1) order by position")
            .With(ids).Rows(r => (r.GetString(2), Related(r, incoming: true)), cancellation);

    private static RelationFacts Related(NpgsqlDataReader r, bool incoming) =>
        new(Words.Parse<Relation>(r.GetString(1))!.Value, r.GetString(incoming ? 0 : 2), r.GetString(3), r.GetInt64(4), incoming);

    private static ClaimFacts Claim(NpgsqlDataReader row) => new(row.GetString(0))
    {
        Text = row.GetString(1),
        Mode = Words.Parse<Mode>(row.GetString(2))!.Value,
        DueAt = row.Text(3),
        Standing = new(row.GetString(4), row.At(5), row.GetInt64(6), [.. row.GetFieldValue<long[]>(7)], row.GetString(8)) { Turn = row.Text(14), Day = row.GetString(4) == Status.Open ? row.Text(3) : null },
        StandingVerdict = row.Text(9),
        RaisedPosition = row.GetInt64(10),
        EndedPosition = row.GetInt64(11),
        MergedInto = row.Text(12),
        Pins = [.. row.GetFieldValue<string[]>(13)]
    };

    private static MentionFacts Mention(NpgsqlDataReader r) => new(
        new ClaimMentioned(
            r.GetString(1), r.GetString(2), r.GetString(3), r.GetInt32(4), r.GetString(5), r.GetString(6), r.GetString(7), r.Text(8),
            [.. r.GetFieldValue<string[]>(9)], r.Text(10), Words.Parse<Polarity>(r.GetString(11))!.Value, Words.Parse<Certainty>(r.GetString(12))!.Value,
            r.GetInt32(13), r.Text(14), r.At(15)),
        r.GetInt64(16), r.At(17))
    {
        RetractedPosition = r.Bigint(18),
        RetractedCause = r.Text(19),
        DueAt = r.Text(20)
    };

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
