namespace Dateline.Matching;

public sealed partial class MatchIndex
{
    private const int Budget = 20_000;
    private const int Candidates = 100;

    // BM25's usual saturation, and half its length normalisation: a claim is one sentence, so that its length says little.
    private const double K1 = 1.2, B = .5;

    // A pair of neighbouring words adds a tenth of the rarer one; a claim that is all covered is worth a quarter more.
    private const double PairWeight = .1, CoverWeight = .25;

    // Posts name a few rare things among many common words: rarity counts a little more than by its logarithm.
    private const double IdfPower = 1.3;

    /// <summary>What a word of the query adds when a claim of usual length says it once, and nothing else.</summary>
    internal const double Fullest = 1 + CoverWeight;

    private float[] _scores = [];

    // The idf of each document frequency, as far as it was asked for since the index last changed.
    private readonly double[] _idf = new double[1 << 12];
    private int _idfOf;

    /// <summary>
    /// The known claims that a text may repeat, best first, at most <paramref name="most"/>. Reads the rarest words' rows first and stops
    /// opening new candidates after a fixed budget of entries (Moffat and Zobel, TOIS 1996, "continue"), so that its time is bounded.
    /// </summary>
    public IReadOnlyList<Match> Find(string text, int most)
    {
        var query = Query.Of(text, this);
        var best = new Best(most, IsAfter);
        foreach (var (slot, _) in Open(query)) best.Offer(slot, Score(query, _entries[slot]!));
        var ideal = query.Ideal;
        return [.. best.Ranked().Select(b => new Match(_entries[b.Slot]!.Id, Thousandths(b.Score / ideal), Why(text, query, _entries[b.Slot]!)))];
    }

    private List<(int Slot, double Score)> Open(Query query)
    {
        if (_scores.Length < _entries.Count) _scores = new float[_entries.Count + _entries.Count / 2];
        var touched = new List<int>();
        var read = 0;
        foreach (var (term, weight) in query.RarestFirst)
        {
            var row = _postings.RowOf(term);
            var length = _postings.Frequency(row);
            if (length == 0) continue;
            if (read > 0 && read + length > Budget) break;
            read += length;
            var entries = _postings.Entries(row);
            // Of a single word that so many claims have, the newest.
            if (entries.Length > Budget) entries = entries[^Budget..];
            foreach (var entry in entries)
            {
                var slot = (int)(entry >> 8);
                if (_scores[slot] == 0) touched.Add(slot);
                _scores[slot] += (float)weight;
            }
        }
        var best = new Best(Candidates, IsAfterByKey);
        foreach (var slot in touched)
        {
            if (best.Takes(_scores[slot]) && _entries[slot] is not null) best.Offer(slot, _scores[slot]);
            _scores[slot] = 0;
        }
        return best.Ranked();
    }

    // Of thousands that share one word with the text, and nothing else, most have equal scores: their keys lie side by side, their ids do not.
    private bool IsAfterByKey(int a, int b) => _keys[a] != _keys[b] ? _keys[a] > _keys[b] : IsAfter(a, b);

    private bool IsAfter(int a, int b) => string.CompareOrdinal(_entries[a]!.Id, _entries[b]!.Id) > 0;

    internal int RowOf(int term) => _postings.RowOf(term);

    internal bool Known(int term) => _postings.Frequency(_postings.RowOf(term)) > 0;

    internal double Idf(int term) => IdfOfRow(_postings.RowOf(term));

    private double IdfOfRow(int row)
    {
        var df = _postings.Frequency(row);
        if (_idfOf != _slots.Count)
        {
            Array.Clear(_idf);
            _idfOf = _slots.Count;
        }
        if (df >= _idf.Length) return Idf(_slots.Count, df);
        ref var known = ref _idf[df];
        return known != 0 ? known : known = Idf(_slots.Count, df);
    }

    private static double Idf(double n, double df) => Math.Pow(Math.Log(1 + (n - df + .5) / (df + .5)), IdfPower);

    private double Score(Query query, Entry entry)
    {
        var textLength = 1 - B + B * entry.Title / Math.Max(1, (double)_textLength / _slots.Count);
        var titleLength = 1 - B + B * (entry.Terms.Length - entry.Title) / Math.Max(1, (double)_titleLength / _slots.Count);
        double words = 0, pairs = 0, all = 0, covered = 0;
        for (var i = 0; i < entry.Rows.Length; i++)
        {
            var idf = IdfOfRow(entry.Rows[i]);
            all += idf;
            if (!query.Rows.TryGetValue(entry.Rows[i], out var weight)) continue;
            covered += idf;
            var f = entry.InText[i] / textLength + entry.InTitle[i] / titleLength;
            words += weight * f * (K1 + 1) / (K1 + f);
        }
        for (var i = 1; i < entry.Terms.Length; i++)
            if (i != entry.Title && query.Pairs.TryGetValue(Pair(entry.Terms[i - 1], entry.Terms[i]), out var pair)) pairs += pair;
        return (words + PairWeight * pairs) * (1 + CoverWeight * (all == 0 ? 0 : covered / all));
    }

    internal static long Pair(int a, int b) => ((long)Math.Min(a, b) << 32) | (uint)Math.Max(a, b);
    private static int Thousandths(double share) => (int)Math.Clamp(Math.Round(1000 * share), 0, 1000);

    private static List<string> Why(string text, Query query, Entry entry)
    {
        var shared = query.Terms.Where(t => entry.Terms.Contains(t.Id)).DistinctBy(t => t.Id)
            .OrderByDescending(t => query.Weights[t.Id]).ThenBy(t => t.Start).Take(6).Select(t => text[t.Start..t.End]).ToList();
        List<string> reasons = [];
        if (shared.Count > 0) reasons.Add($"Both say: {string.Join(", ", shared)}.");
        var numbers = query.Terms.Where(t => t.Is(TermKinds.Number) && entry.Terms.Contains(t.Id)).Select(t => text[t.Start..t.End]).Distinct().ToList();
        if (numbers.Count > 0) reasons.Add($"The same number: {string.Join(", ", numbers)}.");
        return reasons;
    }
}
