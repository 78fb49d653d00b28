using System.Collections.Frozen;
using static Dateline.Matching.ClaimFeatures;

namespace Dateline.Matching;

/// <summary>
/// Values that are one in two units ("five years", "60 months"; "42 km", "26 miles"): exactly within one system of measures, else as rounded as either is written (SI brochure; the yard and pound agreement of
/// 1959). Values that are not one stay values of two units, which are not compared.
/// </summary>
internal static class Conversions
{
    private enum Kind { Time, Calendar, Mass, Length, Area, Volume, Money }

    private readonly record struct Measure(Kind Kind, decimal Factor, bool Imperial);

    // More decimals than anybody writes: those of a share.
    private const int Endless = 6;

    private static readonly FrozenDictionary<int, Measure> measures = new (string, Kind, decimal, bool)[]
    {
        ("second", Kind.Time, 1, false), ("minute", Kind.Time, 60, false), ("hour", Kind.Time, 3_600, false), ("day", Kind.Time, 86_400, false), ("week", Kind.Time, 604_800, false),
        ("month", Kind.Calendar, 1, false), ("year", Kind.Calendar, 12, false), ("decade", Kind.Calendar, 120, false),
        ("g", Kind.Mass, 1, false), ("kg", Kind.Mass, 1_000, false), ("tonne", Kind.Mass, 1_000_000, false), ("oz", Kind.Mass, 28.349523125m, true), ("lb", Kind.Mass, 453.59237m, true),
        ("mm", Kind.Length, 1, false), ("cm", Kind.Length, 10, false), ("metre", Kind.Length, 1_000, false), ("km", Kind.Length, 1_000_000, false),
        ("inch", Kind.Length, 25.4m, true), ("ft", Kind.Length, 304.8m, true), ("mile", Kind.Length, 1_609_344, true),
        ("ha", Kind.Area, 1, false), ("acre", Kind.Area, .40468564224m, true), ("ml", Kind.Volume, 1, false), ("litre", Kind.Volume, 1_000, false), ("pence", Kind.Money, 1, false), ("gbp", Kind.Money, 100, false)
    }.ToFrozenDictionary(static m => Terms.IdOf(m.Item1), static m => new Measure(m.Item2, m.Item3, m.Item4));

    /// <summary>Whether two amounts are the same in other units or as a share and a percentage.</summary>
    public static bool Same(Amount x, Amount y)
    {
        if (x.To is not null || y.To is not null) return false;
        if (x.Unit == 0 || y.Unit == 0) return false;
        if (x.Unit == y.Unit) return x.Value != y.Value && (Rounded(x.Value, y.Value) || Rounded(y.Value, x.Value));
        if (!measures.TryGetValue(x.Unit, out var one) || !measures.TryGetValue(y.Unit, out var other) || one.Kind != other.Kind || !Fits(x.Value) || !Fits(y.Value)) return false;
        if (one.Imperial == other.Imperial) return x.Value * one.Factor == y.Value * other.Factor;
        return Near(x.Value * one.Factor / other.Factor, y.Value) && Near(y.Value * other.Factor / one.Factor, x.Value);
    }

    // A third is 33 percent, 33.3 percent.
    private static bool Rounded(decimal share, decimal value) => share.Scale > Endless && value.Scale <= Endless && Math.Round(share, value.Scale, MidpointRounding.AwayFromZero) == value;

    // Within half of the last figure that is written: of 160, the tens.
    private static bool Near(decimal value, decimal written)
    {
        var step = 1m;
        for (var i = 0; i < written.Scale; i++) step /= 10;
        if (written.Scale == 0) while (written != 0 && written % (step * 10) == 0) step *= 10;
        return Math.Abs(value - written) <= step / 2;
    }

    private static bool Fits(decimal value) => Math.Abs(value) < 1_000_000_000_000m;
}
