using System.Diagnostics;
using System.Globalization;

namespace Dateline.Benchmarks;

/// <summary>
/// Two things measured in turn, so that what else the machine does meets both. The ratio is the median of the rounds' ratios.
/// </summary>
/// <param name="Limit">The median of the limit's rates, a second.</param>
/// <param name="Dateline">The median of Dateline's rates, a second.</param>
/// <param name="Ratio">The median of Dateline's rate by the limit's in the same round.</param>
internal readonly record struct Paired(double Limit, double Dateline, double Ratio)
{
    /// <summary>Runs rounds, the first of which only warms up; who goes first changes with each.</summary>
    /// <param name="rounds">How many rounds count.</param>
    /// <param name="work">How much a round does, in the unit of the rates.</param>
    /// <param name="limit">A round of the limit.</param>
    /// <param name="dateline">A round of Dateline.</param>
    internal static async Task<Paired> Run(int rounds, int work, Func<Task> limit, Func<Task> dateline)
    {
        var rates = new List<(double Limit, double Dateline)>();
        for (var round = 0; round <= rounds; round++)
        {
            double first, second;
            if (round % 2 == 0) (first, second) = (await Rate(work, limit), await Rate(work, dateline));
            else (second, first) = (await Rate(work, dateline), await Rate(work, limit));
            if (round > 0) rates.Add((first, second));
        }
        return new(Median(rates.Select(r => r.Limit)), Median(rates.Select(r => r.Dateline)), Median(rates.Select(r => r.Dateline / r.Limit)));
    }

    internal static async Task<double> Rate(int work, Func<Task> round)
    {
        var watch = Stopwatch.StartNew();
        await round();
        return work / watch.Elapsed.TotalSeconds;
    }

    internal static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
    }
}

/// <summary>Numbers as the table shows them.</summary>
internal static class Show
{
    internal static string Rate(double perSecond, string unit) => string.Create(CultureInfo.InvariantCulture, $"{perSecond:#,0} {unit}/s");

    internal static string Each(double perSecond) => string.Create(CultureInfo.InvariantCulture, $"{1e6 / perSecond:#,0} µs");

    internal static string Ratio(double ratio) => string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00}");

    internal static string Megabytes(double bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:#,0} MB");

    internal static string Seconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s");
}
