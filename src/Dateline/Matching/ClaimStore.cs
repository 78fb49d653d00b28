using System.Runtime.InteropServices;

namespace Dateline.Matching;

/// <summary>The filed mentions that are held, found again by their words.</summary>
internal sealed class ClaimStore
{
    // Mentions imagined beside those held, so that the first ones are not all rare words.
    private const int Imagined = 50;

    private const int Candidates = 16;

    // Entries read for one mention, rarest terms first: its time does not grow with what is held.
    private const int Budget = 1_000;

    private readonly List<Held?> _held = [];
    private readonly List<int> _documents = [];
    private readonly Dictionary<StoryIndex.Entry, List<Held>> _byDocument = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, Claim> _claims = new(StringComparer.Ordinal);
    private readonly Postings _postings = new();
    private readonly List<int> _touched = [];
    private int _generation;
    private bool[] _allowed = [];
    private int _live;
    private float[] _scores = [];
    private int[] _telling = [];

    /// <summary>A claim with mentions here, in the order in which they were filed.</summary>
    public sealed class Claim(string id)
    {
        public string Id { get; } = id;
        public List<Held> Mentions { get; } = new(1);
    }

    /// <summary>A filed mention.</summary>
    public sealed class Held(StoryIndex.Entry document, Claim claim, string origin, ClaimFeatures features, int[] rows, int slot)
    {
        public StoryIndex.Entry Document { get; } = document;
        public Claim Claim { get; set; } = claim;
        public string Origin { get; } = origin;
        public ClaimFeatures Features { get; } = features;

        /// <summary>The postings' rows of <see cref="ClaimFeatures.Sorted"/>.</summary>
        public int[] Rows { get; } = rows;
        public int Slot { get; set; } = slot;
    }

    public int Count => _live;

    /// <summary>What each of a mention's terms tells among the mentions held.</summary>
    public int[] Telling(ClaimFeatures mention)
    {
        var held = Matching.Telling.Of(_live, Imagined);
        return Array.ConvertAll(mention.Sorted, term => Matching.Telling.Idf(held, _postings.Frequency(_postings.RowOf(term))));
    }

    /// <summary>Holds a mention of a document.</summary>
    public void Add(StoryIndex.Entry document, string claimId, string origin, ClaimFeatures features)
    {
        var slot = _held.Count;
        ref var claim = ref CollectionsMarshal.GetValueRefOrAddDefault(_claims, claimId, out _);
        claim ??= new(claimId);
        var held = new Held(document, claim, origin, features, Array.ConvertAll(features.Sorted, term => _postings.Add(term, slot, 1)), slot);
        claim.Mentions.Add(held);
        _held.Add(held);
        _documents.Add(Number(held));
        _live++;
        ref var own = ref CollectionsMarshal.GetValueRefOrAddDefault(_byDocument, document, out _);
        (own ??= []).Add(held);
    }

    public void RemoveDocument(StoryIndex.Entry document)
    {
        if (!_byDocument.Remove(document, out var own)) return;
        foreach (var held in own)
        {
            _held[held.Slot] = null;
            _documents[held.Slot] = 0;
            _live--;
            foreach (var row in held.Rows) _postings.Remove(row);
            held.Claim.Mentions.Remove(held);
            if (held.Claim.Mentions.Count == 0) _claims.Remove(held.Claim.Id);
        }
        if (_held.Count > _live + _live / 4 + 4096) Compact();
    }

    /// <summary>All mentions of <paramref name="from"/> become mentions of <paramref name="into"/>.</summary>
    public void Merge(string into, string from)
    {
        if (into == from || !_claims.Remove(from, out var moved)) return;
        ref var kept = ref CollectionsMarshal.GetValueRefOrAddDefault(_claims, into, out _);
        kept ??= new(into);
        foreach (var held in moved.Mentions)
        {
            held.Claim = kept;
            kept.Mentions.Add(held);
        }
        kept.Mentions.Sort(static (a, b) => a.Slot.CompareTo(b.Slot));
    }

    /// <summary>The mentions of <paramref name="from"/> that are of these documents become mentions of <paramref name="to"/>.</summary>
    public void Split(string from, string to, IReadOnlySet<string> documents)
    {
        if (from == to || !_claims.TryGetValue(from, out var whole) || whole.Mentions.FindAll(m => documents.Contains(m.Document.Id)) is not { Count: > 0 } going) return;
        ref var split = ref CollectionsMarshal.GetValueRefOrAddDefault(_claims, to, out _);
        split ??= new(to);
        foreach (var held in going)
        {
            whole.Mentions.Remove(held);
            held.Claim = split;
            split.Mentions.Add(held);
        }
        split.Mentions.Sort(static (a, b) => a.Slot.CompareTo(b.Slot));
        if (whole.Mentions.Count == 0) _claims.Remove(from);
    }

    /// <summary>The mentions of a document, in the order in which they were filed.</summary>
    public IReadOnlyList<Held> Of(StoryIndex.Entry document) => _byDocument.TryGetValue(document, out var own) ? own : [];

    /// <summary>Lets <see cref="Near"/> find the mentions of these stories' documents, and no others.</summary>
    public void Search(IReadOnlyList<StoryIndex.Story> stories, StoryIndex index)
    {
        if (_generation != index.Generation)
        {
            for (var i = 0; i < _held.Count; i++) _documents[i] = Number(_held[i]);
            _generation = index.Generation;
        }
        Array.Clear(_allowed);
        if (_allowed.Length <= index.Slots) _allowed = new bool[index.Slots + index.Slots / 2 + 16];
        foreach (var story in stories)
            foreach (var document in story.Documents) _allowed[document.Slot + 1] = true;
    }

    /// <summary>The held mentions nearest to one in words, of those that <see cref="Search"/> allows.</summary>
    public void Near(ClaimFeatures mention, List<Held> into)
    {
        // So few words are sought in all that may stand for them.
        Open(mention.Terse is not 0 and var word ? Alikeness.Of(word) : mention.Sorted);
        var best = new Best(Candidates);
        foreach (var slot in _touched)
        {
            if (best.Takes(_scores[slot])) best.Offer(slot, _scores[slot]);
            _scores[slot] = 0;
        }
        _touched.Clear();
        foreach (var (slot, _) in best.Ranked()) into.Add(_held[slot]!);
    }

    /// <summary>What each of a held mention's terms tells among the mentions held; until it is asked for another.</summary>
    public ReadOnlySpan<int> Telling(Held held)
    {
        var all = Matching.Telling.Of(_live, Imagined);
        if (_telling.Length < held.Rows.Length) _telling = new int[held.Rows.Length * 2];
        for (var i = 0; i < held.Rows.Length; i++) _telling[i] = Matching.Telling.Idf(all, _postings.Frequency(held.Rows[i]));
        return _telling.AsSpan(0, held.Rows.Length);
    }

    private void Open(int[] terms)
    {
        if (_scores.Length < _held.Count) _scores = new float[_held.Count + _held.Count / 2 + 16];
        Span<long> rarest = stackalloc long[terms.Length];
        Span<int> rows = stackalloc int[terms.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            rows[i] = _postings.RowOf(terms[i]);
            rarest[i] = ((long)_postings.Frequency(rows[i]) << 32) + terms[i];
        }
        rarest.Sort(rows);
        var all = Matching.Telling.Of(_live, Imagined);
        var left = Budget;
        foreach (var row in rows)
        {
            var frequency = _postings.Frequency(row);
            if (frequency == 0) continue;
            var idf = (float)Matching.Telling.Idf(all, frequency);
            var entries = _postings.Entries(row);
            // The newest first, so that what is left out of a long row is the oldest.
            for (var i = entries.Length - 1; i >= 0 && left > 0; i--)
            {
                var slot = (int)(entries[i] >> 8);
                var document = _documents[slot];
                // What was removed does not count, so that no answer depends on it.
                if (document == 0) continue;
                left--;
                if (!_allowed[document]) continue;
                if (_scores[slot] == 0) _touched.Add(slot);
                _scores[slot] += idf;
            }
            if (left == 0) break;
        }
    }

    // 0 is never allowed: it stands for what was removed.
    private static int Number(Held? held) => held is null ? 0 : held.Document.Slot + 1;

    private void Compact()
    {
        var to = new int[_held.Count];
        var kept = 0;
        for (var i = 0; i < _held.Count; i++)
        {
            to[i] = _held[i] is null ? -1 : kept;
            if (_held[i] is not { } held) continue;
            held.Slot = kept;
            _documents[kept] = _documents[i];
            _held[kept++] = held;
        }
        _held.RemoveRange(kept, _held.Count - kept);
        _documents.RemoveRange(kept, _documents.Count - kept);
        _postings.Renumber(to);
    }
}
