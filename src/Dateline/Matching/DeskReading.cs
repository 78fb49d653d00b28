using System.Runtime.InteropServices;
using Dateline.Claims;

namespace Dateline.Matching;

/// <summary>What the desk reads of a revision, each thing once.</summary>
internal sealed class DeskReading
{
    private readonly Dictionary<string, ClaimFeatures> _read = new(StringComparer.Ordinal);

    /// <summary>Reads the text; the mentions are read as they are asked for.</summary>
    public DeskReading(FilingInput input)
    {
        Input = input;
        var text = CollectionsMarshal.AsSpan(Terms.Read(input.Text));
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
}
