namespace Dateline.Matching;

/// <summary>A known claim that a text may repeat.</summary>
/// <param name="Id">The claim's id.</param>
/// <param name="Score">How alike, in thousandths (0 to 1000). Ranks; no probability.</param>
/// <param name="Reasons">What the score rests on, in plain sentences.</param>
public sealed record Match(string Id, int Score, IReadOnlyList<string> Reasons);

/// <summary>
/// Known claims, found again by their words. BM25F over claim and title (Robertson, Zaragoza and Taylor, CIKM 2004) finds candidates;
/// word pairs (sequential dependence: Metzler and Croft, SIGIR 2005) and the share of the claim that is covered rank them.
/// Additions and removals keep all statistics exact. Not for use by several threads at once.
/// </summary>
public sealed partial class MatchIndex
{
    private const int LongestClaim = 400;

    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);
    private readonly List<Entry?> _entries = [];

    // A hash of each entry's id.
    private readonly List<int> _keys = [];
    private readonly Postings _postings = new();
    private long _textLength;
    private long _titleLength;

    /// <summary>Terms in text order: first the claim's, then from <see cref="Title"/> on the title's.</summary>
    private sealed class Entry
    {
        public Entry(string id, int[] terms, int title, Postings postings, int slot)
        {
            (Id, Terms, Title) = (id, terms, title);
            int[] distinct = [.. terms.Distinct().Order()];
            Rows = Array.ConvertAll(distinct, term => postings.Add(term, slot, 1));
            (InText, InTitle) = (new byte[distinct.Length], new byte[distinct.Length]);
            for (var i = 0; i < terms.Length; i++)
            {
                var counts = i < title ? InText : InTitle;
                var at = Array.BinarySearch(distinct, terms[i]);
                if (counts[at] < byte.MaxValue) counts[at]++;
            }
        }

        public string Id { get; }
        public int[] Terms { get; }
        public int Title { get; }

        /// <summary>The postings' rows of its terms, each once.</summary>
        public int[] Rows { get; }
        public byte[] InText { get; }
        public byte[] InTitle { get; }
    }

    /// <summary>How many claims are known.</summary>
    public int Count => _slots.Count;

    /// <summary>Adds a claim; one with the same id is replaced.</summary>
    public void Add(string id, string text, string? title = null)
    {
        Remove(id);
        var words = Content(text);
        var head = title is null ? [] : Content(title);
        var slot = _entries.Count;
        var entry = new Entry(id, [.. words, .. head], words.Count, _postings, slot);
        _entries.Add(entry);
        _keys.Add(KeyOf(id));
        _slots[id] = slot;
        _textLength += words.Count;
        _titleLength += head.Count;
    }

    /// <summary>Removes a claim; an unknown id does nothing.</summary>
    public void Remove(string id)
    {
        if (!_slots.Remove(id, out var slot)) return;
        var entry = _entries[slot]!;
        _entries[slot] = null;
        foreach (var row in entry.Rows) _postings.Remove(row);
        _textLength -= entry.Title;
        _titleLength -= entry.Terms.Length - entry.Title;
        if (_entries.Count > 2 * _slots.Count + 1024) Compact();
    }

    private void Compact()
    {
        var to = new int[_entries.Count];
        var kept = 0;
        for (var i = 0; i < _entries.Count; i++)
        {
            to[i] = _entries[i] is null ? -1 : kept;
            if (_entries[i] is not { } entry) continue;
            _slots[entry.Id] = kept;
            _keys[kept] = _keys[i];
            _entries[kept++] = entry;
        }
        _entries.RemoveRange(kept, _entries.Count - kept);
        _keys.RemoveRange(kept, _keys.Count - kept);
        _postings.Renumber(to);
    }

    private static int KeyOf(string id)
    {
        var key = 17;
        foreach (var c in id) key = Terms.Mix((uint)((key * 31) + c));
        return key;
    }

    private static List<int> Content(string text)
    {
        var ids = new List<int>();
        foreach (var term in Terms.Read(text, LongestClaim))
            if (!term.Is(TermKinds.Stop)) ids.Add(term.Id);
        return ids;
    }
}
