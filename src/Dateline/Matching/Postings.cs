using System.Runtime.InteropServices;

namespace Dateline.Matching;

/// <summary>
/// Term → the slots that hold it, in ascending order, each with a weight of one byte. Slots are handed out ascending and never used twice;
/// a removed slot stays in its row until <see cref="Renumber"/>, but no longer counts in <see cref="Frequency"/>. A term that any live slot
/// holds has one row number, which stays until no live slot holds it.
/// </summary>
internal sealed class Postings
{
    /// <summary>The number above which no slot may be handed out: an entry is a slot and a weight in 32 bits.</summary>
    public const int MostSlots = 1 << 24;

    /// <summary>No row: no live slot holds the term.</summary>
    public const int None = -1;

    private readonly Dictionary<int, int> _rowOf = [];
    private Row[] _rows = new Row[16];

    // How many live slots hold each row's term, close together: it is asked for of far more rows than are read.
    private int[] _live = new int[16];
    private int _used;
    private int _free = None;

    // Most terms are held once: that entry lies in the row itself.
    private struct Row
    {
        public uint[]? Entries;
        public uint Only;
        public int Count;

        /// <summary>The term; in a free row the next free one.</summary>
        public int Term;
    }

    /// <summary>One more than the highest row number in use.</summary>
    public int Rows => _used;

    /// <summary>The row of a term, or <see cref="None"/>.</summary>
    public int RowOf(int term) => _rowOf.TryGetValue(term, out var row) ? row : None;

    /// <summary>The term of a row.</summary>
    public int TermOf(int row) => _rows[row].Term;

    /// <summary>Document frequency: how many live slots hold the term. Budgets count these, so that no answer depends on what was removed.</summary>
    public int Frequency(int row) => row < 0 ? 0 : _live[row];

    /// <summary>Adds a slot, higher than all before, to a term's row, and gives the row.</summary>
    public int Add(int term, int slot, byte weight)
    {
        if ((uint)slot >= MostSlots) throw new InvalidOperationException($"An index holds at most {MostSlots} entries.");
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_rowOf, term, out var known);
        if (!known)
        {
            number = Take();
            _rows[number].Term = term;
        }
        ref var row = ref _rows[number];
        var entry = ((uint)slot << 8) | weight;
        if (row.Count == 0) row.Only = entry;
        else
        {
            if (row.Entries is null)
            {
                row.Entries = new uint[4];
                row.Entries[0] = row.Only;
            }
            else if (row.Count == row.Entries.Length) Array.Resize(ref row.Entries, row.Count < 64 ? row.Count * 2 : row.Count + row.Count / 4);
            row.Entries[row.Count] = entry;
        }
        row.Count++;
        _live[number]++;
        return number;
    }

    /// <summary>One of a row's slots is no longer live.</summary>
    public void Remove(int number)
    {
        if (--_live[number] > 0) return;
        ref var row = ref _rows[number];
        _rowOf.Remove(row.Term);
        row = new() { Term = _free };
        _free = number;
    }

    /// <summary>A row's entries: slot in the upper 24 bits, weight in the lower 8.</summary>
    public ReadOnlySpan<uint> Entries(int number)
    {
        ref var row = ref _rows[number];
        return row.Entries is null ? MemoryMarshal.CreateReadOnlySpan(ref row.Only, row.Count) : row.Entries.AsSpan(0, row.Count);
    }

    /// <summary>Moves every slot s to <paramref name="to"/>[s] (ascending as before) and drops those where it is negative.</summary>
    public void Renumber(int[] to)
    {
        for (var number = 0; number < _used; number++)
        {
            if (_live[number] == 0) continue;
            ref var row = ref _rows[number];
            if (row.Entries is null)
            {
                row.Only = Moved(row.Only, to[row.Only >> 8]);
                continue;
            }
            var kept = 0;
            for (var i = 0; i < row.Count; i++)
            {
                var slot = to[row.Entries[i] >> 8];
                if (slot >= 0) row.Entries[kept++] = Moved(row.Entries[i], slot);
            }
            row.Count = kept;
            if (kept == 1) (row.Only, row.Entries) = (row.Entries[0], null);
            else if (row.Entries.Length > 2 * kept + 8) Array.Resize(ref row.Entries, kept + kept / 4 + 2);
        }
    }

    private static uint Moved(uint entry, int slot) => ((uint)slot << 8) | (entry & 255);

    private int Take()
    {
        if (_free is not None)
        {
            var number = _free;
            _free = _rows[number].Term;
            return number;
        }
        if (_used == _rows.Length)
        {
            Array.Resize(ref _rows, _used + _used / 2);
            Array.Resize(ref _live, _rows.Length);
        }
        return _used++;
    }
}
