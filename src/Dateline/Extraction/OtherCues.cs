namespace Dateline.Extraction;

/// <summary>"According to X, …" and "…, according to X".</summary>
internal static class According
{
    internal static Attribution? At(TokenisedText text, Stretch sentence, int i)
    {
        var source = Clauses.PhraseAfter(text, sentence, i + 2, appositions: i - sentence.Start > 2);
        if (source is null) return null;
        var cue = new Stretch(i, i + 2);
        var content = i - sentence.Start <= 2 ? Clauses.Trim(text, source.Value.End, sentence.End) : Clauses.Trim(text, sentence.Start, i);
        return content is { Length: >= 2 } found ? new([found], source, null, cue, Stand.Says, text) : null;
    }
}

/// <summary>"X's claim that …".</summary>
internal static class NounCue
{
    internal static Attribution? At(TokenisedText text, Stretch sentence, int i, Stand stand)
    {
        if (text.QuotationAt(i) >= 0) return null;
        var source = Possessor(text, sentence, i);
        if (source is null && text.Lower(i) is "fact" or "idea" or "notion" or "news" or "word" or "sense") return null;
        var end = i + 2;
        while (end < sentence.End && !text.IsMark(end, ';') && !(text.IsMark(end, ',') && end - i > 4)) end++;
        return Clauses.Trim(text, i + 1, end) is { Length: >= 3 } content ? new([content], source, null, new(i, i + 1), stand, text) : null;
    }

    private static Stretch? Possessor(TokenisedText text, Stretch sentence, int noun)
    {
        for (var i = noun - 1; i >= Math.Max(sentence.Start, noun - 3); i--)
        {
            if (text.Lower(i) is "his" or "her" or "their" or "its" or "my" or "our") return new(i, i + 1);
            if (!text.Lower(i).EndsWith("'s", StringComparison.Ordinal) && !text.Lower(i).EndsWith("s'", StringComparison.Ordinal)) continue;
            var start = i;
            while (start - 1 >= sentence.Start && text.IsCapital(start - 1)) start--;
            return new(start, i + 1);
        }
        return null;
    }
}

/// <summary>"X: …" in headlines and transcripts.</summary>
internal static class Colon
{
    private const int LongestName = 6;

    internal static Attribution? At(TokenisedText text, Stretch sentence, int i)
    {
        var length = i - sentence.Start;
        var opensParagraph = sentence.Start == 0 || text.Tokens[sentence.Start - 1].Kind == TokenKind.Break;
        if (length is < 1 or > LongestName || !opensParagraph || i + 2 >= sentence.End) return null;
        for (var k = sentence.Start; k < i; k++)
            if (!text.IsCapital(k) && !(k > sentence.Start && text.Lower(k) is "of" or "the" or "and" or "de" or "van")) return null;
        var isHeadline = sentence.Start == 0;
        var shouts = text.Of(sentence.Start).Length > 2 && !text.Of(sentence.Start).ContainsAnyInRange('a', 'z');
        if (!isHeadline && !shouts && !text.IsQuote(i + 1)) return null;
        var end = shouts && !isHeadline ? Paragraph(text, i) : sentence.End;
        return Clauses.Trim(text, i + 1, end) is { Length: >= 3 } content
            ? new([content], new(sentence.Start, i), null, new(i, i + 1), Stand.Says, text) : null;
    }

    private static int Paragraph(TokenisedText text, int i)
    {
        while (i < text.Tokens.Count && text.Tokens[i].Kind != TokenKind.Break) i++;
        return i;
    }
}

/// <summary>The chain that a claim came by: "CNN, citing an official" has the official as its speaker and CNN on the way.</summary>
internal static class Chain
{
    internal static (Stretch? Speaker, Stretch? Via) Of(TokenisedText text, Stretch? source, int verb, int last, bool inverted)
    {
        if (source is not { } s) return (null, null);
        for (var i = s.Start; i < s.End - 1; i++)
        {
            if (text.Is(i, "citing") || text.Is(i, "quoting"))
                return Clauses.Trim(text, s.Start, i) is { } outlet && Clauses.Trim(text, i + 1, s.End) is { } cited ? (cited, outlet) : (source, null);
        }
        if (!inverted && text.Lower(verb) is "told" or "tells")
        {
            var end = last;
            while (end < text.Tokens.Count && text.IsCapital(end) && end - last < 5) end++;
            if (end > last) return (source, new(last, end));
            if (text.Is(last, "the") && text.IsCapital(last + 1))
            {
                for (end = last + 1; end < text.Tokens.Count && text.IsCapital(end) && end - last < 6;) end++;
                return (source, new(last, end));
            }
        }
        return (source, null);
    }
}
