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
    private const int MostNeighbours = 8;

    // Share of the best story that a document must reach. Set on ECB+ by grouping.py, to two digits.
    private const double Threshold = .27;

    // Half the nearest document, half the mean of the nearest three: one neighbour may be chance, the mean of all punishes a story that moved on.
    private const int Nearest = 3;

    // A term in more than a quarter of the documents tells too little to open candidates by.
    private const double Common = .25;

    // The documents that one imagines beside those held, so that the first ones are not all rare words.
    private const double Imagined = 50;

    // Who and where tell one event from another of its kind better than what happened, and so do its dates and figures.
    private static readonly double[] AspectWeights = [.25, .45, .3];

    private double[] _scores = [];

    /// <summary>Finds the story that a document belongs to.</summary>
    public StoryAnswer Find(DocFeatures document, string? except = null)
    {
        var idf = new double[document.Ids.Length];
        for (var i = 0; i < idf.Length; i++) idf[i] = Idf(document.Ids[i]);
        var near = new Best(Candidates, slot => _entries[slot]!.Id);
        foreach (var (slot, _) in Open(document, idf, except))
        {
            var entry = _entries[slot]!;
            near.Offer(slot, Likeness(document, idf, entry) * Fresh(document, entry));
        }
        var ranked = near.Ranked();
        var neighbours = ranked.Take(MostNeighbours).Select(n => new StoryNeighbour(_entries[n.Slot]!.Story, _entries[n.Slot]!.Id, Thousandths(n.Score))).ToArray();
        (string? Story, double Score) best = (null, 0);
        foreach (var story in ranked.GroupBy(n => _entries[n.Slot]!.Story))
        {
            var size = _stories[story.Key].Count;
            var scores = story.Select(s => s.Score).ToArray();
            var k = Math.Min(Nearest, size);
            var fit = (scores[0] + scores.Take(k).Sum() / k) / 2;
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

    private double Idf(int term) => Math.Log((_slots.Count + Imagined + 1) / (_postings.Frequency(term) + .5));

    // The weighted mean of one cosine an aspect, over the aspects that both documents have.
    private double Likeness(DocFeatures document, double[] idf, Entry entry)
    {
        var other = entry.Features;
        Span<double> both = stackalloc double[3], left = stackalloc double[3], right = stackalloc double[3];
        for (int i = 0, j = 0; i < document.Ids.Length || j < other.Ids.Length;)
        {
            if (j >= other.Ids.Length || (i < document.Ids.Length && document.Ids[i] < other.Ids[j]))
            {
                left[(int)document.Aspects[i]] += Square(document.Weights[i] * idf[i]);
                i++;
            }
            else if (i >= document.Ids.Length || document.Ids[i] > other.Ids[j])
            {
                right[(int)other.Aspects[j]] += Square(other.Weights[j] * Idf(other.Ids[j]));
                j++;
            }
            else
            {
                var aspect = Math.Max((int)document.Aspects[i], (int)other.Aspects[j]);
                double x = document.Weights[i] * idf[i], y = other.Weights[j] * idf[i];
                both[aspect] += x * y;
                left[aspect] += x * x;
                right[aspect] += y * y;
                i++;
                j++;
            }
        }
        double sum = 0, all = 0;
        for (var k = 0; k < 3; k++)
        {
            if (left[k] == 0 || right[k] == 0) continue;
            sum += AspectWeights[k] * both[k] / Math.Sqrt(left[k] * right[k]);
            all += AspectWeights[k];
        }
        return all == 0 ? 0 : sum / all;
    }

    private static double Square(double x) => x * x;

    // News of one event comes within weeks; after a month of silence it takes more to be the same event, after four months no more than that.
    private static double Fresh(DocFeatures a, Entry b)
    {
        var days = Math.Abs((a.PublishedAt - b.Features.PublishedAt).TotalDays);
        return 1 - .3 * Math.Clamp((days - 30) / 90, 0, 1);
    }

    private static int Thousandths(double share) => (int)Math.Clamp(Math.Round(1000 * share), 0, 1000);
}
