namespace Dateline.Matching;

public sealed partial class StoryIndex
{
    // Of one story so many documents, the earliest, count in what a term tells: else the words of an event that half of the newsroom writes about would tell nothing,
    // and its reports would fall apart into stories of their own. No story of ECB+, on which the threshold was set, has more.
    private const int MostCounted = 24;

    // By the postings' rows: how many counted documents hold the term.
    private int[] _frequencies = [];
    private int _counted;

    /// <summary>In how many documents that count a row's term is.</summary>
    private int CountedWith(int row) => (uint)row < (uint)_frequencies.Length ? _frequencies[row] : 0;

    private void Join(Entry entry, Story story)
    {
        entry.Story = story;
        story.Documents.Add(entry);
        if (story.Documents.Count > MostCounted)
        {
            var latest = story.Documents.Where(d => d.Counts).MaxBy(static d => d, Earlier)!;
            if (Earlier.Compare(entry, latest) > 0) return;
            LetCount(latest, false);
        }
        LetCount(entry, true);
    }

    private void Leave(Entry entry)
    {
        var story = entry.Story;
        story.Documents.Remove(entry);
        if (story.Documents.Count == 0) _stories.Remove(story.Id);
        if (!entry.Counts) return;
        LetCount(entry, false);
        if (story.Documents.Count >= MostCounted) LetCount(story.Documents.Where(d => !d.Counts).MinBy(static d => d, Earlier)!, true);
    }

    private void LetCount(Entry entry, bool counts)
    {
        entry.Counts = counts;
        if (_frequencies.Length < _postings.Rows) Array.Resize(ref _frequencies, _postings.Rows + _postings.Rows / 2);
        var by = counts ? 1 : -1;
        _counted += by;
        foreach (var row in entry.Rows) _frequencies[row] += by;
    }

    /// <summary>By the time of publication, so that it does not matter in which order they came to be held.</summary>
    private static readonly Comparer<Entry> Earlier = Comparer<Entry>.Create(static (a, b) =>
        a.PublishedAt != b.PublishedAt ? a.PublishedAt.CompareTo(b.PublishedAt) : string.CompareOrdinal(a.Id, b.Id));
}
