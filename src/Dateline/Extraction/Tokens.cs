namespace Dateline.Extraction;

internal enum TokenKind : byte
{
    Word, Number, Mark, Quote
}

/// <summary>One token: offsets into the text and what the lexicon knows of it.</summary>
internal struct Token
{
    public int Start;
    public int End;
    public TokenKind Kind;

    /// <summary>The mark's character; of a word its first.</summary>
    public char First;

    /// <summary>Line feeds before it since the last token.</summary>
    public byte Breaks;
    public bool SpaceBefore;
    public bool Capital;

    /// <summary>The quotation it stands in (outermost), or -1.</summary>
    public int Quote;
    public Entry? Entry;

    public readonly bool Is(Tag tag) => Entry is not null && (Entry.Tags & tag) != 0;

    public readonly bool Mark(char c) => Kind == TokenKind.Mark && First == c;
}

/// <summary>Splits text into tokens that keep their offsets. One pass; every code unit is looked at a bounded number of times.</summary>
internal static class Tokenizer
{
    public static Token[] Split(string text)
    {
        var all = new List<Token>(text.Length / 5 + 8);
        var i = 0;
        var breaks = 0;
        var space = true;
        while (i < text.Length)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c) || c is '\u200b' or '\ufeff' or '\u2060')
            {
                if (c == '\n') breaks++;
                space = true;
                i++;
                continue;
            }
            var start = i;
            var kind = TokenKind.Mark;
            if (char.IsAsciiDigit(c) || (c == '$' || c == '£' || c == '€') && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
            {
                kind = TokenKind.Number;
                i = NumberEnd(text, i + 1);
            }
            else if (Letter(c))
            {
                kind = TokenKind.Word;
                i = WordEnd(text, i);
            }
            else if (Suffix(text, i) is var suffix and > 0)
            {
                kind = TokenKind.Word;
                i += suffix;
            }
            else if (c is '"' or '“' or '”' or '«' or '»' or '„' or '‘' or '’' or '\'' or '`')
            {
                kind = TokenKind.Quote;
                i += i + 1 < text.Length && text[i + 1] == c && c is '\'' or '`' or '’' or '‘' && i + 1 < text.Length && text[i + 1] == c ? 2 : 1;
            }
            else if (c == '-')
            {
                while (i < text.Length && i - start < 3 && text[i] == '-') i++;
            }
            else
            {
                i++;
                if (c == '.' && i + 1 < text.Length && text[i] == '.' && text[i + 1] == '.') i += 2;
                else if (char.IsHighSurrogate(c) && i < text.Length && char.IsLowSurrogate(text[i])) i++;
            }
            var token = new Token
            {
                Start = start,
                End = i,
                Kind = kind,
                First = kind == TokenKind.Mark && i - start == 3 && c == '.' ? '…' : c,
                Breaks = (byte)Math.Min(breaks, 200),
                SpaceBefore = space,
                Capital = char.IsUpper(c),
                Quote = -1
            };
            if (kind == TokenKind.Word) token.Entry = Lexicon.Find(text.AsSpan(start, i - start));
            all.Add(token);
            breaks = 0;
            space = false;
        }
        return all.ToArray();
    }

    private static bool Letter(char c) => c < 128 ? char.IsAsciiLetter(c) : char.IsLetter(c) || char.IsSurrogate(c) && false;

    // Possessive and contracted endings are their own tokens: 's 're 've 'll 'd 'm.
    private static int Suffix(string text, int i)
    {
        if (text[i] is not ('\'' or '’') || i == 0 || !char.IsLetterOrDigit(text[i - 1]) || i + 1 >= text.Length) return 0;
        var length = char.ToLowerInvariant(text[i + 1]) switch
        {
            's' or 'd' or 'm' => 2,
            'r' or 'v' when i + 2 < text.Length && text[i + 2] is 'e' or 'E' => 3,
            'l' when i + 2 < text.Length && text[i + 2] is 'l' or 'L' => 3,
            _ => 0
        };
        return length > 0 && (i + length >= text.Length || !char.IsLetterOrDigit(text[i + length])) ? length : 0;
    }

    private static int NumberEnd(string text, int i)
    {
        while (i < text.Length)
        {
            if (char.IsAsciiDigit(text[i])) i++;
            else if (text[i] is '.' or ',' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])) i += 2;
            else if (char.IsAsciiLetter(text[i]) || text[i] == '-' && i + 1 < text.Length && char.IsAsciiLetter(text[i + 1])) i++;
            else break;
        }
        return i < text.Length && text[i] == '%' ? i + 1 : i;
    }

    private static int WordEnd(string text, int i)
    {
        var start = i;
        var dotted = true; // only single letters and points so far: "U.S."
        while (++i < text.Length)
        {
            var c = text[i];
            if (Letter(c) || char.IsAsciiDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                if (Letter(text[i - 1])) dotted = false;
                continue;
            }
            if (i + 1 < text.Length && Letter(text[i + 1]))
            {
                if (c == '-') { dotted = false; continue; }
                if (c is '\'' or '’' && Suffix(text, i) == 0 && Letter(text[i - 1]) && (text[i + 1] is not ('s' or 'S') || i + 2 < text.Length && Letter(text[i + 2]))) { dotted = false; continue; }
                if (c == '.' && dotted && (i + 2 >= text.Length || !Letter(text[i + 2]))) continue;
                if (c is '.' && i - start > 1 && char.IsAsciiLetterLower(text[i + 1]) && char.IsAsciiLetterLower(text[i - 1])) { dotted = false; continue; }
            }
            if (c == '.' && dotted) return i + 1;
            if (c == '.' && i - start <= 5 && Lexicon.Find(text.AsSpan(start, i + 1 - start)) is { } e && e.Is(Tag.Abbreviation)
                && (text[start] is not 'n' and not 'N' || i + 2 < text.Length && char.IsAsciiDigit(text[i + 2]))) return i + 1;
            break;
        }
        return i;
    }
}
