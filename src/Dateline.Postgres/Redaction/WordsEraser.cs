using System.Text;
using Dateline.Postgres.Engine;
using Dateline.Postgres.Seal;
using Dateline.Redactions;
using Npgsql;

namespace Dateline.Postgres.Redaction;

/// <summary>
/// Takes words from every event and from the kept bytes, in one transaction. It waits until what was recorded before the tombstone is extracted and filed, so
/// that nothing that is on its way brings them back.
/// </summary>
internal sealed class WordsEraser(NpgsqlDataSource database)
{
    private static readonly TimeSpan longest = TimeSpan.FromSeconds(30);

    /// <summary>Does what a tombstone orders; nothing when that was done.</summary>
    /// <exception cref="PostgresException">A stream was written to meanwhile (SQLSTATE DL001): try again.</exception>
    internal async Task Erase(Recorded tombstone, CancellationToken cancellation)
    {
        var redaction = (WordsRedacted)tombstone.Data;
        await Filed(tombstone.Position, cancellation);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await Words(connection, redaction.RedactionId, cancellation) is not { } wordings) return;
        var removal = new WordsRemoval(wordings);
        var changed = new List<Changed>();
        var through = await Scan(connection, 0, removal, changed.Add, cancellation);
        var record = new ErasureRecord(connection, tombstone);
        var versions = await record.Versions(changed, cancellation);
        await record.Write(changed, versions, (stream, erased) => new WordsErased(redaction.RedactionId, stream, redaction.Kind, tombstone.Position, erased), cancellation);
        // The append holds the writers' lock: what came between the scan and now is all there is, and nothing comes before the commit.
        if (changed.Count > 0) await Scan(connection, through, removal, c => throw new WordsCame(c.Was.Position), cancellation);
        await record.Clear([.. removal.Originals.Union(await Originals(connection, wordings, cancellation))], cancellation);
        await RedactionWords.Drop(connection, redaction.RedactionId, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Waits for the reactions to what was recorded before a position; not for ever, as they may be stopped.</summary>
    private async Task Filed(long position, CancellationToken cancellation)
    {
        for (var began = DateTimeOffset.UtcNow; DateTimeOffset.UtcNow - began < longest; await Task.Delay(50, cancellation))
        {
            var reached = await database.CreateCommand("select last_seq_id from mt_event_progression where name = $1").With(Cursors.RowOf(ReactionLoop.Name)).Rows(r => r.GetInt64(0), cancellation);
            if (reached is not [var at] || at >= position - 1) return;
        }
    }

    private static async Task<Wordings?> Words(NpgsqlConnection connection, string redaction, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select words from redaction_words where redaction = $1 for update", connection);
        return (await command.With((object)redaction).Rows(r => r.GetFieldValue<string[]>(0), cancellation)) is [var words] ? new(words) : null;
    }

    /// <summary>Hands on what is left of each event after a position that the words stand in; gives the last position.</summary>
    private static async Task<long> Scan(NpgsqlConnection connection, long after, WordsRemoval removal, Action<Changed> found, CancellationToken cancellation)
    {
        var through = after;
        await foreach (var e in StoredEvents.After(connection, after, cancellation))
        {
            through = e.Position;
            if (Redacting.IsRecord(e.Type)) continue;
            var (data, headers) = (e.Data is null ? null : removal.From(e.Type, e.Data), e.Headers is null ? null : removal.FromHeaders(e.Headers));
            if (Changed.Of(e, data, headers) is { } changed) found(changed);
        }
        return through;
    }

    /// <summary>Kept bytes that hold the words, whatever became of their text.</summary>
    private static async Task<List<string>> Originals(NpgsqlConnection connection, Wordings wordings, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select sha256, bytes from originals", connection) { CommandTimeout = 0 };
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var found = new List<string>();
        while (await rows.ReadAsync(cancellation))
        {
            var bytes = rows.GetFieldValue<byte[]>(1);
            if (wordings.MayStandIn(bytes) && (wordings.In(Encoding.UTF8.GetString(bytes)).Count > 0 || wordings.In(Encoding.Latin1.GetString(bytes)).Count > 0)) found.Add(rows.GetString(0));
        }
        return found;
    }
}

/// <summary>The words came again while they were being removed: try again.</summary>
internal sealed class WordsCame(long position) : Exception($"The words came again at position {position} while they were being removed.");
