namespace Dateline.Matching;

public sealed partial class StoryIndex
{
    // Who and where tell one event from another of its kind better than what happened, and so do its dates and figures.
    private static readonly double[] AspectWeights = [.25, .45, .3];

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
}
