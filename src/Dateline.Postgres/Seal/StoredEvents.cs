using System.Runtime.CompilerServices;
using Dateline.Audit;
using Npgsql;

namespace Dateline.Postgres.Seal;

/// <summary>Reads events from the log with every stored field, whether or not this version knows them.</summary>
internal static class StoredEvents
{
    /// <summary>The version of leaves that new events name in their headers.</summary>
    internal const int Leaf = Redactable.Leaf;

    internal const string Columns =
        """
        e.seq_id, e.id, e.stream_id, e.version, e.type, e.timestamp, e.user_name, e.data::text, e.headers::text, e.correlation_id, e.causation_id,
            e.tenant_id, e.mt_dotnet_type, e.is_archived, e.bdata
        """;

    private const string Sealed =
        " left join (select distinct on (position) position, data, metadata, reason from erasures order by position, by_position) x on x.position = e.seq_id";

    /// <summary>The events of a range of positions, in order, with the hashes that those were sealed with which text was removed from.</summary>
    internal static async IAsyncEnumerable<StoredEvent> Read(
        NpgsqlDataSource database, long after, long through, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Query);
        command.CommandTimeout = 0;
        await using var rows = await command.With(after, through).ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation)) yield return Read(rows);
    }

    /// <summary>The events after a position, in order, within a connection's transaction.</summary>
    internal static async IAsyncEnumerable<StoredEvent> After(NpgsqlConnection connection, long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Query, connection) { CommandTimeout = 0 };
        await using var rows = await command.With(after, long.MaxValue).ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation)) yield return Read(rows);
    }

    /// <summary>The events after a position in which somebody says something of their own, but for those of some streams, in log order.</summary>
    internal static async IAsyncEnumerable<StoredEvent> Said(NpgsqlConnection connection, string[] besides, long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"select {Columns}, null, null, null from mt_events e where e.seq_id > $1 and e.stream_id <> all($2) and (e.headers ? 'reason' or e.data ?| array['cause', 'because', 'rationale', 'reason']) order by e.seq_id",
            connection)
        { CommandTimeout = 0 };
        await using var rows = await command.With(after, (object)besides).ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation)) yield return Read(rows);
    }

    /// <summary>At most so many rows of a range, in order, each with its reason as the last column.</summary>
    internal static string PageQuery =>
        $"select {Columns}, x.data, x.metadata, x.reason, e.headers ->> 'reason' from mt_events e join (select seq_id from mt_events where seq_id > $1 and seq_id <= $2 "
        + $"order by seq_id limit $3) chosen using (seq_id){Sealed} order by e.seq_id";

    /// <summary>The column of the reason in <see cref="PageQuery"/>.</summary>
    internal const int Reason = 18;

    /// <summary>All events of streams, in log order.</summary>
    internal static async Task<List<StoredEvent>> OfStreams(NpgsqlConnection connection, string[] streams, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"select {Columns}, null, null, null from mt_events e where e.stream_id = any($1) order by e.seq_id", connection);
        return await command.With(streams).Rows(Read, cancellation);
    }

    /// <summary>What documents said, revision by revision.</summary>
    internal static async IAsyncEnumerable<object> Texts(NpgsqlConnection connection, string[] streams, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "select type, data::text from mt_events where stream_id = any($1) and type in ('document_ingested', 'document_revised') order by seq_id", connection)
        { CommandTimeout = 0 };
        await using var rows = await command.With((object)streams).ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation)) yield return EventJson.Read(rows.GetString(0), rows.GetFieldValue<byte[]>(1));
    }

    private static string Query => $"select {Columns}, x.data, x.metadata, x.reason from mt_events e{Sealed} where e.seq_id > $1 and e.seq_id <= $2 order by e.seq_id";

    internal static StoredEvent Read(NpgsqlDataReader row) => new()
    {
        Position = row.GetInt64(0),
        Id = row.GetGuid(1),
        Stream = row.Text(2),
        Version = row.GetInt64(3),
        Type = row.GetString(4),
        RecordedAt = row.GetDateTime(5),
        Who = row.Text(6),
        Data = row.IsDBNull(7) ? null : row.GetFieldValue<byte[]>(7),
        Headers = row.IsDBNull(8) ? null : row.GetFieldValue<byte[]>(8),
        Correlation = row.Text(9),
        Causation = row.Text(10),
        Tenant = row.Text(11),
        DotnetType = row.Text(12),
        Archived = row.IsDBNull(13) ? null : row.GetBoolean(13),
        Binary = row.IsDBNull(14) ? null : row.GetFieldValue<byte[]>(14),
        SealedAs = row.IsDBNull(15) ? null : new(row.GetString(15), row.GetString(16), row.Text(17))
    };
}
