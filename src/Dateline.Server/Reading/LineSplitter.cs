using System.Runtime.CompilerServices;

namespace Dateline.Server.Reading;

/// <summary>A line's number, and its bytes without the line end; null bytes when it is longer than what is taken.</summary>
internal readonly record struct NumberedLine(int Number, ReadOnlyMemory<byte>? Bytes);

/// <summary>The lines of a stream, each in memory of its own, never the whole.</summary>
internal static class LineSplitter
{
    public static async IAsyncEnumerable<NumberedLine> Lines(Stream stream, int mostBytes, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var buffer = new byte[64 << 10];
        using var line = new MemoryStream();
        var (number, tooLong, any) = (1, false, false);
        for (int read; (read = await stream.ReadAsync(buffer, cancellation)) > 0;)
        {
            for (var at = 0; at < read;)
            {
                var end = buffer.AsSpan(at, read - at).IndexOf((byte)'\n');
                var length = end < 0 ? read - at : end;
                tooLong |= line.Length + length > mostBytes;
                if (!tooLong) line.Write(buffer, at, length);
                any = true;
                at += length;
                if (end < 0) continue;
                at++;
                yield return new(number++, tooLong ? null : (ReadOnlyMemory<byte>?)line.ToArray());
                line.SetLength(0);
                (tooLong, any) = (false, false);
            }
        }
        if (any) yield return new(number, tooLong ? null : (ReadOnlyMemory<byte>?)line.ToArray());
    }
}
