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

    // Entries read for one document, rarest terms first: its time does not grow with what is held.
    private const int Budget = 40_000;

    // Share of the best story that a document must reach. Set on ECB+ by grouping.py, to two digits.
    private const double Threshold = .27;

    // Half the nearest document, half the mean of the nearest three: one neighbour may be chance, the mean of all punishes a story that moved on.
    private const int Nearest = 3;

    // A term in more than a quarter of the documents tells too little to open candidates by.
    private const double Common = .25;

    // The documents that one imagines beside those held, so that the first ones are not all rare words.
    private const double Imagined = 50;

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
        var score = Thousandths(best.Score);
        if (best.Story is null) return new(null, 0, "No held document shares a telling word with it.", neighbours);
        if (best.Score < Threshold) return new(null, score, "No held story is near enough.", neighbours);
        var nearest = ranked.First(n => _entries[n.Slot]!.Story == best.Story);
        var telling = Telling(document, idf, nearest.Slot);
        var reason = $"It shares {telling} telling words with the story's nearest document, at {Thousandths(nearest.Score)} of 1000; "
            + $"the story holds {_stories[best.Story].Count}.";
        return new(best.Story, score, reason, neighbours);
    }

    // Words that are in fewer than about one in three documents.
    private int Telling(DocFeatures document, double[] idf, int slot)
    {
        var other = _entries[slot]!.Features.Ids;
        var shared = 0;
        for (var i = 0; i < document.Ids.Length; i++)
            if (idf[i] > 1 && Array.BinarySearch(other, document.Ids[i]) >= 0) shared++;
        return shared;
    }

    private List<(int Slot, double Score)> Open(DocFeatures document, double[] idf, string? except)
    {
        if (_scores.Length < _entries.Count) _scores = new double[_entries.Count + _entries.Count / 2 + 16];
        var touched = new List<int>();
        var common = Math.Max(50, Common * _slots.Count);
        var read = 0;
        foreach (var i in Enumerable.Range(0, document.Ids.Length).OrderByDescending(i => idf[i]).ThenBy(i => document.Ids[i]))
        {
            var term = document.Ids[i];
            var slots = _postings.Slots(term);
            var frequency = _postings.Frequency(term);
            if (frequency > common || (read += frequency) > Budget) break;
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

    private static int Thousandths(double share) => (int)Math.Clamp(Math.Round(1000 * share), 0, 1000);
}
