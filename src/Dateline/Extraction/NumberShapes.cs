using System.Collections.Frozen;

namespace Dateline.Extraction;

/// <summary>Which digits are amounts, and which only name something: a time of day, a day, a code, a year.</summary>
internal static class NumberShapes
{
    private static readonly FrozenSet<string> Races = "final sprint race hurdles freestyle relay dash title gold silver bronze butterfly backstroke breaststroke".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private const int FirstYear = 1900, LastYear = 2099;

    /// <summary>Whether the digits name something rather than measure or count it.</summary>
    internal static bool Names(string text, List<Token> tokens, int at)
    {
        if (at > 0 && ReferenceEquals(tokens[at - 1].Word, Ranks.Word)) return true;
        if (NumberLabels.Names(text, tokens, at)) return true;
        var (start, end) = (tokens[at].Start, tokens[at].End);
        var digits = text.AsSpan(start, end - start);
        if (digits.Length > 1 && digits[0] == '0' && digits[1] != '.') return true;
        if (Joined(text, start - 1, start - 2, ":/.") || Joined(text, end, end + 1, ":/")) return true;
        if (Joined(text, start - 1, start - 2, "-") || Joined(text, end, end + 1, "-")) return !Pair(text, start, end);
        if (at + 1 < tokens.Count && HalfDay(text.AsSpan(tokens[at + 1].Start, tokens[at + 1].End - tokens[at + 1].Start))) return true;
        var currency = start > 0 && char.GetUnicodeCategory(text[start - 1]) is System.Globalization.UnicodeCategory.CurrencySymbol || at > 0 && NumberUnits.Code(text, tokens[at - 1]);
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

    /// <summary>
    /// How many tokens name a share of a set: "two thirds", "three-quarters", "a third of". A share counts nothing by itself; matching compares it
    /// (Dateline.Matching.Shares).
    /// </summary>
    internal static int Share(string text, List<Token> tokens, int at)
    {
        if (Ratio(text, tokens, at) is > 0 and var ratio) return ratio;
        if (tokens[at].Kind == Kind.Number) return 0;
        var word = NumberUnits.Text(text, tokens[at]);
        if (word.IndexOf('-') is > 0 and var dash && Lexicon.Find(word[..dash]).Has(Trait.Numeral) && Fraction(word[(dash + 1)..])) return 1;
        return tokens[at].Has(Trait.Numeral) && tokens[at].Word.Value is > 1 and < 10 && at + 1 < tokens.Count && Fraction(NumberUnits.Text(text, tokens[at + 1])) && NumberUnits.Text(text, tokens[at + 1])[^1] == 's' ? 2 : 0;
    }

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> courses = WordSet.Of("hours days weeks months years minutes seconds matches games innings attempts starts races rounds overs outings seasons goes places cities towns countries villages states districts hour day week month year");

    // "One in ten nurses", "nine out of 10 pupils": a share; not "3 in 24 hours".
    private static int Ratio(string text, List<Token> tokens, int at)
    {
        decimal Whole(int n) => n >= tokens.Count ? 0 : tokens[n].Kind == Kind.Number ? Dates.Integer(text, tokens[n]) ?? 0 : tokens[n].Has(Trait.Numeral) ? tokens[n].Word.Value : 0;
        if (Whole(at) is not (>= 1 and <= 99 and var some) || at + 2 >= tokens.Count) return 0;
        var of = tokens[at + 1].Is("in") ? at + 2 : tokens[at + 1].Is("out") && tokens[at + 2].Is("of") ? at + 3 : 0;
        if (of > 0 && of < tokens.Count && NumberUnits.Is(text, tokens[of], "every")) of++;
        if (of == 0 || Whole(of) is var all && (all <= some || all > 1000) || of + 1 >= tokens.Count || !tokens[of + 1].IsWord || courses.Contains(NumberUnits.Text(text, tokens[of + 1]))) return 0;
        return of + 1 - at;
    }

    /// <summary>The part in "half a million", "half an hour", "a quarter of a million", leaving <paramref name="at"/> at what it is a part of; 1 where there is none.</summary>
    internal static decimal PartOf(string text, List<Token> tokens, ref int at)
    {
        bool Is(int i, string word) => i < tokens.Count && NumberUnits.Is(text, tokens[i], word);
        bool Counts(int i) => i < tokens.Count && tokens[i].Has(Trait.Numeral) && tokens[i].Word.Value >= 12;
        if (Is(at, "half") && (Is(at + 1, "a") || Is(at + 1, "an")) && (Counts(at + 2) || at + 2 < tokens.Count && NumberUnits.After(text, tokens, at + 2, false).Unit is not null))
        {
            at += 2;
            return .5m;
        }
        if (!((Is(at, "a") || Is(at, "one")) && (Is(at + 1, "quarter") || Is(at + 1, "third")) && Is(at + 2, "of") && Is(at + 3, "a") && Counts(at + 4))) return 1;
        var part = Is(at + 1, "quarter") ? .25m : 1m / 3;
        at += 4;
        return part;
    }

    /// <summary>Whether digits with an "m" are metres: "the 100m final", "100m in 9.8 seconds".</summary>
    internal static bool Metres(string text, List<Token> tokens, int first, int after)
    {
        if (tokens[first].Kind != Kind.Number || after != first + 1 || NumberUnits.Text(text, tokens[first]) is not [.. var digits, 'm'] || digits.ContainsAnyExceptInRange('0', '9')) return false;
        if (after < tokens.Count && Races.GetAlternateLookup<ReadOnlySpan<char>>().Contains(NumberUnits.Text(text, tokens[after]))) return true;
        if (Extends(text, tokens, first, after)) return true;
        return after + 2 < tokens.Count && NumberUnits.Is(text, tokens[after], "in") && tokens[after + 1].Kind == Kind.Number
            && (NumberUnits.Is(text, tokens[after + 2], "seconds") || NumberUnits.Is(text, tokens[after + 2], "minutes"));
    }

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> directions = WordSet.Of("long wide high tall deep thick above below off away apart underwater underground north south east west downstream upstream offshore inland ahead behind beneath from up down beyond short");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> grounds = WordSet.Of("hill hills mountain mountains altitude altitudes depth depths height heights elevation elevations peak peaks slope slopes ground snow summit radius distance ridge cliff cliffs waves wave trail path track shaft trench crater tunnel ledge seabed climb ascent");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> paying = WordSet.Of("cost costs costing worth pay pays paid paying spend spent spends spending raise raised raises raising profit profits loss losses revenue revenues sales fund funds funding investment investors budget sold sell sells buy bought receive received borrow borrowed lent owed owes debt debts fine fined deal users people views earn earned price priced valued value");

    // "800m long", "50m from the door", "on hills above 300m": where a way or a height is told, and no money.
    private static bool Extends(string text, List<Token> tokens, int first, int after)
    {
        const int Around = 20;
        bool Any(FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words)
        {
            for (var i = Math.Max(0, first - Around); i < Math.Min(tokens.Count, first + Around); i++)
                if (tokens[i].IsWord && words.Contains(NumberUnits.Text(text, tokens[i]))) return true;
            return false;
        }
        if (Any(paying)) return false;
        if (after < tokens.Count && directions.Contains(NumberUnits.Text(text, tokens[after]))) return true;
        return first > 0 && tokens[first - 1].Has(Trait.Preposition) && Any(grounds);
    }

    /// <summary>Whether a number is below zero: "minus 30 degrees", "-12C"; a dash between words or digits is none.</summary>
    internal static bool Below(string text, List<Token> tokens, int start, string? unit)
    {
        if (start == 0) return false;
        var before = tokens[start - 1];
        if (before.IsWord) return NumberUnits.Is(text, before, "minus");
        return (unit is null or "percent" || unit.StartsWith("degrees", StringComparison.Ordinal)) && before.Kind == Kind.Symbol && text[before.Start] is '-' or '−' && before.End == tokens[start].Start
            && (before.Start == 0 || char.IsWhiteSpace(text[before.Start - 1]));
    }

    private static bool Fraction(ReadOnlySpan<char> word) => word is "third" or "thirds" or "quarter" or "quarters" or "fifth" or "fifths" or "sixth" or "sixths" or "eighth" or "eighths" or "tenth" or "tenths" or "half" or "halves";

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

    internal static bool HalfDay(ReadOnlySpan<char> word) =>
        word.Equals("a.m.", StringComparison.OrdinalIgnoreCase) || word.Equals("p.m.", StringComparison.OrdinalIgnoreCase)
        || word.Equals("am", StringComparison.OrdinalIgnoreCase) || word.Equals("pm", StringComparison.OrdinalIgnoreCase) || word is "GMT" or "UTC" or "ET" or "EST" or "CET" or "BST" or "IST" or "JST" or "PST" or "EDT" or "CEST";
}
