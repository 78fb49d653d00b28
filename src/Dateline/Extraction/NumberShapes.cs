namespace Dateline.Extraction;

/// <summary>Which digits are amounts, and which only name something: a time of day, a day, a code, a year.</summary>
internal static class NumberShapes
{
    private const int FirstYear = 1900, LastYear = 2099;

    /// <summary>Whether the digits name something rather than measure or count it.</summary>
    internal static bool Names(string text, List<Token> tokens, int at)
    {
        var (start, end) = (tokens[at].Start, tokens[at].End);
        var digits = text.AsSpan(start, end - start);
        if (digits.Length > 1 && digits[0] == '0' && digits[1] != '.') return true;
        if (Joined(text, start - 1, start - 2, ":/.") || Joined(text, end, end + 1, ":/")) return true;
        if (Joined(text, start - 1, start - 2, "-") || Joined(text, end, end + 1, "-")) return !Pair(text, start, end);
        if (at + 1 < tokens.Count && HalfDay(text.AsSpan(tokens[at + 1].Start, tokens[at + 1].End - tokens[at + 1].Start))) return true;
        var currency = start > 0 && char.GetUnicodeCategory(text[start - 1]) is System.Globalization.UnicodeCategory.CurrencySymbol;
        return digits.Length == 4 && !currency && int.TryParse(digits, System.Globalization.CultureInfo.InvariantCulture, out var year)
            && year is >= FirstYear and <= LastYear && !(at + 1 < tokens.Count && tokens[at + 1] is { IsWord: true, Capital: false } next && !next.Has(Trait.Preposition | Trait.Auxiliary | Trait.Modal | Trait.Coordinator | Trait.Verb));
    }

    /// <summary>What a number that is the first part of a compound counts: "38-year-old", "90-day". Null and <paramref name="at"/> where there is none.</summary>
    internal static (string? Unit, int End) Compound(string text, List<Token> tokens, int at) =>
        at + 1 < tokens.Count && Hyphen(text, tokens, at) && tokens[at + 1].IsWord
            ? (text[tokens[at + 1].Start..tokens[at + 1].End].ToLowerInvariant(), at + 2) : (null, at);

    /// <summary>Whether a number stands between commas behind a name, as ages do: "Ortiz, 35, was".</summary>
    internal static bool Age(List<Token> tokens, int first, int after) =>
        after == first + 1 && first >= 2 && after < tokens.Count && tokens[first - 1].Kind == Kind.Comma && tokens[first - 2].Capital && tokens[after].Kind is Kind.Comma or Kind.Stop;

    /// <summary>Whether a hyphen stands between digits and the word that scales them: "$2.6-million".</summary>
    internal static bool Scaled(string text, List<Token> tokens, int at) =>
        at + 1 < tokens.Count && Hyphen(text, tokens, at) && tokens[at + 1].Has(Trait.Numeral) && tokens[at + 1].Word.Value >= 1000;

    private static bool Hyphen(string text, List<Token> tokens, int at) =>
        tokens[at].Kind == Kind.Symbol && text[tokens[at].Start] == '-' && tokens[at - 1].End == tokens[at].Start && tokens[at].End == tokens[at + 1].Start;

    private static bool Joined(string text, int sign, int beyond, string signs) =>
        sign >= 0 && beyond >= 0 && sign < text.Length && beyond < text.Length && signs.Contains(text[sign]) && char.IsAsciiDigit(text[beyond]);

    // "10-15", a range, and "3-1", a score, are two numbers. "9-1-1" is a code.
    private static bool Pair(string text, int start, int end)
    {
        var (from, to) = (start, end);
        while (from > 0 && from > start - 12 && (char.IsAsciiDigit(text[from - 1]) || text[from - 1] == '-')) from--;
        while (to < text.Length && to < end + 12 && (char.IsAsciiDigit(text[to]) || text[to] == '-')) to++;
        var both = text.AsSpan(from, to - from);
        var dash = both.IndexOf('-');
        return dash > 0 && both.LastIndexOf('-') == dash;
    }

    private static bool HalfDay(ReadOnlySpan<char> word) =>
        word.Equals("a.m.", StringComparison.OrdinalIgnoreCase) || word.Equals("p.m.", StringComparison.OrdinalIgnoreCase)
        || word.Equals("am", StringComparison.OrdinalIgnoreCase) || word.Equals("pm", StringComparison.OrdinalIgnoreCase) || word is "GMT" or "UTC" or "ET" or "EST" or "CET";
}
