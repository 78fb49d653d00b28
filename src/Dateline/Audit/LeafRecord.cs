using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Dateline.Audit;

/// <summary>Makes leaves of events. An instance keeps its buffers and serves one thread.</summary>
internal sealed class LeafRecord
{
    private const string Format = "dateline-leaf@1";
    private const int Brief = 200;
    private readonly CanonicalJson json = new(oneForm: true);
    private readonly ArrayBufferWriter<byte> text = new(1024);

    /// <summary>The hashes of an event's data and metadata.</summary>
    internal Sealed Hash(StoredEvent e)
    {
        var metadata = HashMetadata(e);
        text.ResetWrittenCount();
        if (Salt(e.Headers) is { } salt)
        {
            Put(salt);
            Put("\n");
        }
        PutJson(e.Data);
        return new(Hex(text.WrittenSpan), metadata);
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
    internal static string Time(DateTime at) => at.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);

    /// <summary>The salt in an event's headers; null when there is none.</summary>
    internal static string? Salt(ReadOnlySpan<byte> headers)
    {
        try
        {
            var reader = new Utf8JsonReader(headers);
            if (headers.IsEmpty || !reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isSalt = reader.ValueTextEquals("salt"u8);
                reader.Read();
                if (isSalt) return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                reader.Skip();
            }
            return null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private string HashMetadata(StoredEvent e)
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
        PutJson(e.Headers);
        Put(",\"tenant\":");
        Text(e.Tenant);
        Put("}");
        return Hex(text.WrittenSpan);
    }

    /// <summary>The canonical form, or, marked, the bytes as they stand where there is none, so that every stored event can be sealed.</summary>
    private void PutJson(byte[]? stored)
    {
        if (stored is null)
        {
            Put("null");
            return;
        }
        try
        {
            Put(json.Of(stored));
        }
        catch (JsonException)
        {
            Put("raw\n");
            Put(stored);
        }
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
        var digits = number.ToString(CultureInfo.InvariantCulture);
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
        else if (value.Length <= Brief)
        {
            Span<byte> utf8 = stackalloc byte[3 * Brief];
            CanonicalJson.WriteString(utf8[..Encoding.UTF8.GetBytes(value, utf8)], text);
        }
        else CanonicalJson.WriteString(Encoding.UTF8.GetBytes(value), text);
    }
}
