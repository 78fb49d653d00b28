namespace Dateline.Extraction;

/// <summary>The document's own claims: sentences that no attribution covers, without headlines, bylines, captions and boilerplate.</summary>
internal static class Narrator
{
    private const int FewestWords = 6;

    internal static IEnumerable<Stretch> Find(TokenisedText text, IReadOnlyList<Attribution> attributions)
    {
        var covered = new bool[text.Sentences.Count];
        foreach (var a in attributions)
        {
            foreach (var part in a.Tokens)
                for (var s = text.SentenceAt(part.Start); s <= text.SentenceAt(part.End - 1); s++) covered[s] = true;
            if (a.Cue is { } cue) covered[text.SentenceAt(cue.Start)] = true;
        }
        for (var s = 0; s < text.Sentences.Count; s++)
        {
            var sentence = text.Sentences[s];
            if (covered[s] || !IsStatement(text, sentence)) continue;
            if (Clauses.Trim(text, sentence.Start, sentence.End) is { Length: >= FewestWords } found) yield return found;
        }
    }

    /// <summary>A sentence with an end, in lower case where a sentence is: not a headline, a byline or a caption.</summary>
    private static bool IsStatement(TokenisedText text, Stretch sentence)
    {
        var last = sentence.End - 1;
        while (last > sentence.Start && text.IsQuote(last)) last--;
        if (!text.IsMark(last, '.') && !(text.Tokens[last].Kind == TokenKind.Word && text.Text[text.Tokens[last].End - 1] == '.')) return false;
        var (words, lower) = (0, 0);
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (!text.IsWord(i)) continue;
            words++;
            if (char.IsLower(text.Text[text.Tokens[i].Start])) lower++;
        }
        return words >= FewestWords && lower * 2 > words && text.QuotationAt(sentence.Start) < 0;
    }
}
