using Dateline.Claims;

namespace Dateline.Extraction;

/// <summary>Dates and times, resolved against the day of publication where they are relative.</summary>
internal static class Dates
{
    private static readonly string[] months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    public static List<DateFact> In(Reading r, Range range, DateTimeOffset? publishedAt, bool[] dated)
    {
        var all = new List<DateFact>();
        var today = publishedAt is { } p ? DateOnly.FromDateTime(p.DateTime) : (DateOnly?)null;
        for (var i = range.Start; i < range.End && all.Count < 40; i++)
        {
            if (r.Tokens[i].Kind is TokenKind.Mark or TokenKind.Quote || Read(r, range, i, today) is not var (end, from, to)) continue;
            end = Math.Min(end, range.End);
            for (var k = i; k < end; k++) if (k - range.Start < dated.Length) dated[k - range.Start] = true;
            var (a, b) = (r.Tokens[i].Start, r.Tokens[end - 1].End);
            all.Add(new(a, b, r.Text[a..b], from?.ToString("yyyy-MM-dd", null), to?.ToString("yyyy-MM-dd", null)));
            i = end - 1;
        }
        return all;
    }

    private static (int End, DateOnly? From, DateOnly? To)? Read(Reading r, Range range, int i, DateOnly? today)
    {
        var t = r.Tokens[i];
        if (t.Is(Tag.Month) && t.Capital && Month(r, i) is { } month && !(r.Says(i, "may") && r.Is(i + 1, Tag.Object))) return OfMonth(r, i, month, today);
        if (t.Kind == TokenKind.Number)
        {
            var day = Number(r, i);
            if (day is >= 1 and <= 31 && i + 1 < range.End && r.Is(i + 1, Tag.Month) && r.Tokens[i + 1].Capital && Month(r, i + 1) is { } m)
            {
                var year = i + 2 < range.End ? Year(r, i + 2) : null;
                var date = Make(year, m, day.Value, today);
                return (year is null ? i + 2 : i + 3, date, date);
            }
            if (Year(r, i) is { } y && (r.Is(i - 1, Tag.Preposition) || r.Is(i - 1, Tag.Month))) return (i + 1, new DateOnly(y, 1, 1), new DateOnly(y, 12, 31));
            return null;
        }
        if (t.Is(Tag.Weekday) && Weekday(r, i) is { } weekday)
        {
            if (today is not { } now) return (i + 1, null, null);
            var back = ((int)now.DayOfWeek - weekday + 7) % 7;
            var next = r.Says(i - 1, "next") || r.Says(i - 1, "coming") || r.Says(i - 1, "until") || r.Says(i - 1, "by");
            if (back == 0 && r.Says(i - 1, "last")) back = 7;
            var date = next ? Add(now, back == 0 ? 7 : 7 - back) : Add(now, -back);
            return (i + 1, date, date);
        }
        if (r.Says(i, "today") || r.Says(i, "tonight")) return (i + 1, today, today);
        if (r.Says(i, "yesterday")) return One(i + 1, today, -1);
        if (r.Says(i, "tomorrow")) return One(i + 1, today, 1);
        if (r.Says(i, "the") && r.Says(i + 1, "next") && r.Says(i + 2, "day")) return One(i + 3, today, 1);
        if (r.Says(i, "the") && (r.Says(i + 1, "previous") || r.Says(i + 1, "day") && r.Says(i + 2, "before")) && (r.Says(i + 2, "day") || r.Says(i + 2, "before"))) return One(i + 3, today, -1);
        var step = r.Says(i, "last") ? -1 : r.Says(i, "next") ? 1 : r.Says(i, "this") ? 0 : 2;
        if (step < 2 && i + 1 < range.End && r.Is(i + 1, Tag.Time) && Relative.Period(r.Of(i + 1), step, today) is { } period) return (i + 2, period.From, period.To);
        if (r.Says(i, "within") || r.Says(i, "in")) return Relative.Span(r, range, i, today);
        return null;
    }

    private static (int, DateOnly?, DateOnly?) One(int end, DateOnly? today, int days) => today is { } d ? (end, Add(d, days), Add(d, days)) : (end, null, null);

    private static (int, DateOnly?, DateOnly?)? OfMonth(Reading r, int i, int month, DateOnly? today)
    {
        if (Number(r, i + 1) is { } day and >= 1 and <= 31)
        {
            var at = r.Comma(i + 2) ? i + 3 : i + 2;
            var year = Year(r, at);
            var date = Make(year, month, day, today);
            return (year is null ? i + 2 : at + 1, date, date);
        }
        if (Year(r, i + 1) is { } y) return (i + 2, new DateOnly(y, month, 1), new DateOnly(y, month, DateTime.DaysInMonth(y, month)));
        if (r.Says(i, "may") || r.Says(i, "march")) { if (!r.Is(i - 1, Tag.Preposition) && !r.Says(i - 1, "last") && !r.Says(i - 1, "next")) return null; }
        if (today is not { } now) return (i + 1, null, null);
        var which = r.Says(i - 1, "next") ? (month > now.Month ? now.Year : now.Year + 1) : month <= now.Month ? now.Year : now.Month == 12 || r.Says(i - 1, "by") ? now.Year : now.Year - 1;
        which = Math.Clamp(which, 1, 9999);
        return (i + 1, new DateOnly(which, month, 1), new DateOnly(which, month, DateTime.DaysInMonth(which, month)));
    }

    // Without a year, the one that puts the day nearest to publication.
    private static DateOnly? Make(int? year, int month, int day, DateOnly? today)
    {
        if (year is { } y) return day <= DateTime.DaysInMonth(y, month) ? new DateOnly(y, month, day) : null;
        if (today is not { } now) return null;
        DateOnly? best = null;
        for (var candidate = Math.Max(1, now.Year - 1); candidate <= Math.Min(9999, now.Year + 1); candidate++)
        {
            if (day > DateTime.DaysInMonth(candidate, month)) continue;
            var date = new DateOnly(candidate, month, day);
            if (best is null || Math.Abs(date.DayNumber - now.DayNumber) < Math.Abs(best.Value.DayNumber - now.DayNumber)) best = date;
        }
        return best;
    }

    internal static DateOnly Add(DateOnly day, int days) => DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));

    private static int? Month(Reading r, int i)
    {
        var word = r.Of(i);
        for (var k = 0; k < months.Length; k++)
            if (word.Length >= 3 && word[..3].Equals(months[k], StringComparison.OrdinalIgnoreCase)) return k + 1;
        return null;
    }

    private static int? Weekday(Reading r, int i)
    {
        var at = Array.FindIndex(days, d => r.Says(i, d));
        return at < 0 ? null : at;
    }

    private static int? Number(Reading r, int i)
    {
        if (i < 0 || i >= r.Tokens.Length || r.Tokens[i].Kind != TokenKind.Number) return null;
        var word = r.Of(i);
        var digits = 0;
        while (digits < word.Length && char.IsAsciiDigit(word[digits])) digits++;
        if (digits is 0 or > 4) return null;
        return digits == word.Length || word[digits..] is "th" or "st" or "nd" or "rd" ? int.Parse(word[..digits], System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    private static int? Year(Reading r, int i) => Number(r, i) is { } n and >= 1500 and <= 2200 && r.Tokens[i].End - r.Tokens[i].Start == 4 ? n : null;
}
