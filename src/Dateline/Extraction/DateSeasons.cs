namespace Dateline.Extraction;

/// <summary>Seasons as days, those of the meteorologists and of the northern hemisphere: spring begins on 1 March, winter on 1 December.</summary>
internal static class DateSeasons
{
    private const string Leads = " in by until till before during over through throughout after from of at ";

    internal static (int End, DateOnly? From, DateOnly? To) At(string text, List<Token> tokens, int i, DateOnly? today, bool future)
    {
        var told = tokens[i].Is("this") ? 0 : tokens[i].Is("next") ? 1 : -1;
        var at = told < 0 ? i : i + 1;
        if (at >= tokens.Count || First(text, tokens[at]) is not (> 0 and var month)) return default;
        var of = at + 1 < tokens.Count && tokens[at + 1].Is("of") ? 1 : 0;
        var year = at + 1 + of < tokens.Count ? Dates.Year(text, tokens[at + 1 + of]) : null;
        if (year is not null) return Season(year.Value, month, at + 2 + of);
        if (of > 0 || DatePhrases.Describes(tokens, at + 1) || told < 0 && !(future && Placed(text, tokens, i))) return default;
        if (today is not { } t || t.Year < 2) return (at + 1, null, null);
        var inYear = month == 12 && t.Month < 3 ? t.Year - 1 : t.Year;
        var over = month < 12 && t.Month > month + 2;
        // In spring the next winter is the coming one.
        if (told > 0 && !(month == 12 && t.Month is > 2 and < 9) || told < 0 && over) inYear++;
        return Season(inYear, month, at + 1);
    }

    private static (int End, DateOnly? From, DateOnly? To) Season(int year, int month, int end)
    {
        var from = Dates.Day(year, month, 1);
        return (end, from, from?.AddMonths(3).AddDays(-1));
    }

    private static bool Placed(string text, List<Token> tokens, int i)
    {
        if (i > 1 && tokens[i - 1].Is("the")) i--;
        return i > 0 && Leads.Contains($" {Dates.Lower(text, tokens[i - 1])} ", StringComparison.Ordinal);
    }

    private static int First(string text, Token token) => !token.IsWord || token.Capital ? 0 : Dates.Lower(text, token) switch
    {
        "spring" => 3,
        "summer" => 6,
        "autumn" or "fall" => 9,
        "winter" => 12,
        _ => 0
    };
}
