using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dateline.Server.Reading;

namespace Dateline.Server.Commands;

/// <summary>JSON Lines from standard input to standard output, in input order, one at a time.</summary>
internal static class Lines
{
    private const int Longest = 64 << 20;
    private static readonly JsonDocumentOptions reading = new() { MaxDepth = 64 };
    private static readonly JsonWriterOptions writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers each line; one that cannot be answered is reported and leaves the others alone.</summary>
    internal static async Task<int> Answer(Func<JsonElement, Action<Utf8JsonWriter>> answer, Output output, CancellationToken cancellation)
    {
        await using var input = Console.OpenStandardInput();
        await using var results = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        var wrong = 0;
        await foreach (var (number, line) in Read(input, cancellation))
        {
            if (Try(line, answer, out var reason) is { } write)
            {
                using (var writer = new Utf8JsonWriter(results, writing)) write(writer);
                results.WriteByte((byte)'\n');
            }
            else
            {
                wrong++;
                output.Say($"Line {number} is left out: {reason}");
            }
        }
        return wrong == 0 ? Exit.Done : Exit.Refused;
    }

    /// <summary>What a reading of a line gives, or null and the reason why it cannot be had.</summary>
    internal static T? Try<T>(ReadOnlyMemory<byte>? line, Func<JsonElement, T> read, out string reason) where T : class
    {
        reason = "";
        try
        {
            if (line is null) throw new LineFault($"it is longer than {Longest >> 20} MB.");
            using var document = JsonDocument.Parse(line.Value, reading);
            if (document.RootElement.ValueKind != JsonValueKind.Object) throw new LineFault("it is not a JSON object.");
            return read(document.RootElement);
        }
        catch (Exception e) when (e is not OutOfMemoryException and not Refused)
        {
            reason = e switch
            {
                LineFault or Extraction.ExtractorFault => e.Message,
                JsonException j => $"it is not JSON, at byte {j.BytePositionInLine}. Check quotation marks, commas and brackets there.",
                _ => $"it could not be worked on ({e.GetType().Name})."
            };
            return null;
        }
    }

    /// <summary>Lines with their numbers, as bytes, split at line feeds alone; empty ones are passed over unless they are to be kept, and null stands for one that is too long.</summary>
    internal static async IAsyncEnumerable<(int Number, ReadOnlyMemory<byte>? Bytes)> Read(
        Stream input, [EnumeratorCancellation] CancellationToken cancellation, bool keepEmpty = false)
    {
        await foreach (var (number, bytes) in LineSplitter.Lines(input, Longest, cancellation))
        {
            var line = number == 1 && bytes is { } first && first.Span.StartsWith("\uFEFF"u8) ? first[3..] : bytes;
            if (keepEmpty || line is not { Span: var span } || span.IndexOfAnyExcept(" \t\r"u8) >= 0) yield return (number, line);
        }
    }

    /// <summary>A text field; null when absent or null. Half a surrogate pair becomes U+FFFD, one code unit for one, so that offsets stay.</summary>
    internal static string? Text(this JsonElement line, string name)
    {
        if (!line.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind != JsonValueKind.String) throw new LineFault($"\"{name}\" is not a string.");
        try
        {
            return WellFormed(JsonText.Text(value)!);
        }
        catch (InvalidOperationException)
        {
            throw new LineFault($"\"{name}\" is not valid UTF-8.");
        }
    }

    /// <summary>A text field that has to be there.</summary>
    internal static string Needed(this JsonElement line, string name) => line.Text(name) ?? throw new LineFault($"\"{name}\" is missing.");

    /// <summary>The line's id; a number is taken by its digits.</summary>
    internal static string Id(this JsonElement line) =>
        line.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.Number ? id.GetRawText() : line.Needed("id");

    /// <summary>The line's time, or null; a date without a zone is taken as UTC.</summary>
    internal static DateTimeOffset? Time(this JsonElement line) => line.Text("publishedAt") is not { } text ? null
        : DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var at) ? at
        : throw new LineFault("\"publishedAt\" is no moment: write it as 2026-02-28T18:00:00Z.");

    private static string WellFormed(string text)
    {
        var units = (char[]?)null;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) i++;
            else (units ??= text.ToCharArray())[i] = '\uFFFD';
        }
        return units is null ? text : new(units);
    }

    /// <summary>Why a line cannot be used.</summary>
    private sealed class LineFault(string message) : Exception(message);
}
