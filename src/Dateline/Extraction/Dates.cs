using System.Globalization;
using Dateline.Claims;

namespace Dateline.Extraction;

/// <summary>
/// Dates and relative days, resolved against the publication day (TIMEX3's DATE, Pustejovsky et al. 2003). A bare weekday is the last one, or the
/// next in a prediction or promise or where the words before it look ahead; "this Friday" is of the same week; weeks begin on Monday (ISO 8601).
/// </summary>
internal static partial class Dates
{
    internal static List<DateFact> Find(string text, List<Token> tokens, DateTimeOffset? published, bool future)
    {
        var found = new List<DateFact>();
        DateOnly? day = published is { } moment ? DateOnly.FromDateTime(moment.DateTime) : null;
        var direction = new DateDirection.Foretold(tokens);
        future |= DateDirection.Planned(text, tokens);
        for (var i = 0; i < tokens.Count; i++)
        {
            var ahead = future ? direction.IsAhead(text, tokens, i) : DateDirection.Bare(tokens, i) && DateDirection.Ahead(text, tokens, i);
            var (end, from, to) = Read(text, tokens, i, day, ahead);
            if (end <= i) continue;
            var (start, stop) = (tokens[i].Start, tokens[end - 1].End);
            found.Add(new DateFact(start, stop, text[start..stop], Iso(from), Iso(to)));
            i = end - 1;
        }
        return found;
    }

    private static (int End, DateOnly? From, DateOnly? To) Read(string text, List<Token> tokens, int i, DateOnly? day, bool ahead) =>
        DateRanges.At(text, tokens, i, day, ahead) is { End: > 0 } range ? range
        : DateDurations.At(text, tokens, i, day, ahead) is { End: > 0 } duration ? duration
        : DateEnds.At(text, tokens, i, day, ahead) is { End: > 0 } part ? part
        : DateSeasons.At(text, tokens, i, day, ahead) is { End: > 0 } season ? season
        : DatePhrases.At(text, tokens, i, day, ahead) is { End: > 0 } phrase ? phrase : At(text, tokens, i, day, ahead);

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static (int End, DateOnly? From, DateOnly? To) At(string text, List<Token> tokens, int i, DateOnly? today, bool future)
    {
        var token = tokens[i];
        Token Next(int n) => i + n < tokens.Count ? tokens[i + n] : new Token(0, 0, Kind.Symbol, Word.Unknown, false);
        if (token.Kind == Kind.Number)
        {
            if (Integer(text, token) is not { } number) return default;
            if (token.End - token.Start == 4 && number is >= 1000 and < 2200 && IsoDate(text, tokens, i, number) is { } iso) return (i + 5, iso, iso);
            if (number is >= 1 and <= 31 && MonthOf(text, Next(1)) is > 0 and var month) return Calendar(number, month, Year(text, Next(2)), i + 2, today, future);
            if (number is >= 1 and <= 31 && Next(1).Is("of") && text[token.End - 1] is > '9' && MonthOf(text, Next(2)) is > 0 and var later) return Calendar(number, later, Year(text, Next(3)), i + 3, today, future);
            var before = i > 0 ? tokens[i - 1] : Next(99);
            if (NumberShapes.HalfDay(NumberUnits.Text(text, Next(1)))) return default;
            return Year(text, token) is { } year && (Spans() || before.Is("between") || before.Is("in") || before.Is("since") || before.Is("of") || before.Is("by") || before.Is("until") || before.Is("from") || before.Is("during") || before.Is("year") || before.Is("late") || before.Is("early") || before.Is("till") || before.Is("through") || (before.Is("before") || before.Is("after")) && !Next(1).IsWord || Lower(text, before) == "mid")
                && !Next(1).IsWordLike(text) ? (i + 1, Day(year, 1, 1), Day(year, 12, 31)) : default;
        }
        if (!token.IsWord) return default;
        if (MonthOf(text, token) > 0) return Month(text, tokens, i, today, future);
        if (Lower(text, token) == "day" && Next(1) is var beside && (beside.Is("before") && Next(2).Is("yesterday") || beside.Is("after") && Next(2).Is("tomorrow")))
        {
            DateOnly? other = today is { } t ? Shift(t, beside.Is("before") ? -2 : 2) : null;
            return (i + 3, other, other);
        }
        if (token.Has(Trait.Day))
        {
            DateOnly? on = today is not { } t ? null : token.Is("yesterday") ? Shift(t, -1) : token.Is("tomorrow") ? Shift(t, 1) : t;
            return (i + 1, on, on);
        }
        if (token.Has(Trait.Weekday) && DateDirection.Names(text, tokens, i)) return default;
        if (token.Has(Trait.Weekday)) return Weekday(i, i, future && !(i > 0 && tokens[i - 1].Is("since")));
        if (token.Is("last") || token.Is("next") || token.Is("this"))
        {
            var step = token.Is("last") ? -1 : token.Is("next") ? 1 : 0;
            if (Next(1).Has(Trait.Weekday)) return step < 0 ? Weekday(i, i + 1, false) : InWeek(i + 1, step);
            return Period(Lower(text, Next(1)), step, i + 2, today);
        }
        return default;

        // The second year of "from 1998 to 2006" and "between 1998 and 2006".
        bool Spans() => i > 2 && (tokens[i - 1].Is("to") && tokens[i - 3].Is("from") || tokens[i - 1].Is("and") && tokens[i - 3].Is("between")) && Year(text, tokens[i - 2]) is not null;

        (int, DateOnly?, DateOnly?) Weekday(int first, int at, bool later)
        {
            if (today is not { } t) return (at + 1, null, null);
            var wanted = Array.IndexOf(Weekdays, Lower(text, tokens[at]));
            var back = ((int)t.DayOfWeek - wanted + 7) % 7;
            if (later) back = back == 0 ? -7 : back - 7;
            else if (back == 0 && at > first) back = 7;
            var on = Shift(t, -back);
            return (at + 1, on, on);
        }

        (int, DateOnly?, DateOnly?) InWeek(int at, int step)
        {
            if (today is not { } t) return (at + 1, null, null);
            var on = Shift(t, (Array.IndexOf(Weekdays, Lower(text, tokens[at])) + 6) % 7 - ((int)t.DayOfWeek + 6) % 7 + 7 * step);
            return (at + 1, on, on);
        }
    }

    /// <summary>A month with its day or year, "next month", or a month alone: "may" and "march" only where <paramref name="sure"/> or a preposition shows that they are months.</summary>
    internal static (int End, DateOnly? From, DateOnly? To) Month(string text, List<Token> tokens, int i, DateOnly? today, bool future, bool sure = false)
    {
        var token = tokens[i];
        Token Next(int n) => i + n < tokens.Count ? tokens[i + n] : new Token(0, 0, Kind.Symbol, Word.Unknown, false);
        if (token.Is("next") || token.Is("this") || token.Is("last")) return Lower(text, Next(1)) == "month" ? Period("month", token.Is("last") ? -1 : token.Is("next") ? 1 : 0, i + 2, today) : default;
        if (MonthOf(text, token) is not (> 0 and var named)) return default;
        var at = Next(1).Kind == Kind.Stop && Next(1).Start == token.End ? 2 : 1;
        if (Next(at).Kind == Kind.Number && Integer(text, Next(at)) is >= 1 and <= 31 and var date)
        {
            var comma = Next(at + 1).Kind == Kind.Comma ? 1 : 0;
            var year = Year(text, Next(at + 1 + comma));
            return Calendar(date, named, year, year is null ? i + at + 1 : i + at + 1 + comma, today, future);
        }
        if (Year(text, Next(at)) is { } only) return (i + at + 1, Day(only, named, 1), Day(only, named, 1)?.AddMonths(1).AddDays(-1));
        if (Next(at) is { IsWord: true, Capital: true } && !(at == 1 && i > 0 && Places(tokens[i - 1], token))) return default;
        if (named is 3 or 5 && !sure && !(i > 0 && (tokens[i - 1].Is("in") || tokens[i - 1].Is("since") || tokens[i - 1].Is("last") || tokens[i - 1].Is("until") || tokens[i - 1].Is("early") || tokens[i - 1].Is("late") || future && tokens[i - 1].Is("by")))) return default;
        var later = future && !(i > 0 && tokens[i - 1].Is("since"));
        return MonthIn(named, today, later, i + 1);
    }

    // Behind these a month is a month, whatever follows; "Jan Post" without them, and a short form before a capital, is a name.
    private static bool Places(Token before, Token month) => month.End - month.Start > 3
        && (before.Is("in") || before.Is("since") || before.Is("until") || before.Is("during") || before.Is("last") || before.Is("next") || before.Is("this") || before.Is("early") || before.Is("late"));

    internal static readonly string[] Weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    internal static string Lower(string text, Token token) => token.End - token.Start > 16 ? "" : text[token.Start..token.End].ToLowerInvariant();

    private static bool IsWordLike(this Token token, string text) => token.IsWord && ReferenceEquals(token.Word, Word.Unknown) && !token.Capital && token.End > token.Start && char.IsLower(text[token.Start]);

    internal static int MonthOf(string text, Token token) => token.IsWord && token.Capital && token.Has(Trait.Month) ? MonthOf(Lower(text, token)) : 0;

    internal static int MonthOf(string name) => 1 + Array.IndexOf(Months, name[..3]);

    internal static int? Integer(string text, Token token)
    {
        var digits = text.AsSpan(token.Start, token.End - token.Start);
        if (digits.Length > 2 && (digits.EndsWith("th") || digits.EndsWith("st") || digits.EndsWith("nd") || digits.EndsWith("rd"))) digits = digits[..^2];
        return digits.Length is > 0 and <= 4 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    internal static int? Year(string text, Token token) => token.Kind == Kind.Number && token.End - token.Start == 4 && Integer(text, token) is >= 1000 and < 2200 and var year ? year : null;

    private static DateOnly? IsoDate(string text, List<Token> tokens, int i, int year)
    {
        if (i + 4 >= tokens.Count || tokens[i + 4].End - tokens[i].Start != 10 || text[tokens[i].Start + 4] != '-' || text[tokens[i].Start + 7] != '-') return null;
        return Integer(text, tokens[i + 2]) is { } month && Integer(text, tokens[i + 4]) is { } day ? Day(year, month, day) : null;
    }

    private static DateOnly Shift(DateOnly day, int days) => DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber - 400));
}
