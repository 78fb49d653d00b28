namespace Dateline.Extraction;

/// <summary>Periods counted from the day of publication: "last summer", "this week", "within two weeks".</summary>
internal static class Relative
{
    /// <summary>The period that a noun names, <paramref name="step"/> periods from now; weeks begin on Monday, seasons are the northern ones.</summary>
    public static (DateOnly? From, DateOnly? To)? Period(ReadOnlySpan<char> noun, int step, DateOnly? today)
    {
        var day = today ?? new DateOnly(2000, 6, 15);
        (DateOnly, DateOnly)? found = null;
        if (noun is "week")
        {
            var monday = Dates.Add(day, -(((int)day.DayOfWeek + 6) % 7) + 7 * step);
            found = (monday, Dates.Add(monday, 6));
        }
        else if (noun is "weekend")
        {
            var saturday = Dates.Add(day, -(((int)day.DayOfWeek + 6) % 7) + 5 + 7 * step);
            found = (saturday, Dates.Add(saturday, 1));
        }
        else if (noun is "month") found = Months(day.Year, day.Month + step, 1);
        else if (noun is "quarter") found = Months(day.Year, (day.Month - 1) / 3 * 3 + 1 + 3 * step, 3);
        else if (noun is "year") found = Months(day.Year + step, 1, 12);
        else if (noun is "night" && step < 0) found = (Dates.Add(day, -1), Dates.Add(day, -1));
        else if (noun is "morning" or "afternoon" or "evening" && step == 0) found = (day, day);
        else if (noun is "spring" or "summer" or "autumn" or "fall" or "winter")
        {
            var first = noun is "spring" ? 3 : noun is "summer" ? 6 : noun is "winter" ? 12 : 9;
            var year = day.Year;
            var over = day.Month > first + 2 || first == 12 && day.Month is > 2 and < 12;
            if (first == 12) year += day.Month < 12 && !(step == 1) ? -1 : 0;
            else if (step < 0) year -= over ? 0 : 1;
            else if (step > 0) year += day.Month >= first ? 1 : 0;
            found = Months(year, first, 3);
        }
        if (found is null) return null;
        return today is null ? (null, null) : found;
    }

    private static (DateOnly, DateOnly) Months(int year, int month, int count)
    {
        var first = Math.Clamp(year * 12 + month - 1, 12, 9999 * 12 + 11 - count);
        var from = new DateOnly(first / 12, first % 12 + 1, 1);
        var end = first + count;
        return (from, Dates.Add(new DateOnly(end / 12, end % 12 + 1, 1), -1));
    }

    /// <summary>"within two weeks", "in the next three days", "in 10 days": from publication to the last day.</summary>
    public static (int End, DateOnly? From, DateOnly? To)? Span(Reading r, Range range, int i, DateOnly? today)
    {
        var k = i + 1;
        var coming = r.Says(i, "within");
        while (k < range.End && (r.Says(k, "the") || r.Says(k, "next") || r.Says(k, "coming") || r.Says(k, "about"))) { coming |= r.Says(k, "next") || r.Says(k, "coming"); k++; }
        if (k + 1 >= range.End || Count(r, k) is not { } count) return null;
        var unit = r.Says(k + 1, "day") || r.Says(k + 1, "days") ? 1 : r.Says(k + 1, "week") || r.Says(k + 1, "weeks") ? 7
            : r.Says(k + 1, "month") || r.Says(k + 1, "months") ? 30 : r.Says(k + 1, "year") || r.Says(k + 1, "years") ? 365
            : r.Says(k + 1, "hours") || r.Says(k + 1, "hour") ? 0 : -1;
        if (unit < 0) return null;
        if (today is not { } now) return (k + 2, null, null);
        var reach = unit == 0 ? (count + 23) / 24 : count * unit;
        var last = unit == 30 || unit == 365 ? now.AddMonths(Math.Min(count * (unit == 30 ? 1 : 12), (9999 - now.Year) * 12)) : Dates.Add(now, reach);
        return (k + 2, coming ? now : last, last);
    }

    private static int? Count(Reading r, int k)
    {
        if (r.Says(k, "a") || r.Says(k, "one")) return 1;
        string[] small = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
        for (var n = 0; n < small.Length; n++) if (r.Says(k, small[n])) return n + 2;
        return r.Tokens[k].Kind == TokenKind.Number && r.Of(k).Length <= 3 && int.TryParse(r.Of(k), System.Globalization.NumberStyles.None, null, out var value) ? value : null;
    }
}
