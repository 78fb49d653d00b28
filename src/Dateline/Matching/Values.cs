using static Dateline.Matching.ClaimFeatures;

namespace Dateline.Matching;

/// <summary>How the numbers of two mentions stand to each other.</summary>
internal enum Agreement
{
    /// <summary>Both have the same values, or neither has any.</summary>
    Equal,

    /// <summary>Not the same, but the one says no more than the other ("more than 100" and "150").</summary>
    Compatible,

    /// <summary>Bounds of one direction with two values ("at least 20" and "at least 30"): both can hold, and the one may have grown from the other.</summary>
    OtherBound,

    /// <summary>One has a number that the other does not speak of.</summary>
    OneSided,

    /// <summary>Each has a number that the other does not speak of, or the two can both hold and neither bears the other out.</summary>
    Other,

    /// <summary>Two values for one thing.</summary>
    Conflict
}

/// <summary>Compares numbers and days. Values are one only when they are equal; nothing is rounded.</summary>
internal static class Values
{
    private const int DaysOfWeek = 7;

    /// <summary>
    /// How the numbers of two mentions agree, and why. A conflict is firm when the two values are the only ones of their unit on either side;
    /// two numbers without a unit, or one of several, may measure different things.
    /// </summary>
    public static (Agreement Kind, string Text, bool Moved, bool Firm) Compare(Amount[] a, Amount[] b)
    {
        if (a.Length == 0 && b.Length == 0) return (Agreement.Equal, "", false, false);
        var kind = Agreement.Equal;
        var text = "";
        var used = new bool[b.Length];
        (Amount X, Amount Y)? conflict = null;
        foreach (var x in a)
        {
            var at = Partner(x, b, used, Single(a, x.Whole) && Single(b, x.Whole));
            if (at < 0)
            {
                if (kind < Agreement.OneSided) (kind, text) = (Agreement.OneSided, $"Only one of them says {x.Text}.");
                continue;
            }
            used[at] = true;
            // "60 months" as "five years", where it is as long.
            var y = (x.Unit != b[at].Unit || x.Value != b[at].Value) && Conversions.Same(x, b[at]) ? b[at] with { Value = x.Value, Unit = x.Unit } : b[at];
            var step = Apart(x.Change, y.Change) ? Agreement.Conflict : Interval.Agree(x, y);
            if (step is Agreement.Conflict) conflict ??= (x, y);
            else if (step is Agreement.Equal)
            {
                if (kind is Agreement.Equal) text = $"Both say {x.Text}.";
            }
            else if (kind < step) (kind, text) = (step, step is Agreement.Other ? $"{x.Text} and {y.Text} bound it from two sides or in part." : $"{x.Text} and {y.Text} can both hold.");
        }
        if (conflict is var (one, other))
        {
            var firm = one.Unit != 0 && one.Unit == other.Unit && Only(one, a) && Only(other, b);
            return (Agreement.Conflict, $"One says {one.Text}, the other {other.Text}.", one.Change is "rose-to" or "fell-to" && one.Value != other.Value, firm);
        }
        if (Array.IndexOf(used, false) is >= 0 and var rest)
            (kind, text) = (kind < Agreement.OneSided ? Agreement.OneSided : Agreement.Other, $"Only one of them says {b[rest].Text}.");
        return (kind, text, false, false);
    }

    /// <summary>Whether there is one number, beside any that only say of how many it is a part; or one of these.</summary>
    public static bool Single(Amount[] among, bool wholes = false) => among.Count(a => a.Whole == wholes) == 1;

    private static bool Only(Amount one, Amount[] among) => among.Count(o => o.Unit == one.Unit && o.Whole == one.Whole) == 1;

    public static bool OtherDays((int From, int To)[] a, (int From, int To)[] b) =>
        a.Length > 0 && b.Length > 0 && !a.Any(x => b.Any(y => x.From <= y.To && y.From <= x.To));

    /// <summary>
    /// Whether the same word may stand for the different days of two mentions: "on Friday" a week later, or "yesterday" a day later. Such days
    /// tell of two events, or of one text that was published twice, but of no contradiction.
    /// </summary>
    public static bool SameWordForDays(ClaimFeatures a, ClaimFeatures b)
    {
        int publishedA = Day(a.PublishedAt), publishedB = Day(b.PublishedAt);
        foreach (var x in a.Days)
            foreach (var y in b.Days)
            {
                var (apartA, apartB) = (x.From - publishedA, y.From - publishedB);
                if (Math.Abs(apartA) > DaysOfWeek || Math.Abs(apartB) > DaysOfWeek) continue;
                if (apartA == apartB || (x.From - y.From) % DaysOfWeek == 0) return true;
            }
        return false;
    }

    private static int Day(long ticks) => (int)(ticks / TimeSpan.TicksPerDay);

    // The number of the other mention that speaks of the same thing: of the same unit, the equal value before another. "Nine" may be nine people, but no nine percent.
    private static int Partner(Amount x, Amount[] b, bool[] used, bool alone)
    {
        var found = -1;
        for (var i = 0; i < b.Length; i++)
        {
            var unit = x.Unit == b[i].Unit || (alone && (x.Unit == 0 || b[i].Unit == 0) && x.Share == b[i].Share);
            if (used[i] || x.Whole != b[i].Whole || By(x) != By(b[i])) continue;
            if (x.Value == b[i].Value && (unit || Alikeness.Are(x.Unit, b[i].Unit)) || Conversions.Same(x, b[i])) return i;
            if (!unit) continue;
            if (found < 0) found = i;
        }
        return found;
    }

    // The one rose, the other fell.
    private static bool Apart(string? a, string? b) => a is not null && b is not null && a[0] != b[0];

    private static bool By(Amount x) => x.Change is "rose-by" or "fell-by";
}
