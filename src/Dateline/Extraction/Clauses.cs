namespace Dateline.Extraction;

/// <summary>Where phrases and clauses begin and end, told by marks and function words alone.</summary>
internal static class Clauses
{
    private static readonly HashSet<string> skipped = new(
        ("has have had also later then previously recently repeatedly publicly is was are were be been being would will could may might can should must did does do not never "
        + "n't just once again even still reportedly first often now always only further quickly didn't doesn't don't hasn't haven't hadn't wouldn't won't isn't wasn't who himself "
        + "herself went on continued continues").Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> boundaries = new(
        "that but because if while when although though whereas since whether where as so than after before until unless which what how why yet".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> openers = new("and but meanwhile however also then later still yet or so now indeed instead additionally".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> adjuncts = new(
        ("on in at during after before when while as to from with during about earlier later last this yesterday today tomorrow monday tuesday wednesday thursday friday saturday "
        + "sunday via through by following according referring speaking").Split(' '), StringComparer.Ordinal);

    internal static bool IsSkipped(TokenisedText text, int i)
    {
        var word = text.Lower(i);
        return skipped.Contains(word) || (word.Length > 4 && word.EndsWith("ly", StringComparison.Ordinal) && !text.IsCapital(i));
    }

    internal static bool IsAdjunct(TokenisedText text, int i) => adjuncts.Contains(text.Lower(i));

    internal static bool IsBoundaryWord(TokenisedText text, int i) => boundaries.Contains(text.Lower(i));

    /// <summary>The noun phrase that ends before a token: the subject of a verb there. Null when there is none.</summary>
    internal static Stretch? SubjectBefore(TokenisedText text, Stretch sentence, int verb)
    {
        var i = verb - 1;
        while (i >= sentence.Start && text.IsWord(i) && IsSkipped(text, i)) i--;
        if (i < sentence.Start) return null;
        if (text.IsMark(i, ','))
        {
            var comma = i - 1;
            while (comma >= sentence.Start && i - comma < 25 && !text.IsMark(comma, ',') && !text.IsQuote(comma)) comma--;
            if (comma > sentence.Start && text.IsMark(comma, ',') && Phrase(text, sentence, comma - 1) is { } head && text.IsWord(comma + 1)) return new(head.Start, i);
            return i - 1 > sentence.Start ? Phrase(text, sentence, i - 1) : null;
        }
        if (text.Is(i, "and") && sentence.Start < i) return First(text, sentence, i);
        return Phrase(text, sentence, i);
    }

    /// <summary>Whether a comma before a verb ends an apposition: "Ann Carter, a spokeswoman, said".</summary>
    internal static bool EndsApposition(TokenisedText text, Stretch sentence, int comma)
    {
        for (var i = comma - 1; i > Math.Max(sentence.Start, comma - 25) && !text.IsQuote(i); i--)
        {
            if (text.IsMark(i, ',')) return text.Lower(i + 1) is "a" or "an" or "the" or "who" or "which" || text.Lower(i + 1).EndsWith("'s", StringComparison.Ordinal);
        }
        return false;
    }

    /// <summary>The noun phrase that starts at a token, with an apposition after a comma.</summary>
    internal static Stretch? PhraseAfter(TokenisedText text, Stretch sentence, int start, bool appositions = true)
    {
        var i = start;
        while (i < sentence.End && !Stops(text, i) && !(i > start && IsAdjunct(text, i) && !text.Is(i, "of")) && i - start < 25) i++;
        if (i == start) return null;
        if (appositions && text.IsMark(i, ',') && i + 1 < sentence.End && (text.Is(i + 1, "a") || text.Is(i + 1, "an") || text.Is(i + 1, "the") || text.Is(i + 1, "who") || text.Lower(i + 1).EndsWith("'s", StringComparison.Ordinal)))
        {
            var end = i + 1;
            while (end < sentence.End && !text.IsMark(end, ',') && !text.IsMark(end, '.') && !text.IsQuote(end) && end - i < 25) end++;
            return new(start, end);
        }
        return new(start, i);
    }

    private static Stretch? Phrase(TokenisedText text, Stretch sentence, int last)
    {
        var i = last;
        while (i >= sentence.Start && last - i < 25 && !Stops(text, i) && !IsBoundaryWord(text, i)
            && !(text.Is(i, "and") && !(text.IsCapital(i + 1) && text.IsCapital(i - 1)))) i--;
        var start = i + 1;
        while (start < last && openers.Contains(text.Lower(start))) start++;
        return start <= last && text.IsWord(last) || start <= last && text.Tokens[last].Kind == TokenKind.Number || start <= last && text.IsMark(last, ')') ? new(start, last + 1) : null;
    }

    /// <summary>The subject that a coordinated verb shares: a pronoun or name at the sentence's start.</summary>
    private static Stretch? First(TokenisedText text, Stretch sentence, int before)
    {
        var start = sentence.Start;
        while (start < before && openers.Contains(text.Lower(start))) start++;
        if (start >= before || !text.IsCapital(start)) return null;
        var end = start + 1;
        while (end < before && text.IsCapital(end)) end++;
        return new(start, end);
    }

    private static bool Stops(TokenisedText text, int i) => text.IsQuote(i) || (text.Tokens[i].Kind == TokenKind.Punctuation && text.Text[text.Tokens[i].Start] is ',' or ';' or ':' or '—' or '–' or '.' or '!' or '?' or '(')
        || text.Tokens[i].Kind == TokenKind.Break;

    /// <summary>A stretch without marks and white space at its ends, quotation marks kept.</summary>
    internal static Stretch? Trim(TokenisedText text, int start, int end)
    {
        while (start < end && text.Tokens[start].Kind is TokenKind.Punctuation or TokenKind.Break && !text.IsMark(start, '(') && !text.IsMark(start, '$') && !text.IsMark(start, '[') && !text.IsMark(start, '#') && !text.IsMark(start, '@')) start++;
        while (end > start && text.Tokens[end - 1].Kind is TokenKind.Punctuation or TokenKind.Break && !text.IsMark(end - 1, ')') && !text.IsMark(end - 1, '%') && !text.IsMark(end - 1, ']')) end--;
        return end > start ? new(start, end) : null;
    }
}
