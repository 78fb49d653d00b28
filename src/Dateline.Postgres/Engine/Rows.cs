using System.Text.Json;
using Dateline.Audit;
using Npgsql;

namespace Dateline.Postgres.Engine;

/// <summary>A stored event that cannot be read: its JSON is not of its type's form, or this version does not know its name.</summary>
/// <param name="position">Its position in the log.</param>
/// <param name="message">What is wrong.</param>
public sealed class UnreadableEvent(long position, string message) : Exception($"The event at position {position} cannot be read. {message}")
{
    /// <summary>Its position in the log.</summary>
    public long Position { get; } = position;

    /// <summary>What it means to whoever asks for the stream that it is on.</summary>
    internal Refused On(string stream) => new(
        $"{Message} Nothing can be decided on {stream} or shown of it before it can be read: use the version of Dateline that recorded the event, or bring its row back from a backup. `dateline audit verify` says whether it was changed.");
}

/// <summary>Rows of mt_events as events.</summary>
internal static class Rows
{
    internal const string Columns =
        "seq_id, id, stream_id, version, type, data::text, timestamp, user_name, headers ->> 'reason', correlation_id, causation_id";

    /// <summary>As many events as are read and folded apart for one answer, at most.</summary>
    internal const int Few = 20_000;

    private const string NoStream = "It is on no stream.", NoData = "It has no data.";

    internal static Recorded Read(NpgsqlDataReader row) => Read(row, out _);

    /// <summary>An event, and how many bytes of JSON it came of.</summary>
    internal static Recorded Read(NpgsqlDataReader row, out int length)
    {
        var position = row.GetInt64(0);
        if (row.IsDBNull(2)) throw new UnreadableEvent(position, NoStream);
        if (row.IsDBNull(5)) throw new UnreadableEvent(position, NoData);
        var type = row.GetString(4);
        var json = row.GetFieldValue<byte[]>(5);
        length = json.Length;
        return new(
            position, row.GetGuid(1), row.GetString(2), row.GetInt64(3), type, Data(json, position, type), new(row.GetDateTime(6), TimeSpan.Zero),
            Text(row, 7) ?? "system", Text(row, 8), Text(row, 9), Text(row, 10));
    }

    /// <summary>The events of a command's rows, without those that cannot be read: they were set aside when they came.</summary>
    /// <param name="command">Gives <see cref="Columns"/>.</param>
    /// <param name="kept">What is kept of each; null for all.</param>
    /// <param name="cancellation">Ends the reading.</param>
    internal static async Task<List<Recorded>> Readable(NpgsqlCommand command, Func<Recorded, Recorded>? kept, CancellationToken cancellation)
    {
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var events = new List<Recorded>();
        while (await rows.ReadAsync(cancellation))
        {
            try
            {
                var e = Read(rows);
                events.Add(kept is null ? e : kept(e));
            }
            catch (UnreadableEvent)
            {
                // It was set aside.
            }
        }
        return events;
    }

    /// <summary>The same, where there are few; null where there are so many that what needs them had better read the whole log.</summary>
    /// <param name="command">Gives <see cref="Columns"/>, of <see cref="Few"/> events and one more at most.</param>
    /// <param name="cancellation">Ends the reading.</param>
    internal static async Task<List<Recorded>?> ReadableIfFew(NpgsqlCommand command, CancellationToken cancellation)
    {
        var events = await Readable(command, null, cancellation);
        return events.Count > Few ? null : events;
    }

    /// <summary>The event of a stored row.</summary>
    internal static Recorded Of(StoredEvent e, string? reason) => new(
        e.Position, e.Id, e.Stream ?? throw new UnreadableEvent(e.Position, NoStream), e.Version, e.Type,
        Data(e.Data ?? throw new UnreadableEvent(e.Position, NoData), e.Position, e.Type),
        new(e.RecordedAt, TimeSpan.Zero), e.Who ?? "system", reason, e.Correlation, e.Causation);

    /// <summary>The event of its stored JSON.</summary>
    internal static object Data(byte[] json, long position, string type)
    {
        try
        {
            return EventJson.Read(type, json);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidCastException)
        {
            throw new UnreadableEvent(position, e is JsonException { Path: { } path } ? $"Its data is not of the form of a {type}, at {path}." : e.Message);
        }
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
