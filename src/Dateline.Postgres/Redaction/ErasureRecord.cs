using System.Collections.Immutable;
using System.Text;
using Dateline.Audit;
using Dateline.Documents;
using Dateline.Postgres.Engine;
using Npgsql;
using NpgsqlTypes;

namespace Dateline.Postgres.Redaction;

/// <summary>An event before text was removed from it, and after.</summary>
internal readonly record struct Changed(StoredEvent Was, StoredEvent Left)
{
    /// <summary>An event whose data or headers are others from now on, under a new salt; null where neither is.</summary>
    internal static Changed? Of(StoredEvent was, byte[]? data, byte[]? headers) => data is null && headers is null ? null
        : new(was, was with { Data = data ?? was.Data, Headers = (headers ?? was.Headers) is { } kept ? Removal.WithNewSalt(kept) : null });
}

/// <summary>Removes text from events, and records on every stream that it touched what was removed from which event, within one transaction.</summary>
internal sealed class ErasureRecord(NpgsqlConnection connection, Recorded tombstone)
{
    private readonly LeafRecord leaf = new();

    /// <summary>The versions of the streams of events.</summary>
    internal async Task<Dictionary<string, long>> Versions(IEnumerable<Changed> changed, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select id, version from mt_streams where id = any($1)", connection);
        var streams = changed.Select(c => c.Was.Stream!).Distinct().ToArray();
        return (await command.With((object)streams).Rows(r => KeyValuePair.Create(r.GetString(0), r.GetInt64(1)), cancellation)).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Writes what is left, and what was removed.</summary>
    /// <param name="changed">The events, in log order.</param>
    /// <param name="versions">The versions of their streams.</param>
    /// <param name="noted">Makes the event that says so of a stream.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="PostgresException">A stream was written to meanwhile (SQLSTATE DL001).</exception>
    internal async Task Write(
        IReadOnlyList<Changed> changed, IReadOnlyDictionary<string, long> versions, Func<string, ImmutableArray<ErasedEvent>, object> noted, CancellationToken cancellation)
    {
        // Also when there is nothing to remove: it is carried out then, and not another time.
        await Run(
            "select erase_events($1, $2, $3, $4)",
            [tombstone.Position, changed.Select(c => c.Was.Position).ToArray(), Json(changed.Select(c => c.Left.Data)), Json(changed.Select(c => c.Left.Headers))], cancellation);
        if (changed.Count == 0) return;
        var statement = new AppendStatement(allOrNone: true);
        var act = Act.System with { Correlation = tombstone.Correlation, Causation = tombstone.Id.ToString() };
        var erased = new List<(string Stream, long Version, ErasedEvent Event)>();
        foreach (var stream in changed.GroupBy(c => c.Was.Stream!).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            ImmutableArray<ErasedEvent> own = [.. stream.OrderBy(c => c.Was.Position).Select(Erased)];
            statement.Add(new(stream.Key, versions[stream.Key], [noted(stream.Key, own)], act, null));
            erased.AddRange(own.Select(e => (stream.Key, versions[stream.Key] + 1, e)));
        }
        await using (var batch = new NpgsqlBatch(connection))
        {
            statement.AddTo(batch, null);
            await batch.ExecuteNonQueryAsync(cancellation);
        }
        await Run(
            """
            insert into erasures (position, by_position, tombstone, data, metadata, left_data, left_metadata, reason)
            select x.position, e.seq_id, $1, x.data, x.metadata, x.left_data, x.left_metadata, x.reason
            from unnest($2, $3, $4, $5, $6, $7, $8, $9) as x (stream, version, position, data, metadata, left_data, left_metadata, reason)
            join mt_events e on e.stream_id = x.stream and e.version = x.version
            """,
            [
                tombstone.Position, erased.ConvertAll(n => n.Stream), erased.ConvertAll(n => n.Version), erased.ConvertAll(n => n.Event.Position),
                erased.ConvertAll(n => n.Event.Data), erased.ConvertAll(n => n.Event.Metadata), erased.ConvertAll(n => n.Event.LeftData),
                erased.ConvertAll(n => n.Event.LeftMetadata), Parameters.Typed(erased.ConvertAll(n => n.Event.Reason), NpgsqlDbType.Array | NpgsqlDbType.Text)
            ], cancellation);
    }

    /// <summary>Takes the text from what is kept beside the events: the bytes of documents, the desk's snapshot, the bodies of answers that are kept for repeated requests.</summary>
    internal async Task Clear(string[] originals, CancellationToken cancellation)
    {
        await Run("select remove_originals($1, $2)", [tombstone.Position, originals], cancellation);
        await Run("update idempotency set body = '', content_type = null where length(body) > 0", [], cancellation);
        await DeskSnapshots.Drop(connection, cancellation);
    }

    private ErasedEvent Erased(Changed change)
    {
        var (was, left) = (leaf.Hash(change.Was), leaf.Hash(change.Left));
        return new(change.Was.Position, was.Data, was.Metadata, left.Data, left.Metadata, LeafRecord.Reason(change.Was));
    }

    private async Task Run(string sql, object[] values, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.With(values).ExecuteNonQueryAsync(cancellation);
    }

    private static NpgsqlParameter Json(IEnumerable<byte[]?> values) =>
        Parameters.Typed(values.Select(v => v is null ? null : Encoding.UTF8.GetString(v)).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Jsonb);
}
