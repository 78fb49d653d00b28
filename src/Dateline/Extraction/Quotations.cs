namespace Dateline.Extraction;

/// <summary>
/// Turns tokens into items: pairs quotation marks, and makes each quotation one item. One that is left open runs to the paragraph's end: with a mark that can only open, and with any where the next paragraph
/// begins with such a mark as well (Chicago Manual of Style, 13.32).
/// </summary>
internal static class Quotations
{
    private const int LongestSingle = 120;

    internal static void Collapse(string text, List<Token> tokens, List<Item> into)
    {
        into.Clear();
        var noDouble = false;
        char? next = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind != Kind.Quote)
            {
                into.Add(new Item(token.Start, token.End, token.Kind, token.Word, token.Capital));
                continue;
            }
            var close = -1;
            if (token.Facing is Facing.Opens or Facing.Either)
            {
                close = token.Single ? Closing(tokens, i, Math.Min(tokens.Count, i + LongestSingle)) : noDouble ? -1 : Closing(tokens, i, tokens.Count);
                if (close < 0 && !token.Single)
                {
                    noDouble = true;
                    if (token.Curly || i == 0) close = tokens.Count - 1;
                }
            }
            if (close < 0 && token.Facing is Facing.Opens && i + 1 < tokens.Count && (i == 0 || tokens[i - 1].Kind is Kind.Stop or Kind.Comma or Kind.Colon or Kind.Dash)
                && text[token.Start] == (next ??= After(text, tokens[^1].End))) close = tokens.Count - 1;
            if (close <= i)
            {
                into.Add(new Item(token.Start, token.End, Kind.Symbol, Word.Unknown, false));
                continue;
            }
            into.Add(Quotation(text, tokens, i, close));
            i = close;
        }
    }

    // What the next paragraph begins with.
    private static char After(string text, int end)
    {
        while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
        return end < text.Length ? text[end] : ' ';
    }

    private static int Closing(List<Token> tokens, int open, int limit)
    {
        var mark = tokens[open];
        for (var i = open + 1; i < limit; i++)
        {
            var token = tokens[i];
            if (token.Kind != Kind.Quote || token.Single != mark.Single) continue;
            if (token.Facing is Facing.Closes) return i;
            if (token.Facing is Facing.Either && i > open + 1) return i;
        }
        return -1;
    }

    private static Item Quotation(string text, List<Token> tokens, int open, int close)
    {
        var words = 0;
        for (var i = open; i <= close; i++)
            if (tokens[i].Kind is Kind.Word or Kind.Number) words++;
        var last = close;
        while (last > open && tokens[last].Kind == Kind.Quote) last--;
        return new Item(tokens[open].Start, tokens[close].End, Kind.Quote, Word.Unknown, tokens[open + 1].Capital, words, text[tokens[last].End - 1]);
    }
}
