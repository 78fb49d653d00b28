using System.Globalization;
using Dateline.Claims;

namespace Dateline.Extraction;

/// <summary>Numbers in digits and in words, with what they count, how they are bounded and how they changed.</summary>
internal static class Numbers
{
    private const decimal Largest = 1_000_000_000_000_000_000;

    private static readonly (string Suffix, decimal Times)[] Scales =
        [("bn", 1_000_000_000m), ("tn", 1_000_000_000_000m), ("trn", 1_000_000_000_000m), ("mn", 1_000_000m), ("m", 1_000_000m), ("k", 1_000m)];

    // "$3b": the letter alone scales what is money.
    private static readonly (string Suffix, decimal Times)[] MoneyScales = [.. Scales, ("b", 1_000_000_000m), ("t", 1_000_000_000_000m)];

    internal static List<NumberFact> Find(string text, List<Token> tokens, List<DateFact> dates)
    {
        var found = new List<NumberFact>();
        var starts = new List<int>();
        var capitals = NumberUnits.Shouted(text, tokens);
        for (var i = 0; i < tokens.Count; i++)
        {
            var first = i;
            if (Inside(dates, tokens[i].Start) || tokens[i].Kind == Kind.Number && NumberShapes.Names(text, tokens, i)) continue;
            if (NumberShapes.Share(text, tokens, i) is > 0 and var share)
            {
                i += share - 1;
                continue;
            }
            var part = NumberShapes.PartOf(text, tokens, ref i);
            var value = Value(text, tokens, ref i);
            if (value is null && part == 1) continue;
            var amount = (value ?? 1) * part;
            var (unit, start) = NumberUnits.Before(text, tokens, first);
            if (unit is null && i == first + 1) unit = Measures.Attached(text, tokens, first).Unit;
            if (unit is null && NumberShapes.Metres(text, tokens, first, i)) (amount, unit) = (amount / 1_000_000m, "metres");
            var end = unit == "km/h" ? NumberUnits.Hour(tokens, i) : i;
            if (unit is null) (unit, end) = NumberUnits.After(text, tokens, i, capitals);
            if (unit is null)
            {
                (unit, end) = NumberShapes.Compound(text, tokens, i);
                if (unit is null && NumberShapes.Age(tokens, first, i)) unit = "year-old";
            }
            if (NumberShapes.Below(text, tokens, start, unit)) (amount, start) = (-amount, start - 1);
            var (from, to) = (tokens[start].Start, tokens[end - 1].End);
            found.Add(new NumberFact(from, to, text[from..to], Plain(amount), unit, NumberBounds.Bound(text, tokens, start, end), NumberChanges.Change(text, tokens, start, end, unit)));
            starts.Add(start);
            i = Math.Max(first, end - 1);
        }
        Ranges(text, tokens, found, starts);
        return found;
    }

    private static string Plain(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    // "between 30 and 40 shops", "one to two weeks": at least the one, at most the other. "From $3m to $5m" behind "rose" is none.
    private static void Ranges(string text, List<Token> tokens, List<NumberFact> found, List<int> starts)
    {
        for (var i = 1; i < found.Count; i++)
        {
            var (low, high, start) = (found[i - 1], found[i], starts[i - 1]);
            var between = text.AsSpan(low.End, high.Start - low.End).Trim();
            Token Back(int n) => start >= n ? tokens[start - n] : default(Token) with { Word = Word.Unknown };
            var joins = between is "to" or "-" or "–" || between is "and" && Back(1).Is("between");
            if (!joins) continue;
            if (between is "to" && Back(1).Is("from") && high.Change is not null)
            {
                if (high.Unit is null && low.Unit is not null) found[i] = high with { Unit = low.Unit };
                continue;
            }
            var unit = high.Unit ?? (low.Unit is { Length: 3 } && Scale(text, tokens, high) > 1 ? low.Unit : null);
            if (unit is null || low.Unit is not null && low.Unit != unit) continue;
            var (least, most) = (decimal.Parse(low.Value, CultureInfo.InvariantCulture), decimal.Parse(high.Value, CultureInfo.InvariantCulture));
            // "£12-14bn", "3 to 5 million": both are of the same scale.
            if (least < 1000 && Scale(text, tokens, low) == 1 && Scale(text, tokens, high) is > 1 and var scale && least * scale < most) least *= scale;
            if (least >= most) continue;
            found[i - 1] = low with { Unit = unit, Bound = "more-than", Value = Plain(least) };
            found[i] = high with { Unit = unit, Bound = "less-than", Change = low.Change ?? high.Change };
        }
    }

    // What the last part of a number multiplies it by: 1,000,000 in "5m" and "5 million".
    private static decimal Scale(string text, List<Token> tokens, NumberFact of)
    {
        var at = tokens.FindIndex(t => t.Start >= of.Start);
        for (var i = at; i >= 0 && i < tokens.Count && tokens[i].End <= of.End && i < at + 4; i++)
        {
            if (tokens[i].Has(Trait.Numeral) && tokens[i].Word.Value >= 1000) return tokens[i].Word.Value;
            if (tokens[i].Kind != Kind.Number) continue;
            foreach (var (suffix, times) in Scales) if (NumberUnits.Text(text, tokens[i]).EndsWith(suffix, StringComparison.OrdinalIgnoreCase)) return times;
        }
        return 1;
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
                if (at > i || !Digits(NumberUnits.Text(text, token), Measures.Attached(text, tokens, at).Letters, token.Start > 0 && char.GetUnicodeCategory(text[token.Start - 1]) is UnicodeCategory.CurrencySymbol, out group)) break;
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
        var number = sum + group;
        if (at < tokens.Count && tokens[at].Start == tokens[at - 1].End && char.GetNumericValue(text[tokens[at].Start]) is > 0 and < 1 and var fraction) (number, at, i) = (number + (decimal)fraction, at + 1, i + 1);
        if (number < 1000 && at + 2 < tokens.Count && tokens[at].Is("and") && NumberUnits.Is(text, tokens[at + 1], "a") && NumberUnits.Is(text, tokens[at + 2], "half"))
        {
            (number, i) = (number + .5m, at + 3);
            if (i < tokens.Count && tokens[i].Has(Trait.Numeral) && tokens[i].Word.Value >= 1000) number *= tokens[i++].Word.Value;
        }
        return number;
    }

    internal static decimal? Hyphenated(string text, Token token)
    {
        var word = text.AsSpan(token.Start, token.End - token.Start);
        var dash = word.IndexOf('-');
        if (dash < 0) return null;
        var (tens, ones) = (Lexicon.Find(word[..dash]), Lexicon.Find(word[(dash + 1)..]));
        return tens.Has(Trait.Numeral) && ones.Has(Trait.Numeral) && tens.Value is >= 20 and < 100 && ones.Value < 10 ? tens.Value + ones.Value : null;
    }

    private static bool Digits(ReadOnlySpan<char> digits, int unit, bool money, out decimal value)
    {
        var scale = 1m;
        value = 0;
        if (digits.Length > 24) return false;
        digits = digits[..^unit];
        foreach (var (suffix, times) in money ? MoneyScales : Scales)
        {
            if (unit > 0 || !digits.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)) continue;
            scale = times;
            digits = digits[..^suffix.Length];
            break;
        }
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value) || value > Largest) return false;
        value *= scale;
        return true;
    }
}
