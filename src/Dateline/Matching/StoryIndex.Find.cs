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
public sealed record StoryAnswer(string? StoryId, int Score, string Reason, IReadOnlyList<StoryNeighbour> Neighbours)
{
    /// <summary>The story that fits next best, where it would do by itself.</summary>
    public string? RunnerUp { get; init; }
}

public sealed partial class StoryIndex
{
    private const int Candidates = 64;
    private const int MostNeighbours = 8;

    // Entries read for one document, rarest terms first: its time does not grow with what is held.
    private const int Budget = 40_000;

    // Share of the best story that a document must reach. Set on ECB+ by grouping.py, to two digits.
    private const double Threshold = .29;

    // Half the nearest document, half the mean of the nearest three: one neighbour may be chance, the mean of all punishes a story that moved on.
    private const int Nearest = 3;

    // A term in more than a quarter of the documents tells too little to open candidates by, unless the document has hardly any other: what most of the
    // documents are about, as of copies of one, is known by common terms alone.
    private const double Common = .25;
    private const int Fewest = 8;

    private float[] _scores = [];
    private readonly List<int> _touched = [];

    /// <summary>Finds the story that a document belongs to.</summary>
    public StoryAnswer Find(DocFeatures document, string? except = null)
    {
        var likeness = new Likeness(this, document);
        var best = new Best(Candidates, IsAfter);
        foreach (var (slot, _) in Open(document, likeness, except))
        {
            var entry = _entries[slot]!;
            best.Offer(slot, likeness.To(entry) * Fresh(document, entry));
        }
        var near = best.Ranked().ConvertAll(b => (Entry: _entries[b.Slot]!, b.Score));
        var neighbours = new List<StoryNeighbour>(MostNeighbours);
        foreach (var (entry, score) in near.Take(MostNeighbours)) neighbours.Add(new(entry.Story.Id, entry.Id, Thousandths(score)));
        var (story, fit, nearest, next) = BestStory(near);
        likeness.Clear();
        if (story is null) return new(null, 0, "No held document shares a telling word with it.", neighbours);
        if (fit < Threshold) return new(null, Thousandths(fit), "No held story is near enough.", neighbours);
        var reason = $"It shares {likeness.Telling(near[nearest].Entry)} telling words with the story's nearest document, at {Thousandths(near[nearest].Score)} of 1000; "
            + $"the story holds {story.Documents.Count}.";
        return new(story.Id, Thousandths(fit), reason, neighbours) { RunnerUp = next?.Id };
    }

    private static (Story? Story, double Fit, int Nearest, Story? Next) BestStory(List<(Entry Entry, double Score)> near)
    {
        (Story? Story, double Fit, int Nearest) best = (null, 0, 0), next = best;
        var seen = new HashSet<Story>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < near.Count; i++)
        {
            var story = near[i].Entry.Story;
            if (!seen.Add(story)) continue;
            var (sum, found, k) = (0.0, 0, Math.Min(Nearest, story.Documents.Count));
            for (var j = i; j < near.Count && found < k; j++)
            {
                if (near[j].Entry.Story != story) continue;
                sum += near[j].Score;
                found++;
            }
            var fit = (near[i].Score + sum / k) / 2;
            var one = (story, fit, i);
            if (Before(one, best)) (best, next) = (one, best);
            else if (Before(one, next)) next = one;
        }
        return (best.Story, best.Fit, best.Nearest, next.Fit < Threshold ? null : next.Story);

        static bool Before((Story? Story, double Fit, int) a, (Story? Story, double Fit, int) b) =>
            a.Fit > b.Fit || (a.Fit == b.Fit && b.Story is not null && string.CompareOrdinal(a.Story!.Id, b.Story.Id) < 0);
    }

    private List<(int Slot, double Score)> Open(DocFeatures document, Likeness query, string? except)
    {
        if (_scores.Length < _entries.Count) _scores = new float[_entries.Count + _entries.Count / 2 + 16];
        Span<long> rarest = stackalloc long[document.Ids.Length];
        Span<int> order = stackalloc int[document.Ids.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            rarest[i] = ((long)_postings.Frequency(query.Rows[i]) << 32) + document.Ids[i];
        }
        rarest.Sort(order);
        var common = Math.Max(50, Common * Count);
        var (read, opened) = (0, 0);
        foreach (var i in order)
        {
            var frequency = _postings.Frequency(query.Rows[i]);
            if (frequency == 0) continue;
            if ((frequency > common && opened >= Fewest) || (read += frequency) > Budget) break;
            opened++;
            var weight = (document.Packed[i] & 255) * (float)query.Idf[i] * query.Idf[i];
            foreach (var e in _postings.Entries(query.Rows[i]))
            {
                ref var score = ref _scores[e >> 8];
                if (score == 0) _touched.Add((int)(e >> 8));
                score += weight * (e & 255);
            }
        }
        var best = new Best(Candidates, IsAfter);
        var own = except is not null && _byId.TryGetValue(except, out var held) ? held.Slot : -1;
        foreach (var slot in _touched)
        {
            // What was removed is infinitely long.
            var score = _scores[slot] / _lengths[slot];
            _scores[slot] = 0;
            if (score > 0 && slot != own && best.Takes(score)) best.Offer(slot, score);
        }
        _touched.Clear();
        return best.Ranked();
    }

    // News of one event follows itself within days. What comes after more than a week of silence must be more alike to be the same event;
    // from six weeks on it must be so by two thirds more, for then the same people in the same place are mostly in other news.
    private static double Fresh(DocFeatures a, Entry b)
    {
        var days = Math.Abs((a.PublishedAt - b.PublishedAt).TotalDays);
        return 1 - .4 * Math.Clamp((days - 7) / 35, 0, 1);
    }

    private static int Thousandths(double share) => (int)Math.Clamp(Math.Round(1000 * share), 0, 1000);

    private bool IsAfter(int a, int b) => string.CompareOrdinal(_entries[a]!.Id, _entries[b]!.Id) > 0;
}
