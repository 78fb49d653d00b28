using static Dateline.Matching.ClaimFeatures;

namespace Dateline.Matching;

/// <summary>The values that a number with its bound allows.</summary>
/// <param name="Low">The smallest; <see cref="decimal.MinValue"/> where nothing bounds it from below.</param>
/// <param name="Least">Whether the smallest itself is allowed.</param>
/// <param name="High">The largest; <see cref="decimal.MaxValue"/> where nothing bounds it from above.</param>
/// <param name="Most">Whether the largest itself is allowed.</param>
internal readonly record struct Interval(decimal Low, bool Least, decimal High, bool Most)
{
    /// <summary>How far "about" reaches, as a share of the value.</summary>
    private const decimal About = .1m;

    /// <summary>What a number allows.</summary>
    public static Interval Of(Amount amount) => amount.Bound switch
    {
        "more-than" when amount.To is { } to => new(amount.Value, true, to, true),
        "more-than" => new(amount.Value, amount.Closed, decimal.MaxValue, true),
        "less-than" => new(decimal.MinValue, true, amount.Value, amount.Closed),
        "about" when Math.Abs(amount.Value) < decimal.MaxValue / 2 => new(amount.Value - About * Math.Abs(amount.Value), true, amount.Value + About * Math.Abs(amount.Value), true),
        _ => new(amount.Value, true, amount.Value, true)
    };

    /// <summary>
    /// How two numbers of one thing agree: what has no value in common conflicts; where all that the one allows the other allows too, the one bears the other
    /// out. Bounds of one direction are told apart, since a count that goes on moves them.
    /// </summary>
    public static Agreement Agree(Amount x, Amount y)
    {
        if (x.Value == y.Value && x.To == y.To && x.Bound == y.Bound && x.Closed == y.Closed) return Agreement.Equal;
        if (x.Bound is "about" && y.Bound is "about")
            return Math.Abs(x.Value - y.Value) <= About * Math.Max(Math.Abs(x.Value), Math.Abs(y.Value)) ? Agreement.Compatible : Agreement.Conflict;
        var (a, b) = (Of(x), Of(y));
        if (!a.Meets(b)) return Agreement.Conflict;
        if (x.Bound == y.Bound && x.Bound is "more-than" or "less-than" && x.To is null && y.To is null && x.Value != y.Value) return Agreement.OtherBound;
        return a.Within(b) || b.Within(a) ? Agreement.Compatible : Agreement.Other;
    }

    private bool Meets(Interval other) => Reaches(other) && other.Reaches(this);

    // Its smallest value is not beyond the other's largest.
    private bool Reaches(Interval other) => Low < other.High || Low == other.High && Least && other.Most;

    private bool Within(Interval other) =>
        (Low > other.Low || Low == other.Low && (other.Least || !Least)) && (High < other.High || High == other.High && (other.Most || !Most));
}
