using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dateline.Audit;

/// <summary>Makes leaves of events. An instance keeps its buffers and serves one thread.</summary>
/// <param name="text">Takes what is written; it is the instance's own where whole leaves and hashes are asked for.</param>
internal sealed partial class LeafRecord(ArrayBufferWriter<byte> text)
{
    private readonly CanonicalJson json = new(oneForm: true);
    private readonly CanonicalJson other = new(oneForm: true);

    /// <summary>Makes leaves into a buffer of its own.</summary>
    internal LeafRecord() : this(new(1024))
    {
    }

    /// <summary>The hashes of an event's data and metadata.</summary>
    internal Sealed Hash(StoredEvent e)
    {
        Span<byte> hashes = stackalloc byte[2 * SHA256.HashSizeInBytes];
        Hash(e, null, hashes);
        return new(Convert.ToHexStringLower(hashes[..SHA256.HashSizeInBytes]), Convert.ToHexStringLower(hashes[SHA256.HashSizeInBytes..]));
    }

    /// <summary>The hash of an event's reason, with its salt, for events whose form is sealed apart; null when it has none.</summary>
    internal static string? Reason(StoredEvent e) =>
        EventHeaders.Read(e.Headers) is { SealsForm: true, Reason: { } reason } headers ? Convert.ToHexStringLower(ReasonHash(headers.Salt, reason)) : null;

    /// <summary>
    /// Whether all that no redaction changes of an event is as it was sealed: its form, and its metadata but for the reason. Null where that was not
    /// sealed apart.
    /// </summary>
    internal bool? Keeps(StoredEvent e, Sealed before)
    {
        if (EventHeaders.Read(e.Headers) is not { SealsForm: true } headers) return null;
        Span<byte> hashes = stackalloc byte[2 * SHA256.HashSizeInBytes];
        Hash(e, before.Reason, hashes);
        return headers.Reason is null == before.Reason is null && Convert.ToHexStringLower(hashes[SHA256.HashSizeInBytes..]) == before.Metadata;
    }

    /// <summary>The leaf: an RFC 8785 record; it holds until the next call.</summary>
    /// <param name="e">The event.</param>
    /// <param name="before">The hashes that it was sealed with, where text was removed from it since.</param>
    internal ReadOnlySpan<byte> Of(StoredEvent e, Sealed? before)
    {
        Span<byte> hashes = stackalloc byte[2 * SHA256.HashSizeInBytes];
        if (before is null) Hash(e, null, hashes);
        text.ResetWrittenCount();
        Write(StoredFields.Of(e), EventHeaders.Read(e.Headers).SealsForm, before, hashes[..SHA256.HashSizeInBytes], hashes[SHA256.HashSizeInBytes..]);
        return text.WrittenSpan;
    }

    /// <summary>Writes the leaf, of the hashes of the event's data and metadata, which do not count where it was sealed with others.</summary>
    internal void Write(in StoredFields e, bool sealsForm, Sealed? before, scoped ReadOnlySpan<byte> data, scoped ReadOnlySpan<byte> metadata)
    {
        Put("{\"data\":\""u8);
        PutHash(before?.Data, data);
        Put(sealsForm ? "\",\"format\":\"dateline-leaf@2\",\"id\":\""u8 : "\",\"format\":\"dateline-leaf@1\",\"id\":\""u8);
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
    }

    /// <summary>Writes what the hash of an event's data is over, and behind it what the hash of its metadata is over; gives where the one ends.</summary>
    /// <param name="e">The event.</param>
    /// <param name="headers">What its headers say.</param>
    /// <param name="reason">The hash that the reason was sealed with, where text was removed since.</param>
    internal int WriteHashed(in StoredFields e, in EventHeaders headers, string? reason = null)
    {
        if (headers.Salt is { } salt)
        {
            Encoding.UTF8.GetBytes(salt, text);
            Put("\n"u8);
        }
        var hasForm = PutJson(json, e.Data);
        var end = text.WrittenCount;
        Put(e.Archived switch { true => "{\"archived\":true"u8, false => "{\"archived\":false"u8, null => "{\"archived\":null"u8 });
        Put(",\"binary\":"u8);
        if (e.Binary.IsNull) Put("null"u8);
        else Text(new(Encoding.UTF8.GetBytes(Convert.ToHexStringLower(SHA256.HashData(e.Binary.Bytes)))));
        Put(",\"causation\":"u8);
        Text(e.Causation);
        Put(",\"correlation\":"u8);
        Text(e.Correlation);
        Put(",\"dotnetType\":"u8);
        Text(e.DotnetType);
        Put(",\"headers\":"u8);
        if (headers.SealsForm) PutForm(e, headers, reason, hasForm);
        else PutJson(other, e.Headers);
        Put(",\"tenant\":"u8);
        Text(e.Tenant);
        Put("}"u8);
        return end;
    }

    /// <summary>A moment to the microsecond, always with six digits.</summary>
    internal static string Time(DateTime at) => at.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);

    private void Hash(StoredEvent e, string? reason, Span<byte> hashes)
    {
        text.ResetWrittenCount();
        var end = WriteHashed(StoredFields.Of(e), EventHeaders.Read(e.Headers), reason);
        SHA256.HashData(text.WrittenSpan[..end], hashes);
        SHA256.HashData(text.WrittenSpan[end..], hashes[SHA256.HashSizeInBytes..]);
    }

    /// <summary>The headers but for reason and salt, the event's form, and the hash of the reason.</summary>
    private void PutForm(in StoredFields e, in EventHeaders headers, string? reason, bool hasForm)
    {
        PutJson(other, e.Headers, default, Redactable.IsHidden);
        Put(",\"kept\":"u8);
        // Names are told as they stand: one with an escape in it is not taken for text.
        if (hasForm && !json.HadEscapedName) KeptMembers.Write(json.Last, e.Type.Bytes, text);
        else PutJson(other, e.Data, e.Type.Bytes, Redactable.IsText);
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
}
