using System.Collections.Frozen;

namespace Dateline.Extraction;

/// <summary>
/// "No" before a number in figures, which is short for "number" and names by rank ("world No 1", "No 10 said"; Quirk et al. 1985, 6.66), and neither denies nor ends a sentence.
/// Before what is counted or measured ("no 24-hour shop", "no 5 million bailout", "no 2024 budget") it is the determiner.
/// </summary>
internal static class Ranks
{
    // No rank and no house has more figures.
    private const int MostFigures = 3;

    /// <summary>What it is where it means "number": a noun.</summary>
    internal static readonly Word Word = new("number") { Traits = Trait.Abbreviation, Nominal = true };

    /// <summary>Where the abbreviation from <paramref name="start"/> to <paramref name="end"/> ends, its full stop included; 0 where it is none.</summary>
    internal static int At(string text, int start, int end, int limit, List<Token> before)
    {
        var form = text.AsSpan(start, end - start);
        if (form.Length is not (2 or 3) || form[0] is not ('N' or 'n') || !form.Equals("no", StringComparison.OrdinalIgnoreCase) && !form.Equals("nos", StringComparison.OrdinalIgnoreCase)) return 0;
        var stop = end < limit && text[end] == '.';
        var figures = stop ? end + 1 : end;
        if (figures < limit && text[figures] is ' ' or '\u00A0') figures++;
        else if (!stop) return 0;
        if (!Figures(text, figures, limit) || !stop && form.Length == 2 && Counts(text, figures, limit, before)) return 0;
        return form[0] == 'N' || form.Length == 3 || Follows(before, stop) ? stop ? end + 1 : end : 0;
    }

    private static bool Figures(string text, int at, int limit)
    {
        var end = at;
        while (end < limit && char.IsAsciiDigit(text[end])) end++;
        if (end == at || end - at > MostFigures) return false;
        if (end == limit) return true;
        if (char.IsLetter(text[end]) || text[end] == '%' || text[end] is '-' or '/' or '.' or ',' or '’' or '\'' && end + 1 < limit && char.IsLetterOrDigit(text[end + 1]) && !Genitive(text, end, limit)) return false;
        var word = end + 1;
        while (word < limit && char.IsLetter(text[word])) word++;
        var next = text[end] == ' ' ? Lexicon.Find(text.AsSpan(end + 1, word - end - 1)) : Word.Unknown;
        return !next.Has(Trait.Numeral) && next.Text is not ("percent" or "per");
    }

    // "No 40 tonne lorries", "no 3 people": a measure or a plural noun behind it is counted, unless a noun or a determiner before it shows a rank ("world No 5 players"), or those of a house are meant ("No 10 officials").
    private static bool Counts(string text, int at, int limit, List<Token> before)
    {
        if (before.Count > 0 && before[^1].IsWord) return false;
        var end = at;
        while (end < limit && char.IsAsciiDigit(text[end])) end++;
        var first = end + 1;
        var figures = text.AsSpan(at, end - at);
        if (end >= limit || text[end] is not (' ' or '\u00A0') || first >= limit || !char.IsLower(text[first]) || figures is "1") return false;
        var last = first;
        while (last < limit && (char.IsLetter(text[last]) || text[last] == '-')) last++;
        var noun = text.AsSpan(first, last - first);
        if (measures.Contains(noun)) return true;
        var word = Lexicon.Find(noun);
        var plural = noun is "people" or "men" or "women" or "children" || noun.Length > 3 && noun[^1] == 's' && noun[^2] is not ('s' or 'u' or 'i');
        // "No 10 plans the move", "no 40 houses burned": behind a plural noun comes a verb.
        return plural && (!word.Forms.HasFlag(VerbForms.Present) || Finite(text, last, limit)) && !(figures is "10" or "11" && word.Has(Trait.Person));
    }

    private static bool Finite(string text, int at, int limit)
    {
        var end = at + 1;
        while (end < limit && char.IsLetter(text[end])) end++;
        if (at + 1 >= end || text[at] != ' ') return false;
        var word = Lexicon.Find(text.AsSpan(at + 1, end - at - 1));
        return word.Has(Trait.Auxiliary | Trait.Modal) || (word.Forms & VerbForms.Past) != 0 || text.AsSpan(at + 1, end - at - 1).EndsWith("ed");
    }

    // Of measures the singular counts as well, before another noun.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> measures = WordSet.Of("tonne tonnes ton tons kilo kilos kilogram kilogramme kg gram km kilometre kilometer mile miles metre meter metres meters yard foot feet inch hour hours minute day days week weeks "
        + "month months year years night litre liter gallon acre acres hectare degree pound pounds euro euros dollar dollars bedroom storey seat cent");

    // "No 10's reply"
    private static bool Genitive(string text, int at, int limit) => text[at] is '\'' or '’' && text[at + 1] == 's' && (at + 2 == limit || !char.IsLetterOrDigit(text[at + 2]));

    // In small letters it is the noun behind a determiner or another noun ("the no 3 official", "world no. 1"), not behind a verb or preposition ("has no 40 tonne lorries", "said no. 10 people …").
    private static bool Follows(List<Token> before, bool stop)
    {
        if (before.Count == 0 || !before[^1].IsWord) return false;
        var last = before[^1];
        if (last.Has(Trait.Determiner | Trait.Possessive)) return true;
        if (last.Has(Trait.Preposition)) return stop;
        return !last.Has(Trait.Auxiliary | Trait.Modal | Trait.Coordinator | Trait.Subordinator | Trait.Pronoun | Trait.Wh | Trait.Adverb | Trait.Negation) && (last.Word.Forms == VerbForms.None || stop && last.Word.Uses is null);
    }
}
