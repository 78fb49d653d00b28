using System.Globalization;

namespace Dateline.Server.Site.Stories;

/// <summary>A point of a timeline.</summary>
/// <param name="Lane">Which lane: 0 documents, 1 claims, 2 statuses, 3 verdicts.</param>
/// <param name="At">When.</param>
/// <param name="Look">The word that gives it its colour.</param>
/// <param name="Told">What it is, for whoever points at it.</param>
/// <param name="To">The address that it leads to.</param>
public sealed record Point(int Lane, DateTimeOffset At, string Look, string Told, string To);

/// <summary>A point where it is drawn.</summary>
public sealed record Placed(Point Point, double X, double Y);

/// <summary>A stretch of a status, from one change to the next.</summary>
public sealed record Stretch(string Status, double X, double Width);

/// <summary>A mark of the axis.</summary>
public sealed record Tick(double X, string Text);

/// <summary>A timeline as a drawing: points stacked where they would cover one another. Units are pixels at full size.</summary>
public sealed record Drawing(
    IReadOnlyList<Placed> Points, IReadOnlyList<Stretch> Stretches, IReadOnlyList<Tick> Ticks, IReadOnlyList<double> Lanes, double Height, IReadOnlyList<(double X, double Y, int Count)> Hidden)
{
    /// <summary>Width of all.</summary>
    public const double Width = 1080;

    /// <summary>Where the axis begins.</summary>
    public const double Left = 104;

    /// <summary>Half of a point's width.</summary>
    public const double Radius = 5.5;

    private const double Right = Width - 24;
    private const double Row = 13;
    private const int MostTicks = 24;
    private const double Label = 84;
    private const int MostInStack = 7;
    private static readonly string[] lanes = ["documents", "claims", "status", "verdicts"];

    private static readonly TimeSpan[] steps =
    [
        .. new double[] { 1, 5, 15, 60, 300, 900, 3600, 10800, 21600, 43200, 86400, 172800, 604800, 1209600, 2592000, 7776000, 31536000, 157680000 }.Select(TimeSpan.FromSeconds)
    ];

    /// <summary>The names of the lanes.</summary>
    public static IReadOnlyList<string> Names => lanes;

    /// <summary>Draws points and the course of a status.</summary>
    /// <param name="points">The points.</param>
    /// <param name="statuses">The changes of status, in order.</param>
    /// <param name="until">Where the last status ends.</param>
    public static Drawing Of(IReadOnlyList<Point> points, IReadOnlyList<(DateTimeOffset At, string Status)> statuses, DateTimeOffset until)
    {
        var all = points.Select(p => p.At).Concat(statuses.Select(s => s.At)).ToList();
        if (all.Count == 0) all.Add(until);
        var (from, to) = (all.Min(), all.Max());
        if (to - from < TimeSpan.FromSeconds(2)) to = from + TimeSpan.FromSeconds(2);
        var scale = new Scale([.. all.Append(to).Distinct().Order()]);
        double X(DateTimeOffset at) => Left + (Right - Left) * scale.Share(at);

        var (placed, hidden, tops) = (new List<Placed>(), new List<(double, double, int)>(), new List<double>());
        var y = 12d;
        for (var lane = 0; lane < lanes.Length; lane++)
        {
            var stacks = points.Where(p => p.Lane == lane).OrderBy(p => p.At).GroupBy(p => (int)(X(p.At) / Row)).ToList();
            var rows = Math.Max(1, Math.Min(MostInStack, stacks.Select(s => s.Count()).DefaultIfEmpty(1).Max()));
            tops.Add(y);
            foreach (var stack in stacks)
            {
                placed.AddRange(stack.Take(MostInStack).Select((p, i) => new Placed(p, (stack.Key + .5) * Row, y + 14 + Row * i)));
                if (stack.Count() > MostInStack) hidden.Add(((stack.Key + .5) * Row, y + 18 + Row * MostInStack, stack.Count() - MostInStack));
            }
            y += 16 + Row * (rows + (stacks.Any(s => s.Count() > MostInStack) ? 1 : 0));
        }
        var ends = statuses.Skip(1).Select(s => X(s.At)).Append(Right + 12).ToList();
        return new(
            placed, [.. statuses.Select((s, i) => new Stretch(s.Status, X(s.At), Math.Max(0, ends[i] - X(s.At)))).Where(s => s.Width > 0)], [.. Axis(from, to, X)], tops, y + 22, hidden);
    }

    private static IEnumerable<Tick> Axis(DateTimeOffset from, DateTimeOffset to, Func<DateTimeOffset, double> x)
    {
        var step = steps.FirstOrDefault(s => (to - from) / s <= MostTicks, steps[^1]);
        var format = step >= TimeSpan.FromDays(28) ? "MMM yyyy" : step >= TimeSpan.FromDays(1) ? "d MMM" : step >= TimeSpan.FromMinutes(1) ? "d MMM HH:mm" : "HH:mm:ss";
        var first = new DateTimeOffset((from.UtcTicks + step.Ticks - 1) / step.Ticks * step.Ticks, TimeSpan.Zero);
        var free = 0d;
        for (var at = first; at <= to; at += step)
        {
            if (x(at) < free) continue;
            free = x(at) + Label;
            yield return new(x(at), at.ToString(format, CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Where a moment lies between the first and the last: half by time, half by how much happens, so that busy times get room.</summary>
    private sealed class Scale(List<DateTimeOffset> moments)
    {
        internal double Share(DateTimeOffset at)
        {
            if (at <= moments[0]) return 0;
            if (at >= moments[^1]) return 1;
            var next = moments.BinarySearch(at);
            if (next < 0) next = ~next;
            var within = (at - moments[next - 1]) / (moments[next] - moments[next - 1]);
            return ((at - moments[0]) / (moments[^1] - moments[0]) + (next - 1 + within) / (moments.Count - 1)) / 2;
        }
    }
}
