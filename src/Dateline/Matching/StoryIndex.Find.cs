namespace Dateline.Matching;

/// <summary>A document considered when another was grouped.</summary>
/// <param name="StoryId">Its story.</param>
/// <param name="DocumentId">Its id.</param>
/// <param name="Score">Cosine, in thousandths.</param>
public sealed record StoryNeighbour(string StoryId, string DocumentId, int Score);

/// <summary>Where a document belongs.</summary>
/// <param name="StoryId">The story it belongs to, or null when it opens a new one.</param>
/// <param name="Score">How well the best story fits, in thousandths; also when that is too little.</param>
/// <param name="Reason">Why, in one plain sentence.</param>
/// <param name="Neighbours">The nearest documents, nearest first.</param>
public sealed record StoryAnswer(string? StoryId, int Score, string Reason, IReadOnlyList<StoryNeighbour> Neighbours);

public sealed partial class StoryIndex
{
    private const int Candidates = 64;
    private static readonly double Threshold = Knobs.Get("T", .2), WBest = Knobs.Get("WBEST", .5), WMean = Knobs.Get("WMEAN", .5), N0 = Knobs.Get("N0", 50), IdfPow = Knobs.Get("IDFP", 1);
    private static readonly double TopK = Knobs.Get("TOPK", 3), WAll = Knobs.Get("WALL", 0), Common = Knobs.Get("COMMON", .25);

    private double[] _scores = [];

    /// <summary>Finds the story that a document belongs to.</summary>
    public StoryAnswer Find(DocFeatures document, string? except = null)
    {
        var idf = new double[document.Ids.Length];
        for (var i = 0; i < idf.Length; i++) idf[i] = Idf(document.Ids[i]);
        var norm = Norm(document, out _);
        var near = new Best(Candidates, slot => _entries[slot]!.Id);
        foreach (var (slot, _) in Open(document, idf, except))
        {
            var entry = _entries[slot]!;
            near.Offer(slot, Cosine(document, idf, norm, entry) * Fresh(document, entry));
        }
        var ranked = near.Ranked();
        var neighbours = ranked.Take(8).Select(n => new StoryNeighbour(_entries[n.Slot]!.Story, _entries[n.Slot]!.Id, Thousandths(n.Score))).ToArray();
        (string? Story, double Score) best = (null, 0);
        foreach (var story in ranked.GroupBy(n => _entries[n.Slot]!.Story))
        {
            var size = _stories[story.Key].Count;
            var scores = story.Select(s => s.Score).ToArray();
            var k = (int)Math.Min(TopK, size);
            var fit = WBest * scores[0] + WMean * scores.Take(k).Sum() / k + WAll * scores.Sum() / size;
            if (fit > best.Score || (fit == best.Score && best.Story is not null && string.CompareOrdinal(story.Key, best.Story) < 0)) best = (story.Key, fit);
        }
        var told = best.Story is null ? [] : Shared(document, idf, ranked.First(n => _entries[n.Slot]!.Story == best.Story).Slot);
        var score = Thousandths(best.Score);
        return best.Story is not null && best.Score >= Threshold
            ? new(best.Story, score, $"It shares {told.Count} telling words and names with {_stories[best.Story].Count} of the story's documents, the nearest at {neighbours.First(n => n.StoryId == best.Story).Score} of 1000.", neighbours)
            : new(null, score, neighbours.Length == 0 ? "No held document shares a telling word with it." : "No held story is near enough.", neighbours);
    }

    private List<int> Shared(DocFeatures document, double[] idf, int slot)
    {
        var other = _entries[slot]!.Features.Ids;
        List<int> shared = [];
        for (var i = 0; i < document.Ids.Length; i++)
            if (idf[i] > 1 && Array.BinarySearch(other, document.Ids[i]) >= 0) shared.Add(document.Ids[i]);
        return shared;
    }

    private List<(int Slot, double Score)> Open(DocFeatures document, double[] idf, string? except)
    {
        if (_scores.Length < _entries.Count) _scores = new double[_entries.Count + _entries.Count / 2 + 16];
        var touched = new List<int>();
        var common = Math.Max(50, Common * _slots.Count);
        for (var i = 0; i < document.Ids.Length; i++)
        {
            var term = document.Ids[i];
            if (_postings.Frequency(term) > common) continue;
            var slots = _postings.Slots(term);
            var weights = _postings.Weights(term);
            var weight = document.Weights[i] * idf[i] * idf[i];
            for (var j = 0; j < slots.Length; j++)
            {
                ref var score = ref _scores[slots[j]];
                if (score == 0) touched.Add(slots[j]);
                score += weight * weights[j];
            }
        }
        var best = new Best(Candidates, slot => _entries[slot]!.Id);
        foreach (var slot in touched)
        {
            if (_entries[slot] is { } entry && entry.Id != except) best.Offer(slot, _scores[slot] / entry.Length);
            _scores[slot] = 0;
        }
        return best.Ranked();
    }

    private double Idf(int term) => Math.Pow(Math.Log((_slots.Count + N0 + 1) / (_postings.Frequency(term) + .5)), IdfPow);

    private double Norm(DocFeatures document, out double sum)
    {
        sum = 0;
        for (var i = 0; i < document.Ids.Length; i++)
        {
            var w = document.Weights[i] * Idf(document.Ids[i]);
            sum += w * w;
        }
        return Math.Sqrt(sum);
    }

    private double Cosine(DocFeatures document, double[] idf, double norm, Entry entry)
    {
        var other = entry.Features;
        double dot = 0;
        for (int i = 0, j = 0; i < document.Ids.Length && j < other.Ids.Length;)
        {
            if (document.Ids[i] < other.Ids[j]) i++;
            else if (document.Ids[i] > other.Ids[j]) j++;
            else
            {
                dot += document.Weights[i] * idf[i] * other.Weights[j] * idf[i];
                i++;
                j++;
            }
        }
        var on = Norm(other, out _);
        var pv = Knobs.Get("PIVOT", 1);
        if (pv < 1) { double piv = Knobs.Get("PAVG", 600); return dot / Math.Max(1e-9, (pv * norm + (1 - pv) * piv) * (pv * on + (1 - pv) * piv)); }
        return dot / Math.Max(1e-9, norm * on);
    }

    // News of one event comes within weeks; after a month of silence it takes more to be the same event, after four months no more than that.
    private static double Fresh(DocFeatures a, Entry b)
    {
        var days = Math.Abs((a.PublishedAt - b.Features.PublishedAt).TotalDays);
        return 1 - .3 * Math.Clamp((days - 30) / 90, 0, 1);
    }

    private static int Thousandths(double share) => (int)Math.Clamp(Math.Round(1000 * share), 0, 1000);
}
