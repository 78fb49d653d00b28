using System.Globalization;

namespace Dateline.Extraction;

/// <summary>
/// Ends and parts of periods (TIMEX3, Pustejovsky et al. 2003): "the end of the quarter", "year's end", "mid-June", "end-2025", "the second half of 2026", and in what lies ahead "the weekend",
/// "within the month" and "by midnight".
/// </summary>
internal static class DateEnds
{
    internal static (int End, DateOnly? From, DateOnly? To) At(string text, List<Token> tokens, int i, DateOnly? today, bool future)
    {
        var token = tokens[i];
        if (!token.IsWord) return default;
        if (text.AsSpan(token.Start, token.End - token.Start).Contains('-')) return Hyphenated(text, token, i, today, future);
        Token Next(int n) => i + n < tokens.Count ? tokens[i + n] : new Token(0, 0, Kind.Symbol, Word.Unknown, false);
        switch (char.ToLowerInvariant(text[token.Start]))
        {
            case 'e' when Next(1).Is("of") && Next(2).Is("the") && Dates.Lower(text, token) == "end": return Dates.Period(Dates.Lower(text, Next(3)), 0, i + 4, today);
            case 'w' or 'm' or 'q' or 'y' or 'd' or 'n':
                var word = Dates.Lower(text, token);
                if (Next(1).Is("'s") && Dates.Lower(text, Next(2)) == "end") return Dates.Period(word, 0, i + 3, today);
                if (!future || i == 0) return default;
                var the = tokens[i - 1].Is("the") && i > 1;
                var before = Dates.Lower(text, tokens[the ? i - 2 : i - 1]);
                if (the && word == "weekend" && before is "by" or "before" or "until" or "till" or "at" or "over" or "on" or "during" or "this" && !DatePhrases.Describes(tokens, i + 1)) return Dates.Period(word, 0, i + 1, today);
                if (the && before == "within" && word is "week" or "month" or "quarter" or "year" or "decade") return Dates.Period(word, 0, i + 1, today);
                // "By midnight on Friday" is Friday.
                return word is "midnight" or "noon" && before is "by" or "before" or "until" or "till" && !Next(1).Is("on") && !Next(1).Has(Trait.Day | Trait.Weekday | Trait.Month) && Next(1).Kind != Kind.Number ? (i + 1, today, today) : default;
            case 'f' or 's' when Dates.Lower(text, Next(1)) == "half" && Next(2).Is("of"): return Half(text, tokens, i, today);
            default: return default;
        }
    }

    // "mid-2024", "early-2023", "end-June", "year-end"
    private static (int End, DateOnly? From, DateOnly? To) Hyphenated(string text, Token token, int i, DateOnly? today, bool future)
    {
        var word = Dates.Lower(text, token);
        var dash = word.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0) return default;
        var (part, whole) = (word[..dash], word[(dash + 1)..]);
        if (whole == "end") return Dates.Period(part, 0, i + 1, today);
        if (part is not ("mid" or "early" or "late" or "end")) return default;
        if (whole.Length == 4 && int.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1000 and < 2200) return (i + 1, Dates.Day(year, 1, 1), Dates.Day(year, 12, 31));
        if (part == "mid" && whole is "year" or "month") return Dates.Period(whole, 0, i + 1, today);
        if (Lexicon.Find(whole) is not { } named || !named.Has(Trait.Month) || !char.IsUpper(text[token.Start + dash + 1])) return default;
        var (_, from, to) = Dates.MonthIn(Dates.MonthOf(whole), today, future, i + 1);
        return part switch
        {
            "early" => (i + 1, from, from?.AddDays(9)),
            "mid" => (i + 1, from?.AddDays(10), from?.AddDays(19)),
            "late" => (i + 1, from?.AddDays(20), to),
            _ => (i + 1, to, to)
        };
    }

    // "the second half of 2026", "the first half of next year"
    private static (int End, DateOnly? From, DateOnly? To) Half(string text, List<Token> tokens, int i, DateOnly? today)
    {
        var second = tokens[i].Is("second");
        if (!second && !tokens[i].Is("first") || i + 3 >= tokens.Count) return default;
        var year = Dates.Year(text, tokens[i + 3]);
        var end = i + 4;
        if (year is null)
        {
            if (end >= tokens.Count || Dates.Lower(text, tokens[end++]) != "year") return default;
            if (today is not { } t) return (end, null, null);
            if (!tokens[i + 3].Is("the") && !tokens[i + 3].Is("this") && !tokens[i + 3].Is("next") && !tokens[i + 3].Is("last")) return default;
            year = t.Year + (tokens[i + 3].Is("next") ? 1 : tokens[i + 3].Is("last") ? -1 : 0);
        }
        return (end, Dates.Day(year.Value, second ? 7 : 1, 1), second ? Dates.Day(year.Value, 12, 31) : Dates.Day(year.Value, 6, 30));
    }
}
