using System.Collections.Frozen;
using System.Globalization;
using Dateline.Claims;

namespace Dateline.Extraction;

/// <summary>Dates, resolved against the time of publication where the text is relative (TimeML's deictic expressions, Pustejovsky et al. 2003).</summary>
internal static class Dates
{
    private static readonly FrozenDictionary<string, int> months = Months();

    private static readonly FrozenDictionary<string, DayOfWeek> days = Enum.GetValues<DayOfWeek>().ToFrozenDictionary(d => d.ToString().ToLowerInvariant(), d => d, StringComparer.Ordinal);

    internal static IEnumerable<DateFact> Find(TokenisedText text, Stretch part, DateTimeOffset? publishedAt)
    {
        DateOnly? today = publishedAt is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null;
        for (var i = part.Start; i < part.End; i++)
        {
            if (At(text, part, i, today) is not { } found) continue;
            yield return new(
                text.Tokens[i].Start, text.Tokens[found.End - 1].End, text.Text[text.Tokens[i].Start..text.Tokens[found.End - 1].End], Iso(found.From), Iso(found.To));
            i = found.End - 1;
        }
    }

    private static (int End, DateOnly? From, DateOnly? To)? At(TokenisedText text, Stretch part, int i, DateOnly? today)
    {
        var word = text.Lower(i);
        if (months.TryGetValue(word.TrimEnd('.'), out var month) && text.IsCapital(i)) return Month(text, part, i, month, today);
        if (Number(text, i, part) is { } day and >= 1 and <= 31 && i + 1 < part.End && months.TryGetValue(text.Lower(i + 1).TrimEnd('.'), out var after) && text.IsCapital(i + 1))
            return Full(text, part, i + 2, after, day, today);
        if (Number(text, i, part) is { } year and >= 1900 and <= 2100 && text.Tokens[i].End - text.Tokens[i].Start == 4 && text.Lower(i - 1) is "in" or "since" or "until" or "by" or "of" or "during")
            return (i + 1, new(year, 1, 1), new(year, 12, 31));
        if (days.TryGetValue(word, out var weekday)) return (i + 1, Nearest(text, i, weekday, today), Nearest(text, i, weekday, today));
        return Relative(text, part, i, word, today);
    }

    private static (int, DateOnly?, DateOnly?)? Relative(TokenisedText text, Stretch part, int i, string word, DateOnly? today)
    {
        switch (word)
        {
            case "today" or "tonight": return (i + 1, today, today);
            case "yesterday": return (i + 1, today?.AddDays(-1), today?.AddDays(-1));
            case "tomorrow": return (i + 1, today?.AddDays(1), today?.AddDays(1));
            case "last" or "next" or "this" when i + 1 < part.End: return Around(text, i, word, today);
            case "within" when i + 2 < part.End && Number(text, i + 1, part) is { } count and <= 1000 && Days(text.Lower(i + 2)) is { } unit:
                return (i + 3, today, today?.AddDays(count * unit));
            default: return null;
        }
    }

    private static (int, DateOnly?, DateOnly?)? Around(TokenisedText text, int i, string which, DateOnly? today)
    {
        var step = which == "last" ? -1 : which == "next" ? 1 : 0;
        return (text.Lower(i + 1), today) switch
        {
            ("week", { } t) => (i + 2, Monday(t).AddDays(7 * step), Monday(t).AddDays(7 * step + 6)),
            ("month", { } t) => (i + 2, First(t).AddMonths(step), First(t).AddMonths(step + 1).AddDays(-1)),
            ("year", { } t) => (i + 2, new(t.Year + step, 1, 1), new(t.Year + step, 12, 31)),
            ("summer", { } t) => (i + 2, new(Season(t, step), 6, 1), new(Season(t, step), 8, 31)),
            ("week" or "month" or "year" or "summer", null) => (i + 2, null, null),
            _ => null
        };
    }

    private static (int, DateOnly?, DateOnly?)? Month(TokenisedText text, Stretch part, int i, int month, DateOnly? today)
    {
        if (i + 1 < part.End && Number(text, i + 1, part) is { } day and >= 1 and <= 31) return Full(text, part, i + 2, month, day, today);
        if (i + 1 < part.End && Number(text, i + 1, part) is { } year and >= 1900 and <= 2100) return (i + 2, new(year, month, 1), new DateOnly(year, month, 1).AddMonths(1).AddDays(-1));
        if (month == 5 && text.Lower(i - 1) is not ("in" or "since" or "by" or "last" or "until" or "of")) return null;
        return today is { } t ? (i + 1, new(t.Year, month, 1), new DateOnly(t.Year, month, 1).AddMonths(1).AddDays(-1)) : (i + 1, null, null);
    }

    private static (int, DateOnly?, DateOnly?) Full(TokenisedText text, Stretch part, int next, int month, int day, DateOnly? today)
    {
        var comma = next < part.End && text.IsMark(next, ',') ? 1 : 0;
        var year = next + comma < part.End && Number(text, next + comma, part) is { } y and >= 1900 and <= 2100 ? y : (int?)null;
        var end = year is null ? next : next + comma + 1;
        if ((year ?? today?.Year) is not { } known || day > DateTime.DaysInMonth(known, month)) return (end, null, null);
        var date = new DateOnly(known, month, day);
        if (year is null && today is { } t && date > t.AddDays(200)) date = date.AddYears(-1);
        return (end, date, date);
    }

    /// <summary>The day of that name nearest to publication: the last one, or, after "next" or in the future, the coming one.</summary>
    private static DateOnly? Nearest(TokenisedText text, int i, DayOfWeek weekday, DateOnly? today)
    {
        if (today is not { } t) return null;
        var back = ((int)t.DayOfWeek - (int)weekday + 7) % 7;
        var ahead = text.Lower(i - 1) is "next" or "by" or "until" || text.Lower(i - 2) is "by" or "until" or "will";
        return ahead ? t.AddDays((7 - back) % 7 == 0 ? 7 : 7 - back) : t.AddDays(-back);
    }

    private static int? Number(TokenisedText text, int i, Stretch part)
    {
        if (i >= part.End || text.Tokens[i].Kind != TokenKind.Number) return i < part.End && text.Lower(i) is "two" ? 2 : i < part.End && text.Lower(i) is "three" ? 3 : null;
        var token = text.Of(i);
        var digits = token.IndexOfAnyExceptInRange('0', '9');
        if (digits > 0 && token[digits..] is not ("st" or "nd" or "rd" or "th")) return null;
        return int.TryParse(digits < 0 ? token : token[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static int? Days(string unit) => unit switch { "days" or "day" => 1, "weeks" or "week" => 7, "months" or "month" => 30, "years" or "year" => 365, _ => null };

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);

    private static int Season(DateOnly t, int step) => step < 0 ? (t.Month > 8 ? t.Year : t.Year - 1) : step > 0 ? (t.Month < 6 ? t.Year : t.Year + 1) : t.Year;

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static FrozenDictionary<string, int> Months()
    {
        var names = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;
        var all = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var m = 1; m <= 12; m++)
        {
            all[names[m - 1].ToLowerInvariant()] = m;
            all[names[m - 1][..3].ToLowerInvariant()] = m;
        }
        all["sept"] = 9;
        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
