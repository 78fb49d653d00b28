using System.Collections.Immutable;
using Dateline.Audit;
using Dateline.Documents;
using Dateline.Postgres.Engine;
using Dateline.Postgres.Seal;
using Npgsql;
using NpgsqlTypes;

namespace Dateline.Postgres.Redaction;

/// <summary>
/// Carries a redaction out: takes the text from the events and the kept bytes, and records on every stream that it touched what was removed
/// from which event, in one transaction.
/// </summary>
internal sealed class Eraser(NpgsqlDataSource database)
{
    private readonly LeafRecord leaf = new();

    /// <summary>Does what a tombstone orders; nothing when that was done.</summary>
    /// <exception cref="PostgresException">A stream was written to meanwhile (SQLSTATE DL001): try again.</exception>
    internal async Task Erase(Recorded tombstone, CancellationToken cancellation)
    {
        var redaction = (DocumentRedacted)tombstone.Data;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await IsDone(connection, tombstone.Position, cancellation)) return;
        var streams = await RelatedStreams.Of(connection, redaction.DocumentId, cancellation);
        var (events, versions) = await Read(connection, streams, tombstone.Position, cancellation);
        var removal = new Removal(redaction.DocumentId, redaction.Revision);
        foreach (var e in events.Where(e => e.Stream == tombstone.Stream && EventTypes.TypeOf(e.Type) is not null)) removal.Learn(EventJson.Read(e.Type, e.Data));
        var changed = events.Select(e => (Was: e, Left: Left(e, removal))).Where(c => c.Left is not null).Select(c => (c.Was, Left: c.Left!)).ToList();

        await Run(
            connection, "select erase_events($1, $2, $3, $4)",
            [tombstone.Position, changed.Select(c => c.Was.Position).ToArray(), Json(changed.Select(c => c.Left.Data)), Json(changed.Select(c => c.Left.Headers))], cancellation);
        await Run(connection, "delete from originals where sha256 = any($1)", [removal.Originals.ToArray()], cancellation);
        await Record(connection, tombstone, redaction, changed, versions, cancellation);
        await DeskSnapshots.Drop(connection, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task<bool> IsDone(NpgsqlConnection connection, long tombstone, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select exists (select from erasures where tombstone = $1)", connection);
        return (bool)(await command.With(tombstone).ExecuteScalarAsync(cancellation))!;
    }

    private static async Task<(List<StoredEvent> Events, Dictionary<string, long> Versions)> Read(
        NpgsqlConnection connection, string[] streams, long tombstone, CancellationToken cancellation)
    {
        var events = await StoredEvents.OfStreams(connection, streams, cancellation);
        var versions = events.GroupBy(e => e.Stream!).ToDictionary(g => g.Key, g => g.Max(e => e.Version), StringComparer.Ordinal);
        return (events.FindAll(e => e.Position != tombstone && e.Type != EventTypes.NameOf<TextErased>() && e.Type != EventTypes.NameOf<DocumentRedacted>()), versions);
    }

    /// <summary>What is left of an event; null when nothing of the text is in it.</summary>
    private static StoredEvent? Left(StoredEvent e, Removal removal)
    {
        var (data, headers) = (e.Data is null ? null : removal.From(e.Type, e.Data), e.Headers is null ? null : removal.FromHeaders(e.Headers));
        return data is null && headers is null ? null
            : e with { Data = data ?? e.Data, Headers = (headers ?? e.Headers) is { } kept ? Removal.WithoutSalt(kept) : null };
    }

    private async Task Record(
        NpgsqlConnection connection, Recorded tombstone, DocumentRedacted redaction, List<(StoredEvent Was, StoredEvent Left)> changed, Dictionary<string, long> versions,
        CancellationToken cancellation)
    {
        var statement = new AppendStatement(allOrNone: true);
        var act = Act.System with { Correlation = tombstone.Correlation, Causation = tombstone.Id.ToString() };
        var noted = new List<(string Stream, long Version, ErasedEvent Event)>();
        foreach (var stream in changed.GroupBy(c => c.Was.Stream!).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            ImmutableArray<ErasedEvent> erased = [.. stream.OrderBy(c => c.Was.Position).Select(Erased)];
            statement.Add(new(stream.Key, versions[stream.Key], [new TextErased(redaction.DocumentId, redaction.Revision, tombstone.Position, erased)], act, null));
            noted.AddRange(erased.Select(e => (stream.Key, versions[stream.Key] + 1, e)));
        }
        if (statement.IsEmpty) return;
        await using (var batch = new NpgsqlBatch(connection))
        {
            statement.AddTo(batch);
            await batch.ExecuteNonQueryAsync(cancellation);
        }
        await Run(
            connection,
            """
            insert into erasures (position, by_position, tombstone, data, metadata, left_data, left_metadata)
            select x.position, e.seq_id, $1, x.data, x.metadata, x.left_data, x.left_metadata
            from unnest($2, $3, $4, $5, $6, $7, $8) as x (stream, version, position, data, metadata, left_data, left_metadata)
            join mt_events e on e.stream_id = x.stream and e.version = x.version
            """,
            [
                tombstone.Position, noted.ConvertAll(n => n.Stream), noted.ConvertAll(n => n.Version), noted.ConvertAll(n => n.Event.Position),
                noted.ConvertAll(n => n.Event.Data), noted.ConvertAll(n => n.Event.Metadata), noted.ConvertAll(n => n.Event.LeftData),
                noted.ConvertAll(n => n.Event.LeftMetadata)
            ], cancellation);
    }

    private ErasedEvent Erased((StoredEvent Was, StoredEvent Left) change)
    {
        var (was, left) = (leaf.Hash(change.Was), leaf.Hash(change.Left));
        return new(change.Was.Position, was.Data, was.Metadata, left.Data, left.Metadata);
    }

    private static NpgsqlParameter Json(IEnumerable<byte[]?> values) => Parameters.Typed(
        values.Select(v => v is null ? null : System.Text.Encoding.UTF8.GetString(v)).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Jsonb);

    private static async Task Run(NpgsqlConnection connection, string sql, object[] values, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.With(values).ExecuteNonQueryAsync(cancellation);
    }
}
