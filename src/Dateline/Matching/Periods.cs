using System.Buffers;
using Dateline.Claims;

namespace Dateline.Matching;

/// <summary>
/// Periods that a mention speaks of and that its dates leave out: halves and quarters of years, seasons, and the month up to which is reckoned. Without a
/// year they are the last that had begun when it was published, or the next in what is foretold (TIMEX3, Pustejovsky et al. 2003). Seasons are the northern ones.
/// </summary>
internal static class Periods
{
    private const int Quarter = 3, Half = 6, Year = 12;
    private const int FirstYear = 1900, LastYear = 2099;

    // A season that ended no longer ago is "this winter" still.
    private const int Lately = 31;

    private static readonly string[] ordinals = ["first", "second", "third", "fourth"], seasons = ["spring", "summer", "autumn", "winter"];

    private static readonly string[] months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    // With what letters quarters, halves, seasons and months begin.
    private static readonly SearchValues<char> Opening = SearchValues.Create("qhswafQHSWAFJMOND");

    /// <summary>Adds the periods among the terms to the days of the mention's dates.</summary>
    public static void Read(string text, ReadOnlySpan<Term> terms, Mention mention, DateTimeOffset publishedAt, List<(int From, int To)> into)
    {
        for (var i = 0; i < terms.Length; i++)
        {
            if (!Opening.Contains(text[terms[i].Start])) continue;
            var (month, length) = At(text, terms, i);
            if (length == 0 || Dated(mention, terms[i])) continue;
            var year = YearAt(text, terms, i);
            // "The summer of 2024" is not all of 2024.
            if (year is { } whole) into.Remove((First(whole, 1), First(whole + 1, 1) - 1));
            var today = DateOnly.FromDateTime(publishedAt.UtcDateTime);
            if (today.Year is < FirstYear or > LastYear && year is null) continue;
            var begins = year ?? Nearest(text, terms, i, today, month, length, mention.Mode is Mode.Prediction or Mode.Promise);
            into.Add((First(begins, month), First(begins, month + length) - 1));
        }
    }

    /// <summary>
    /// Whether two mentions speak of different periods, so that their values are not to be compared: no day is common, or one is of a whole quarter or half and the other of another
    /// whole period; where <paramref name="change"/> says that the values are changes, of any two whole periods that are not the same.
    /// </summary>
    public static bool Other((int From, int To)[] a, (int From, int To)[] b, bool change)
    {
        if (a.Length == 0 || b.Length == 0) return false;
        var meet = false;
        foreach (var x in a)
            foreach (var y in b)
            {
                if (x == y) return false;
                var (one, other) = (Months(x), Months(y));
                var whole = one > 0 && other > 0 && (change || one is Quarter or Half || other is Quarter or Half);
                meet |= !whole && x.From <= y.To && y.From <= x.To;
            }
        return !meet;
    }

    /// <summary>Whether both are days or weeks, on which a count stood at a value, and the one is later.</summary>
    public static bool Later((int From, int To)[] a, (int From, int To)[] b) => a.Min(x => x.From) > b.Max(x => x.From) && !Whole(a) && !Whole(b);

    /// <summary>Whether a whole month or more is spoken of.</summary>
    public static bool Whole((int From, int To)[] days) => Array.Exists(days, d => Months(d) > 0);

    // How many whole months it is; 0 for what is none.
    private static int Months((int From, int To) days)
    {
        var (from, next) = (DateOnly.FromDayNumber(days.From), DateOnly.FromDayNumber(Math.Min(days.To + 1, DateOnly.MaxValue.DayNumber)));
        return from.Day == 1 && next.Day == 1 ? (next.Year - from.Year) * Year + next.Month - from.Month : 0;
    }

    // The month in which the period that a term closes begins, and how many it has.
    private static (int Month, int Length) At(string text, ReadOnlySpan<Term> terms, int i)
    {
        var word = Opposition.Text(text, terms, i);
        var before = Opposition.Text(text, terms, i - 1);
        if (Is(word, "quarter")) return IndexOf(ordinals, before) is >= 0 and var quarter ? (Quarter * quarter + 1, Quarter) : default;
        if (Is(word, "half") && IndexOf(ordinals, before) is (0 or 1) and var which && !(Is(text, terms, i + 1, "of") && !OfYear(text, terms, i + 2))) return (Half * which + 1, Half);
        if (word is ['H', '1' or '2']) return (Half * (word[1] - '1') + 1, Half);
        var season = Is(word, "fall") && (Is(before, "last") || Is(before, "this") || Is(before, "next") || Is(before, "the") && !Is(text, terms, i + 1, "of")) ? 2 : IndexOf(seasons, word);
        if (season >= 0) return Seasonal(text, terms, i, before) ? (Quarter * season + Quarter, Quarter) : default;
        // "In the three months to March": a month that ends what is reckoned.
        if (!(Is(before, "to") || Is(before, "ended") || Is(before, "ending")) || !char.IsUpper(word.Length > 0 ? word[0] : ' ') || IndexOf(months, word) is not (>= 0 and var month)) return default;
        return Reckons(Opposition.Text(text, terms, i - 2)) ? (month + 1, 1) : default;
    }

    private static bool Seasonal(string text, ReadOnlySpan<Term> terms, int i, ReadOnlySpan<char> before) =>
        Is(before, "in") || Is(before, "during") || Is(before, "since") || Is(before, "last") || Is(before, "this") || Is(before, "next") || Is(before, "early") || Is(before, "late")
        || Is(before, "the") && (Is(text, terms, i - 2, "in") || Is(text, terms, i - 2, "during") || Is(text, terms, i - 2, "since") || Is(text, terms, i - 2, "over")) || YearAt(text, terms, i) is not null;

    private static bool Reckons(ReadOnlySpan<char> word) => Is(word, "months") || Is(word, "year") || Is(word, "quarter") || Is(word, "half") || Is(word, "period");

    private static bool OfYear(string text, ReadOnlySpan<Term> terms, int i) =>
        Digits(text, terms, i) is not null || (Is(text, terms, i, "the") || Is(text, terms, i, "this") || Is(text, terms, i, "last") || Is(text, terms, i, "next")) && Is(text, terms, i + 1, "year");

    // "Of 2024", "2024", "of last year" is left to the dates.
    private static int? YearAt(string text, ReadOnlySpan<Term> terms, int i) => Digits(text, terms, Is(text, terms, i + 1, "of") ? i + 2 : i + 1);

    private static int? Digits(string text, ReadOnlySpan<Term> terms, int i) =>
        Opposition.Text(text, terms, i) is { Length: 4 } digits && int.TryParse(digits, out var year) && year is >= FirstYear and < LastYear ? year : null;

    private static int Nearest(string text, ReadOnlySpan<Term> terms, int i, DateOnly today, int month, int length, bool future)
    {
        var before = Opposition.Text(text, terms, i - 1);
        var year = today.Year;
        var day = today.DayNumber;
        if (future || Is(before, "next"))
        {
            while (First(year - 1, month + length) > day) year--;
            while (Is(before, "next") ? First(year, month) <= day : First(year, month + length) <= day) year++;
            return year;
        }
        while (First(year, month) > day) year--;
        return Is(before, "last") && First(year, month + length) + Lately > day ? year - 1 : year;
    }

    // The first day of a month, which may be counted beyond its year.
    private static int First(int year, int month) => new DateOnly(year + (month - 1) / Year, (month - 1) % Year + 1, 1).DayNumber;

    private static bool Dated(Mention mention, Term term)
    {
        if (mention.More.Count > 0) return false;
        foreach (var date in mention.Dates)
            if (date.From is not null && mention.Content.Start + term.Start >= date.Start && mention.Content.Start + term.End <= date.End) return true;
        return false;
    }

    private static int IndexOf(string[] words, ReadOnlySpan<char> word)
    {
        for (var i = 0; i < words.Length; i++) if (Is(word, words[i])) return i;
        return -1;
    }

    private static bool Is(string text, ReadOnlySpan<Term> terms, int i, string word) => Is(Opposition.Text(text, terms, i), word);

    private static bool Is(ReadOnlySpan<char> word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);
}
