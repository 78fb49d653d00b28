namespace Dateline.Matching;

/// <summary>The filed mentions that are held, found again by their words.</summary>
internal sealed class ClaimStore
{
    private const int Candidates = 16;
    private const int Budget = 4_000;

    private readonly List<Held?> _held = [];
    private readonly Dictionary<string, List<int>> _byDocument = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Held>> _byClaim = new(StringComparer.Ordinal);
    private readonly Postings _postings = new();
    private int _live;
    private float[] _scores = [];

    /// <summary>A filed mention.</summary>
    public sealed class Held(string documentId, string mentionId, string claimId, string text, string origin, ClaimFeatures features)
    {
        public string DocumentId { get; } = documentId;
        public string MentionId { get; } = mentionId;
        public string ClaimId { get; set; } = claimId;
        public string Text { get; } = text;
        public string Origin { get; } = origin;
        public ClaimFeatures Features { get; } = features;
    }

    public int Count => _live;

    /// <summary>What a term tells: its inverse document frequency among the mentions held, as if among fifty at least.</summary>
    public double Idf(int term) => Math.Log((_live + 50.0) / (_postings.Frequency(term) + .5));

    public void Add(Held held)
    {
        var slot = _held.Count;
        _held.Add(held);
        _live++;
        foreach (var term in held.Features.Sorted) _postings.Add(term, slot, 1);
        if (!_byDocument.TryGetValue(held.DocumentId, out var own)) _byDocument[held.DocumentId] = own = [];
        own.Add(slot);
        if (!_byClaim.TryGetValue(held.ClaimId, out var claim)) _byClaim[held.ClaimId] = claim = new(1);
        claim.Add(held);
    }

    public void RemoveDocument(string documentId)
    {
        if (!_byDocument.Remove(documentId, out var own)) return;
        foreach (var slot in own)
        {
            var held = _held[slot]!;
            _held[slot] = null;
            _live--;
            foreach (var term in held.Features.Sorted) _postings.Remove(term);
            var claim = _byClaim[held.ClaimId];
            claim.Remove(held);
            if (claim.Count == 0) _byClaim.Remove(held.ClaimId);
        }
        if (_held.Count > _live + _live / 4 + 4096) Compact();
    }

    /// <summary>All mentions of <paramref name="from"/> become mentions of <paramref name="into"/>.</summary>
    public void Merge(string into, string from)
    {
        if (into == from || !_byClaim.Remove(from, out var moved)) return;
        if (!_byClaim.TryGetValue(into, out var kept)) _byClaim[into] = kept = [];
        foreach (var held in moved)
        {
            held.ClaimId = into;
            kept.Add(held);
        }
    }

    /// <summary>The mentions of a claim, in the order in which they were filed.</summary>
    public IReadOnlyList<Held> Of(string claimId) => _byClaim.TryGetValue(claimId, out var held) ? held : [];

    /// <summary>The held mentions nearest to one in words, of those that <paramref name="allowed"/> lets in.</summary>
    public List<Held> Near(ClaimFeatures mention, Func<Held, bool> allowed)
    {
        if (_scores.Length < _held.Count) _scores = new float[_held.Count + _held.Count / 2 + 16];
        var touched = new List<int>();
        int read = 0, rows = 0;
        foreach (var term in mention.Sorted.OrderBy(_postings.Frequency).ThenBy(t => t))
        {
            var slots = _postings.Slots(term);
            var frequency = _postings.Frequency(term);
            if (rows++ >= 2 && read + frequency > Budget) break;
            read += frequency;
            var idf = (float)Math.Max(.01, Idf(term));
            foreach (var slot in slots)
            {
                if (_scores[slot] == 0) touched.Add(slot);
                _scores[slot] += idf;
            }
        }
        var best = new Best(Candidates, slot => _held[slot]!.MentionId);
        foreach (var slot in touched)
        {
            if (_held[slot] is { } held && best.Takes(_scores[slot]) && allowed(held)) best.Offer(slot, _scores[slot]);
            _scores[slot] = 0;
        }
        return [.. best.Ranked().Select(b => _held[b.Slot]!)];
    }

    private void Compact()
    {
        var to = new int[_held.Count];
        var kept = 0;
        for (var i = 0; i < _held.Count; i++)
        {
            to[i] = _held[i] is null ? -1 : kept;
            if (_held[i] is { } held) _held[kept++] = held;
        }
        _held.RemoveRange(kept, _held.Count - kept);
        _postings.Renumber(to);
        foreach (var own in _byDocument.Values)
            for (var i = 0; i < own.Count; i++) own[i] = to[own[i]];
    }
}
