using System.Runtime.InteropServices;
using Dateline.Claims;

namespace Dateline.Matching;

/// <summary>What the desk reads of a revision, each thing once.</summary>
internal sealed class DeskReading
{
    // What a text says again in fewer words than seven may be chance: then the sentence around it tells.
    private const int FewestShingles = 4;

    private readonly Dictionary<string, ClaimFeatures> _read = new(StringComparer.Ordinal);
    private readonly List<Term> _terms;

    /// <summary>Reads the text; the mentions are read as they are asked for.</summary>
    public DeskReading(FilingInput input)
    {
        Input = input;
        _terms = Terms.Read(input.Text);
        var text = CollectionsMarshal.AsSpan(_terms);
        Document = DocFeatures.Of(input.Title is null ? [] : CollectionsMarshal.AsSpan(Terms.Read(input.Title)), text, input.PublishedAt);
        Sketch = Sketch.Of(text);
    }

    public FilingInput Input { get; }
    public DocFeatures Document { get; }
    public Sketch Sketch { get; }

    /// <summary>A mention of the revision.</summary>
    public ClaimFeatures Read(Mention mention)
    {
        ref var features = ref CollectionsMarshal.GetValueRefOrAddDefault(_read, mention.Id, out _);
        return features ??= ClaimFeatures.Of(mention, Input.SourceId, Input.PublishedAt);
    }

    /// <summary>A mention of the revision by its id, or null.</summary>
    public ClaimFeatures? Mention(string id)
    {
        if (_read.TryGetValue(id, out var features)) return features;
        foreach (var mention in Input.Mentions)
            if (mention.Id == id) return Read(mention);
        return null;
    }

    /// <summary>The shingles of a mention, or of its sentence where it has few; empty where that is shorter than a shingle.</summary>
    public uint[] Shingles(Mention mention)
    {
        var found = new List<uint>();
        foreach (var part in mention.More.Prepend(mention.Content)) Add(found, part.Start, part.End);
        if (found.Count >= FewestShingles) return [.. found];
        var (start, end) = SentenceAt(Input.Text, mention.Content.Start, mention.Content.End);
        found.Clear();
        Add(found, start, end);
        return [.. found];
    }

    private void Add(List<uint> into, int start, int end)
    {
        var terms = CollectionsMarshal.AsSpan(_terms);
        var (low, high) = (0, terms.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (terms[middle].Start < start) low = middle + 1;
            else high = middle;
        }
        for (; low + Sketch.Words <= terms.Length && terms[low + Sketch.Words - 1].End <= end; low++) into.Add(Sketch.Shingle(terms.Slice(low, Sketch.Words)));
    }

    private static (int Start, int End) SentenceAt(string text, int start, int end)
    {
        (start, end) = (Math.Clamp(start, 0, text.Length), Math.Clamp(end, 0, text.Length));
        while (start > 0 && !Ends(text, start - 1)) start--;
        while (end < text.Length && !Ends(text, end)) end++;
        return (start, end);
    }

    private static bool Ends(string text, int at) => text[at] is '\n' || text[at] is '.' or '!' or '?' or '…' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]));
}
