using System.Runtime.CompilerServices;
using Dateline.Audit;
using Npgsql;
using NpgsqlTypes;

namespace Dateline.Postgres.Queries;

/// <summary>Which part of the audit to show.</summary>
/// <param name="Subject">A stream's key or the id in it; null for all.</param>
/// <param name="Actor">A person, bot or <c>system</c>; null for all.</param>
/// <param name="Since">Acts recorded at or after; null for all.</param>
/// <param name="Most">At most so many, the latest.</param>
/// <param name="Kind">Only events of this stored name; null for all.</param>
/// <param name="Through">Only entries up to this position; null for all.</param>
/// <param name="Until">Acts recorded before; null for all.</param>
/// <param name="Correlation">Only what came of this request; null for all.</param>
public sealed record AuditFilter(
    string? Subject = null, string? Actor = null, DateTimeOffset? Since = null, int Most = 1000, string? Kind = null, long? Through = null,
    DateTimeOffset? Until = null, string? Correlation = null);

/// <summary>Reads the record of acts, row by row.</summary>
public sealed class AuditQueries(NpgsqlDataSource database)
{
    private const string Acts =
        """
        select position, at, who, what, stream, version, before, after, why, correlation, causation from audit
        where ($1::text[] is null or position = any(array(select seq_id from mt_events where stream_id = any($1))))
            and ($2::text is null or who = $2) and ($3::timestamptz is null or at >= $3) and ($4::text is null or what = $4)
            and ($5::bigint is null or position <= $5) and ($6::timestamptz is null or at < $6) and ($7::text is null or correlation = $7)
        """;

    private const string All = $"{Acts} order by position";

    private const string Last = $"select * from ({Acts} order by position desc limit $8) latest order by position";

    /// <summary>The latest acts that a filter lets through, in log order, however many they are.</summary>
    public async IAsyncEnumerable<AuditEntry> Read(AuditFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(filter.Most == int.MaxValue ? All : Last).With(
                Parameters.Typed(filter.Subject is { } subject ? Ids.Meant(subject) : null, NpgsqlDbType.Array | NpgsqlDbType.Text), Parameters.Typed(filter.Actor, NpgsqlDbType.Text),
                Parameters.Typed(filter.Since?.ToUniversalTime(), NpgsqlDbType.TimestampTz), Parameters.Typed(filter.Kind, NpgsqlDbType.Text),
                Parameters.Typed(filter.Through, NpgsqlDbType.Bigint), Parameters.Typed(filter.Until?.ToUniversalTime(), NpgsqlDbType.TimestampTz), Parameters.Typed(filter.Correlation, NpgsqlDbType.Text));
        if (filter.Most != int.MaxValue) command.Parameters.Add(new() { Value = (long)filter.Most });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            yield return new(
                rows.GetInt64(0), rows.At(1), rows.GetString(2), rows.GetString(3), rows.GetString(4), rows.GetInt64(5), rows.Text(6), rows.Text(7), rows.Text(8),
                rows.Text(9), rows.Text(10));
    }

    /// <summary>The latest acts that a filter lets through, the newest first.</summary>
    public async Task<IReadOnlyList<AuditEntry>> Latest(AuditFilter filter, CancellationToken cancellation)
    {
        var entries = await Read(filter, cancellation).ToListAsync(cancellation);
        entries.Reverse();
        return entries;
    }
}
