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
    public static Overlap Likened(ClaimFeatures one, ReadOnlySpan<int> tellingA, ClaimFeatures other, ReadOnlySpan<int> tellingB)
    {
        ReadOnlySpan<int> a = one.Sorted, b = other.Sorted, kin = other.Kin;
        Span<bool> used = stackalloc bool[b.Length];
        long both = 0, left = 0, right = 0;
        var shared = 0;
        for (int i = 0, j = 0; i < a.Length; i++)
        {
            while (j < b.Length && b[j] < a[i]) j++;
            if (j == b.Length || b[j] != a[i]) continue;
            used[j] = true;
            both += (tellingA[i] + tellingB[j]) / 2;
            shared++;
        }
        for (int i = 0, j = 0, k = 0; i < a.Length; i++)
        {
            while (j < b.Length && b[j] < a[i]) j++;
            if (j < b.Length && b[j] == a[i]) continue;
            while (k < one.Kin.Length && one.Kin[k] < i) k++;
            var at = k < one.Kin.Length && one.Kin[k] == i ? Kindred(a[i], b, kin, used) : -1;
            if (at < 0)
            {
                left += tellingA[i];
                continue;
            }
            used[at] = true;
            both += (tellingA[i] + tellingB[at]) / 2;
            shared++;
        }
        for (var j = 0; j < b.Length; j++) if (!used[j]) right += tellingB[j];
        return both == 0 ? default : new(2.0 * both / (2 * both + left + right), (double)both / (both + Math.Min(left, right)), shared);
    }

    // The first word of the other that is not taken and may stand for this one, or against it.
    private static int Kindred(int term, ReadOnlySpan<int> b, ReadOnlySpan<int> kin, ReadOnlySpan<bool> used)
    {
        foreach (var j in kin)
            if (!used[j] && (Alikeness.Are(term, b[j]) || Opposition.Stand(term, b[j]))) return j;
        return -1;
    }
}
