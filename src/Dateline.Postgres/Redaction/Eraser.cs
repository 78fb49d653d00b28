using Dateline.Audit;
using Dateline.Documents;
using Dateline.Postgres.Seal;
using Npgsql;

namespace Dateline.Postgres.Redaction;

/// <summary>
/// Carries a redaction out: takes the text from the events and the kept bytes, and records on every stream that it touched what was removed
/// from which event, in one transaction.
/// </summary>
internal sealed class Eraser(NpgsqlDataSource database)
{
    /// <summary>Does what a tombstone orders; nothing when that was done.</summary>
    /// <exception cref="PostgresException">A stream was written to meanwhile (SQLSTATE DL001): try again.</exception>
    internal async Task Erase(Recorded tombstone, CancellationToken cancellation)
    {
        var redaction = (DocumentRedacted)tombstone.Data;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await IsDone(connection, tombstone.Position, cancellation)) return;
        var streams = await RelatedStreams.Of(connection, redaction.DocumentId, cancellation);
        var (events, versions) = await Read(connection, streams, cancellation);
        var removal = new Removal(redaction.DocumentId, redaction.Revision);
        foreach (var e in events.Where(e => e.Stream == tombstone.Stream && EventTypes.TypeOf(e.Type) is not null)) removal.Learn(EventJson.Read(e.Type, e.Data));
        foreach (var e in events.Where(e => Provenance.Tells(e.Type))) removal.Learn(EventJson.Read(e.Type, e.Data));
        await foreach (var e in StoredEvents.Texts(connection, [.. removal.Others.Select(Ids.Document)], cancellation)) removal.LearnOther(e);
        var changed = events.Select(e => Left(e, removal)).OfType<Changed>().ToList();
        var head = await Head(connection, cancellation);
        var beside = await Quotes(connection, streams, 0, removal, cancellation);
        changed.AddRange(beside);
        var record = new ErasureRecord(connection, tombstone);
        foreach (var (stream, version) in await record.Versions(beside, cancellation)) versions[stream] = version;
        await record.Write(changed, versions, (_, erased) => new TextErased(redaction.DocumentId, redaction.Revision, tombstone.Position, erased), cancellation);
        // The append holds the writers' lock: what came meanwhile is all there is.
        if (changed.Count > 0 && await Quotes(connection, streams, head, removal, cancellation) is [var came, ..]) throw new WordsCame(came.Was.Position);
        await record.Clear([.. removal.Originals, .. await Holding(connection, removal, cancellation)], cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task<bool> IsDone(NpgsqlConnection connection, long tombstone, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select exists (select from redactions_done where tombstone = $1)", connection);
        return (bool)(await command.With(tombstone).ExecuteScalarAsync(cancellation))!;
    }

    private static async Task<(List<StoredEvent> Events, Dictionary<string, long> Versions)> Read(
        NpgsqlConnection connection, string[] streams, CancellationToken cancellation)
    {
        var events = await StoredEvents.OfStreams(connection, streams, cancellation);
        var versions = events.GroupBy(e => e.Stream!).ToDictionary(g => g.Key, g => g.Max(e => e.Version), StringComparer.Ordinal);
        return (events.FindAll(e => !Redacting.IsRecord(e.Type)), versions);
    }

    private static async Task<long> Head(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select coalesce(max(seq_id), 0) from mt_events", connection);
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Kept bytes of the document's other revisions that hold what was removed. In doubt they go: what those revisions say stays in their events.</summary>
    private static async Task<List<string>> Holding(NpgsqlConnection connection, Removal removal, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select sha256, bytes from originals where sha256 = any ($1::bpchar[])", connection).With((object)removal.OtherOriginals.ToArray());
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var found = new List<string>();
        while (await rows.ReadAsync(cancellation))
            if (removal.StandsIn(rows.GetString(0), rows.GetFieldValue<byte[]>(1))) found.Add(rows.GetString(0));
        return found;
    }

    /// <summary>What is left of the events of other streams in which people quote the text.</summary>
    private static async Task<List<Changed>> Quotes(NpgsqlConnection connection, string[] streams, long after, Removal removal, CancellationToken cancellation)
    {
        var found = new List<Changed>();
        await foreach (var e in StoredEvents.Said(connection, streams, after, cancellation))
        {
            if (Redacting.IsRecord(e.Type) || e.Stream is null) continue;
            var (data, headers) = removal.FromQuotes(e.Data, e.Headers);
            if (Changed.Of(e, data, headers) is { } changed) found.Add(changed);
        }
        return found;
    }

    /// <summary>What is left of an event; null when nothing of the text is in it.</summary>
    private static Changed? Left(StoredEvent e, Removal removal) =>
        Changed.Of(e, e.Data is null ? null : removal.From(e.Type, e.Data), e.Headers is null ? null : removal.FromHeaders(e.Headers, e.Type, e.Data));
}
