using System.Globalization;

namespace Dateline.Extraction;

/// <summary>
/// Dates of several words that are one value (TIMEX3, Pustejovsky et al. 2003): "the first Monday of next month", "the third quarter", "mid-2024", "3/3/25", "Christmas", "May" where a
/// later month or an end shows that it is one, and the year before what it dates ("the 2023 flood").
/// </summary>
internal static class DatePhrases
{
    private static readonly string[] ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
        "eighteenth", "nineteenth", "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first"];

    // Of fixed date: month, day.
    private static readonly Dictionary<string, (int Month, int Day)> feasts = new(StringComparer.Ordinal)
    {
        ["christmas"] = (12, 25),
        ["christmas eve"] = (12, 24),
        ["christmas day"] = (12, 25),
        ["boxing day"] = (12, 26),
        ["new year's eve"] = (12, 31),
        ["new year's day"] = (1, 1)
    };

    internal static (int End, DateOnly? From, DateOnly? To) At(string text, List<Token> tokens, int i, DateOnly? today, bool future)
    {
        var first = text[tokens[i].Start];
        if (tokens[i].Kind == Kind.Number) return char.IsAsciiDigit(first) ? Slashed(text, tokens, i) is { End: > 0 } day ? day : Dotted(text, tokens[i], i) is { End: > 0 } dotted ? dotted : Dated(text, tokens, i) : default;
        if (!tokens[i].IsWord) return default;
        if (tokens[i].Capital && tokens[i].Has(Trait.Month)) return Spanned(text, tokens, i, today, future);
        return first switch
        {
            'q' or 'Q' => Quarter(text, tokens, i, i + 1, text.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start) is ['Q' or 'q', >= '1' and <= '4' and var digit] ? digit - '0' : 0, today, future),
            'f' or 's' or 't' or 'l' or 'e' or 'n' or 'F' or 'S' or 'T' or 'L' => Ordinal(text, tokens, i, today, future),
            'C' or 'B' or 'N' => Feast(text, tokens, i, today, future),
            _ => default
        };
    }

    // "the first Monday of next month", "the last Friday in May", "the third quarter of 2025"
    private static (int End, DateOnly? From, DateOnly? To) Ordinal(string text, List<Token> tokens, int i, DateOnly? today, bool future)
    {
        var word = Dates.Lower(text, tokens[i]);
        var which = word == "last" ? 0 : 1 + Array.IndexOf(ordinals, word);
        if (which == 0 && word != "last" || i + 1 >= tokens.Count) return default;
        if (which is > 0 and < 5 && Dates.Lower(text, tokens[i + 1]) == "quarter") return Quarter(text, tokens, i, i + 2, which, today, future);
        // "the first of June"
        if (which > 0 && i > 0 && i + 2 < tokens.Count && tokens[i - 1].Is("the") && tokens[i + 1].Is("of") && Dates.MonthOf(text, tokens[i + 2]) is > 0 and var named && !(i + 3 < tokens.Count && tokens[i + 3].Is("'s")))
            return Dates.Calendar(which, named, i + 3 < tokens.Count ? Dates.Year(text, tokens[i + 3]) : null, i + 3, today, future);
        if (which > 5 || !tokens[i + 1].Has(Trait.Weekday) || i + 3 >= tokens.Count || !tokens[i + 2].Is("of") && !tokens[i + 2].Is("in")) return default;
        var at = i + 3;
        if (Dates.Lower(text, tokens[at]) == "the") at++;
        var (end, from, _) = at < tokens.Count ? Dates.Month(text, tokens, at, today, future, true) : default;
        if (end <= at) return default;
        if (from is not { } month) return (end, null, null);
        var weekday = Array.IndexOf(Dates.Weekdays, Dates.Lower(text, tokens[i + 1]));
        var on = Nth(month);
        // In the month that runs it may be over.
        if (future && on < today && end == at + 1 && tokens[at].Has(Trait.Month) && month.Year < 9000) on = Nth(month.AddYears(1));
        return on.Day > 0 && (which == 0 || on.Day <= 7 * which) && on.Day > 7 * (which - 1) ? (end, on, on) : default;

        DateOnly Nth(DateOnly first)
        {
            var day = first.AddDays((weekday - (int)first.DayOfWeek + 7) % 7 + 7 * Math.Max(which - 1, 0));
            if (which == 0) while (day.AddDays(7).Month == first.Month) day = day.AddDays(7);
            return day;
        }
    }

    // "Q3", "Q3 2025", "the third quarter of 2025": without a year the last one, or the next in what is foretold.
    private static (int End, DateOnly? From, DateOnly? To) Quarter(string text, List<Token> tokens, int i, int at, int which, DateOnly? today, bool future)
    {
        if (which == 0) return default;
        var of = at < tokens.Count && tokens[at].Is("of") ? 1 : 0;
        var year = at + of < tokens.Count ? Dates.Year(text, tokens[at + of]) : null;
        var end = year is null ? at : at + of + 1;
        if (year is null && today is not { }) return (end, null, null);
        var start = 3 * which - 2;
        var inYear = year ?? (future && start + 2 < today!.Value.Month ? today.Value.Year + 1 : !future && start > today!.Value.Month ? today.Value.Year - 1 : today!.Value.Year);
        var from = Dates.Day(inYear, start, 1);
        return (end, from, from?.AddMonths(3).AddDays(-1));
    }

    // "3/3/25", "25/3/2025": day and month where they cannot be taken for one another; else a date that is not known.
    private static (int End, DateOnly? From, DateOnly? To) Slashed(string text, List<Token> tokens, int i)
    {
        if (i + 4 >= tokens.Count || text[tokens[i + 1].Start] != '/' || text[tokens[i + 3].Start] != '/' || tokens[i + 4].End - tokens[i].Start > 10 || tokens[i + 4].Kind != Kind.Number
            || Dates.Integer(text, tokens[i]) is not { } one || Dates.Integer(text, tokens[i + 2]) is not { } two || Dates.Integer(text, tokens[i + 4]) is not { } year) return default;
        var digits = tokens[i + 4].End - tokens[i + 4].Start;
        if (digits is not (2 or 4) || one is < 1 or > 31 || two is < 1 or > 31 || one > 12 && two > 12) return default;
        if (digits == 2) year += 2000;
        DateOnly? day = one == two || two > 12 ? Dates.Day(year, one, two) : one > 12 ? Dates.Day(year, two, one) : null;
        return (i + 5, day, day);
    }

    // "30.06.2025": the day comes first.
    private static (int End, DateOnly? From, DateOnly? To) Dotted(string text, Token token, int i)
    {
        var parts = text[token.Start..token.End].Split('.');
        if (token.End - token.Start is < 8 or > 10 || parts is not [{ Length: 1 or 2 }, { Length: 1 or 2 }, { Length: 4 }] || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var date)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var month) || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return default;
        return year is >= 1000 and < 2200 && Dates.Day(year, month, date) is { } day ? (i + 1, day, day) : default;
    }

    // "the 2023 flood": behind "the" a year that is no count ("the 2000 men").
    private static (int End, DateOnly? From, DateOnly? To) Dated(string text, List<Token> tokens, int i)
    {
        if (i == 0 || !tokens[i - 1].Is("the") && !tokens[i - 1].Is("'s") && !tokens[i - 1].Is("its") && !tokens[i - 1].Is("his") && !tokens[i - 1].Is("her") && !tokens[i - 1].Is("their") || Dates.Year(text, tokens[i]) is not { } year || year is < 1900 or > 2099) return default;
        var dates = i + 1 < tokens.Count && tokens[i + 1].IsWord && !tokens[i + 1].Has(Trait.Preposition | Trait.Auxiliary | Trait.Modal) && (year % 100 != 0 || text[tokens[i + 1].End - 1] != 's' && !tokens[i + 1].Is("men") && !tokens[i + 1].Is("women") && !tokens[i + 1].Is("people"));
        return dates ? (i + 1, Dates.Day(year, 1, 1), Dates.Day(year, 12, 31)) : default;
    }

    // "between May and July 2025", "from March to May": the first month of a span has the second one's year; "the end of May", "mid-May".
    private static (int End, DateOnly? From, DateOnly? To) Spanned(string text, List<Token> tokens, int i, DateOnly? today, bool future)
    {
        var one = Dates.MonthOf(text, tokens[i]);
        var ended = i > 1 && tokens[i - 1].Is("of") && Dates.Lower(text, tokens[i - 2]) is "end" or "start" or "beginning" or "middle" or "month" or "course" && !(i + 1 < tokens.Count && tokens[i + 1].Kind == Kind.Number);
        if (i > 0 && (tokens[i - 1].Is("between") || tokens[i - 1].Is("from")) && i + 2 < tokens.Count && (tokens[i + 1].Is("and") || tokens[i + 1].Is("to") || tokens[i + 1].Is("until") || tokens[i + 1].Is("through"))
            && tokens[i + 2].Capital && Dates.MonthOf(text, tokens[i + 2]) is > 0 and var two)
        {
            var year = i + 3 < tokens.Count ? Dates.Year(text, tokens[i + 3]) : null;
            if (year is null && Dates.Month(text, tokens, i + 2, today, future).From is { } later) year = later.Year;
            var from = year is { } y ? Dates.Day(one > two ? y - 1 : y, one, 1) : null;
            return (i + 1, from, from?.AddMonths(1).AddDays(-1));
        }
        return ended && one is 3 or 5 ? Dates.Month(text, tokens, i, today, future, true) : default;
    }

    /// <summary>Whether a noun follows that what stands before it describes.</summary>
    internal static bool Describes(List<Token> tokens, int next) => next < tokens.Count && tokens[next].IsWord && tokens[next].Word.Forms == VerbForms.None
        && !tokens[next].Has(Trait.Preposition | Trait.Auxiliary | Trait.Modal | Trait.Coordinator | Trait.Subordinator | Trait.Adverb | Trait.Determiner | Trait.Pronoun);

    private static (int End, DateOnly? From, DateOnly? To) Feast(string text, List<Token> tokens, int i, DateOnly? today, bool future)
    {
        for (var words = Math.Min(4, tokens.Count - i); words > 0; words--)
        {
            var (start, end) = (tokens[i].Start, tokens[i + words - 1].End);
            if (end - start > 16 || !feasts.TryGetValue(text[start..end].ToLowerInvariant().Replace('’', '\''), out var feast)) continue;
            // "the Christmas market": it only describes what follows.
            if (Describes(tokens, i + words)) return default;
            if (today is not { } t) return (i + words, null, null);
            var year = i + words < tokens.Count ? Dates.Year(text, tokens[i + words]) : null;
            var on = Dates.Day(year ?? t.Year, feast.Month, feast.Day);
            if (year is null && on is { } day && future && day < t) on = Dates.Day(t.Year + 1, feast.Month, feast.Day);
            else if (year is null && on is { } later && !future && later > t) on = Dates.Day(t.Year - 1, feast.Month, feast.Day);
            return (i + words + (year is null ? 0 : 1), on, on);
        }
        return default;
    }
}
