using System.Buffers;

namespace Dateline.Audit;

/// <summary>An event's form of its data's canonical form: the same without the members that hold text. Nothing has to be parsed or put in order again.</summary>
internal static class KeptMembers
{
    private static readonly SearchValues<byte> turns = SearchValues.Create("\"{}[]"u8);
    private static readonly SearchValues<byte> ends = SearchValues.Create(",}]"u8);

    /// <summary>Writes it.</summary>
    /// <param name="canonical">A canonical form (RFC 8785).</param>
    /// <param name="type">The event's stored name.</param>
    /// <param name="to">Takes what is left.</param>
    internal static void Write(ReadOnlySpan<byte> canonical, ReadOnlySpan<byte> type, IBufferWriter<byte> to)
    {
        var walk = new Walk(canonical, type, to.GetSpan(canonical.Length));
        walk.Value(0);
        to.Advance(walk.Written);
    }

    private ref struct Walk(ReadOnlySpan<byte> from, ReadOnlySpan<byte> type, Span<byte> to)
    {
        private readonly ReadOnlySpan<byte> from = from;
        private readonly ReadOnlySpan<byte> type = type;
        private readonly Span<byte> to = to;
        private int at;

        internal int Written { get; private set; }

        /// <summary>Copies a value that stands in so many others.</summary>
        internal void Value(int depth)
        {
            switch (from[at])
            {
                case (byte)'{': Object(depth); break;
                case (byte)'[': Array(depth); break;
                default: Copy(After(at)); break;
            }
        }

        private void Object(int depth)
        {
            Copy(at + 1);
            for (var first = true; from[at] != '}';)
            {
                if (from[at] == ',') at++;
                var end = AfterText(at);
                if (Redactable.IsText(type, from[(at + 1)..(end - 1)], depth == 0))
                {
                    at = After(end + 1);
                    continue;
                }
                if (!first) to[Written++] = (byte)',';
                first = false;
                Copy(end + 1);
                Value(depth + 1);
            }
            Copy(at + 1);
        }

        private void Array(int depth)
        {
            Copy(at + 1);
            while (from[at] != ']')
            {
                if (from[at] == ',') Copy(at + 1);
                Value(depth + 1);
            }
            Copy(at + 1);
        }

        private void Copy(int end)
        {
            from[at..end].CopyTo(to[Written..]);
            Written += end - at;
            at = end;
        }

        /// <summary>Where the value ends that begins at a place.</summary>
        private readonly int After(int begin)
        {
            if (from[begin] == '"') return AfterText(begin);
            if (from[begin] is not ((byte)'{' or (byte)'[')) return from[begin..].IndexOfAny(ends) is >= 0 and var end ? begin + end : from.Length;
            var (open, next) = (0, begin);
            do
            {
                next += from[next..].IndexOfAny(turns);
                if (from[next] == '"')
                {
                    next = AfterText(next);
                    continue;
                }
                open += from[next++] is (byte)'{' or (byte)'[' ? 1 : -1;
            }
            while (open > 0);
            return next;
        }

        private readonly int AfterText(int begin)
        {
            var next = begin + 1;
            while (true)
            {
                next += from[next..].IndexOfAny((byte)'"', (byte)'\\');
                if (from[next] == '"') return next + 1;
                next += 2;
            }
        }
    }
}
