using System.Collections.Frozen;

namespace Dateline.Extraction;

/// <summary>What a number counts or measures: a currency (ISO 4217), a percentage, degrees, or the noun behind it.</summary>
internal static class NumberUnits
{
    private static readonly FrozenSet<string> codes = ("USD EUR GBP JPY CHF CAD AUD NZD CNY INR SEK NOK DKK ISK PLN CZK HUF RON BGN TRY RUB UAH ILS ZAR BRL MXN ARS CLP COP KRW SGD HKD TWD THB IDR MYR PHP VND "
        + "SAR AED QAR KWD EGP NGN KES GHS ETB PKR BDT LKR IRR IQD").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> dollars = new Dictionary<string, string>
    {
        ["US"] = "usd",
        ["A"] = "aud",
        ["AU"] = "aud",
        ["C"] = "cad",
        ["CA"] = "cad",
        ["HK"] = "hkd",
        ["NZ"] = "nzd",
        ["S"] = "sgd",
        ["NT"] = "twd",
        ["R"] = "brl",
        ["Mex"] = "mxn"
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Plurals without an s, behind which a unit ends.
    private static readonly FrozenSet<string> plurals = "people men women children police".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The currency before a number, and the token with which it begins: "$5", "A$5", "CHF 5".</summary>
    internal static (string? Unit, int Start) Before(string text, List<Token> tokens, int first)
    {
        if (first == 0) return (null, first);
        var before = tokens[first - 1];
        if (Code(text, before)) return (Text(text, before).ToString().ToLowerInvariant(), first - 1);
        if (before.Kind != Kind.Symbol || before.End != tokens[first].Start || Currency(text[before.Start]) is not { } currency) return (null, first);
        return text[before.Start] == '$' && first > 1 && tokens[first - 2].End == before.Start && dollars.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(Text(text, tokens[first - 2]), out var other)
            ? (other, first - 2) : (currency, first - 1);
    }

    /// <summary>The unit that begins at a token, and the token behind it. In a text all in capitals no word counts as a name.</summary>
    internal static (string? Unit, int End) After(string text, List<Token> tokens, int at, bool capitals)
    {
        if (at >= tokens.Count) return (null, at);
        if (tokens[at].Kind == Kind.Symbol && text[tokens[at].Start] == '%' || tokens[at].Is("percent")) return ("percent", at + 1);
        if (Is(text, tokens[at], "per") && at + 1 < tokens.Count && Is(text, tokens[at + 1], "cent")) return ("percent", at + 2);
        if (tokens[at].Kind == Kind.Symbol && text[tokens[at].Start] == '°') return at + 1 < tokens.Count && Is(text, tokens[at + 1], "C") ? ("degrees", at + 2) : at + 1 < tokens.Count && Is(text, tokens[at + 1], "F") ? ("degrees fahrenheit", at + 2) : ("degrees", at + 1);
        if (Measures.Money(text, tokens, at) is (not null, _) money) return money;
        if (Is(text, tokens[at], "km") && Measures.Hourly(text, tokens[at].End)) return ("km/h", Hour(tokens, at + 1));
        if (Code(text, tokens[at])) return (Text(text, tokens[at]).ToString().ToLowerInvariant(), at + 1);
        var end = at;
        while (end < tokens.Count && end < at + 3 && tokens[end] is { IsWord: true } token && (capitals || !token.Capital) && !Ends(text, tokens, at, end)) end++;
        return end > at ? (text[tokens[at].Start..tokens[end - 1].End].ToLowerInvariant(), end) : (null, at);
    }

    /// <summary>The token behind "/h".</summary>
    internal static int Hour(List<Token> tokens, int at) => Math.Min(at + 2, tokens.Count);

    internal static bool Code(string text, Token token) => token.IsWord && token.End - token.Start == 3 && codes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Text(text, token));

    /// <summary>Whether no word is written in lower case: a headline in capitals.</summary>
    internal static bool Shouted(string text, List<Token> tokens)
    {
        foreach (var token in tokens)
            if (token.IsWord && Text(text, token).IndexOfAnyInRange('a', 'z') >= 0) return false;
        return true;
    }

    internal static bool Is(string text, Token token, string word) => Text(text, token).Equals(word, StringComparison.OrdinalIgnoreCase);

    internal static ReadOnlySpan<char> Text(string text, Token token) => text.AsSpan(token.Start, token.End - token.Start);

    // Behind the first word: a past form, or what follows a plural ("basis" and "crisis" are none).
    private static bool Ends(string text, List<Token> tokens, int at, int end)
    {
        var token = tokens[end];
        if (token.Has(Trait.Auxiliary | Trait.Modal | Trait.Preposition | Trait.Determiner | Trait.Possessive | Trait.Pronoun | Trait.Coordinator | Trait.Subordinator | Trait.Verb | Trait.Adverb | Trait.Negation)) return true;
        if (end == at) return false;
        // "40 km south of Osaka"
        if (Compass.Contains($" {Text(text, token)} ", StringComparison.OrdinalIgnoreCase)) return true;
        if (token.Word.Form == Form.Past && token.Word.Uses is not null || Text(text, token).EndsWith("ed", StringComparison.OrdinalIgnoreCase)) return true;
        var before = Text(text, tokens[end - 1]);
        return before[^1] is 's' or 'S' && !(before.Length > 2 && before[^2] is 's' or 'i' or 'u' or 'S' or 'I' or 'U') || plurals.GetAlternateLookup<ReadOnlySpan<char>>().Contains(before);
    }

    private const string Compass = " north south east west north-east north-west south-east south-west northeast northwest southeast southwest offshore inland upstream downstream ";

    private static string? Currency(char symbol) => symbol switch { '$' => "usd", '€' => "eur", '£' => "gbp", '¥' => "jpy", '₪' => "ils", '₹' => "inr", _ => null };
}
