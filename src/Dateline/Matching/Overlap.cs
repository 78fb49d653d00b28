namespace Dateline.Matching;

/// <summary>What the subjects of two mentions have in common, by what their terms tell.</summary>
/// <param name="Dice">The share of their information that is common (Dice, 1945).</param>
/// <param name="Contained">The share of the smaller one's information that the other has.</param>
/// <param name="Shared">How many terms are common.</param>
internal readonly record struct Overlap(double Dice, double Contained, int Shared)
{
    /// <summary>Compares ascending terms, with what each tells beside them.</summary>
    public static Overlap Of(ReadOnlySpan<int> a, ReadOnlySpan<int> tellingA, ReadOnlySpan<int> b, ReadOnlySpan<int> tellingB)
    {
        long both = 0, left = 0, right = 0;
        var shared = 0;
        int i = 0, j = 0;
        while (i < a.Length && j < b.Length)
        {
            if (a[i] < b[j]) left += tellingA[i++];
            else if (a[i] > b[j]) right += tellingB[j++];
            else
            {
                both += tellingA[i++];
                j++;
                shared++;
            }
        }
        while (i < a.Length) left += tellingA[i++];
        while (j < b.Length) right += tellingB[j++];
        return both == 0 ? default : new(2.0 * both / (2 * both + left + right), (double)both / (both + Math.Min(left, right)), shared);
    }

    /// <summary>
    /// The same, but words that may stand for one another, and those that stand against one another, are one: they speak of the same side of a thing.
    /// </summary>
    public static Overlap Likened(ReadOnlySpan<int> a, ReadOnlySpan<int> tellingA, ReadOnlySpan<int> b, ReadOnlySpan<int> tellingB)
    {
        Span<bool> used = stackalloc bool[b.Length];
        long both = 0, left = 0, right = 0;
        var shared = 0;
        for (var i = 0; i < a.Length; i++)
        {
            var at = b.BinarySearch(a[i]);
            for (var j = 0; at < 0 && j < b.Length; j++)
                if (!used[j] && a.BinarySearch(b[j]) < 0 && (Alikeness.Are(a[i], b[j]) || Opposition.Stand(a[i], b[j]))) at = j;
            if (at < 0) left += tellingA[i];
            else
            {
                used[at] = true;
                both += (tellingA[i] + tellingB[at]) / 2;
                shared++;
            }
        }
        for (var j = 0; j < b.Length; j++) if (!used[j]) right += tellingB[j];
        return both == 0 ? default : new(2.0 * both / (2 * both + left + right), (double)both / (both + Math.Min(left, right)), shared);
    }
}
