namespace Dateline.Matching;

/// <summary>
/// Term → the slots that hold it, in ascending order, each with a weight of one byte. Slots are handed out ascending and never used twice;
/// a removed slot stays in its rows until <see cref="Renumber"/>, but no longer counts in <see cref="Frequency"/>.
/// </summary>
internal sealed class Postings
{
    private readonly Dictionary<int, Row> _rows = [];

    private sealed class Row
    {
        public int[] Slots = new int[2];
        public byte[] Weights = new byte[2];
        public int Count;
        public int Live;
    }

    /// <summary>Document frequency: how many live slots hold the term. Budgets count these, so that no answer depends on what was removed.</summary>
    public int Frequency(int term) => _rows.TryGetValue(term, out var row) ? row.Live : 0;

    public void Add(int term, int slot, byte weight)
    {
        if (!_rows.TryGetValue(term, out var row)) _rows[term] = row = new();
        if (row.Count == row.Slots.Length)
        {
            var size = row.Count < 64 ? row.Count * 2 : row.Count + row.Count / 2;
            Array.Resize(ref row.Slots, size);
            Array.Resize(ref row.Weights, size);
        }
        row.Slots[row.Count] = slot;
        row.Weights[row.Count++] = weight;
        row.Live++;
    }

    public void Remove(int term)
    {
        if (_rows.TryGetValue(term, out var row) && --row.Live == 0) _rows.Remove(term);
    }

    public ReadOnlySpan<int> Slots(int term) => _rows.TryGetValue(term, out var row) ? row.Slots.AsSpan(0, row.Count) : default;
    public ReadOnlySpan<byte> Weights(int term) => _rows.TryGetValue(term, out var row) ? row.Weights.AsSpan(0, row.Count) : default;

    /// <summary>Moves every slot s to <paramref name="to"/>[s] (ascending as before) and drops those where it is negative.</summary>
    public void Renumber(int[] to)
    {
        foreach (var row in _rows.Values)
        {
            var kept = 0;
            for (var i = 0; i < row.Count; i++)
            {
                var slot = to[row.Slots[i]];
                if (slot < 0) continue;
                row.Slots[kept] = slot;
                row.Weights[kept++] = row.Weights[i];
            }
            row.Count = kept;
        }
    }
}
