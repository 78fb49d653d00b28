using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Dateline.Audit;

/// <summary>How the parts of a leaf are written.</summary>
internal sealed partial class LeafRecord
{
    /// <summary>The canonical form, or, marked, the bytes as they stand where there is none, so that every stored event can be sealed; true where there is one.</summary>
    private bool PutJson(CanonicalJson by, StoredField stored, ReadOnlySpan<byte> type = default, LeavesOut? leaving = null)
    {
        if (stored.IsNull)
        {
            Put("null"u8);
            return false;
        }
        try
        {
            Put(by.Of(stored.Bytes, type, leaving));
            return true;
        }
        catch (JsonException)
        {
            Put("raw\n"u8);
            Put(stored.Bytes);
            return false;
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

    private void Text(StoredField value)
    {
        if (value.IsNull) Put("null"u8);
        else CanonicalString.Write(value.Bytes, text);
    }
}
