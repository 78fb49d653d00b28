using Npgsql;

namespace Dateline.Postgres.Queries;

/// <summary>Readings that gave nothing, or not all, for one reason.</summary>
/// <param name="Extractor">Whose readings.</param>
/// <param name="Reason">Why they gave nothing.</param>
/// <param name="Count">How many of those looked at.</param>
/// <param name="Document">The latest such document.</param>
public sealed record FailedReading(string Extractor, string Reason, long Count, string Document)
{
    /// <summary>How many of the latest readings are looked at.</summary>
    public const int LookedAt = 5_000;

    /// <summary>Failures among the latest readings, most frequent first, twenty reasons at most.</summary>
    public static async Task<IReadOnlyList<FailedReading>> Of(NpgsqlDataSource database, CancellationToken cancellation) => await database.CreateCommand(
        """
        select extractor, failure, count(*), (array_agg(document order by seq_id desc))[1]
        from (select seq_id, data ->> 'extractor' as extractor,
              coalesce(data ->> 'failure', case when data ->> 'leftOut' is not null then 'There are more mentions than a document may have; those of least worth were left out.' end) as failure, data ->> 'documentId' as document
              from mt_events where type = 'claims_extracted' order by seq_id desc limit $1) as latest
        where failure is not null
        group by extractor, failure order by count(*) desc, extractor, failure limit 20
        """).With((long)LookedAt).Rows(r => new FailedReading(r.GetString(0), r.GetString(1), r.GetInt64(2), r.GetString(3)), cancellation);
}
