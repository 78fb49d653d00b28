using System.Globalization;
using Dateline.Claims;

namespace Dateline.Extraction;

/// <summary>Numbers in digits or words, with unit, bound and change.</summary>
internal static class Numbers
{
    public static List<NumberFact> In(Reading r, Range range, bool[] dated)
    {
        var all = new List<NumberFact>();
        for (var i = range.Start; i < range.End && all.Count < 40; i++)
        {
            if (dated.Length > i - range.Start && dated[i - range.Start]) continue;
            if (Read(r, range, i) is not var (value, end, unit)) continue;
            var (bound, change) = (Bound(r, i, range.Start), Change(r, i, range.Start));
            unit ??= Unit(r, end, range.End);
            var (from, to) = (r.Tokens[i].Start, r.Tokens[end - 1].End);
            all.Add(new(from, to, r.Text[from..to], Plain(value), unit, bound, change));
            i = end - 1;
        }
        return all;
    }

    private static string Plain(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    private static (decimal Value, int End, string? Unit)? Read(Reading r, Range range, int i)
    {
        var t = r.Tokens[i];
        decimal value;
        string? unit = null;
        if (t.Kind == TokenKind.Number)
        {
            var word = r.Of(i);
            if (word[0] is '$' or '£' or '€')
            {
                unit = word[0] == '$' ? "usd" : word[0] == '£' ? "gbp" : "eur";
                word = word[1..];
            }
            if (word[^1] == '%') { unit = "percent"; word = word[..^1]; }
            var digits = 0;
            while (digits < word.Length && (char.IsAsciiDigit(word[digits]) || word[digits] is '.' or ',')) digits++;
            var rest = word[digits..];
            if (digits > 27 || !decimal.TryParse(word[..digits], NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value)) return null;
            if (rest.Length > 0)
            {
                if (rest is "m" or "M") value = Times(value, 1_000_000m);
                else if (rest is "bn" or "B" or "b") value = Times(value, 1_000_000_000m);
                else if (rest is "k" or "K") value = Times(value, 1_000m);
                else if (rest[0] == '-') unit ??= rest[1..].ToString().ToLowerInvariant();
                else if (rest is not ("th" or "st" or "nd" or "rd" or "s")) unit ??= rest.ToString().ToLowerInvariant();
                else return null;
            }
        }
        else if (t.Is(Tag.Count) && Small(r.Of(i)) is { } small && !(small == 1 && (r.Says(i + 1, "of") || r.Is(i - 1, Tag.Determiner | Tag.Relative) || r.Says(i - 1, "no"))))
            value = small;
        else if (r.Says(i, "a") && Scale(r, i + 1) is not null && i + 1 < range.End) value = 1;
        else return null;
        var end = i + 1;
        while (end < range.End)
        {
            if (Scale(r, end) is { } scale) { value = Times(value, scale); end++; }
            else if (t.Kind == TokenKind.Word && r.Is(end, Tag.Count) && Small(r.Of(end)) is { } next && next < 10 && value % 10 == 0 && value < 100) { value += next; end++; }
            else break;
        }
        if (unit is null && (r.Says(end, "percent") || r.Says(end, "per") && r.Says(end + 1, "cent")) && end < range.End)
        {
            var width = r.Says(end, "percent") ? 1 : 2;
            if (r.Says(end + width, "point") || r.Says(end + width, "points")) return (value, Math.Min(end + width + 1, range.End), "percentage points");
            return (value, Math.Min(end + width, range.End), "percent");
        }
        return (value, end, unit);
    }

    private static decimal Times(decimal a, decimal b) => a > decimal.MaxValue / b ? decimal.MaxValue : a * b;

    private static decimal? Scale(Reading r, int i) => r.Says(i, "hundred") ? 100m : r.Says(i, "thousand") ? 1_000m : r.Says(i, "million") ? 1_000_000m
        : r.Says(i, "billion") ? 1_000_000_000m : r.Says(i, "trillion") ? 1_000_000_000_000m : r.Says(i, "dozen") ? 12m : null;

    private static readonly string[] small = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
    private static readonly string[] tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static decimal? Small(ReadOnlySpan<char> word)
    {
        for (var k = 0; k < small.Length; k++) if (word.Equals(small[k], StringComparison.OrdinalIgnoreCase)) return k + 1;
        for (var k = 0; k < tens.Length; k++) if (word.Equals(tens[k], StringComparison.OrdinalIgnoreCase)) return 20 + 10 * k;
        return null;
    }

    // What is counted: the words up to the plural noun that follows, at most three.
    private static string? Unit(Reading r, int i, int end)
    {
        var parts = new List<string>();
        for (var k = i; k < end && k < i + 4 && r.Tokens[k].Kind == TokenKind.Word && !r.Is(k, Tag.Preposition | Tag.And | Tag.Determiner | Tag.Relative | Tag.Modal); k++)
        {
            if (r.Is(k, Tag.Auxiliary) || r.Is(k, Tag.Subordinator)) break;
            var word = r.Of(k).ToString().ToLowerInvariant();
            if (r.Says(k, "more") || r.Says(k, "other")) continue;
            parts.Add(word);
            if (word.EndsWith('s') || word is "people" or "men" or "women" or "children" or "troops" or "percent") return string.Join(' ', parts);
        }
        return null;
    }

    private static string Bound(Reading r, int i, int floor)
    {
        if (i - 1 >= floor && (r.Says(i - 1, "about") || r.Says(i - 1, "around") || r.Says(i - 1, "nearly") || r.Says(i - 1, "almost") || r.Says(i - 1, "roughly")
            || r.Says(i - 1, "some") || r.Says(i - 1, "approximately"))) return "about";
        if (i - 1 >= floor && (r.Says(i - 1, "over") || r.Says(i - 1, "least") || r.Says(i - 1, "above") || r.Says(i - 1, "than") && (r.Says(i - 2, "more") || r.Says(i - 2, "greater")))) return "more-than";
        if (i - 1 >= floor && (r.Says(i - 1, "under") || r.Says(i - 1, "most") && r.Says(i - 2, "at") || r.Says(i - 1, "below") || r.Says(i - 1, "than") && (r.Says(i - 2, "less") || r.Says(i - 2, "fewer")))) return "less-than";
        return "exactly";
    }

    private static string? Change(Reading r, int i, int floor)
    {
        for (var k = i - 1; k >= floor && k > i - 5; k--)
        {
            var up = r.Says(k, "rose") || r.Says(k, "risen") || r.Says(k, "increased") || r.Says(k, "grew") || r.Says(k, "climbed") || r.Says(k, "jumped") || r.Says(k, "up");
            var down = r.Says(k, "fell") || r.Says(k, "fallen") || r.Says(k, "dropped") || r.Says(k, "declined") || r.Says(k, "decreased") || r.Says(k, "down") || r.Says(k, "lowered");
            if (up || down) return (up ? "rose" : "fell") + (r.Says(k + 1, "to") ? "-to" : "-by");
        }
        return null;
    }
}
