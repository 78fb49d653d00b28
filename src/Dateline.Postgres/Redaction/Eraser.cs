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
        var changed = events.Select(e => (Was: e, Left: Left(e, removal))).Where(c => c.Left is not null).Select(c => new Changed(c.Was, c.Left!)).ToList();
        var record = new ErasureRecord(connection, tombstone);
        await record.Write(changed, versions, (_, erased) => new TextErased(redaction.DocumentId, redaction.Revision, tombstone.Position, erased), cancellation);
        await record.Clear([.. removal.Originals], cancellation);
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

    /// <summary>What is left of an event; null when nothing of the text is in it.</summary>
    private static StoredEvent? Left(StoredEvent e, Removal removal)
    {
        var (data, headers) = (e.Data is null ? null : removal.From(e.Type, e.Data), e.Headers is null ? null : removal.FromHeaders(e.Headers));
        return data is null && headers is null ? null
            : e with { Data = data ?? e.Data, Headers = (headers ?? e.Headers) is { } kept ? Removal.WithNewSalt(kept) : null };
    }
}
