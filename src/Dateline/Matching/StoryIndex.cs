using System.Runtime.InteropServices;

namespace Dateline.Matching;

/// <summary>
/// Documents and the stories they belong to: online single-pass grouping (Allan, Papka and Lavrenko, SIGIR 1998) over TF-IDF vectors whose
/// document frequencies are those of the documents held now, at most so many of one story. What it answers follows from what it holds, not from how it came to hold it.
/// Not for use by several threads at once.
/// </summary>
/// <param name="window">How many documents <see cref="Group"/> holds; the oldest drops out.</param>
public sealed partial class StoryIndex(int window = int.MaxValue)
{
    private readonly Queue<string> _grouped = new();
    private readonly Dictionary<string, Entry> _byId = new(StringComparer.Ordinal);
    private readonly List<Entry?> _entries = [];
    private readonly List<float> _lengths = [];
    private readonly Dictionary<string, Story> _stories = new(StringComparer.Ordinal);
    private readonly Postings _postings = new();

    /// <summary>A story with documents here.</summary>
    internal sealed class Story(string id)
    {
        public string Id { get; } = id;
        public HashSet<Entry> Documents { get; } = new(1, ReferenceEqualityComparer.Instance);
    }

    /// <summary>A document that is held.</summary>
    internal sealed class Entry(string id, int slot, Story story, DateTimeOffset publishedAt, int[] rows, ushort[] packed)
    {
        public string Id { get; } = id;
        public int Slot { get; set; } = slot;
        public Story Story { get; set; } = story;
        public DateTimeOffset PublishedAt { get; } = publishedAt;

        /// <summary>Whether it is one of the documents of its story that count in what terms tell.</summary>
        public bool Counts { get; set; }

        /// <summary>The postings' rows of its terms.</summary>
        public int[] Rows { get; } = rows;

        /// <summary>See <see cref="DocFeatures.Packed"/>.</summary>
        public ushort[] Packed { get; } = packed;
    }

    /// <summary>Counts how often the entries' slots were numbered anew.</summary>
    internal int Generation { get; private set; }

    /// <summary>One more than the highest slot.</summary>
    internal int Slots => _entries.Count;

    /// <summary>How many documents it holds.</summary>
    public int Count => _byId.Count;

    /// <summary>Adds a document to a story; a document that is held already is replaced.</summary>
    public void Add(string documentId, string storyId, DocFeatures features) => Hold(documentId, storyId, features);

    /// <summary>As <see cref="Add"/>, and gives what is held.</summary>
    internal Entry Hold(string documentId, string storyId, DocFeatures features)
    {
        RemoveDocument(documentId);
        var slot = _entries.Count;
        var rows = new int[features.Ids.Length];
        for (var i = 0; i < rows.Length; i++) rows[i] = _postings.Add(features.Ids[i], slot, (byte)features.Packed[i]);
        var story = StoryNamed(storyId);
        var entry = new Entry(documentId, slot, story, features.PublishedAt, rows, features.Packed);
        Join(entry, story);
        _entries.Add(entry);
        _lengths.Add(LengthOf(features.Packed));
        _byId[documentId] = entry;
        return entry;
    }

    /// <summary>Takes a document out; an unknown one does nothing.</summary>
    public void RemoveDocument(string documentId)
    {
        if (!_byId.Remove(documentId, out var entry)) return;
        _entries[entry.Slot] = null;
        _lengths[entry.Slot] = float.PositiveInfinity;
        Leave(entry);
        foreach (var row in entry.Rows) _postings.Remove(row);
        if (_entries.Count > _byId.Count + _byId.Count / 4 + 256) Compact();
    }

    /// <summary>Moves a document to another story; an unknown one does nothing.</summary>
    public void Move(string documentId, string toStory)
    {
        if (!_byId.TryGetValue(documentId, out var entry)) return;
        Leave(entry);
        Join(entry, StoryNamed(toStory));
    }

    /// <summary>All documents of <paramref name="from"/> become documents of <paramref name="into"/>.</summary>
    public void MergeStories(string into, string from)
    {
        if (into == from || !_stories.TryGetValue(from, out var story)) return;
        foreach (var document in story.Documents.ToArray()) Move(document.Id, into);
    }

    /// <summary>The story of a document, or null.</summary>
    public string? StoryOf(string documentId) => _byId.TryGetValue(documentId, out var entry) ? entry.Story.Id : null;

    /// <summary>What is held of a document.</summary>
    internal DocFeatures FeaturesOf(Entry entry) => new(Array.ConvertAll(entry.Rows, _postings.TermOf), entry.Packed, entry.PublishedAt);

    /// <summary>A story with documents here, or null.</summary>
    internal Story? Find(string storyId) => _stories.GetValueOrDefault(storyId);

    /// <summary>Files the next document: the id of the story that it joins, or "story-" and its own id when it opens one. A document held already keeps its story.</summary>
    public string Group(string documentId, string? title, string text, DateTimeOffset publishedAt)
    {
        if (StoryOf(documentId) is { } known) return known;
        var features = DocFeatures.Of(title, text, publishedAt);
        var story = Find(features).StoryId ?? "story-" + documentId;
        Add(documentId, story, features);
        if (window == int.MaxValue) return story;
        _grouped.Enqueue(documentId);
        if (_grouped.Count > window) RemoveDocument(_grouped.Dequeue());
        return story;
    }

    // Length of the vector before idf: a first guess, good enough to choose candidates by.
    private static float LengthOf(ushort[] packed)
    {
        var sum = 0;
        foreach (var p in packed) sum += (p & 255) * (p & 255);
        return MathF.Sqrt(sum);
    }

    private Story StoryNamed(string id)
    {
        ref var story = ref CollectionsMarshal.GetValueRefOrAddDefault(_stories, id, out _);
        return story ??= new(id);
    }

    private void Compact()
    {
        var to = new int[_entries.Count];
        var kept = 0;
        for (var i = 0; i < _entries.Count; i++)
        {
            to[i] = _entries[i] is null ? -1 : kept;
            if (_entries[i] is not { } entry) continue;
            entry.Slot = kept;
            _lengths[kept] = _lengths[i];
            _entries[kept++] = entry;
        }
        _entries.RemoveRange(kept, _entries.Count - kept);
        _lengths.RemoveRange(kept, _lengths.Count - kept);
        Generation++;
        _postings.Renumber(to);
    }
}
