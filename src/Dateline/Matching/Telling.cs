namespace Dateline.Matching;

/// <summary>
/// What a term tells: its inverse document frequency (Spärck Jones, 1972), ln((N + imagined + 1) / (df + ½)), in 1024ths, where N are held and some more are imagined beside them. Whole numbers, so
/// that sums do not depend on the order in which they are made.
/// </summary>
internal static class Telling
{
    /// <summary>A natural logarithm's unit.</summary>
    public const int One = 1024;

    private static readonly int[] logs = [.. Enumerable.Range(0, 1 << 14).Select(Log)];

    /// <summary>The logarithm of how many are held or imagined; the upper part of every idf.</summary>
    public static int Of(int held, int imagined) => Log(held + imagined);

    /// <summary>The idf of a term that <paramref name="frequency"/> of them have, at least a hundredth of a unit.</summary>
    public static int Idf(int ofHeld, int frequency) => Math.Max(One / 100, ofHeld - ((uint)frequency < (uint)logs.Length ? logs[frequency] : Log(frequency)));

    private static int Log(int n) => (int)Math.Round(One * Math.Log(n + .5));
}
