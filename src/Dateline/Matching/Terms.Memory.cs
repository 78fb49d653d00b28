namespace Dateline.Matching;

// What was found of the words read last: news repeats its words, and the way to a stem is long. The same answer as without it.
internal static partial class Terms
{
    private const int MemorySlots = 1 << 13;

    /// <summary>A word of at most sixteen ASCII letters, whole, and what it is.</summary>
    private struct Known
    {
        public ulong Low, High;
        public int Id;
        public bool IsStop, IsNumber;
    }

    [ThreadStatic]
    private static Known[]? memory;

    // Finds or makes what is known of a word in its plain form; the id is the stem's, the function word's, or the number's.
    private static (int Id, bool Stop, bool Number) Look(Span<char> buffer, int n)
    {
        if (n is 0 or > 16) return Made(buffer, n);
        ulong low = 0, high = 0;
        for (var i = 0; i < n; i++)
        {
            if (buffer[i] is '\0' or > '\x7f') return Made(buffer, n);
            if (i < 8) low |= (ulong)buffer[i] << (8 * i);
            else high |= (ulong)buffer[i] << (8 * (i - 8));
        }
        memory ??= new Known[MemorySlots];
        ref var known = ref memory[(int)(((low ^ (high * 0x9e3779b97f4a7c15ul)) * 0xbf58476d1ce4e5b9ul) >> 51)];
        if (known.Low == low && known.High == high) return (known.Id, known.IsStop, known.IsNumber);
        var made = Made(buffer, n);
        known = new() { Low = low, High = high, Id = made.Id, IsStop = made.Stop, IsNumber = made.Number };
        return made;
    }

    // "Don't": a function word, whatever it negates.
    private static (int Id, bool Stop, bool Number) Denied(ReadOnlySpan<char> word) =>
        Words.Numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var value) ? (NumberId(value), false, true) : (Hash(word), true, false);

    private static (int Id, bool Stop, bool Number) Made(Span<char> buffer, int n)
    {
        if (Words.Numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(buffer[..n], out var value)) return (NumberId(value), false, true);
        return Words.Stop.GetAlternateLookup<ReadOnlySpan<char>>().Contains(buffer[..n]) ? (Hash(buffer[..n]), true, false) : (Normal(buffer, n), false, false);
    }
}
