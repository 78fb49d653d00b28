namespace Dateline.Extraction;

/// <summary>Splits a text into words, numbers, marks, quotation marks and paragraph breaks, in one pass.</summary>
internal static class Tokeniser
{
    /// <summary>Abbreviations that keep their full stop (The Chicago Manual of Style, 10.4; AP Stylebook, "abbreviations").</summary>
    private static readonly HashSet<string> abbreviations = new(
        ("mr mrs ms dr prof rev hon sen sens rep reps gov govs gen lt col maj capt sgt cmdr adm pres atty sec st mt ft jr sr vs etc inc ltd co corp bros "
        + "no vol dept univ ave blvd jan feb mar apr jun jul aug sept sep oct nov dec ala ariz calif colo conn fla ga ill ind kan ky la md mass mich minn miss mo "
        + "mont neb nev okla ore pa tenn tex va vt wash wis u.s u.n u.k d.c e.g i.e a.m p.m ph.d").Split(' '), StringComparer.OrdinalIgnoreCase);

    internal static List<Token> Tokens(string text)
    {
        var tokens = new List<Token>(text.Length / 5 + 1);
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (c == '\n' || c == '\r')
            {
                if (tokens.Count > 0 && tokens[^1].Kind != TokenKind.Break) tokens.Add(new(i, i + 1, TokenKind.Break));
                i++;
            }
            else if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                i++;
            }
            else if (Letters(text, i) > 0)
            {
                var end = Word(text, i);
                tokens.Add(new(i, end, char.IsDigit(c) ? TokenKind.Number : TokenKind.Word));
                i = end;
            }
            else
            {
                var length = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;
                tokens.Add(new(i, i + length, c is '"' or '“' or '”' or '„' or '«' or '»' ? TokenKind.Quote : TokenKind.Punctuation));
                i += length;
            }
        }
        return tokens;
    }

    /// <summary>How many code units the letter or digit at an offset has; 0 when there is none.</summary>
    private static int Letters(string text, int i) =>
        char.IsLetterOrDigit(text[i]) ? 1 : char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) && char.IsLetterOrDigit(text, i) ? 2 : 0;

    private static int Word(string text, int start)
    {
        var i = start;
        while (i < text.Length)
        {
            if (Letters(text, i) is var length and > 0) i += length;
            else if (i + 1 < text.Length && Joins(text[i], text[i - 1], text[i + 1])) i++;
            else break;
        }
        return i < text.Length && text[i] == '.' && i - start <= 6 && IsAbbreviation(text.AsSpan(start, i - start)) ? i + 1 : i;
    }

    /// <summary>Apostrophes and hyphens within words; points and commas within numbers and initials.</summary>
    private static bool Joins(char c, char before, char after) => c switch
    {
        '\'' or '’' or '-' or '&' => char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after),
        '.' => (char.IsDigit(before) && char.IsDigit(after)) || (char.IsLetter(before) && char.IsLetter(after) && char.IsUpper(before) && char.IsUpper(after)),
        ',' => char.IsDigit(before) && char.IsDigit(after),
        _ => false
    };

    private static bool IsAbbreviation(ReadOnlySpan<char> word) =>
        (word.Length == 1 && char.IsUpper(word[0])) || abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)
        || (word.Length == 3 && word[1] == '.' && char.IsUpper(word[0]));
}
