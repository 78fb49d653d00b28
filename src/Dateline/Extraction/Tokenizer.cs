using System.Globalization;

namespace Dateline.Extraction;

/// <summary>Cuts a stretch of text into tokens, left to right, looking at each code unit a bounded number of times.</summary>
internal static class Tokenizer
{
    /// <summary>The tokens of a whole text.</summary>
    internal static List<Token> Read(string text)
    {
        var tokens = new List<Token>();
        Read(text, 0, text.Length, tokens);
        return tokens;
    }

    internal static void Read(string text, int start, int end, List<Token> into)
    {
        into.Clear();
        var at = start;
        while (at < end)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200B' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')) at++;
            else if (char.IsAsciiDigit(c)) at = Number(text, at, end, into);
            else if (char.IsLetterOrDigit(c)) at = Letters(text, at, end, into);
            else at = Mark(text, at, start, end, into);
        }
    }

    private static bool Apostrophe(char c) => c is '\'' or '’' or 'ʼ';

    private static bool Letter(char c) => char.IsAsciiLetterOrDigit(c) || c > 127 && (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private static int Number(string text, int at, int end, List<Token> into)
    {
        var start = at++;
        while (at < end && (char.IsAsciiDigit(text[at]) || text[at] is ',' or '.' && at + 1 < end && char.IsAsciiDigit(text[at + 1]))) at++;
        if (at < end && Letter(text[at]))
        {
            while (at < end && Letter(text[at])) at++;
        }
        into.Add(new Token(start, at, Kind.Number, Word.Unknown, false));
        return at;
    }

    private static int Letters(string text, int at, int end, List<Token> into)
    {
        var start = at;
        if (Initials(text, at, end) is var after && after > 0)
        {
            into.Add(new Token(start, after, Kind.Word, Lexicon.Find(text.AsSpan(start, after - start)), char.IsUpper(text[start])));
            return after;
        }
        while (at < end)
        {
            if (Letter(text[at])) at++;
            else if (at + 1 < end && Letter(text[at + 1]) && (text[at] is '-' or '&' || Apostrophe(text[at]))) at++;
            else break;
        }
        if (Ranks.At(text, start, at, end, into) is var ranked && ranked > 0)
        {
            into.Add(new Token(start, ranked, Kind.Word, Ranks.Word, char.IsUpper(text[start])));
            return ranked;
        }
        at = Abbreviated(text, start, at, end);
        var clitic = Clitic(text, start, at);
        if (clitic > start)
        {
            into.Add(new Token(start, clitic, Kind.Word, Lexicon.Find(text.AsSpan(start, clitic - start)), char.IsUpper(text[start])));
            into.Add(new Token(clitic, at, Kind.Word, Lexicon.Find(text.AsSpan(clitic, at - clitic)), false));
        }
        else into.Add(new Token(start, at, Kind.Word, Lexicon.Find(text.AsSpan(start, at - start)), char.IsUpper(text[start])));
        return at;
    }

    // "Mr.", "Sen.", "B.": the full stop belongs to the word.
    private static int Abbreviated(string text, int start, int at, int end)
    {
        if (at >= end || text[at] != '.' || at - start > 6) return at;
        if (text.AsSpan(start, end - start).StartsWith("Ph.D")) return start + 4 < end && text[start + 4] == '.' ? start + 5 : start + 4;
        if (at - start == 1) return text[start] is >= 'A' and <= 'Z' and not 'I' ? at + 1 : at;
        return at + 1 < end && Lexicon.Find(text.AsSpan(start, at - start)).Has(Trait.Abbreviation) && !text.AsSpan(start, at - start).Equals("no", StringComparison.OrdinalIgnoreCase)
            ? at + 1 : at;
    }

    // "U.S.", "a.m.": letters that each end in a full stop, two or more.
    private static int Initials(string text, int at, int end)
    {
        var letters = 0;
        while (at + 1 < end && letters < 8 && char.IsAsciiLetter(text[at]) && text[at + 1] == '.')
        {
            letters++;
            at += 2;
        }
        return letters >= 2 && (at == end || !char.IsAsciiLetter(text[at])) ? at : 0;
    }

    private static int Clitic(string text, int start, int end)
    {
        for (var i = Math.Max(start + 1, end - 3); i < end; i++)
        {
            if (!Apostrophe(text[i])) continue;
            if (i > start && text[i - 1] is 'n' or 'N' && i + 2 == end && text[i + 1] is 't' or 'T') return 0;
            return i;
        }
        return 0;
    }

    private static int Mark(string text, int at, int start, int end, List<Token> into)
    {
        var c = text[at];
        var next = at + 1 < end ? text[at + 1] : ' ';
        var before = at > start ? text[at - 1] : ' ';
        if (c is '\'' or '`' && next == c && !(at + 2 < end && text[at + 2] == c && !char.IsWhiteSpace(before))) return Quotation(2, false, c == '`' ? Facing.Opens : Facing.None);
        if (c == '"') return Quotation(1, false, Facing.None);
        if (c is '“' or '„' or '«') return Quotation(1, false, Facing.Opens, true);
        if (c is '”' or '»') return Quotation(1, false, Facing.Closes, true);
        if (c is '‘' or '`') return Quotation(1, true, Facing.Opens, c == '‘');
        if (Apostrophe(c)) return Quotation(1, true, char.IsWhiteSpace(before) && Letter(next) ? c == '\'' ? Facing.Opens : Facing.None : Facing.Closes, c == '’');
        var (kind, length) = c switch
        {
            ',' => (Kind.Comma, 1),
            '.' or '!' or '?' or '…' => (Kind.Stop, 1),
            ':' => (Kind.Colon, 1),
            ';' => (Kind.Semicolon, 1),
            '—' or '–' or '―' => (Kind.Dash, 1),
            '-' when next == '-' => (Kind.Dash, 2),
            '-' when char.IsWhiteSpace(before) && char.IsWhiteSpace(next) => (Kind.Dash, 1),
            '(' or '[' => (Kind.Open, 1),
            ')' or ']' => (Kind.Close, 1),
            _ => (Kind.Symbol, char.IsHighSurrogate(c) && char.IsLowSurrogate(next) ? 2 : 1)
        };
        if (kind == Kind.Stop) while (at + length < end && text[at + length] is '.' or '!' or '?' or '…' && length < 64) length++;
        into.Add(new Token(at, at + length, kind, Word.Unknown, false));
        return at + length;

        int Quotation(int length, bool single, Facing facing, bool curly = false)
        {
            if (facing == Facing.None && !(single && curly))
            {
                var after = at + length < end ? text[at + length] : ' ';
                var open = char.IsWhiteSpace(before) || before is '(' or '[' or '—' or '–' or '-' or '“' or '‘' or '"' or '\'';
                var close = char.IsWhiteSpace(after) || char.IsPunctuation(after);
                facing = open && !close ? Facing.Opens : close && !open ? Facing.Closes : Facing.Either;
            }
            into.Add(new Token(at, at + length, Kind.Quote, Word.Unknown, false, facing, single, curly));
            return at + length;
        }
    }
}
