namespace Dateline.Matching;

public sealed partial class StoryIndex
{
    // A suggestion looks at the latest documents of a story only, so that its time does not grow with the story.
    private const int MostCompared = 12, MostDivided = 32;

    // Fewer documents are no story of their own, and two that differ prove nothing.
    private const int FewestInGroup = 3;

    /// <summary>
    /// How alike two stories are: each document's fit to the other story (half its nearest there, half the mean of the nearest three), the mean over
    /// either side, and of the two the smaller. 0 to 1; null where that is less than what files a document.
    /// </summary>
    internal double? Kinship(Story one, Story other)
    {
        var (a, b) = (Latest(one, MostCompared), Latest(other, MostCompared));
        var alike = new double[a.Count, b.Count];
        for (var i = 0; i < a.Count; i++)
        {
            var likeness = new Likeness(this, FeaturesOf(a[i]));
            for (var j = 0; j < b.Count; j++) alike[i, j] = likeness.To(b[j]);
            likeness.Clear();
        }
        var kinship = Math.Min(
            Enumerable.Range(0, a.Count).Average(i => Fit(Enumerable.Range(0, b.Count).Select(j => alike[i, j]))),
            Enumerable.Range(0, b.Count).Average(j => Fit(Enumerable.Range(0, a.Count).Select(i => alike[i, j]))));
        return kinship < Threshold ? null : kinship;
    }

    /// <summary>
    /// Two groups of a story's latest documents that are each twice as alike inside as they are to each other: around the two that are least alike,
    /// then once more around the groups' means. The smaller group and how like the other it is; null where the story holds together.
    /// </summary>
    internal (List<Entry> Group, double Likeness)? Divide(Story story)
    {
        var documents = Latest(story, MostDivided);
        var n = documents.Count;
        if (n < 2 * FewestInGroup) return null;
        var alike = new double[n, n];
        var least = (1, 0);
        for (var i = 1; i < n; i++)
        {
            var likeness = new Likeness(this, FeaturesOf(documents[i]));
            for (var j = 0; j < i; j++)
            {
                alike[i, j] = alike[j, i] = likeness.To(documents[j]);
                if (alike[i, j] < alike[least.Item1, least.Item2]) least = (i, j);
            }
            likeness.Clear();
        }
        var second = new bool[n];
        for (var i = 0; i < n; i++) second[i] = i == least.Item1 || (i != least.Item2 && alike[i, least.Item1] > alike[i, least.Item2]);
        var before = (bool[])second.Clone();
        for (var i = 0; i < n; i++) second[i] = Mean(alike, [i], Members(before, true)) > Mean(alike, [i], Members(before, false));
        var (left, right) = (Members(second, false), Members(second, true));
        if (left.Count < FewestInGroup || right.Count < FewestInGroup) return null;
        var between = Mean(alike, left, right);
        if (between >= Threshold || 2 * between >= Math.Min(Mean(alike, left, left), Mean(alike, right, right))) return null;
        return ([.. (left.Count < right.Count ? left : right).Select(i => documents[i])], between);
    }

    private static List<Entry> Latest(Story story, int most) => [.. story.Documents.OrderByDescending(d => d.Slot).Take(most).Reverse()];

    private static double Fit(IEnumerable<double> alike)
    {
        var near = alike.OrderDescending().Take(Nearest).ToList();
        return (near[0] + near.Average()) / 2;
    }

    private static List<int> Members(bool[] second, bool which) => [.. Enumerable.Range(0, second.Length).Where(i => second[i] == which)];

    private static double Mean(double[,] alike, List<int> a, List<int> b)
    {
        var (sum, pairs) = (0.0, 0);
        foreach (var i in a)
            foreach (var j in b)
                if (i != j) (sum, pairs) = (sum + alike[i, j], pairs + 1);
        return pairs == 0 ? 0 : sum / pairs;
    }
}
