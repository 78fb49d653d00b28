using System.Globalization;
using Dateline.Claims;
using Dateline.Extraction;

namespace Dateline.Documents;

/// <summary>
/// The day by which a prediction or promise has to have come true, by the preposition before each of its dates (Quirk et al. 1985, 9.34 to 9.38): "by", "until", "within"
/// and the like set it, "before" sets the day before, "by the middle of" a period its middle; "after", "since", "not before", "not until" and the first date of "from … to" and "between … and" set none.
/// </summary>
internal static class DueDays
{
    // What can stand between a preposition and its date: "by the end of June", "until late on Friday".
    private static readonly HashSet<string> between = new(["the", "end", "of", "late", "early", "mid", "about", "around", "on", "next", "this", "coming", "midnight", "noon", "close", "just", "roughly", "some", "approximately", "nearly", "almost", "at", "most", "only", "another", "under", "less"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> ends = new(["by", "until", "till", "til", "before", "through", "than", "within", "to"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> begins = new(["after", "since", "from", "between", "beginning", "starting"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The day (ISO 8601): the last that a preposition sets, else the last that is named; null where none of them is left when the text is published.</summary>
    /// <param name="mention">The mention.</param>
    /// <param name="text">The revision's text, which its offsets are of.</param>
    /// <param name="publishedAt">When it was published.</param>
    internal static string? Of(Mention mention, string text, DateTimeOffset publishedAt)
    {
        if (mention.Mode is not (Mode.Prediction or Mode.Promise)) return null;
        var published = publishedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var (set, named) = ((string?)null, (string?)null);
        var opened = false;
        foreach (var date in mention.Dates)
        {
            if (date.To is not { } day) continue;
            var (before, part) = Before(text, date.Start);
            part ??= Part(date.Text);
            // "Between 10 and 12 June" is one date, "between April and June" two.
            var whole = before is "from" or "between" && date.From != date.To && Spans(date.Text);
            var closes = opened && before is "and" || whole;
            opened = before is "between";
            if (begins.Contains(before) && !whole || before is "before" or "until" or "till" or "til" && Denied(text, mention, date.Start) || Opens(text, date.End)) continue;
            if (date.From is { } from)
                day = part is "start" or "beginning" ? from : part is "mid" or "middle" ? Middle(from, day, ends.Contains(before)) : part is "early" ? Early(from, day) : before is "before" && part is not "end" ? Earlier(from) : day;
            if (string.CompareOrdinal(day, published) < 0) continue;
            if (closes || ends.Contains(before)) set = Later(set, day);
            else named = Later(named, day);
        }
        return set ?? named;
    }

    /// <summary>The word before a date that says how it is meant, in lower case, empty where there is none near; and which part of the date is meant.</summary>
    private static (string Word, string? Part) Before(string text, int start)
    {
        start = Math.Min(start, text.Length);
        var (part, last) = ((string?)null, "");
        for (var words = 0; words < 5; words++)
        {
            while (start > 0 && char.IsWhiteSpace(text[start - 1])) start--;
            var end = start;
            while (start > 0 && char.IsAsciiLetter(text[start - 1])) start--;
            if (start == end) return ("", part);
            var word = text[start..end].ToLowerInvariant();
            if (word == "than")
            {
                // "No later than" ends, "no earlier than" begins, and so does "later than"; "less than" bounds what follows.
                var said = text[Math.Max(0, start - 16)..start].TrimEnd();
                if (said.EndsWith("less", StringComparison.OrdinalIgnoreCase)) continue;
                return (said.EndsWith("no later", StringComparison.OrdinalIgnoreCase) || said.EndsWith("not later", StringComparison.OrdinalIgnoreCase) ? "than" : "after", part);
            }
            var named = word is "middle" or "start" or "beginning";
            if (named ? last is not "of" : !between.Contains(word)) return (word, part);
            if (named || word is "end" or "mid" or "early") part = word;
            last = word;
        }
        return ("", part);
    }

    // "mid-June", "end of the year", "year's end"
    private static string? Part(string date) =>
        date.StartsWith("mid-", StringComparison.OrdinalIgnoreCase) ? "mid" : date.StartsWith("early-", StringComparison.OrdinalIgnoreCase) ? "early"
        : date.StartsWith("end", StringComparison.OrdinalIgnoreCase) || date.EndsWith("end", StringComparison.OrdinalIgnoreCase) && !date.EndsWith("weekend", StringComparison.OrdinalIgnoreCase) ? "end" : null;

    // "On 1 July at the earliest", "from June onwards"
    private static bool Opens(string text, int end)
    {
        var after = text.AsSpan(Math.Min(end, text.Length)).TrimStart();
        return after.StartsWith("at the earliest", StringComparison.OrdinalIgnoreCase) || after.StartsWith("or later", StringComparison.OrdinalIgnoreCase) || after.StartsWith("onward", StringComparison.OrdinalIgnoreCase);
    }

    // "Will not open before 1 July", "no trains will run until May": the words of the clause before the date.
    private static bool Denied(string text, Mention mention, int start)
    {
        var clause = mention.More.Prepend(mention.Content).Where(p => p.Start < start).MaxBy(p => p.Start);
        if (clause is null) return false;
        var tokens = new List<Token>();
        Tokenizer.Read(text, clause.Start, Math.Min(start, text.Length), tokens);
        for (var i = tokens.Count - 1; i >= 0 && i >= tokens.Count - 16; i--)
        {
            if (tokens[i].Kind is Kind.Stop or Kind.Semicolon or Kind.Colon || tokens[i].Has(Trait.Wh) || tokens[i].Is("that") || tokens[i].Is("but") || tokens[i].Is("and")) return false;
            if (tokens[i].Has(Trait.Negation)) return true;
        }
        return false;
    }

    // The middle third of a year or a month; "by" it is its middle.
    private static string Middle(string from, string to, bool ends) => Day(from) is not { } first || Day(to) is not { } last ? to
        : (last.DayNumber - first.DayNumber) switch
        {
            > 300 => Text(new DateOnly(first.Year, ends ? 6 : 8, ends ? 30 : 31)),
            > 20 => Text(first.AddDays(ends ? 14 : 19)),
            > 6 when ends => Text(first.AddDays(4)),
            _ => to
        };

    private static string Early(string from, string to) => Day(from) is not { } first || Day(to) is not { } last ? to
        : (last.DayNumber - first.DayNumber) switch { > 300 => Text(new DateOnly(first.Year, 4, 30)), > 20 => Text(first.AddDays(9)), _ => to };

    private static bool Spans(string date) => date.Contains(" to ", StringComparison.OrdinalIgnoreCase) || date.Contains(" and ", StringComparison.OrdinalIgnoreCase) || date.AsSpan().ContainsAny('-', '–');

    private static string? Later(string? one, string other) => string.CompareOrdinal(one, other) > 0 ? one : other;

    private static string Earlier(string day) => Day(day) is { } date && date > DateOnly.MinValue ? Text(date.AddDays(-1)) : day;

    private static DateOnly? Day(string day) => DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
