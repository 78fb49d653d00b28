namespace Dateline.Extraction;

/// <summary>Several days of one month that are one value (TIMEX3): "2 to 5 March", "10-12 June", "June 10-12".</summary>
internal static class DateRanges
{
    internal static (int End, DateOnly? From, DateOnly? To) At(string text, List<Token> tokens, int i, DateOnly? today, bool future)
    {
        var lead = Dates.MonthOf(text, tokens[i]);
        var at = lead > 0 ? i + 1 : i;
        if (at + 2 >= tokens.Count || Date(text, tokens, at) is not { } one || Date(text, tokens, at + 2) is not { } two || two <= one || !Joins(text, tokens, at + 1)) return default;
        var end = at + 3;
        var month = lead > 0 ? lead : end < tokens.Count ? Dates.MonthOf(text, tokens[end++]) : 0;
        // "March 2 to 5 people": what is counted is no day.
        if (month == 0 || lead > 0 && end < tokens.Count && tokens[end] is { IsWord: true, Capital: false } next && !next.Has(Trait.Preposition | Trait.Auxiliary | Trait.Modal | Trait.Coordinator | Trait.Subordinator | Trait.Adverb | Trait.Verb)) return default;
        var comma = lead > 0 && end + 1 < tokens.Count && tokens[end].Kind == Kind.Comma ? 1 : 0;
        var year = end + comma < tokens.Count ? Dates.Year(text, tokens[end + comma]) : null;
        if (year is not null) end += comma + 1;
        if (Dates.Resolve(one, month, year, today, future) is not { } from || Dates.Resolve(two, month, year, today, future) is not { } to || to < from) return default;
        return (end, from, to);
    }

    private static int? Date(string text, List<Token> tokens, int at) => tokens[at].Kind == Kind.Number && Dates.Integer(text, tokens[at]) is >= 1 and <= 31 and var date ? date : null;

    private static bool Joins(string text, List<Token> tokens, int at) => tokens[at].Is("to") || tokens[at].Is("and") && at > 1 && tokens[at - 2].Is("between")
        || tokens[at].End - tokens[at].Start == 1 && text[tokens[at].Start] is '-' or '–' or '—';
}
