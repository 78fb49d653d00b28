using System.Runtime.CompilerServices;

namespace Dateline.Server.Reading;

/// <summary>The entrance for documents: files, folders and standard input in, drafts out. Reading one never stops the others.</summary>
/// <param name="limits">How much is taken.</param>
public sealed class DocumentReader(ReadingLimits limits)
{
    private const string SplitIt = "Split it into smaller files.";
    private const string StreamIt = "Split it, or send it through standard input (\"-\"), which is read line by line.";

    /// <summary>Every document under the paths, in their order; of a folder in ordinal order of names.</summary>
    /// <param name="paths">Files and folders; "-" is standard input.</param>
    /// <param name="standardInput">What "-" reads; null when there is none.</param>
    /// <param name="cancellation">Stops the reading between two documents or blocks.</param>
    /// <returns>A <see cref="Dateline.Server.Reading.Read"/> or an <see cref="Unreadable"/> for each; nothing that a file holds is thrown.</returns>
    public async IAsyncEnumerable<Reading> Read(IEnumerable<string> paths, Stream? standardInput, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var path in paths)
        {
            if (path == "-")
            {
                if (standardInput is null) yield return new Unreadable("-", "There is no standard input. Pipe something into it.");
                else await foreach (var reading in Input(standardInput, cancellation)) yield return reading;
                continue;
            }
            foreach (var (file, wrong) in Files.Under(path))
            {
                cancellation.ThrowIfCancellationRequested();
                if (wrong is not null) yield return new Unreadable(file, wrong);
                else await foreach (var reading in OneFile(file, cancellation)) yield return reading;
            }
        }
    }

    private async IAsyncEnumerable<Reading> OneFile(string path, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var kind = Formats.OfName(path);
        if (kind == Format.Lines)
        {
            var (stream, unreadable) = Attempt(path, () => Files.Open(path, limits.MaxCollectionBytes, StreamIt));
            await using var _ = stream;
            if (stream is null) yield return unreadable!;
            else await foreach (var reading in Lines(path, stream, cancellation)) yield return reading;
            yield break;
        }
        var most = kind == Format.Xml ? limits.MaxCollectionBytes : limits.MaxDocumentBytes;
        var (bytes, wrong) = await Attempt(path, Files.Bytes(path, most, SplitIt, cancellation));
        if (wrong is not null) yield return wrong;
        else foreach (var reading in Formats.Read(path, bytes, kind, limits)) yield return reading;
    }

    // Standard input is JSON Lines when its first line is an object of its own or the second begins another; else one document.
    private async IAsyncEnumerable<Reading> Input(Stream input, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var start = new byte[64 << 10];
        var length = await input.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation);
        await using var whole = new Rejoined(start.AsMemory(0, length), input);
        if (Formats.IsLines(start.AsSpan(0, length)))
        {
            await foreach (var reading in Lines("-", whole, cancellation)) yield return reading;
            yield break;
        }
        var (bytes, wrong) = await Attempt("-", Files.Bytes(whole, limits.MaxCollectionBytes, SplitIt, cancellation));
        if (wrong is not null) yield return wrong;
        else foreach (var reading in Formats.Read("-", bytes, Format.Unknown, limits)) yield return reading;
    }

    internal async IAsyncEnumerable<Reading> Lines(string path, Stream stream, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var any = false;
        await using var lines = LineSplitter.Lines(stream, limits.MaxDocumentBytes, cancellation).GetAsyncEnumerator(cancellation);
        while (true)
        {
            var (more, wrong) = await Attempt(path, lines.MoveNextAsync().AsTask());
            if (wrong is not null) yield return wrong;
            if (!more) break;
            if (OneLine(path, lines.Current, SplitIt, bytes => JsonItem.Read(bytes, limits)) is not { } reading) continue;
            any = true;
            yield return reading;
        }
        if (!any) yield return NoLine(path);
    }

    /// <summary>A document on a line; null where there is nothing on it.</summary>
    /// <param name="path">What the line is in.</param>
    /// <param name="line">Its number, and what is on it; null where that is too much.</param>
    /// <param name="splitIt">What to do where it is too much.</param>
    /// <param name="read">Reads it.</param>
    internal Reading? OneLine(string path, NumberedLine line, string splitIt, Func<ReadOnlyMemory<byte>, Draft> read)
    {
        var place = $"{path}:{line.Number}";
        if (line.Bytes is not { } bytes) return new Unreadable(place, $"The line is more than {ReadingLimits.Size(limits.MaxDocumentBytes)}. {splitIt}");
        if (line.Number == 1 && bytes.Span.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        return bytes.Span.Trim(" \t\r"u8).IsEmpty ? null : Formats.Attempt(place, () => read(bytes));
    }

    /// <summary>What is said where no line had anything on it.</summary>
    internal static Unreadable NoLine(string path) => new(path, "It holds no line with anything on it. Give one JSON object a line.");

    private static (T? Value, Unreadable? Wrong) Attempt<T>(string path, Func<T> act)
    {
        try { return (act(), null); }
        catch (NotReadable e) { return (default, new(path, e.Message)); }
    }

    private static async Task<(T? Value, Unreadable? Wrong)> Attempt<T>(string path, Task<T> act)
    {
        try { return (await act, null); }
        catch (NotReadable e) { return (default, new(path, e.Message)); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { return (default, new(path, $"Reading it failed: {TextHygiene.Line(e.Message)}")); }
    }
}
