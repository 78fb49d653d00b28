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
        if (!Figures(text, figures, limit)) return 0;
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
