using System.Text.Json;

namespace Dateline.Server.Commands;

/// <summary>JSON Lines from standard input to standard output, in input order, one at a time.</summary>
internal static class Lines
{
    private const int Longest = 64 << 20;
    private static readonly JsonDocumentOptions reading = new() { MaxDepth = 64 };

    /// <summary>Answers each line; one that cannot be answered is reported and leaves the others alone.</summary>
    internal static async Task<int> Answer(Func<JsonElement, Action<Utf8JsonWriter>> answer, Output output, CancellationToken cancellation)
    {
        await using var input = Console.OpenStandardInput();
        await using var results = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        var wrong = 0;
        var number = 0;
        await foreach (var line in Read(input, cancellation))
        {
            number++;
            if (line.Span.IndexOfAnyExcept(" \t\r"u8) < 0) continue;
            try
            {
                if (line.Length >= Longest) throw new JsonException($"it is longer than {Longest} bytes");
                using var document = JsonDocument.Parse(line, reading);
                var write = answer(document.RootElement);
                await using (var writer = new Utf8JsonWriter(results, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })) write(writer);
                results.WriteByte((byte)'\n');
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
            {
                wrong++;
                output.Say($"Line {number} is left out: {(e is KeyNotFoundException ? "\"id\" or \"text\" is missing" : e is InvalidOperationException ? "a field is not text" : e.Message)}");
            }
        }
        return wrong == 0 ? Exit.Done : Exit.Refused;
    }

    /// <summary>Lines as bytes, split at line feeds alone; a line beyond the limit is cut and so refused.</summary>
    internal static async IAsyncEnumerable<ReadOnlyMemory<byte>> Read(Stream input, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var buffer = new byte[1 << 16];
        var line = new MemoryStream();
        for (int read; (read = await input.ReadAsync(buffer, cancellation)) > 0;)
        {
            for (var rest = buffer.AsMemory(0, read); rest.Length > 0;)
            {
                var end = rest.Span.IndexOf((byte)'\n');
                var part = end < 0 ? rest : rest[..end];
                line.Write(part.Span[..(int)Math.Min(part.Length, Longest - line.Length)]);
                if (end < 0) break;
                yield return line.ToArray();
                line.SetLength(0);
                rest = rest[(end + 1)..];
            }
        }
        if (line.Length > 0) yield return line.ToArray();
    }

    /// <summary>A text field; null when absent or null.</summary>
    internal static string? Text(this JsonElement line, string name) => line.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetString() : null;

    /// <summary>The line's id, as text.</summary>
    internal static string Id(this JsonElement line) => line.GetProperty("id") is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : line.GetProperty("id").GetString()!;

    /// <summary>The line's time, or null.</summary>
    internal static DateTimeOffset? Time(this JsonElement line) => line.Text("publishedAt") is { } at
        ? DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal) : null;
}
