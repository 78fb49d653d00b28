namespace Dateline.Extraction;

// Days of the calendar, by the day of publication where the year is not given.
internal static partial class Dates
{
    internal static (int, DateOnly?, DateOnly?) Calendar(int date, int month, int? year, int end, DateOnly? today, bool future)
    {
        var on = Resolve(date, month, year, today, future);
        return (end + (year is null ? 0 : 1), on, on);
    }

    /// <summary>A day of the year that is given; else the next such day in what lies ahead, or that of the nearest year.</summary>
    internal static DateOnly? Resolve(int date, int month, int? year, DateOnly? today, bool future)
    {
        if (year is not null || today is not { } t) return Day(year ?? 0, month, date);
        if (!future) return Day(t.Year + (month > t.Month + 6 ? -1 : month < t.Month - 6 ? 1 : 0), month, date);
        // 29 February may be up to eight years off.
        for (var next = t.Year; next <= t.Year + 8; next++) if (Day(next, month, date) is { } day && day >= t) return day;
        return null;
    }

    internal static (int End, DateOnly? From, DateOnly? To) Period(string unit, int step, int end, DateOnly? today)
    {
        if (unit is not ("week" or "month" or "year" or "weekend" or "quarter" or "decade")) return default;
        if (today is not { } t || t.Year is < 20 or > 9970) return (end, null, null);
        var monday = t.AddDays(-(((int)t.DayOfWeek + 6) % 7) + 7 * step);
        return unit switch
        {
            "week" => (end, monday, monday.AddDays(6)),
            "weekend" => (end, monday.AddDays(5), monday.AddDays(6)),
            "month" => (end, new DateOnly(t.Year, t.Month, 1).AddMonths(step), new DateOnly(t.Year, t.Month, 1).AddMonths(step + 1).AddDays(-1)),
            "quarter" => (end, new DateOnly(t.Year, (t.Month - 1) / 3 * 3 + 1, 1).AddMonths(3 * step), new DateOnly(t.Year, (t.Month - 1) / 3 * 3 + 1, 1).AddMonths(3 * step + 3).AddDays(-1)),
            "decade" => (end, new DateOnly(t.Year / 10 * 10 + 10 * step, 1, 1), new DateOnly(t.Year / 10 * 10 + 10 * step + 9, 12, 31)),
            _ => (end, new DateOnly(t.Year + step, 1, 1), new DateOnly(t.Year + step, 12, 31))
        };
    }

    /// <summary>A month without its year: the last one, or the next.</summary>
    internal static (int End, DateOnly? From, DateOnly? To) MonthIn(int named, DateOnly? today, bool later, int end)
    {
        var guess = today is { } t ? Day(named > t.Month && !later ? t.Year - 1 : named < t.Month && later ? t.Year + 1 : t.Year, named, 1) : null;
        return (end, guess, guess?.AddMonths(1).AddDays(-1));
    }

    internal static DateOnly? Day(int year, int month, int day) => year is >= 1 and <= 9990 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
}
