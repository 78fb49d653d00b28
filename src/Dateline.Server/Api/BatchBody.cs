using System.Runtime.CompilerServices;
using System.Text.Json;
using Dateline.Server.Reading;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Dateline.Server.Api;

/// <summary>How much is taken at once.</summary>
internal sealed record BatchOptions
{
    /// <summary>Most bytes of a batch, unpacked.</summary>
    internal long Largest { get; init; } = 256 << 20;

    /// <summary>Most lines of a batch or of a file in it, the empty ones among them.</summary>
    internal int MostLines { get; init; } = 1_000_000;

    /// <summary>Most files of an upload.</summary>
    internal int MostFiles { get; init; } = 1000;
}

/// <summary>The body of a batch as readings, and what ended it before its end.</summary>
/// <param name="body">The body, unpacked, as a <see cref="MeasuredStream"/>.</param>
/// <param name="options">How much of it is taken.</param>
/// <param name="limits">How much is taken of a document.</param>
internal sealed class BatchBody(Stream body, BatchOptions options, ReadingLimits limits)
{
    private readonly DocumentReader documents = new(limits);

    /// <summary>Why the body was not read to its end, and where; null while it was.</summary>
    internal Broken? Broken { get; private set; }

    /// <summary>A document for each line that has anything on it.</summary>
    internal IAsyncEnumerable<Reading.Reading> Lines(JsonSerializerOptions json, CancellationToken cancellation) =>
        Lines("body", body, bytes => Own(bytes, json), cancellation);

    /// <summary>The documents in each file. Names are what files are called in the answer, and tell the format; nothing is ever written under them.</summary>
    internal async IAsyncEnumerable<Reading.Reading> Files(string boundary, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var parts = new MultipartReader(boundary, body);
        for (var number = 1; Broken is null; number++)
        {
            var part = await Whole($"part {number}", () => parts.ReadNextSectionAsync(cancellation));
            if (part is null) yield break;
            if (number > options.MostFiles)
            {
                Broken = new(Problems.TooLarge, $"part {number}", $"At most {options.MostFiles} files are taken at once.");
                yield break;
            }
            var file = part.GetContentDispositionHeader() is { } disposition ? HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value : null;
            var name = TextHygiene.LineOrNull(file is null ? null : Path.GetFileName(file.Replace('\\', '/')), 200) ?? $"part {number}";
            await foreach (var reading in File(name, part.Body, cancellation)) yield return reading;
        }
    }

    private async IAsyncEnumerable<Reading.Reading> File(string name, Stream file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var kind = Formats.OfName(name);
        if (kind == Format.Lines)
        {
            await foreach (var reading in Lines(name, file, bytes => JsonItem.Read(bytes, limits), cancellation)) yield return reading;
            yield break;
        }
        string? wrong = null;
        var bytes = await Whole(name, async () =>
        {
            try
            {
                return (ReadOnlyMemory<byte>?)await Reading.Files.Bytes(file, kind == Format.Xml ? limits.MaxCollectionBytes : limits.MaxDocumentBytes, "Split it into smaller files.", cancellation);
            }
            catch (NotReadable e)
            {
                wrong = e.Message;
                return null;
            }
        });
        if (wrong is not null) yield return new Unreadable(name, wrong);
        else if (bytes is { } whole)
            foreach (var reading in Formats.Read(name, whole, kind, limits)) yield return reading;
    }

    /// <summary>A line counts once its end has come, so that no half of one is ever recorded.</summary>
    private async IAsyncEnumerable<Reading.Reading> Lines(string path, Stream stream, Func<ReadOnlyMemory<byte>, Draft> read, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (any, next) = (false, 1);
        await using var lines = LineSplitter.Lines(stream, limits.MaxDocumentBytes, cancellation).GetAsyncEnumerator(cancellation);
        while (await Whole($"{path}:{next}", () => lines.MoveNextAsync().AsTask()))
        {
            var number = lines.Current.Number;
            next = number + 1;
            if (number > options.MostLines)
            {
                Broken = new(Problems.TooLarge, $"{path}:{number}", $"At most {options.MostLines} lines are taken at once.");
                yield break;
            }
            if (documents.OneLine(path, lines.Current, "Split the document.", read) is not { } reading) continue;
            any = true;
            yield return reading;
        }
        if (!any && Broken is null) yield return DocumentReader.NoLine(path);
    }

    /// <summary>A line as a document that is sent alone would be read: what that does not take is refused here as well. A ninjs item has fields of its own.</summary>
    private Draft Own(ReadOnlyMemory<byte> bytes, JsonSerializerOptions json)
    {
        using (var item = JsonText.Parse(bytes, limits))
            if (item.RootElement.ValueKind == JsonValueKind.Object && Ninjs.Is(item.RootElement)) return Ninjs.Read(item.RootElement, bytes, limits);
        try
        {
            JsonSerializer.Deserialize<DocumentRequest>(bytes.Span, json);
        }
        catch (JsonException e)
        {
            throw new NotReadable(Faults.Where(e, "The line"));
        }
        return JsonItem.Read(bytes, limits);
    }

    /// <summary>What was read; the default where the body ends before its end, which is noted.</summary>
    private async Task<T?> Whole<T>(string path, Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception e) when (Broken.Of(e, path, options) is { } broken)
        {
            Broken = broken;
            return default;
        }
    }
}
