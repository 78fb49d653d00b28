using System.Globalization;
using Dateline.Claims;

namespace Dateline.Matching;

// Numbers and days as they are compared.
internal sealed partial class ClaimFeatures
{
    private const int LongestUnit = 8;

    private static readonly HashSet<int> none = [];

    // What is counted belongs to the subject; how much and when are values.
    private static bool IsValue(Term term, Mention mention)
    {
        if (term.Is(TermKinds.Number)) return true;
        if (mention.More.Count > 0) return false;
        int start = mention.Content.Start + term.Start, end = mention.Content.Start + term.End;
        foreach (var number in mention.Numbers)
            if (start >= number.Start && end <= number.End) return Units.Of(mention, number).Unit != 0 || !Counts(number, term);
        foreach (var date in mention.Dates)
            if (start >= date.Start && end <= date.End) return true;
        return false;
    }

    private static bool Counts(NumberFact number, Term term)
    {
        if (number.Unit is null) return false;
        foreach (var word in Terms.Read(number.Unit, LongestUnit))
            if (word.Id == term.Id && !word.Is(TermKinds.Stop)) return true;
        return false;
    }

    // The numbers that count, measure or date something, as terms.
    private static HashSet<int> Counted(Mention mention)
    {
        if (mention.Numbers.Count + mention.Dates.Count == 0) return none;
        var counted = new HashSet<int>();
        foreach (var number in mention.Numbers) Take(number.Text);
        foreach (var date in mention.Dates) Take(date.Text);
        return counted;

        void Take(string stretch)
        {
            foreach (var term in Terms.Read(stretch, LongestUnit)) if (term.Is(TermKinds.Number)) counted.Add(term.Id);
        }
    }

    private static List<Amount> AmountsOf(Mention mention, string text, ReadOnlySpan<Term> terms)
    {
        var amounts = new List<Amount>(mention.Numbers.Count);
        NumberFact? last = null;
        var counted = 0;
        foreach (var n in mention.Numbers)
        {
            if (!decimal.TryParse(n.Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)) continue;
            var (unit, hour) = Units.Of(mention, n);
            if (n.Unit is not null && unit == 0)
                foreach (var term in Terms.Read(n.Unit, LongestUnit))
                    if (!term.Is(TermKinds.Stop)) unit = term.Id;
            var noun = unit;
            if ((hour != 0 ? hour : Rates.Of(mention, n)) is not 0 and var rate) unit = Terms.Mix((uint)(unit * 31 + rate));
            var amount = new Amount(value, unit, n.Bound, n.Change, n.Text) { Closed = n.Bound is "more-than" or "less-than" && Bounds.Closed(mention, n.Start), Share = n.Unit?.StartsWith("percent", StringComparison.Ordinal) is true };
            if (last is not null && Joins(mention, last, n) && counted == noun && amounts[^1].Value < value)
                amounts[^1] = amounts[^1] with { To = value, Unit = unit, Change = amounts[^1].Change ?? n.Change, Text = Between(mention, last, n) };
            else
            {
                var at = Labels.Placed(mention, n.Start);
                amount = amount with { Whole = Wholes.Is(text, terms, at, out var part) };
                // "Five of the seven hostages" are five hostages.
                if (part >= 0 && last is not null && amounts[^1].Unit == 0 && Labels.Placed(mention, last.Start) is var begins && part >= begins && part < begins + last.Text.Length)
                    amounts[^1] = amounts[^1] with { Unit = unit };
                amounts.Add(amount);
            }
            (last, counted) = (n, noun);
        }
        return amounts;
    }

    private static (int, int)[] DaysOf(Mention mention, string text, ReadOnlySpan<Term> terms, DateTimeOffset publishedAt)
    {
        var days = new List<(int, int)>(mention.Dates.Count);
        foreach (var date in mention.Dates)
            if (Day(date.From) is { } from) days.Add((from, Math.Max(from, Day(date.To) ?? from)));
        Periods.Read(text, terms, mention, publishedAt, days);
        return [.. days];
    }

    private static int? Day(string? day) => DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date.DayNumber : null;

    // "Between 30 and 40 shops", "three to five weeks": one amount with two ends.
    private static bool Joins(Mention mention, NumberFact low, NumberFact high) =>
        low.Bound is "more-than" && high.Bound is "less-than" && Between(mention, low, high)[low.Text.Length..^high.Text.Length].Trim() is "to" or "and" or "-" or "–";

    private static string Between(Mention mention, NumberFact low, NumberFact high)
    {
        foreach (var part in mention.More.Prepend(mention.Content))
            if (low.Start >= part.Start && high.End <= part.End && low.End <= high.Start) return part.Text[(low.Start - part.Start)..(high.End - part.Start)];
        return low.Text + high.Text;
    }
}
