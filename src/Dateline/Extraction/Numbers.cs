using System.Globalization;
using Dateline.Claims;

namespace Dateline.Extraction;

/// <summary>Numbers in digits and in words, with what they count, how they are bounded and how they changed.</summary>
internal static class Numbers
{
    private const decimal Largest = 1_000_000_000_000_000_000;

    private static readonly (string Suffix, decimal Times)[] Scales = [("bn", 1_000_000_000m), ("m", 1_000_000m), ("k", 1_000m)];

    internal static List<NumberFact> Find(string text, List<Token> tokens, List<DateFact> dates)
    {
        var found = new List<NumberFact>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var first = i;
            if (Inside(dates, tokens[i].Start) || tokens[i].Kind == Kind.Number && NumberShapes.Names(text, tokens, i) || Value(text, tokens, ref i) is not { } value) continue;
            var currency = first > 0 && tokens[first - 1].Kind == Kind.Symbol && tokens[first - 1].End == tokens[first].Start ? Currency(text[tokens[first - 1].Start]) : null;
            var start = currency is null ? first : first - 1;
            var (unit, end) = currency is null ? Unit(text, tokens, i) : (currency, i);
            if (unit is null)
            {
                (unit, end) = NumberShapes.Compound(text, tokens, i);
                if (unit is null && NumberShapes.Age(tokens, first, i)) unit = "year-old";
            }
            var (from, to) = (tokens[start].Start, tokens[end - 1].End);
            found.Add(new NumberFact(from, to, text[from..to], value.ToString("0.############", CultureInfo.InvariantCulture), unit, Bound(tokens, start), Change(tokens, start)));
            i = Math.Max(first, end - 1);
        }
        Ranges(text, tokens, found);
        return found;
    }

    // "between 30 and 40 shops", "one to two weeks": at least the one, at most the other.
    private static void Ranges(string text, List<Token> tokens, List<NumberFact> found)
    {
        for (var i = 1; i < found.Count; i++)
        {
            var (low, high) = (found[i - 1], found[i]);
            var between = text.AsSpan(low.End, high.Start - low.End).Trim();
            var joins = between is "to" or "-" or "–" || between is "and" && tokens.Exists(t => t.Is("between") && t.End <= low.Start && low.Start - t.End <= 2);
            if (!joins || high.Unit is null || low.Unit is not null && low.Unit != high.Unit || decimal.Parse(low.Value, CultureInfo.InvariantCulture) >= decimal.Parse(high.Value, CultureInfo.InvariantCulture)) continue;
            found[i - 1] = low with { Unit = high.Unit, Bound = "more-than" };
            found[i] = high with { Bound = "less-than" };
        }
    }

    private static bool Inside(List<DateFact> dates, int at)
    {
        foreach (var date in dates) if (at >= date.Start && at < date.End) return true;
        return false;
    }

    // Leaves i after the number; null when there is none at i.
    private static decimal? Value(string text, List<Token> tokens, ref int i)
    {
        decimal? total = null;
        var (sum, group) = (0m, 0m);
        var at = i;
        for (; at < tokens.Count && at < i + 12; at++)
        {
            var token = tokens[at];
            if (token.Kind == Kind.Number)
            {
                if (at > i || !Digits(text.AsSpan(token.Start, token.End - token.Start), out group)) break;
                total = group;
            }
            else if (token.Has(Trait.Numeral))
            {
                var value = token.Word.Value;
                if (value < 100 && !token.Is("dozen"))
                {
                    if (total is not null && (group % 100 != 0 && !(group % 10 == 0 && value < 10) || tokens[at - 1].Kind == Kind.Number)) break;
                    if (total is null && token.Is("one") && !(at + 1 < tokens.Count && (tokens[at + 1].Has(Trait.Numeral) || tokens[at + 1].Is("to") && at + 2 < tokens.Count && tokens[at + 2].Has(Trait.Numeral)))) return null;
                    group += value;
                }
                else if (value is 100 or 12) group = (group == 0 ? 1 : group) * value;
                else { sum += (group == 0 ? 1 : group) * value; group = 0; }
                total = 0;
                if (sum > Largest || group > Largest) return null;
            }
            else if (total is not null && at == i + 1 && NumberShapes.Scaled(text, tokens, at)) continue;
            else if (token.IsWord && total is null && Hyphenated(text, token) is { } compound) { group += compound; total = 0; }
            else if (!(token.Is("and") && total is not null && at + 1 < tokens.Count && tokens[at + 1].Has(Trait.Numeral) && tokens[at - 1].Is("hundred"))) break;
        }
        if (total is null) return null;
        i = at;
        return sum + group;
    }

    private static decimal? Hyphenated(string text, Token token)
    {
        var word = text.AsSpan(token.Start, token.End - token.Start);
        var dash = word.IndexOf('-');
        if (dash < 0) return null;
        var (tens, ones) = (Lexicon.Find(word[..dash]), Lexicon.Find(word[(dash + 1)..]));
        return tens.Has(Trait.Numeral) && ones.Has(Trait.Numeral) && tens.Value is >= 20 and < 100 && ones.Value < 10 ? tens.Value + ones.Value : null;
    }

    private static bool Digits(ReadOnlySpan<char> digits, out decimal value)
    {
        var scale = 1m;
        value = 0;
        if (digits.Length > 24) return false;
        foreach (var (suffix, times) in Scales)
        {
            if (!digits.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)) continue;
            scale = times;
            digits = digits[..^suffix.Length];
            break;
        }
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value) || value > Largest) return false;
        value *= scale;
        return true;
    }

    private static string? Currency(char symbol) => symbol switch { '$' => "usd", '€' => "eur", '£' => "gbp", '¥' => "jpy", '₪' => "ils", '₹' => "inr", _ => null };

    private static (string? Unit, int End) Unit(string text, List<Token> tokens, int at)
    {
        if (at >= tokens.Count) return (null, at);
        if (tokens[at].Kind == Kind.Symbol && text[tokens[at].Start] == '%' || tokens[at].Is("percent")) return ("percent", at + 1);
        var end = at;
        while (end < tokens.Count && end < at + 3 && tokens[end] is { IsWord: true, Capital: false } token && !token.Has(Trait.Auxiliary | Trait.Modal | Trait.Preposition | Trait.Determiner
            | Trait.Possessive | Trait.Pronoun | Trait.Coordinator | Trait.Subordinator | Trait.Verb | Trait.Adverb | Trait.Negation) && !(end > at && (token.Word.Form == Form.Past && token.Word.Uses is not null
            || text.AsSpan(token.Start, token.End - token.Start).EndsWith("ed")))
            && !(end > at && text[tokens[end - 1].End - 1] == 's')) end++;
        return end > at ? (text[tokens[at].Start..tokens[end - 1].End].ToLowerInvariant(), end) : (null, at);
    }

    private static string Bound(List<Token> tokens, int at)
    {
        Token Back(int n) => at >= n ? tokens[at - n] : default(Token) with { Word = Word.Unknown };
        var (last, before) = (Back(1), Back(2));
        if (last.Is("than") && (before.Is("more") || before.Is("greater"))) return "more-than";
        if (last.Is("than") && (before.Is("less") || before.Is("fewer"))) return "less-than";
        if (last.Is("least") && before.Is("at") || last.Is("over") || last.Is("above") || last.Is("exceeding")) return "more-than";
        if (last.Is("most") && before.Is("at") || last.Is("to") && before.Is("up") || last.Is("under") || last.Is("below")) return "less-than";
        return last.Is("about") || last.Is("around") || last.Is("roughly") || last.Is("approximately") || last.Is("nearly") || last.Is("almost") || last.Is("some") || last.Is("estimated") ? "about" : "exactly";
    }

    private static string? Change(List<Token> tokens, int at)
    {
        var particle = "by";
        for (var i = at - 1; i >= 0 && i >= at - 7; i--)
        {
            var token = tokens[i];
            if (i >= at - 3 && token.Is("to")) particle = "to";
            if (token.Kind is Kind.Stop or Kind.Semicolon) return null;
            if (!token.Has(Trait.Change)) continue;
            var falls = token.Is("fell") || token.Is("fall") || token.Is("falls") || token.Is("fallen") || token.Is("decreased") || token.Is("decrease") || token.Is("dropped") || token.Is("drop") || token.Is("declined")
                || token.Is("decline") || token.Is("plunged") || token.Is("slipped") || token.Is("shrank") || token.Is("slid") || token.Is("cut") || token.Is("reduced") || token.Is("lowered");
            return $"{(falls ? "fell" : "rose")}-{particle}";
        }
        return null;
    }
}
