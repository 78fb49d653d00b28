namespace Dateline.Matching;

/// <summary>
/// Documents and the stories they belong to: online single-pass grouping (Allan, Papka and Lavrenko, SIGIR 1998) over TF-IDF vectors whose
/// document frequencies are those of the documents held now. What it answers follows from what it holds, not from how it came to hold it.
/// Not for use by several threads at once.
/// </summary>
public sealed partial class StoryIndex
{
    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);
    private readonly List<Entry?> _entries = [];
    private readonly Dictionary<string, HashSet<string>> _stories = new(StringComparer.Ordinal);
    private readonly Postings _postings = new();

    private sealed class Entry(string id, string story, DocFeatures features)
    {
        public string Id { get; } = id;
        public string Story { get; set; } = story;
        public DocFeatures Features { get; } = features;

        /// <summary>Length of the vector before idf: a first guess, good enough to choose candidates by.</summary>
        public float Length { get; } = MathF.Sqrt(features.Weights.Sum(w => (float)w * w));
    }

    /// <summary>How many documents it holds.</summary>
    public int Count => _slots.Count;

    /// <summary>Adds a document to a story; a document that is held already is replaced.</summary>
    public void Add(string documentId, string storyId, DocFeatures features)
    {
        RemoveDocument(documentId);
        var slot = _entries.Count;
        _entries.Add(new(documentId, storyId, features));
        _slots[documentId] = slot;
        for (var i = 0; i < features.Ids.Length; i++) _postings.Add(features.Ids[i], slot, features.Weights[i]);
        Members(storyId).Add(documentId);
    }

    /// <summary>Takes a document out; an unknown one does nothing.</summary>
    public void RemoveDocument(string documentId)
    {
        if (!_slots.Remove(documentId, out var slot)) return;
        var entry = _entries[slot]!;
        _entries[slot] = null;
        foreach (var term in entry.Features.Ids) _postings.Remove(term);
        Leave(entry);
        if (_entries.Count > _slots.Count + _slots.Count / 4 + 1024) Compact();
    }

    /// <summary>Moves a document to another story; an unknown one does nothing.</summary>
    public void Move(string documentId, string toStory)
    {
        if (!_slots.TryGetValue(documentId, out var slot)) return;
        var entry = _entries[slot]!;
        Leave(entry);
        entry.Story = toStory;
        Members(toStory).Add(documentId);
    }

    /// <summary>All documents of <paramref name="from"/> become documents of <paramref name="into"/>.</summary>
    public void MergeStories(string into, string from)
    {
        if (into == from || !_stories.TryGetValue(from, out var members)) return;
        foreach (var document in members.ToArray()) Move(document, into);
    }

    /// <summary>The story of a document, or null.</summary>
    public string? StoryOf(string documentId) => _slots.TryGetValue(documentId, out var slot) ? _entries[slot]!.Story : null;

    /// <summary>Files the next document: the id of the story that it joins, or "story-" and its own id when it opens one. A document held already keeps its story.</summary>
    public string Group(string documentId, string? title, string text, DateTimeOffset publishedAt)
    {
        if (StoryOf(documentId) is { } known) return known;
        var features = DocFeatures.Of(title, text, publishedAt);
        var story = Find(features).StoryId ?? "story-" + documentId;
        Add(documentId, story, features);
        return story;
    }

    private HashSet<string> Members(string story)
    {
        if (!_stories.TryGetValue(story, out var members)) _stories[story] = members = new(StringComparer.Ordinal);
        return members;
    }

    private void Leave(Entry entry)
    {
        var members = _stories[entry.Story];
        members.Remove(entry.Id);
        if (members.Count == 0) _stories.Remove(entry.Story);
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
            _entries[kept++] = entry;
        }
        _entries.RemoveRange(kept, _entries.Count - kept);
        _postings.Renumber(to);
    }
}
