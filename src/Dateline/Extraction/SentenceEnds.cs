namespace Dateline.Extraction;

/// <summary>
/// Sentences as stretches of tokens. A mark of the end counts before a capital, a number or a quotation mark; a closing quotation mark after it
/// belongs to the sentence that it ends.
/// </summary>
internal static class SentenceEnds
{
    /// <summary>What runs longer is cut: no sentence of prose does, and the time for each cue stays bounded.</summary>
    private const int LongestSentence = 400;

    internal static List<Stretch> Find(TokenisedText text)
    {
        var found = new List<Stretch>();
        var start = 0;
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            var kind = text.Tokens[i].Kind;
            if (kind == TokenKind.Break)
            {
                Add(start, i);
                start = i + 1;
            }
            else if (kind == TokenKind.Punctuation && text.Text[text.Tokens[i].Start] is '.' or '!' or '?' or '…')
            {
                var end = i + 1;
                while (end < text.Tokens.Count && (text.IsMark(end, '.') || text.IsMark(end, '!') || text.IsMark(end, '?') || text.IsMark(end, ')') || Closes(text, end))) end++;
                if (end >= text.Tokens.Count || text.Tokens[end].Kind == TokenKind.Break || Begins(text, end))
                {
                    Add(start, end);
                    start = end;
                    i = end - 1;
                }
            }
        }
        Add(start, text.Tokens.Count);
        return found;

        void Add(int from, int to)
        {
            for (; to - from > LongestSentence; from += LongestSentence) found.Add(new(from, from + LongestSentence));
            if (to > from) found.Add(new(from, to));
        }
    }

    /// <summary>A closing mark: one that ends the quotation it is in.</summary>
    private static bool Closes(TokenisedText text, int token) =>
        text.IsQuote(token) && text.QuotationAt(token) is var q and >= 0 && text.Quotations[q].End == token + 1;

    private static bool Begins(TokenisedText text, int token) =>
        text.IsQuote(token) || text.Tokens[token].Kind == TokenKind.Number || text.IsCapital(token) || text.IsMark(token, '(') || text.IsMark(token, '[')
        || text.IsMark(token, '‘') || text.IsMark(token, '—');
}
