namespace Dateline.Extraction;

/// <summary>One outermost quotation: the tokens of its marks, and whether it is closed. Content is what stands between.</summary>
internal readonly record struct Quotation(int Open, int Close, bool Closed)
{
    public int First => Open + 1;
    public int Last => Close - 1;
}

/// <summary>Pairs quotation marks. A paragraph may open again a quotation that the one before left open; such parts are separate.</summary>
internal static class Quotes
{
    public static List<Quotation> Find(Token[] tokens, string text)
    {
        var all = new List<Quotation>();
        var open = -1;
        var depth = '\0';
        for (var i = 0; i < tokens.Length; i++)
        {
            ref var t = ref tokens[i];
            if (open >= 0 && t.Breaks > 0 && Ends(tokens, i))
            {
                Add(all, tokens, open, i, false);
                open = -1;
            }
            if (t.Kind != TokenKind.Quote) continue;
            var c = Class(text, t);
            if (open < 0)
            {
                if (c is '”' or '’' || !Opens(tokens, i, text)) continue;
                open = i;
                depth = c;
            }
            else if (c == depth || c == '”' && depth == '“' || c == '’' && depth == '‘')
            {
                if (!Closes(tokens, i, text, depth)) continue;
                Add(all, tokens, open, i, true);
                open = -1;
            }
        }
        if (open >= 0) Add(all, tokens, open, tokens.Length, false);
        return all;
    }

    private static char Class(string text, Token t) => t.First switch
    {
        '„' or '«' or '“' => '“',
        '»' or '”' => '”',
        '’' => t.End - t.Start == 2 ? '”' : '’',
        '‘' => t.End - t.Start == 2 ? '“' : '‘',
        '`' => t.End - t.Start == 2 ? '"' : '‘',
        '\'' when t.End - t.Start == 2 => '"',
        _ => t.First
    };

    // A paragraph's end closes what stands open.
    private static bool Ends(Token[] tokens, int i) => tokens[i].Breaks > 1 || i > 0 && tokens[i - 1].Kind == TokenKind.Mark;

    private static bool Opens(Token[] tokens, int i, string text)
    {
        var t = tokens[i];
        var glued = t.End < text.Length && !char.IsWhiteSpace(text[t.End]);
        return glued && (t.SpaceBefore || i == 0 || tokens[i - 1].Kind != TokenKind.Word && tokens[i - 1].Kind != TokenKind.Number);
    }

    private static bool Closes(Token[] tokens, int i, string text, char depth) =>
        depth is not ('\'' or '‘') || tokens[i].End >= text.Length || !char.IsLetterOrDigit(text[tokens[i].End]);

    private static void Add(List<Quotation> all, Token[] tokens, int open, int close, bool closed)
    {
        if (close <= open + 1) return;
        for (var k = open; k < close; k++) tokens[k].Quote = all.Count;
        if (closed) tokens[close].Quote = all.Count;
        all.Add(new(open, close, closed));
    }
}
