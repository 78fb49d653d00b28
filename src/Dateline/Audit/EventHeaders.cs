using System.Text.Json;

namespace Dateline.Audit;

/// <summary>What an event's headers say that its seal depends on.</summary>
/// <param name="Salt">What hides the hashes of text once it is gone; null when there is none.</param>
/// <param name="Reason">The reason; null when there is none.</param>
/// <param name="SealsForm">Whether the event's form is sealed apart, so that it can be proved after a redaction.</param>
internal readonly record struct EventHeaders(string? Salt, string? Reason, bool SealsForm)
{
    /// <summary>Reads stored headers; what cannot be read says nothing.</summary>
    internal static EventHeaders Read(ReadOnlySpan<byte> headers)
    {
        try
        {
            var reader = new Utf8JsonReader(headers);
            if (headers.IsEmpty || !reader.Read() || reader.TokenType != JsonTokenType.StartObject) return default;
            string? salt = null, reason = null;
            var (sealsForm, strange) = (false, false);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var (isSalt, isReason, isLeaf) = (reader.ValueTextEquals("salt"u8), reader.ValueTextEquals("reason"u8), reader.ValueTextEquals("leaf"u8));
                reader.Read();
                if (isSalt && reader.TokenType == JsonTokenType.String) salt = reader.GetString();
                else if (isReason && reader.TokenType == JsonTokenType.String) reason = reader.GetString();
                else if (isLeaf) sealsForm = reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var leaf) && leaf == Redactable.Leaf;
                else strange |= isSalt || isReason;
                reader.Skip();
            }
            return new(salt, reason, sealsForm && !strange);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return default;
        }
    }
}
