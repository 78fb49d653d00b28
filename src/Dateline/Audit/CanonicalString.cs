using System.Buffers;

namespace Dateline.Audit;

/// <summary>Strings as RFC 8785, section 3.2.2.2, writes them: the shortest escape, and none where none is needed.</summary>
internal static class CanonicalString
{
    private static readonly SearchValues<byte> escaped = SearchValues.Create([.. Enumerable.Range(0, 32).Select(b => (byte)b), (byte)'"', (byte)'\\']);

    /// <summary>A text as a canonical JSON string, quotes included.</summary>
    internal static void Write(ReadOnlySpan<byte> utf8, IBufferWriter<byte> to)
    {
        var room = to.GetSpan(2 + (6 * utf8.Length));
        room[0] = (byte)'"';
        var written = 1 + Escape(utf8, room[1..]);
        room[written++] = (byte)'"';
        to.Advance(written);
    }

    /// <summary>Writes what stands between the quotes, at most six bytes for each; gives how many.</summary>
    internal static int Escape(ReadOnlySpan<byte> plain, Span<byte> to)
    {
        var written = plain.IndexOfAny(escaped);
        if (written < 0) written = plain.Length;
        plain[..written].CopyTo(to);
        foreach (var b in plain[written..])
        {
            if (b >= 0x20 && b != '"' && b != '\\')
            {
                to[written++] = b;
                continue;
            }
            to[written++] = (byte)'\\';
            var brief = b switch { 8 => 'b', 9 => 't', 10 => 'n', 12 => 'f', 13 => 'r', (byte)'"' => '"', (byte)'\\' => '\\', _ => 'u' };
            to[written++] = (byte)brief;
            if (brief != 'u') continue;
            "00"u8.CopyTo(to[written..]);
            to[written + 2] = (byte)(b < 16 ? '0' : '1');
            to[written + 3] = (byte)"0123456789abcdef"[b & 15];
            written += 4;
        }
        return written;
    }
}
