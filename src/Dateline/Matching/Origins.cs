namespace Dateline.Matching;

/// <summary>
/// Where texts independently come from. A text that copies or contains an earlier one shares its origin; what is reported on another outlet's
/// word has that outlet's origin; anything else has its own source's. Not for use by several threads at once.
/// </summary>
public sealed class Origins
{
    /// <summary>Share of the smaller text that must be found in the other before the two count as one text. Beyond it lie edits and cuts, below it shared quotations.</summary>
    internal const double Copied = .6;

    /// <summary>Hashes by which a sketch can be found.</summary>
    private const int Keys = 32;

    /// <summary>Texts read for one hash; boilerplate is shared by more and tells nothing.</summary>
    private const int MostHolders = 64;

    /// <summary>Texts whose whole sketches are compared: those that share the most hashes.</summary>
    private const int MostCompared = 16;

    private readonly Dictionary<string, Held> _held = new(StringComparer.Ordinal);
    private readonly List<Held?> _slots = [];
    private readonly Postings _byHash = new();
    private readonly List<int> _touched = [];
    private byte[] _shared = [];

    private sealed class Held(string id, int slot, string origin, long order, Sketch sketch)
    {
        public string Id { get; } = id;
        public int Slot { get; set; } = slot;
        public string Origin { get; } = origin;
        public long Order { get; } = order;
        public Sketch Sketch { get; } = sketch;
    }

    /// <summary>How many texts it holds.</summary>
    public int Count => _held.Count;

    /// <summary>The origin of a source's own words: <c>source:{id}</c>.</summary>
    public static string OfSource(string sourceId) => "source:" + sourceId;

    /// <summary>The origin of what is reported on an outlet's word: <c>outlet:{name}</c>, in lower case, without "the" before or marks around it; "TV" is television, and the kind after a name ("news", "news agency", "newspaper") is left out.</summary>
    public static string OfOutlet(string name)
    {
        var words = Outlet(name).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(w => w.Trim('.', ',', '\'', '"', '’', '“', '”', '(', ')')).Where(w => w.Length > 0).Select(w => w == "tv" ? "television" : w).ToList();
        if (words is [_, .., "news", "agency"]) words.RemoveRange(words.Count - 2, 2);
        else if (words is [_, .., "news" or "newspaper"]) words.RemoveAt(words.Count - 1);
        var plain = string.Join(' ', words);
        plain = plain.EndsWith("'s", StringComparison.Ordinal) || plain.EndsWith("’s", StringComparison.Ordinal) ? plain[..^2] : plain;
        return "outlet:" + (plain.StartsWith("the ", StringComparison.Ordinal) ? plain[4..] : plain);
    }

    // "A Reuters investigation" and "news agency Reuters" are Reuters.
    private static string Outlet(string name)
    {
        if (Extraction.Media.Listed(name) is { } listed) return listed;
        var outlet = Extraction.OutletPhrases.Name(name);
        return Extraction.Media.Listed(outlet) ?? outlet.ToString();
    }

    /// <summary>
    /// The origin of a text. <paramref name="citedSource"/> is the outlet that it reports from, or null. The text itself, when it is held
    /// already under <paramref name="id"/>, is left out of the comparison.
    /// </summary>
    public string OriginOf(string id, string sourceId, string text, string? citedSource = null) =>
        !string.IsNullOrWhiteSpace(citedSource) ? OfOutlet(citedSource) : CopiesOf(id, Sketch.Of(text)) is [var first, ..] ? first.Origin : OfSource(sourceId);

    /// <summary>Holds a text under its origin; one with the same id is replaced. <paramref name="order"/> says which was filed first.</summary>
    public void Add(string id, string text, string origin, long order) => Add(id, Sketch.Of(text), origin, order);

    /// <summary>Drops a text; an unknown id does nothing.</summary>
    public void Remove(string id)
    {
        if (!_held.Remove(id, out var held)) return;
        _slots[held.Slot] = null;
        foreach (var hash in Named(held.Sketch)) _byHash.Remove(_byHash.RowOf((int)hash));
        if (_slots.Count > _held.Count + _held.Count / 4 + 256) Compact();
    }

    /// <summary>What is held of a text, or null.</summary>
    internal (string Origin, Sketch Sketch)? Of(string id) => _held.TryGetValue(id, out var held) ? (held.Origin, held.Sketch) : null;

    internal void Add(string id, Sketch sketch, string origin, long order)
    {
        Remove(id);
        if (sketch.All == 0) return;
        var held = new Held(id, _slots.Count, origin, order, sketch);
        _held[id] = held;
        _slots.Add(held);
        foreach (var hash in Named(sketch)) _byHash.Add((int)hash, held.Slot, 0);
    }

    /// <summary>A held text that another one copies or is copied by.</summary>
    internal sealed record Copy(string Id, string Origin, Sketch Sketch);

    /// <summary>The held texts that this one copies or is copied by, the earliest first; of those that share the most with it.</summary>
    internal List<Copy> CopiesOf(string id, Sketch sketch)
    {
        if (_shared.Length < _slots.Count) _shared = new byte[_slots.Count + _slots.Count / 2 + 16];
        foreach (var hash in Named(sketch))
        {
            var row = _byHash.RowOf((int)hash);
            if (row < 0) continue;
            var entries = _byHash.Entries(row);
            var left = MostHolders;
            for (var i = entries.Length - 1; i >= 0 && left > 0; i--)
            {
                var slot = (int)(entries[i] >> 8);
                if (_slots[slot] is null) continue;
                left--;
                if (_shared[slot]++ == 0) _touched.Add(slot);
            }
        }
        var best = new Best(MostCompared);
        foreach (var slot in _touched)
        {
            best.Offer(slot, _shared[slot]);
            _shared[slot] = 0;
        }
        _touched.Clear();
        var found = new List<Held>();
        foreach (var (slot, _) in best.Ranked())
            if (_slots[slot] is { } held && held.Id != id && Sketch.Containment(sketch, held.Sketch) >= Copied) found.Add(held);
        found.Sort(static (a, b) => a.Order != b.Order ? a.Order.CompareTo(b.Order) : string.CompareOrdinal(a.Id, b.Id));
        return found.ConvertAll(static held => new Copy(held.Id, held.Origin, held.Sketch));
    }

    private void Compact()
    {
        var to = new int[_slots.Count];
        var kept = 0;
        for (var i = 0; i < _slots.Count; i++)
        {
            to[i] = _slots[i] is null ? -1 : kept;
            if (_slots[i] is not { } held) continue;
            held.Slot = kept;
            _slots[kept++] = held;
        }
        _slots.RemoveRange(kept, _slots.Count - kept);
        _byHash.Renumber(to);
    }

    private static ReadOnlySpan<uint> Named(Sketch sketch) => sketch.Least.AsSpan(0, Math.Min(Keys, sketch.Least.Length));
}
