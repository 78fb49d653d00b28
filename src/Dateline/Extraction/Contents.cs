namespace Dateline.Extraction;

/// <summary>Finds where a cue's content begins and ends.</summary>
internal static class Contents
{
    /// <summary>Whether a quotation that is an utterance of its own ends right before <paramref name="left"/>.</summary>
    public static bool Quoted(Reading r, int opening, int left)
    {
        var p = left - 1;
        if (p > 0 && r.Comma(p)) p--;
        if (p < opening || r.Tokens[p].Quote < 0 || r.Tokens[p].Kind != TokenKind.Quote) return false;
        var q = r.Quotations[r.Tokens[p].Quote];
        return q.Close == p && (q.Open <= opening + 1 || r.Tokens[q.Open + 1].Capital && q.Close - q.Open > 4 || r.Comma(p - 1) || r.Comma(p + 1));
    }

    /// <summary>The content before a speaker or an inverted cue: a quotation or clause that a comma or quotation mark ends.</summary>
    public static Range Before(Reading r, int floor, int left, Range post, int after)
    {
        var p = left - 1;
        if (p < floor) return default;
        var start = floor;
        while (start < p && (r.Comma(start) || r.Is(start, Tag.And) && post.Empty)) start++;
        if (start >= p) return default;
        if (Quoted(r, floor, left)) return new(start, p + 1);
        if (!r.Comma(p) && r.Tokens[p].Kind != TokenKind.Quote && !r.Stop(p)) return default;
        if (!post.Empty) return r.Comma(after) && r.Tokens[post.Start].Kind != TokenKind.Quote ? new(start, p) : default;
        return Clauses.HasVerb(r, new(start, p)) || p - start > 4 ? new(start, p) : default;
    }

    /// <summary>The content after a cue, or an empty range when what follows is only an adjunct.</summary>
    public static Range After(Reading r, Sentence s, Cue cue, int from, bool inverted)
    {
        var verb = cue.Lemma;
        var start = from;
        if (inverted)
        {
            var k = from;
            while (k < s.End && k < from + 30 && r.Tokens[k].Kind != TokenKind.Quote && !r.Comma(k) && !r.Tokens[k].Mark(':')) k++;
            if (k >= s.End - 1) return default;
            if (r.Tokens[k].Kind == TokenKind.Quote) return new(k, End(r, s, k, false));
            return r.Tokens[k + 1].Kind == TokenKind.Quote || r.Tokens[k].Mark(':') ? new(k + 1, End(r, s, k + 1, false)) : default;
        }
        while (start + 1 < s.End && r.Adverb(start) && !r.Is(start + 1, Tag.Determiner | Tag.Pronoun) && r.Tokens[start + 1].Kind != TokenKind.Number) start++;
        if (start >= s.End || r.Stop(start)) return default;
        var clause = (verb.Frame & Frame.Clause) != 0;
        if (clause)
        {
            var opener = Opener(r, s, start, verb);
            if (opener >= s.End) return default;
            start = opener;
        }
        while (start < s.End && (r.Tokens[start].Mark(':') || r.Comma(start))) start++;
        if (start >= s.End || r.Stop(start)) return default;
        var end = End(r, s, start, (verb.Frame & Frame.Quote) == 0 && !(clause && Clausal(r, s, start)));
        return end > start ? new(start, end) : default;
    }

    // Where the clause opens after addressees and adjuncts: "told CNN on Friday that", "said in a statement: “".
    private static int Opener(Reading r, Sentence s, int start, Verb verb)
    {
        if (r.Says(start, "to") && (verb.Frame & Frame.Infinitive) != 0) return start;
        var addressed = (verb.Frame & Frame.Addressee) != 0;
        var adjunct = r.Is(start, Tag.Preposition | Tag.Time) || r.Comma(start) || r.Is(start, Tag.Determiner) && r.Is(start + 1, Tag.Time);
        if (!addressed && !adjunct) return start;
        for (var k = start; k < s.End && k < start + 30; k++)
        {
            var t = r.Tokens[k];
            if (t.Kind == TokenKind.Quote || t.Mark(':')) return k;
            if (r.Says(k, "that") && !r.Is(k - 1, Tag.Preposition)) return k;
            if (k > start && addressed && (t.Is(Tag.Pronoun) || r.Is(k, Tag.Subordinator | Tag.Relative) || r.Says(k, "to") || r.Says(k, "about") || r.Is(k, Tag.Determiner) && !r.Is(k - 1, Tag.Preposition))) return k;
            if (r.Comma(k) && k + 1 < s.End && !r.Is(k + 1, Tag.Relative) && Clauses.HasVerb(r, new(k + 1, s.End))) return Cues.At(r, s, k + 1) is null && !r.Is(k + 1, Tag.And) ? k + 1 : s.End;
            if (k > start && r.Is(k - 1, Tag.Time) && !t.Is(Tag.Preposition | Tag.Time) && t.Kind == TokenKind.Word && Clauses.HasVerb(r, new(k, s.End))) return k;
        }
        if (addressed)
        {
            for (var k = start + 1; k < s.End; k++) if (r.VerbLike(k)) return Math.Max(start, k - 1);
            return s.End;
        }
        return (verb.Frame & Frame.Quote) != 0 ? s.End : start;
    }

    /// <summary>The end of content that begins at <paramref name="start"/>: the sentence's end, or where another attribution begins.</summary>
    public static int End(Reading r, Sentence s, int start, bool phrase)
    {
        for (var k = start + 1; k < s.End; k++)
        {
            if (r.Tokens[k].Quote >= 0) { k = Math.Max(k, Math.Min(r.Quotations[r.Tokens[k].Quote].Close, s.End - 1)); continue; }
            if (r.Says(k, "according") && r.Says(k + 1, "to")) return k;
            var comma = r.Comma(k);
            if (phrase && Adjunct(r, s, k)) return k;
            if (!comma && !r.Is(k, Tag.And) && !r.Tokens[k].Mark(';')) continue;
            var m = k;
            while (m < s.End && (r.Comma(m) || r.Is(m, Tag.And) || r.Adverb(m))) m++;
            if (m >= s.End) break;
            var and = r.Is(k, Tag.And) || r.Is(k + 1, Tag.And);
            if (r.Tokens[m].Entry?.Verb is not null && Cues.At(r, s, m) is { Voice: Voice.Participial }) return k;
            if (phrase && comma && (r.Is(m, Tag.Subordinator | Tag.Relative) || r.VerbLike(m) || !and && Participle(r, m))) return k;
            for (var j = m; j < s.End && j < m + 9; j++)
            {
                if (r.Tokens[j].Entry?.Verb is not null && Cues.At(r, s, j) is { Voice: Voice.Active } c
                    && (j == m && and || (c.Lemma.Kind is CueKind.Say or CueKind.Tell || comma && r.Is(m, Tag.Pronoun)) && (and || j > m))) return k;
                if (phrase && and && j > m && r.VerbLike(j) && !r.Is(m, Tag.Relative)) return k;
                if (phrase && and && j == m && r.VerbLike(j) && r.Is(j, Tag.Auxiliary | Tag.Modal | Tag.Verb)) return k;
                if (r.VerbLike(j) || r.Comma(j)) break;
            }
        }
        return s.End;
    }

    // "that", a subject pronoun, or a verb before the first comma: a clause and not a phrase.
    private static bool Clausal(Reading r, Sentence s, int start)
    {
        if (r.Says(start, "that") || r.Is(start, Tag.Pronoun)) return true;
        for (var k = start; k < s.End && k < start + 14 && !r.Comma(k) && !r.Is(k, Tag.Relative); k++) if (r.VerbLike(k)) return !r.Says(start, "to");
        return false;
    }

    private static bool Participle(Reading r, int m) => r.Tokens[m].Kind == TokenKind.Word && r.Of(m).Length > 4
        && r.Of(m).EndsWith("ing", StringComparison.Ordinal);

    // "on Sunday", "Tuesday", "last week", "because …" at the end of a phrase belong to the act of speaking.
    private static bool Adjunct(Reading r, Sentence s, int k)
    {
        if (r.Is(k, Tag.Weekday)) return !r.Is(k - 1, Tag.Determiner | Tag.Preposition) && !r.Says(k + 1, "night") && !r.Tokens[Math.Min(k + 1, s.End - 1)].Capital;
        if (r.Says(k, "on") && r.Is(k + 1, Tag.Weekday)) return true;
        return r.Says(k, "because") || r.Says(k, "although") || r.Says(k, "while") || r.Says(k, "though") || r.Says(k, "after") && r.Is(k + 1, Tag.Determiner | Tag.Pronoun);
    }
}
