namespace Dateline.Extraction;

/// <summary>A sentence as a range of tokens; the end is exclusive. Full stops inside a quotation do not end it.</summary>
internal readonly record struct Sentence(int Start, int End, int Paragraph);

/// <summary>Finds sentences: marks that end them, abbreviations and initials that do not, and paragraph ends.</summary>
internal static class Splitter
{
    public static List<Sentence> Find(Token[] tokens, List<Quotation> quotes)
    {
        var all = new List<Sentence>();
        var start = 0;
        var paragraph = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            var next = i + 1 < tokens.Length ? tokens[i + 1] : default;
            var last = i + 1 == tokens.Length;
            var broken = !last && next.Breaks > 0;
            if (!last && !broken && !Ends(tokens, quotes, i)) continue;
            if (!last && next.Breaks == 1 && Continues(tokens, i)) continue;
            all.Add(new(start, i + 1, paragraph));
            start = i + 1;
            if (broken) paragraph++;
        }
        return all;
    }

    private static bool Terminal(Token t) => t.Kind == TokenKind.Mark && t.First is '.' or '!' or '?' or '…';

    private static bool Ends(Token[] tokens, List<Quotation> quotes, int i)
    {
        var t = tokens[i];
        var next = tokens[i + 1];
        if (t.Quote >= 0)
        {
            var q = quotes[t.Quote];
            if (!q.Closed || i != q.Close || !next.SpaceBefore) return false;
            var end = tokens[i - 1];
            if (!Terminal(end) || !(next.Capital || next.Kind is TokenKind.Quote or TokenKind.Number)) return false;
            return end.First == '.' || !Attributed(tokens, i + 1);
        }
        if (Terminal(t)) return next.SpaceBefore && (next.Capital || next.Kind != TokenKind.Word);
        if (t.Kind == TokenKind.Word && t.End - t.Start > 3 && t.Is(Tag.Abbreviation) && !t.Is(Tag.Title | Tag.Month))
            return next.Capital && next.Is(Tag.Function) && !next.Is(Tag.Preposition);
        return false;
    }

    // A line broken in the middle of a sentence: no mark before it, and a small letter after.
    private static bool Continues(Token[] tokens, int i) =>
        !Terminal(tokens[i]) && tokens[i + 1].Kind == TokenKind.Word && !tokens[i + 1].Capital;

    // After "…?" a speaker and a verb of saying may still follow.
    private static bool Attributed(Token[] tokens, int i)
    {
        for (var k = i; k < tokens.Length && k < i + 9 && tokens[k].Kind == TokenKind.Word; k++)
            if (tokens[k].Entry?.Verb is { } v && (v.Frame & Frame.Quote) != 0) return true;
        return false;
    }
}
