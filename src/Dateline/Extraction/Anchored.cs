namespace Dateline.Extraction;

/// <summary>A revision with the moments that its sentences' relative dates are told from.</summary>
internal sealed class Anchored(ExtractionInput input)
{
    private readonly List<(int End, DateTimeOffset? Since)> _sentences = input.Anchors.Of(input.Text);

    /// <summary>The moment for what stands between two places of the text, the latest where it is several sentences; null where it is the revision's own.</summary>
    internal DateTimeOffset? At(int start, int end)
    {
        DateTimeOffset? last = null;
        for (var (i, from) = (First(start), start); i < _sentences.Count && from < end; from = _sentences[i++].End)
        {
            if (_sentences[i].Since is not { } since) return null;
            if (last is null || since > last) last = since;
        }
        return last < input.PublishedAt ? last : null;
    }

    // The first sentence that ends behind a place.
    private int First(int at)
    {
        var (low, high) = (0, _sentences.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_sentences[middle].End > at) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
