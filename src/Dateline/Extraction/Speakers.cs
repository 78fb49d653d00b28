namespace Dateline.Extraction;

/// <summary>Finds the noun phrase that is a cue's subject, before or after it, with appositions.</summary>
internal static class Speakers
{
    private const int Longest = 40;

    /// <summary>The subject that ends right before <paramref name="end"/>; empty when there is none.</summary>
    public static Range Before(Reading r, Sentence s, int end)
    {
        var i = end - 1;
        while (i >= s.Start && r.Adverb(i)) i--;
        if (i < s.Start) return default;
        if (r.Is(i, Tag.Relative) || r.Says(i, "that"))
        {
            if (!r.Says(i, "who") && !r.Says(i, "which") && !r.Says(i, "that")) return default;
            var k = r.Comma(i - 1) ? i - 1 : i;
            return Antecedent(r, s, k);
        }
        if (r.Comma(i))
        {
            if (r.Adverb(i - 1) && r.Comma(i - 2)) return Phrase(r, s, i - 2);
            var open = Opening(r, s, i);
            if (open < 0) return default;
            var head = Phrase(r, s, open);
            return head.Empty ? default : new(head.Start, i);
        }
        if (r.Tokens[i].Mark(')'))
        {
            var k = i;
            while (k > s.Start && i - k < 12 && !r.Tokens[k].Mark('(')) k--;
            var head = Phrase(r, s, k);
            return head.Empty ? default : new(head.Start, i + 1);
        }
        return Phrase(r, s, i + 1);
    }

    // What a relative pronoun stands for: the phrase before it, or its last part after a preposition.
    private static Range Antecedent(Reading r, Sentence s, int end)
    {
        var phrase = Phrase(r, s, end);
        if (!phrase.Empty) return phrase;
        for (var k = end - 1; k >= s.Start && k > end - 6; k--)
            if (r.Is(k, Tag.Preposition)) return k + 1 < end ? new(k + 1, end) : default;
        return default;
    }

    // The comma that opens the apposition or relative clause that the comma at `close` ends.
    private static int Opening(Reading r, Sentence s, int close)
    {
        for (var k = close - 1; k > s.Start && close - k < Longest; k--)
        {
            if (r.Tokens[k].Quote >= 0) return -1;
            if (!r.Comma(k)) continue;
            if (r.Is(k + 1, Tag.And) || r.Is(k + 1, Tag.Pronoun)) return -1;
            if (r.Tokens[k + 1].Kind == TokenKind.Number && close == k + 2) return k;
            if (r.Is(k + 1, Tag.Relative)) return k;
            for (var m = k + 1; m < close; m++)
                if (r.VerbLike(m) && !Inside(r, k + 1, m)) return -1;
            return k;
        }
        return -1;
    }

    private static bool Inside(Reading r, int from, int verb)
    {
        for (var k = from; k < verb; k++) if (r.Is(k, Tag.Relative) || r.Says(k, "that")) return true;
        return !r.Is(verb, Tag.Auxiliary | Tag.Modal);
    }

    /// <summary>The longest plausible noun phrase that ends before <paramref name="end"/>.</summary>
    public static Range Phrase(Reading r, Sentence s, int end)
    {
        var start = end;
        var stoppedAtVerb = false;
        while (start > s.Start && end - start < Longest)
        {
            var k = start - 1;
            var t = r.Tokens[k];
            if (t.Quote >= 0 && r.Quotations[t.Quote] is { } q && (q.Close == k || !q.Closed) && end - q.Open > 6) break;
            if (t.Kind == TokenKind.Mark && !(t.First is '(' or ')' or '&' or '/' or '.' or '%' or '#' or '@') && !ListComma(r, s, k, end)) break;
            if (r.VerbLike(k) && !(r.Tokens[k].Entry?.Verb is not null && r.Is(k + 1, Tag.Noun) && r.Is(k - 1, Tag.Determiner))) { stoppedAtVerb = true; break; }
            if (t.Is(Tag.Subordinator | Tag.Relative) && !t.Is(Tag.Preposition)) break;
            if (r.Says(k, "that") && k + 1 < end && (r.Is(k + 1, Tag.Determiner | Tag.Pronoun) || r.Tokens[k + 1].Capital)) break;
            if (t.Is(Tag.Pronoun) && k + 1 < end && !r.Is(k + 1, Tag.Role) && !t.Capital) break;
            if (t.Is(Tag.Subordinator) && t.Is(Tag.Preposition) && !r.Says(k, "like")) break;
            start = k;
        }
        if (stoppedAtVerb)
            for (var k = end - 2; k >= start; k--)
                if (r.Is(k, Tag.And) || r.Comma(k)) { start = k + 1; break; }
        if (stoppedAtVerb && start < end && r.Tokens[start].Kind == TokenKind.Word && r.Is(end - 1, Tag.Pronoun)) start = end - 1;
        return Trim(r, s, new(start, end));
    }

    // A comma inside a list of names or before "and".
    private static bool ListComma(Reading r, Sentence s, int k, int end)
    {
        if (!r.Comma(k) || k <= s.Start) return false;
        for (var m = k + 1; m < end && m < k + 8; m++)
            if (r.Is(m, Tag.And)) return m > k + 1 && r.Tokens[k - 1].Capital && r.Tokens[k + 1].Capital;
            else if (!r.Tokens[m].Capital && !r.Comma(m)) return false;
        return false;
    }

    // Leading conjunctions, adverbs and adverbials of time and place are not of the phrase.
    private static Range Trim(Reading r, Sentence s, Range range)
    {
        var start = range.Start;
        while (start < range.End)
        {
            var t = r.Tokens[start];
            if (t.Kind is TokenKind.Mark or TokenKind.Quote && !t.Mark('@') && !t.Mark('#')) start++;
            else if (r.Is(start, Tag.And) && !r.Says(start, "neither") || r.Adverb(start) && !r.Is(start, Tag.Role)
                || r.Is(start, Tag.Subordinator) && !r.Says(start, "that") || r.Says(start, "that") && start + 1 < range.End && r.Is(start + 1, Tag.Determiner)) start++;
            else if (t.Is(Tag.Weekday) && start + 1 < range.End) start++;
            else if (r.Is(start, Tag.Preposition) && !r.Is(start, Tag.Pronoun)) start = AfterAdverbial(r, start, range.End);
            else break;
        }
        if (start >= range.End) return default;
        if (range.End - start == 1 && ((r.Is(start, Tag.Object | Tag.Preposition) || r.Is(start, Tag.Time) && !r.Tokens[start].Capital) || r.Is(start, Tag.Possessive))) return default;
        return r.Tokens[start].Kind == TokenKind.Word || r.Tokens[start].Kind == TokenKind.Number || r.Tokens[start].Mark('@') ? new(start, range.End) : default;
    }

    private static int AfterAdverbial(Reading r, int start, int end)
    {
        for (var k = start + 1; k < end; k++)
        {
            if (r.Is(k, Tag.Pronoun) && k > start + 1) return k;
            if (k > start + 1 && r.Is(k - 1, Tag.Time | Tag.Month) && !r.Is(k, Tag.Preposition | Tag.Time | Tag.Month) && r.Tokens[k].Kind == TokenKind.Word) return k;
            if (k > start + 1 && r.Is(k, Tag.Determiner) && !r.Is(k - 1, Tag.Preposition | Tag.And | Tag.Determiner)) return k;
        }
        return end;
    }

    /// <summary>The subject that follows an inverted cue ("…," said NP): up to a stop, a clause or an adjunct.</summary>
    public static Range After(Reading r, Sentence s, int start)
    {
        var end = start;
        while (end < s.End && end - start < Longest)
        {
            var t = r.Tokens[end];
            if (t.Quote >= 0 && (r.Quotations[t.Quote].Close - end > 5 || !r.Quotations[t.Quote].Closed)) break;
            if (r.Stop(end) || t.Kind == TokenKind.Mark && t.First is ':' or ';' || r.Dash(end)) break;
            if (r.Comma(end))
            {
                if (end + 1 >= s.End || r.Tokens[end + 1].Kind == TokenKind.Quote || Cues.At(r, s, end + 1) is { Voice: Voice.Participial }) break;
                if (r.Is(end + 1, Tag.And) && !r.Tokens[Math.Min(end + 2, s.End - 1)].Capital || r.Is(end + 1, Tag.Pronoun)) break;
            }
            else if (end > start && (r.Is(end, Tag.Subordinator) && !r.Says(end, "where") || t.Is(Tag.Weekday)
                || r.Says(end, "in") && (r.Is(end + 1, Tag.Determiner | Tag.Possessive) && r.Is(end + 2, Tag.Text) || r.Says(end + 1, "response"))
                || r.Says(end, "on") && r.Is(end + 1, Tag.Time))) break;
            end++;
        }
        while (end > start && (r.Comma(end - 1) || r.Adverb(end - 1))) end--;
        return end > start ? new(start, end) : default;
    }
}
