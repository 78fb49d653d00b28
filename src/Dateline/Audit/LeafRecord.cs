using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Dateline.Audit;

/// <summary>Makes leaves of events. An instance keeps its buffers and serves one thread.</summary>
internal sealed class LeafRecord
{
    private const int Brief = 200;
    private readonly CanonicalJson json = new(oneForm: true);
    private readonly ArrayBufferWriter<byte> text = new(1024);
    private StoredEvent? read;
    private EventHeaders headers;

    /// <summary>The hashes of an event's data and metadata.</summary>
    internal Sealed Hash(StoredEvent e) => new(Convert.ToHexStringLower(SHA256.HashData(Data(e))), Convert.ToHexStringLower(SHA256.HashData(Metadata(e))));

    /// <summary>The hash of an event's reason, with its salt, for events whose form is sealed apart; null when it has none.</summary>
    internal static string? Reason(StoredEvent e) =>
        EventHeaders.Read(e.Headers) is { SealsForm: true, Reason: { } reason } headers ? Convert.ToHexStringLower(ReasonHash(headers.Salt, reason)) : null;

    /// <summary>
    /// Whether all that no redaction changes of an event is as it was sealed: its form, and its metadata but for the reason. Null where that was not
    /// sealed apart.
    /// </summary>
    internal bool? Keeps(StoredEvent e, Sealed before) => EventHeaders.Read(e.Headers) is not { SealsForm: true } headers ? null
        : headers.Reason is null == before.Reason is null && Convert.ToHexStringLower(SHA256.HashData(Metadata(e, before.Reason))) == before.Metadata;

    /// <summary>The leaf: an RFC 8785 record; it holds until the next call.</summary>
    /// <param name="e">The event.</param>
    /// <param name="before">The hashes that it was sealed with, where text was removed from it since.</param>
    internal ReadOnlySpan<byte> Of(StoredEvent e, Sealed? before)
    {
        Span<byte> hashes = stackalloc byte[2 * SHA256.HashSizeInBytes];
        if (before is null)
        {
            SHA256.HashData(Data(e), hashes);
            SHA256.HashData(Metadata(e), hashes[SHA256.HashSizeInBytes..]);
        }
        return Of(e, before, hashes[..SHA256.HashSizeInBytes], hashes[SHA256.HashSizeInBytes..]);
    }

    /// <summary>The same with the hashes of its data and metadata, which do not count where it was sealed with others.</summary>
    internal ReadOnlySpan<byte> Of(StoredEvent e, Sealed? before, scoped ReadOnlySpan<byte> data, scoped ReadOnlySpan<byte> metadata)
    {
        text.ResetWrittenCount();
        Put("{\"data\":\""u8);
        PutHash(before?.Data, data);
        Put(Headers(e).SealsForm ? "\",\"format\":\"dateline-leaf@2\",\"id\":\""u8 : "\",\"format\":\"dateline-leaf@1\",\"id\":\""u8);
        e.Id.TryFormat(text.GetSpan(36), out var written);
        text.Advance(written);
        Put("\",\"metadata\":\""u8);
        PutHash(before?.Metadata, metadata);
        Put("\",\"position\":"u8);
        Put(e.Position);
        Put(",\"recorded\":\""u8);
        PutTime(e.RecordedAt);
        Put("\",\"stream\":"u8);
        Text(e.Stream);
        Put(",\"type\":"u8);
        Text(e.Type);
        Put(",\"version\":"u8);
        Put(e.Version);
        Put(",\"who\":"u8);
        Text(e.Who);
        Put("}"u8);
        return text.WrittenSpan;
    }

    /// <summary>What the hash of an event's metadata is over; it holds until the next call.</summary>
    internal ReadOnlySpan<byte> Metadata(StoredEvent e) => Metadata(e, null);

    /// <summary>The same with the hash that the reason was sealed with, where text was removed since.</summary>
    private ReadOnlySpan<byte> Metadata(StoredEvent e, string? reason)
    {
        var headers = Headers(e);
        text.ResetWrittenCount();
        Put(e.Archived switch { true => "{\"archived\":true"u8, false => "{\"archived\":false"u8, null => "{\"archived\":null"u8 });
        Put(",\"binary\":"u8);
        Text(e.Binary is null ? null : Convert.ToHexStringLower(SHA256.HashData(e.Binary)));
        Put(",\"causation\":"u8);
        Text(e.Causation);
        Put(",\"correlation\":"u8);
        Text(e.Correlation);
        Put(",\"dotnetType\":"u8);
        Text(e.DotnetType);
        Put(",\"headers\":"u8);
        if (headers.SealsForm) PutForm(e, headers, reason);
        else PutJson(e.Headers);
        Put(",\"tenant\":"u8);
        Text(e.Tenant);
        Put("}"u8);
        return text.WrittenSpan;
    }

    /// <summary>What the hash of an event's data is over; it holds until the next call.</summary>
    internal ReadOnlySpan<byte> Data(StoredEvent e)
    {
        text.ResetWrittenCount();
        if (Headers(e).Salt is { } salt)
        {
            Encoding.UTF8.GetBytes(salt, text);
            Put("\n"u8);
        }
        PutJson(e.Data);
        return text.WrittenSpan;
    }

    /// <summary>A moment to the microsecond, always with six digits.</summary>
    internal static string Time(DateTime at) => at.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);

    /// <summary>Headers are read once for what comes of one event in a row.</summary>
    private EventHeaders Headers(StoredEvent e)
    {
        if (!ReferenceEquals(e, read)) (read, headers) = (e, EventHeaders.Read(e.Headers));
        return headers;
    }

    /// <summary>The headers but for reason and salt, the event's form, and the hash of the reason.</summary>
    private void PutForm(StoredEvent e, EventHeaders headers, string? reason)
    {
        PutJson(e.Headers, "", Redactable.IsHidden);
        Put(",\"kept\":"u8);
        PutJson(e.Data, e.Type, Redactable.IsText);
        Put(",\"reason\":"u8);
        if (reason is null && headers.Reason is null) Put("null"u8);
        else
        {
            Put("\""u8);
            PutHash(reason, headers.Reason is null ? [] : ReasonHash(headers.Salt, headers.Reason));
            Put("\""u8);
        }
    }

    private static byte[] ReasonHash(string? salt, string reason) => SHA256.HashData(Encoding.UTF8.GetBytes($"{salt}\n{reason}"));

    /// <summary>The canonical form, or, marked, the bytes as they stand where there is none, so that every stored event can be sealed.</summary>
    private void PutJson(byte[]? stored, string type = "", LeavesOut? leaving = null)
    {
        if (stored is null)
        {
            Put("null"u8);
            return;
        }
        try
        {
            Put(json.Of(stored, type, leaving));
        }
        catch (JsonException)
        {
            Put("raw\n"u8);
            Put(stored);
        }
    }

    private void PutHash(string? hex, ReadOnlySpan<byte> hash)
    {
        if (hex is not null)
        {
            Encoding.UTF8.GetBytes(hex, text);
            return;
        }
        Convert.TryToHexStringLower(hash, text.GetSpan(2 * hash.Length), out var written);
        text.Advance(written);
    }

    /// <summary>An integer beyond what a double holds stands as a text, so that every integer has a form of its own.</summary>
    private void Put(long number)
    {
        var quote = number is > 1L << 53 or < -(1L << 53);
        if (quote) Put("\""u8);
        number.TryFormat(text.GetSpan(20), out var written, default, CultureInfo.InvariantCulture);
        text.Advance(written);
        if (quote) Put("\""u8);
    }

    private void PutTime(DateTime at)
    {
        at.TryFormat(text.GetSpan(28), out _, "O", CultureInfo.InvariantCulture);
        text.Advance(26);
        Put("Z"u8);
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(text.GetSpan(bytes.Length));
        text.Advance(bytes.Length);
    }

    private void Text(string? value)
    {
        if (value is null) Put("null"u8);
        else if (value.Length <= Brief)
        {
            Span<byte> utf8 = stackalloc byte[3 * Brief];
            CanonicalString.Write(utf8[..Encoding.UTF8.GetBytes(value, utf8)], text);
        }
        else CanonicalString.Write(Encoding.UTF8.GetBytes(value), text);
    }
}
