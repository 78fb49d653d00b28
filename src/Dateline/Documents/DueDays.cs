using System.Globalization;
using Dateline.Claims;

namespace Dateline.Documents;

/// <summary>
/// The day by which a prediction or promise has to have come true, by the preposition before each of its dates (Quirk et al. 1985, 9.34 to 9.38): "by", "until", "within"
/// and the like set it, "before" sets the day before; "after", "since" and the first date of "from … to" and "between … and" set none.
/// </summary>
internal static class DueDays
{
    // What can stand between a preposition and its date: "by the end of June", "until late on Friday".
    private static readonly HashSet<string> between = new(["the", "end", "of", "late", "early", "mid", "about", "around", "on", "next", "this", "midnight", "noon", "close"], StringComparer.OrdinalIgnoreCase);
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
            var before = Before(text, date.Start);
            // "Between 10 and 12 June" is one date, "between April and June" two.
            var whole = before is "from" or "between" && date.From != date.To && Spans(date.Text);
            var closes = opened && before is "and" || whole;
            opened = before is "between";
            if (before is "before" && date.From is { } from) day = Earlier(from);
            if (begins.Contains(before) && !whole || string.CompareOrdinal(day, published) < 0) continue;
            if (closes || ends.Contains(before)) set = Later(set, day);
            else named = Later(named, day);
        }
        return set ?? named;
    }

    /// <summary>The word before a date that says how it is meant, in lower case; empty where there is none near.</summary>
    private static string Before(string text, int start)
    {
        start = Math.Min(start, text.Length);
        for (var words = 0; words < 4; words++)
        {
            while (start > 0 && char.IsWhiteSpace(text[start - 1])) start--;
            var end = start;
            while (start > 0 && char.IsAsciiLetter(text[start - 1])) start--;
            if (start == end) return "";
            var word = text[start..end].ToLowerInvariant();
            if (word == "than")
            {
                // "No later than" ends, "no earlier than" begins, and so does "later than".
                var said = text[Math.Max(0, start - 16)..start].TrimEnd();
                return said.EndsWith("no later", StringComparison.OrdinalIgnoreCase) || said.EndsWith("not later", StringComparison.OrdinalIgnoreCase) ? "than" : "after";
            }
            if (!between.Contains(word)) return word;
        }
        return "";
    }

    private static bool Spans(string date) => date.Contains(" to ", StringComparison.OrdinalIgnoreCase) || date.Contains(" and ", StringComparison.OrdinalIgnoreCase) || date.AsSpan().ContainsAny('-', '–');

    private static string? Later(string? one, string other) => string.CompareOrdinal(one, other) > 0 ? one : other;

    private static string Earlier(string day) => DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date > DateOnly.MinValue
        ? date.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : day;
}
