namespace Dateline.Extraction;

/// <summary>
/// Days that are counted from the day of publication (TIMEX3, Pustejovsky et al. 2003): "three days ago", and in what lies ahead "within two weeks", "in ten days", "in three weeks' time",
/// "the next six months", "a week on Monday", "two years from now". What is counted from another event ("within a week of the vote") is no day.
/// </summary>
internal static class DateDurations
{
    private const int Most = 5000;

    // What may stand between "in" or "within" and the count; "more than" sets no end.
    private const string Loose = " about around roughly some approximately nearly almost just under less fewer than only the at most next coming another inside up to ";
    // "The first in ten years", "once in a decade": how rare it is.
    private const string Rare = " once twice times time first second third fourth fifth last only most least one worst best every ";
    private const string Elsewhere = " of after before later earlier ago old since following ";

    internal static (int End, DateOnly? From, DateOnly? To) At(string text, List<Token> tokens, int i, DateOnly? today, bool future)
    {
        if (tokens[i].Is("next") || tokens[i].Is("coming")) return future ? Next(text, tokens, i, today) : default;
        if (Count(text, tokens[i]) is not (> 0 and <= Most and var count) || i + 1 >= tokens.Count) return default;
        var at = i + 1;
        if (at + 2 < tokens.Count && (tokens[at].Is("to") || tokens[at].Is("or") || text[tokens[at].Start] is '-' or '–') && Count(text, tokens[at + 1]) is > 0 and <= Most and var most) (count, at) = (most, at + 2);
        var working = at + 1 < tokens.Count && Dates.Lower(text, tokens[at]) is "working" or "business" ? 1 : 0;
        at += working;
        if (Unit(text, tokens[at]) is not { } unit) return default;
        var end = at + 1;
        if (end < tokens.Count && tokens[end].Is("ago")) return working == 0 && at == i + 1 && !IsArticle(text, tokens[i]) ? Ago(unit, count, end + 1, today) : default;
        if (!future) return default;
        if (Dated(text, tokens, i, end, unit, count, today) is { End: > 0 } dated) return dated;
        var time = end + 1 < tokens.Count && (tokens[end].Is("'s") || tokens[end].Kind == Kind.Quote) && Dates.Lower(text, tokens[end + 1]) == "time";
        if (time) end += 2;
        if (end < tokens.Count && Elsewhere.Contains($" {Dates.Lower(text, tokens[end])} ", StringComparison.Ordinal)) return default;
        var now = end + 1 < tokens.Count && tokens[end].Is("from") && Dates.Lower(text, tokens[end + 1]) is "now" or "today";
        if (now) end += 2;
        else if (end < tokens.Count && tokens[end].Is("from")) return default;
        var (lead, whole) = Lead(text, tokens, i);
        if (!now && !lead) return default;
        if (today is not { } t || t.Year + count * 10 > 9900 && unit is 'y' or 'D' || t.Year > 9000) return (end, null, null);
        var to = working > 0 ? Worked(t, count) : Later(t, unit, count);
        return (end, whole ? t : unit switch { 'w' or 'f' => Monday(to), 'm' => new DateOnly(to.Year, to.Month, 1), 'y' or 'D' => new DateOnly(to.Year, 1, 1), _ => to }, to);
    }

    // "a week on Monday", "two weeks from Friday"; "once a week on Monday" tells how often.
    private static (int End, DateOnly? From, DateOnly? To) Dated(string text, List<Token> tokens, int i, int at, char unit, int count, DateOnly? today)
    {
        if (unit is not ('w' or 'f') || at + 1 >= tokens.Count || !tokens[at + 1].Has(Trait.Weekday) || !tokens[at].Is("from") && !(tokens[at].Is("on") && count == 1)) return default;
        if (i > 0 && (tokens[i - 1].Is("for") || Rare.Contains($" {Dates.Lower(text, tokens[i - 1])} ", StringComparison.Ordinal) || Unit(text, tokens[i - 1]) is not null)) return default;
        if (today is not { } t || t.Year > 9000) return (at + 2, null, null);
        var on = t.AddDays((Array.IndexOf(Dates.Weekdays, Dates.Lower(text, tokens[at + 1])) - (int)t.DayOfWeek + 6) % 7 + 1);
        on = Later(on, unit, count);
        return (at + 2, on, on);
    }

    // "over the next year": the twelve months from now, not the calendar's.
    private static (int End, DateOnly? From, DateOnly? To) Next(string text, List<Token> tokens, int i, DateOnly? today)
    {
        if (i < 2 || i + 1 >= tokens.Count || !tokens[i - 1].Is("the") || !(tokens[i - 2].Is("within") || tokens[i - 2].Is("over") || tokens[i - 2].Is("in") || tokens[i - 2].Is("during") || tokens[i - 2].Is("inside"))
            || Unit(text, tokens[i + 1]) is not { } unit || text[tokens[i + 1].End - 1] == 's') return default;
        return today is { } t && t.Year < 9000 ? (i + 2, t, Later(t, unit, 1)) : (i + 2, null, null);
    }

    // Whether what stands before a count makes it a time that runs from now, and whether the whole of it is meant.
    private static (bool Runs, bool Whole) Lead(string text, List<Token> tokens, int i)
    {
        var next = false;
        for (var at = i - 1; at >= 0 && at >= i - 5; at--)
        {
            if (tokens[at].Is("within") || tokens[at].Is("inside")) return (true, true);
            if (tokens[at].Is("in")) return (next || !IsRare(text, tokens, at), next);
            if (next && !tokens[at].Is("the")) return (true, true);
            if (tokens[at].Is("next") || tokens[at].Is("coming")) next = true;
            if (!Loose.Contains($" {Dates.Lower(text, tokens[at])} ", StringComparison.Ordinal)) return (false, false);
        }
        return (next, next);
    }

    private static bool IsRare(string text, List<Token> tokens, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 5 && tokens[i].IsWord; i--)
        {
            var word = Dates.Lower(text, tokens[i]);
            if (word.Length > 4 && word.EndsWith("est", StringComparison.Ordinal) || Rare.Contains($" {word} ", StringComparison.Ordinal)) return true;
        }
        return false;
    }

    private static (int End, DateOnly? From, DateOnly? To) Ago(char unit, int count, int end, DateOnly? today)
    {
        if (today is not { } t || t.Year < 2) return unit == 'd' ? (end, null, null) : default;
        switch (unit)
        {
            case 'd' when count < t.DayNumber: return (end, t.AddDays(-count), t.AddDays(-count));
            case 'w' when 7 * count + 7 < t.DayNumber: var monday = Monday(t).AddDays(-7 * count); return (end, monday, monday.AddDays(6));
            case 'm' when count < t.Year * 12 - 13: var first = new DateOnly(t.Year, t.Month, 1).AddMonths(-count); return (end, first, first.AddMonths(1).AddDays(-1));
            case 'y' when count < t.Year: return (end, Dates.Day(t.Year - count, 1, 1), Dates.Day(t.Year - count, 12, 31));
            default: return default;
        }
    }

    private static DateOnly Later(DateOnly from, char unit, int count) => unit switch
    {
        'h' => from.AddDays((count + 23) / 24),
        'd' => from.AddDays(count),
        'w' => from.AddDays(7 * count),
        'f' => from.AddDays(14 * count),
        'm' => from.AddMonths(count),
        'y' => from.AddYears(Math.Min(count, 900)),
        _ => from.AddYears(10 * Math.Min(count, 90))
    };

    // Without Saturdays and Sundays.
    private static DateOnly Worked(DateOnly from, int count)
    {
        for (; count > 0; from = from.AddDays(1)) if (from.AddDays(1).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) count--;
        return from;
    }

    internal static DateOnly Monday(DateOnly day) => DateOnly.FromDayNumber(Math.Max(0, day.DayNumber - ((int)day.DayOfWeek + 6) % 7));

    private static bool IsArticle(string text, Token token) => token.End - token.Start <= 2 && Dates.Lower(text, token) is "a" or "an";

    private static int? Count(string text, Token token) => token.Kind == Kind.Number ? Dates.Integer(text, token) : IsArticle(text, token) ? 1
        : token.Has(Trait.Numeral) ? token.Word.Value is > 0 and < 100 and var value ? (int)value : null : token.IsWord && Numbers.Hyphenated(text, token) is { } compound ? (int)compound : null;

    private static char? Unit(string text, Token token) => !token.IsWord ? null : Dates.Lower(text, token) switch
    {
        "hour" or "hours" => 'h',
        "day" or "days" => 'd',
        "week" or "weeks" => 'w',
        "fortnight" or "fortnights" => 'f',
        "month" or "months" => 'm',
        "year" or "years" => 'y',
        "decade" or "decades" => 'D',
        _ => null
    };
}
