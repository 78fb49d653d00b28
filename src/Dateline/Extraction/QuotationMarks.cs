namespace Dateline.Extraction;

/// <summary>
/// Pairs quotation marks, paragraph by paragraph. A quotation left open at the end of a paragraph ends there; where the next paragraph opens
/// with a mark again, it is the same speech running on, and becomes a quotation of its own.
/// </summary>
internal static class QuotationMarks
{
    internal static List<Stretch> Find(TokenisedText text)
    {
        var found = new List<Stretch>();
        var open = -1;
        for (var i = 0; i <= text.Tokens.Count; i++)
        {
            var atEnd = i == text.Tokens.Count || text.Tokens[i].Kind == TokenKind.Break;
            if (atEnd)
            {
                if (open >= 0 && i - open > 1) found.Add(new(open, i));
                open = -1;
            }
            else if (text.Tokens[i].Kind == TokenKind.Quote)
            {
                var mark = text.Text[text.Tokens[i].Start];
                if (open < 0)
                {
                    if (mark is not ('”' or '»')) open = i;
                }
                else if (mark is not ('“' or '„' or '«'))
                {
                    found.Add(new(open, i + 1));
                    open = -1;
                }
            }
        }
        return found;
    }
}
