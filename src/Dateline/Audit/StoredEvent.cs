using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Dateline.Audit;

/// <summary>An event with every field that the log stores of it, as it stands there.</summary>
internal sealed record StoredEvent
{
    internal required long Position { get; init; }
    internal required Guid Id { get; init; }
    internal required string? Stream { get; init; }
    internal required long Version { get; init; }
    internal required string Type { get; init; }

    /// <summary>When it was recorded, in UTC, to the microsecond.</summary>
    internal required DateTime RecordedAt { get; init; }

    internal required string? Who { get; init; }

    /// <summary>Its data as JSON.</summary>
    internal required byte[]? Data { get; init; }

    /// <summary>Its headers as JSON: the reason, and the salt that hides the data's hash once it is removed.</summary>
    internal required byte[]? Headers { get; init; }

    internal required string? Correlation { get; init; }
    internal required string? Causation { get; init; }
    internal required string? Tenant { get; init; }
    internal required string? DotnetType { get; init; }
    internal required bool? Archived { get; init; }
    internal required byte[]? Binary { get; init; }
}

/// <summary>What is sealed of an event's data and metadata: SHA-256 hashes in lower-case hexadecimal.</summary>
/// <param name="Data">Over the salt of its headers with a line feed, where it has one, and the canonical form of its data.</param>
/// <param name="Metadata">Over the canonical form of headers, correlation, causation and the other stored fields.</param>
public sealed record Sealed(string Data, string Metadata);

/// <summary>A stored event that has no canonical form and so cannot have been sealed as it stands.</summary>
internal sealed class NotSealable(string message) : Exception(message);

/// <summary>Makes leaves of events. An instance keeps its buffers and serves one thread.</summary>
internal sealed class LeafRecord
{
    private const string Format = "dateline-leaf@1";
    private readonly CanonicalJson json = new(oneForm: true);
    private readonly CanonicalJson headers = new(oneForm: true);
    private readonly System.Buffers.ArrayBufferWriter<byte> text = new(1024);

    /// <summary>The hashes of an event's data and metadata.</summary>
    /// <exception cref="NotSealable">Its data or headers have no canonical form.</exception>
    internal Sealed Hash(StoredEvent e)
    {
        try
        {
            var head = e.Headers is null ? "null"u8 : headers.Of(e.Headers);
            var metadata = HashMetadata(e, head);
            text.ResetWrittenCount();
            if (e.Headers is not null && Salt(e.Headers) is { } salt)
            {
                Put(salt);
                Put("\n");
            }
            Put(e.Data is null ? "null"u8 : json.Of(e.Data));
            return new(Hex(text.WrittenSpan), metadata);
        }
        catch (JsonException error)
        {
            throw new NotSealable(error.Message);
        }
    }

    /// <summary>The leaf: an RFC 8785 record; it holds until the next call.</summary>
    internal ReadOnlySpan<byte> Of(StoredEvent e, Sealed hashes)
    {
        text.ResetWrittenCount();
        Put($"{{\"data\":\"{hashes.Data}\",\"format\":\"{Format}\",\"id\":\"{e.Id:D}\",\"metadata\":\"{hashes.Metadata}\",\"position\":");
        Put(e.Position);
        Put(",\"recorded\":\"");
        Put(Time(e.RecordedAt));
        Put("\",\"stream\":");
        Text(e.Stream);
        Put(",\"type\":");
        Text(e.Type);
        Put(",\"version\":");
        Put(e.Version);
        Put(",\"who\":");
        Text(e.Who);
        Put("}");
        return text.WrittenSpan;
    }

    /// <summary>A moment to the microsecond, always with six digits.</summary>
    internal static string Time(DateTime at) => at.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The salt in an event's headers; null when there is none.</summary>
    internal static string? Salt(ReadOnlySpan<byte> headers)
    {
        var reader = new Utf8JsonReader(headers);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isSalt = reader.ValueTextEquals("salt");
            reader.Read();
            if (isSalt) return reader.TokenType == JsonTokenType.String ? reader.GetString() : throw new JsonException("The salt is not a text.");
            reader.Skip();
        }
        return null;
    }

    private string HashMetadata(StoredEvent e, ReadOnlySpan<byte> head)
    {
        text.ResetWrittenCount();
        Put(e.Archived switch { true => "{\"archived\":true", false => "{\"archived\":false", null => "{\"archived\":null" });
        Put(",\"binary\":");
        Put(e.Binary is null ? "null" : $"\"{Convert.ToHexStringLower(SHA256.HashData(e.Binary))}\"");
        Put(",\"causation\":");
        Text(e.Causation);
        Put(",\"correlation\":");
        Text(e.Correlation);
        Put(",\"dotnetType\":");
        Text(e.DotnetType);
        Put(",\"headers\":");
        Put(head);
        Put(",\"tenant\":");
        Text(e.Tenant);
        Put("}");
        return Hex(text.WrittenSpan);
    }

    private static string Hex(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>An integer beyond what a double holds stands as a text, so that every integer has a form of its own.</summary>
    private void Put(long number)
    {
        var digits = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Put(Math.Abs((decimal)number) <= 1L << 53 ? digits : $"\"{digits}\"");
    }

    private void Put(string ascii) => Encoding.UTF8.GetBytes(ascii, text);

    private void Put(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(text.GetSpan(bytes.Length));
        text.Advance(bytes.Length);
    }

    private void Text(string? value)
    {
        if (value is null) Put("null");
        else if (value.Length <= 200)
        {
            Span<byte> utf8 = stackalloc byte[600];
            CanonicalJson.WriteString(utf8[..Encoding.UTF8.GetBytes(value, utf8)], text);
        }
        else CanonicalJson.WriteString(Encoding.UTF8.GetBytes(value), text);
    }
}
