using System.Runtime.CompilerServices;
using Dateline.Audit;

namespace Dateline.Postgres.Seal;

/// <summary>The lines of a file as bytes.</summary>
internal static class ByteLines
{
    private const int Longest = 256 << 20;

    /// <summary>Each line without its line feed; it holds until the next one is asked for.</summary>
    /// <exception cref="UnreadableLine">A line is longer than any event can be.</exception>
    internal static async IAsyncEnumerable<ReadOnlyMemory<byte>> Read(string file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        var buffer = new byte[1 << 18];
        var (begin, end) = (0, 0);
        while (true)
        {
            for (int feed; (feed = buffer.AsSpan(begin, end - begin).IndexOf((byte)'\n')) >= 0; begin += feed + 1) yield return buffer.AsMemory(begin, feed);
            buffer.AsSpan(begin, end - begin).CopyTo(buffer);
            (begin, end) = (0, end - begin);
            if (end == buffer.Length)
            {
                if (end >= Longest) throw new UnreadableLine($"A line is longer than {Longest} bytes.");
                Array.Resize(ref buffer, 2 * end);
            }
            var read = await stream.ReadAsync(buffer.AsMemory(end), cancellation);
            if (read == 0) break;
            end += read;
        }
        if (end > 0) yield return buffer.AsMemory(0, end);
    }
}
