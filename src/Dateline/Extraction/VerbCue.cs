namespace Dateline.Extraction;

/// <summary>Attributions by a verb: the content stands before it, after it, or on both sides.</summary>
internal static class VerbCue
{
    internal static Attribution? At(TokenisedText text, Stretch sentence, int verb, Takes takes, Stand stand)
    {
        if (text.QuotationAt(verb) is var inside && inside >= 0 && !text.Is(verb + 1, "that")) return null;
        if (text.Is(verb - 1, "to") || text.Is(verb - 1, "the") || text.Is(verb - 1, "a") || text.Is(verb - 1, "'s")) return null;
        if (!takes.HasFlag(Takes.That) && text.Lower(verb - 1) is "was" or "were" or "is" or "are" or "been" or "be") return null;
        var inverted = IsInverted(text, sentence, verb);
        var source = inverted ? Clauses.PhraseAfter(text, sentence, verb + 1) : Clauses.SubjectBefore(text, sentence, verb);
        var first = inverted ? verb : source?.Start ?? verb;
        var last = inverted ? source?.End ?? verb + 1 : verb + 1;
        var parts = new List<Stretch>();
        if (Left(text, sentence, first) is { } left) parts.Add(left);
        if (Right(text, sentence, last, takes, parts.Count > 0) is { } right) parts.Add(right);
        if (parts.Count == 0) return null;
        if (source is { } s && s.Length == 1 && text.Is(s.Start, "it") && parts.Count == 1 && !text.IsQuote(parts[0].Start) && stand == Stand.Believes) return null;
        var (speaker, via) = Chain.Of(text, source, verb, last, inverted);
        return new(parts, speaker, via, CueSpan(text, sentence, verb), stand, text);
    }

    /// <summary>"…," said X: the verb follows the content directly, and a name or noun follows the verb.</summary>
    private static bool IsInverted(TokenisedText text, Stretch sentence, int verb) =>
        verb > sentence.Start && verb + 1 < sentence.End
        && (text.IsQuote(verb - 1) || (text.IsMark(verb - 1, ',') && !Clauses.EndsApposition(text, sentence, verb - 1)))
        && (text.IsCapital(verb + 1) || text.Is(verb + 1, "the") || text.Is(verb + 1, "a") || text.Is(verb + 1, "an") || text.Is(verb + 1, "one"));

    private static Stretch CueSpan(TokenisedText text, Stretch sentence, int verb)
    {
        var start = verb;
        while (start - 1 >= sentence.Start && text.IsWord(start - 1) && text.Lower(start - 1) is "has" or "have" or "had" or "also" or "is" or "was" or "not" or "didn't" or "would" or "will" or "later" or "been")
            start--;
        return new(start, verb + 1);
    }

    /// <summary>Content that ends right before the cue or its source: a quotation, or a clause and a comma.</summary>
    private static Stretch? Left(TokenisedText text, Stretch sentence, int first)
    {
        var before = first - 1;
        if (before <= sentence.Start) return null;
        if (text.IsQuote(before) && text.QuotationAt(before) is var q and >= 0 && text.Quotations[q].End == before + 1)
            return text.Quotations[q].Length >= 3 ? WholeClause(text, sentence, text.Quotations[q]) : null;
        if (!text.IsMark(before, ',') && !text.IsMark(before, '—')) return null;
        if (text.IsQuote(before - 1) && text.QuotationAt(before - 1) is var r and >= 0) return WholeClause(text, sentence, text.Quotations[r]);
        return before - sentence.Start >= 4 && !Clauses.IsAdjunct(text, sentence.Start) && !Clauses.IsBoundaryWord(text, sentence.Start)
            ? Clauses.Trim(text, sentence.Start, before) : null;
    }

    /// <summary>A quotation that ends a clause begun outside of it ("He was “tired,” she said") brings the whole clause along.</summary>
    private static Stretch WholeClause(TokenisedText text, Stretch sentence, Stretch quotation) =>
        quotation.Start > sentence.Start && quotation.Start - sentence.Start < 40 && text.IsWord(quotation.Start - 1) ? new(sentence.Start, quotation.End) : quotation;

    private static Stretch? Right(TokenisedText text, Stretch sentence, int start, Takes takes, bool hasLeft)
    {
        if (start >= sentence.End) return null;
        var quote = FirstQuote(text, sentence, start, 12);
        if (hasLeft) return quote >= 0 ? text.Quotations[text.QuotationAt(quote)] : text.IsMark(start, ',') && sentence.End - start > 5 ? Clauses.Trim(text, start, sentence.End) : null;
        var i = start;
        if (takes.HasFlag(Takes.Addressee) && !text.Is(i, "that")) i = AfterAddressee(text, sentence, i);
        if (text.IsMark(i, ',') || text.IsMark(i, ':')) return quote >= 0 ? ToEnd(text, sentence, quote) : text.IsMark(i, ':') ? ToEnd(text, sentence, i + 1) : null;
        if (text.IsQuote(i)) return ToEnd(text, sentence, i);
        if (takes.HasFlag(Takes.That) && FindThat(text, sentence, i) is var that and >= 0) return ToEnd(text, sentence, that);
        if (takes.HasFlag(Takes.To) && FindTo(text, sentence, i) is var to and >= 0) return ToEnd(text, sentence, to);
        if (takes.HasFlag(Takes.Clause) && i < sentence.End && !text.Is(i, "to") && sentence.End - i > 3 && !(Clauses.IsAdjunct(text, i) && quote < 0 && text.Tokens[i + 1].Kind != TokenKind.Number)) return ToEnd(text, sentence, i);
        if (takes.HasFlag(Takes.Noun) && sentence.End - i > 2) return ToEnd(text, sentence, i);
        return quote >= 0 && takes != Takes.Quote ? ToEnd(text, sentence, quote) : null;
    }

    /// <summary>"told reporters on Monday that": the clause begins at "that", or after the addressee's noun phrase.</summary>
    private static int AfterAddressee(TokenisedText text, Stretch sentence, int start)
    {
        for (var i = start; i < Math.Min(sentence.End, start + 14); i++)
        {
            if (text.Is(i, "that")) return i;
            if (text.IsQuote(i) || text.IsMark(i, ':')) return i;
            if (!text.IsMark(i, ',')) continue;
            if (text.IsQuote(i + 1)) return i;
            break;
        }
        if (Clauses.IsAdjunct(text, start)) return start;
        return text.Lower(start - 1) is "told" or "tells" or "tell" or "telling" or "assured" or "informed" or "reminded" ? Math.Min(start + 1, sentence.End - 1) : start;
    }

    private static int FindThat(TokenisedText text, Stretch sentence, int start)
    {
        for (var i = start; i < Math.Min(sentence.End, start + 12); i++)
        {
            if (text.Lower(i) is "that" or "whether" or "if" or "how" or "why" or "what") return i;
            if (text.IsMark(i, ',') || text.IsQuote(i)) return -1;
        }
        return -1;
    }

    private static int FindTo(TokenisedText text, Stretch sentence, int start)
    {
        for (var i = start; i < Math.Min(sentence.End, start + 7); i++)
        {
            if (text.Is(i, "to") || (i == start && text.Is(i, "for"))) return i;
            if (text.IsMark(i, ',') || text.IsQuote(i)) return -1;
        }
        return -1;
    }

    private static int FirstQuote(TokenisedText text, Stretch sentence, int start, int most)
    {
        for (var i = start; i < Math.Min(sentence.End, start + most); i++)
            if (text.IsQuote(i) && text.QuotationAt(i) is var q and >= 0 && text.Quotations[q].Start == i) return i;
        return -1;
    }

    /// <summary>To the end of the sentence, of the quotation that begins here, or of the clause before another one that is coordinated.</summary>
    private static Stretch? ToEnd(TokenisedText text, Stretch sentence, int start)
    {
        if (start >= sentence.End) return null;
        if (text.IsQuote(start) && text.QuotationAt(start) is var q and >= 0)
        {
            var quotation = text.Quotations[q];
            return quotation.End >= sentence.End - 1 ? quotation : Clauses.Trim(text, start, sentence.End);
        }
        for (var i = start + 3; i < sentence.End - 2; i++)
        {
            if (text.QuotationAt(i) >= 0) continue;
            if (text.IsMark(i, ';')) return Clauses.Trim(text, start, i);
            if (text.IsMark(i, ',') && (text.Is(i + 1, "according") || text.Is(i + 1, "adding") || text.Is(i + 1, "while") || text.Is(i + 1, "citing"))) return Clauses.Trim(text, start, i);
        }
        return Clauses.Trim(text, start, sentence.End);
    }
}
