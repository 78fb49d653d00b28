namespace Dateline.Postgres.Views;

/// <summary>
/// The relational interval tree of Kriegel, Pötke and Seidl ("Managing intervals efficiently in object-relational databases", VLDB 2000): a
/// virtual binary tree over all points, of which only an interval's fork node is stored.
/// </summary>
internal static class IntervalTree
{
    /// <summary>The node of intervals that have no end yet.</summary>
    internal const long Lasting = 0;

    private const int Height = 60;

    /// <summary>The fork node of an interval: the point in it that the most powers of two divide.</summary>
    /// <param name="begins">Its first point, from 1.</param>
    /// <param name="ends">The first point after it; null while it lasts.</param>
    internal static long Node(long begins, long? ends)
    {
        if (ends is not { } end) return Lasting;
        var level = 63 - System.Numerics.BitOperations.LeadingZeroCount((ulong)((begins - 1) ^ (end - 1)));
        return (end - 1) >> level << level;
    }

    /// <summary>The nodes at or before a point whose intervals hold it when they end after it.</summary>
    internal static long[] Before(long point) => [.. Enumerable.Range(0, Height).Select(k => point >> k << k).Where(n => n > 0).Distinct()];

    /// <summary>The nodes after a point whose intervals hold it when they begin at or before it; and the node of those that last.</summary>
    internal static long[] After(long point) => [Lasting, .. Enumerable.Range(0, Height).Select(k => (point >> k << k) + (1L << k)).Distinct()];
}
