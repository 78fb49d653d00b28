using System.Text;

namespace Dateline.Audit;

/// <summary>A stored text or other bytes; nothing at all where null is stored.</summary>
internal readonly ref struct StoredField(ReadOnlySpan<byte> bytes)
{
    private readonly bool stands = true;

    /// <summary>The bytes; of a text its UTF-8.</summary>
    internal ReadOnlySpan<byte> Bytes { get; } = bytes;

    /// <summary>Whether null is stored.</summary>
    internal bool IsNull => !stands;
}

/// <summary>Every field that the log stores of an event, as bytes that stand somewhere else: a leaf is made of them without anything being made out.</summary>
internal ref struct StoredFields
{
    internal long Position;
    internal Guid Id;
    internal StoredField Stream;
    internal long Version;
    internal StoredField Type;
    internal DateTime RecordedAt;
    internal StoredField Who;
    internal StoredField Data;
    internal StoredField Headers;
    internal StoredField Correlation;
    internal StoredField Causation;
    internal StoredField Tenant;
    internal StoredField DotnetType;
    internal bool? Archived;
    internal StoredField Binary;

    /// <summary>The fields of an event that was made out.</summary>
    internal static StoredFields Of(StoredEvent e)
    {
        byte[] room = [];
        return Of(e, ref room);
    }

    /// <summary>The same; its texts are written where there is room, which grows where it has to.</summary>
    internal static StoredFields Of(StoredEvent e, scoped ref byte[] room)
    {
        var most = Most(e.Stream) + Most(e.Type) + Most(e.Who) + Most(e.Correlation) + Most(e.Causation) + Most(e.Tenant) + Most(e.DotnetType);
        if (room.Length < most) room = new byte[most];
        Span<byte> left = room;
        return new()
        {
            Position = e.Position,
            Id = e.Id,
            Stream = Text(e.Stream, ref left),
            Version = e.Version,
            Type = Text(e.Type, ref left),
            RecordedAt = e.RecordedAt,
            Who = Text(e.Who, ref left),
            Data = Bytes(e.Data),
            Headers = Bytes(e.Headers),
            Correlation = Text(e.Correlation, ref left),
            Causation = Text(e.Causation, ref left),
            Tenant = Text(e.Tenant, ref left),
            DotnetType = Text(e.DotnetType, ref left),
            Archived = e.Archived,
            Binary = Bytes(e.Binary)
        };
    }

    /// <summary>The event, made out.</summary>
    internal readonly StoredEvent Event() => new()
    {
        Position = Position,
        Id = Id,
        Stream = Text(Stream),
        Version = Version,
        Type = Text(Type) ?? "",
        RecordedAt = RecordedAt,
        Who = Text(Who),
        Data = Bytes(Data),
        Headers = Bytes(Headers),
        Correlation = Text(Correlation),
        Causation = Text(Causation),
        Tenant = Text(Tenant),
        DotnetType = Text(DotnetType),
        Archived = Archived,
        Binary = Bytes(Binary)
    };

    private static int Most(string? text) => text is null ? 0 : Encoding.UTF8.GetMaxByteCount(text.Length);

    private static StoredField Text(string? text, scoped ref Span<byte> room)
    {
        if (text is null) return default;
        var written = room[..Encoding.UTF8.GetBytes(text, room)];
        room = room[written.Length..];
        return new(written);
    }

    private static StoredField Bytes(byte[]? bytes) => bytes is null ? default : new(bytes);

    private static string? Text(StoredField field) => field.IsNull ? null : Encoding.UTF8.GetString(field.Bytes);

    private static byte[]? Bytes(StoredField field) => field.IsNull ? null : field.Bytes.ToArray();
}

/// <summary>Some events of the log that follow each other. What keeps their bytes takes them back when it is disposed of.</summary>
internal interface IStoredRun : IDisposable
{
    /// <summary>How many.</summary>
    int Count { get; }

    /// <summary>The fields of one of them; they hold until the next call.</summary>
    StoredFields Fields(int i);

    /// <summary>The hashes that it was sealed with, where text was removed from it since and the run knows of it.</summary>
    Sealed? SealedAs(int i);
}

/// <summary>Events that were made out already.</summary>
internal sealed class EventRun(StoredEvent[] events) : IStoredRun
{
    private byte[] room = [];

    /// <inheritdoc/>
    public int Count => events.Length;

    /// <inheritdoc/>
    public StoredFields Fields(int i) => StoredFields.Of(events[i], ref room);

    /// <inheritdoc/>
    public Sealed? SealedAs(int i) => events[i].SealedAs;

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
