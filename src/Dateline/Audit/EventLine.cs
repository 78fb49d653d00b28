using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dateline.Audit;

/// <summary>A stored event as one line of JSON, with every field, as exports and proofs carry it.</summary>
internal static class EventLine
{
    private static readonly JsonWriterOptions writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private static readonly JsonDocumentOptions reading = new() { MaxDepth = 64 };

    /// <summary>Writes an event and a line feed.</summary>
    internal static void Write(StoredEvent e, IBufferWriter<byte> to)
    {
        using (var json = new Utf8JsonWriter(to, writing))
        {
            json.WriteStartObject();
            json.WriteNumber("position", e.Position);
            json.WriteString("id", e.Id);
            Text(json, "stream", e.Stream);
            json.WriteNumber("version", e.Version);
            json.WriteString("type", e.Type);
            json.WriteString("recorded", LeafRecord.Time(e.RecordedAt));
            Text(json, "who", e.Who);
            Raw(json, "data", e.Data);
            Raw(json, "headers", e.Headers);
            Text(json, "correlation", e.Correlation);
            Text(json, "causation", e.Causation);
            Text(json, "tenant", e.Tenant);
            Text(json, "dotnetType", e.DotnetType);
            if (e.Archived is { } archived) json.WriteBoolean("archived", archived);
            else json.WriteNull("archived");
            Text(json, "binary", e.Binary is null ? null : Convert.ToBase64String(e.Binary));
            json.WriteEndObject();
        }
        to.Write("\n"u8);
    }

    /// <summary>Reads a line.</summary>
    /// <exception cref="JsonException">It is not of the form that <see cref="Write"/> gives. The message says in what.</exception>
    internal static StoredEvent Read(ReadOnlyMemory<byte> line)
    {
        using var document = JsonDocument.Parse(line, reading);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || root.EnumerateObject().Count() != 15) throw new JsonException("It is not an object of an event's fifteen fields.");
        try
        {
            return new()
            {
                Position = root.GetProperty("position").GetInt64(),
                Id = Guid.ParseExact(root.GetProperty("id").GetString()!, "D"),
                Stream = root.GetProperty("stream").GetString(),
                Version = root.GetProperty("version").GetInt64(),
                Type = root.GetProperty("type").GetString() ?? throw new JsonException("The type is null."),
                RecordedAt = DateTime.ParseExact(
                    root.GetProperty("recorded").GetString()!, "yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal),
                Who = root.GetProperty("who").GetString(),
                Data = Raw(root.GetProperty("data")),
                Headers = Raw(root.GetProperty("headers")),
                Correlation = root.GetProperty("correlation").GetString(),
                Causation = root.GetProperty("causation").GetString(),
                Tenant = root.GetProperty("tenant").GetString(),
                DotnetType = root.GetProperty("dotnetType").GetString(),
                Archived = root.GetProperty("archived").ValueKind == JsonValueKind.Null ? null : root.GetProperty("archived").GetBoolean(),
                Binary = root.GetProperty("binary").ValueKind == JsonValueKind.Null ? null : root.GetProperty("binary").GetBytesFromBase64()
            };
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentNullException)
        {
            throw new JsonException("A field of the event is missing or not of its kind.", e);
        }
    }

    private static byte[]? Raw(JsonElement json) => json.ValueKind == JsonValueKind.Null ? null : System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(json).ToArray();

    private static void Raw(Utf8JsonWriter json, string name, byte[]? value)
    {
        json.WritePropertyName(name);
        if (value is null) json.WriteNullValue();
        else json.WriteRawValue(value, skipInputValidation: true);
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null) json.WriteNull(name);
        else json.WriteString(name, value);
    }
}
