namespace Dateline.Extraction;

/// <summary>Where a content ends on the right: at the sentence's end, or where another cue of the same subject or a new independent clause begins.</summary>
internal static class Contents
{
    private const int LongestSubject = 14;

    internal static int End(Passage p, int start, int limit, Use use, bool quoted, bool subordinate = false, bool relative = false, bool headed = false)
    {
        var clause = !headed && (quoted || p[start].Is("that") || p[start].Has(Trait.Wh) || (use.Takes & (Takes.That | Takes.Bare)) != 0 && Clause(p, start, limit) > 0);
        var verb = !clause;
        if (quoted && p[start].Last == ',' && !p[start + 1].Has(Trait.Coordinator)) return start + 1;
        for (var i = start + 1; i < limit; i++)
        {
            var item = p[i];
            var next = p[i + 1];
            verb |= p.Verb(i - 1);
            if (relative && !clause && i > start && p.Verb(i)) return i;
            if (item.IsQuote && item.Last == ',' && i + 1 < limit && (Participial(p, i + 1, limit) || Finite(p, i + 1, limit) || subordinate && verb && Clause(p, i + 1, limit) > 0)) return i + 1;
            if (item.Kind == Kind.Comma)
            {
                if (Inserted(p, i + 1, limit)) continue;
                if (!quoted && Appositions.Refuted(p, i + 1, limit) > 0) return i;
                if (Appositions.Read(p, i + 1, limit) is not null || !quoted && Turns.Away(p, start, i, limit)) return i;
                var after = i + 1;
                while (after < limit && p.Adverb(p[after])) after++;
                if (Participial(p, after, limit) || Credits.At(p, i + 1, start, limit).Source > 0) return i;
                if (next.Is("according") || next.Is("while") || verb && Concedes(p, i + 1) || !clause && (next.Is("but") || next.Is("though") || next.Is("although") || next.Is("when") || next.Is("after") || next.Is("which"))) return i;
                if (quoted && i == start + 1 && !next.IsQuote) return i;
                // "that Smith, 42, had told": the clause has no verb yet.
                if (Finite(p, after, limit) && !(p[start].Is("that") && !verb && p[after].Has(Trait.Auxiliary))) return i;
                if (!clause && next.Has(Trait.Coordinator) && Clause(p, i + 2, limit) > 0) return i;
                if (relative && (p.Verb(after) || p.TagOf(after) == Tag.Participle) && !next.Has(Trait.Coordinator)) return i;
                if (Cued(p, next.Has(Trait.Coordinator) ? i + 2 : i + 1, limit)) return i;
                if (subordinate && verb && Clause(p, i + 1, limit) > 0) return i;
            }
            else if (item.Kind == Kind.Open && Credits.At(p, i + 1, start, limit).Source > 0) return i;
            else if (item.Is("and") || item.Is("but"))
            {
                if (!quoted && verb && (Turns.Withholds(p, i, limit) || item.Is("but") && Turns.Against(p, i + 1, limit))) return p[i - 1].Kind == Kind.Comma ? i - 1 : i;
                var after = i + 1;
                while (after < limit && (p.Adverb(p[after]) || p[after].Has(Trait.Auxiliary) && after < i + 3)) after++;
                if (after < limit && Finite(p, after, limit)) return p[i - 1].Kind == Kind.Comma ? i - 1 : i;
                if (!clause && p.TagOf(after) == Tag.Finite && (p[after].Word.Forms & (VerbForms.Past | VerbForms.Present)) != 0 || Cued(p, i + 1, limit)) return p[i - 1].Kind == Kind.Comma ? i - 1 : i;
                if (after < limit && next.Has(Trait.Pronoun) && Finite(p, i + 2, limit) && p[i - 1].Kind == Kind.Comma) return i - 1;
            }
            else if (!clause && !p[start].Is("to") && i + 1 >= limit - 1 && p[limit - 1].Has(Trait.Weekday) && (item.Is("on") || i == limit - 1)) return i;
            else if (item.Kind is Kind.Semicolon or Kind.Dash && (!clause || Cued(p, i + 1, limit) || Turns.Against(p, i + 1, limit) || Appositions.Read(p, i + 1, limit) is not null)) return i;
        }
        return limit;
    }

    // "prices, though lower, were too high": the clause goes on behind it.
    private static bool Inserted(Passage p, int at, int limit)
    {
        if (!p[at].Is("though") && !p[at].Is("although") && !p[at].Is("despite")) return false;
        for (var i = at + 1; i < limit && i < at + LongestSubject; i++)
            if (p[i].Kind == Kind.Comma) return p.Verb(i + 1);
        return false;
    }

    // ", though it had rained", ", compared with 20 last year": the writer's aside (disjuncts: Quirk et al. 1985, 8.124 and 15.39).
    private static bool Concedes(Passage p, int at) => p[at].Is("compared") || p[at].Is("though") && p[at + 1].Kind != Kind.Comma || p[at].Is("although") || p[at].Is("despite") || p.Text.AsSpan(p[at].Start, p[at].End - p[at].Start) is "even" && (p[at + 1].Is("though") || p[at + 1].Is("as"));

    /// <summary>A cue in -ing with a complement ("saying that", "adding: …").</summary>
    internal static bool Participial(Passage p, int at, int limit) => at < limit && p[at].IsWord && p[at].Word.Uses is { } uses && p[at].Word.Form == Form.Ing && at + 1 < limit
        && Complements.Find(p, at + 1 + (Cues.Particle(p, at, uses) is { Particle: not null } ? 1 : 0), limit, Cues.Particle(p, at, uses).Takes).Strength != Complements.Strength.None;

    /// <summary>The finite verb of a clause that begins with its subject here; -1 where none does.</summary>
    internal static int Clause(Passage p, int at, int limit)
    {
        var noun = false;
        for (var i = at; i < limit && i < at + LongestSubject; i++)
        {
            if (noun && p[i].Kind == Kind.Comma && (p[i + 1].Is("which") || p[i + 1].Is("who") || p[i + 1].Is("whose")))
            {
                // "the road, which runs to Hull, was closed"
                var close = i + 1;
                while (close < limit && close < i + LongestSubject && p[close].Kind != Kind.Comma) close++;
                if (close >= limit || p[close].Kind != Kind.Comma) return -1;
                (at, i) = (at + close - i, close);
                continue;
            }
            switch (p.TagOf(i))
            {
                case Tag.Finite or Tag.Auxiliary: return noun ? i : -1;
                case Tag.Noun or Tag.Pronoun: noun = true; break;
                case Tag.Determiner or Tag.Modifier or Tag.Adverb or Tag.Preposition or Tag.To or Tag.Ing or Tag.Participle: break;
                case Tag.Link when p[i].Is("who") || p[i].Is("and") || p[i].Is("of"): break;
                default: return -1;
            }
        }
        return -1;
    }

    /// <summary>Whether a clause with its own subject begins here whose verb is a cue with a content of its own.</summary>
    internal static bool Cued(Passage p, int at, int limit)
    {
        if (p[at].Has(Trait.Wh | Trait.Preposition)) return false;
        var verb = Clause(p, at, limit);
        while (verb > 0 && verb < limit && (p.TagOf(verb) is Tag.Auxiliary or Tag.Adverb || p[verb].Is("been"))) verb++;
        if (verb <= 0 || verb >= limit || p[verb].Word.Uses is not { } uses || !p[verb].IsWord) return false;
        var use = Cues.Particle(p, verb, uses);
        return (use.Takes & (Takes.That | Takes.Bare | Takes.Quote)) != 0 && Complements.Find(p, verb + 1 + (use.Particle is null ? 0 : 1), limit, use.Takes).Strength == Complements.Strength.Strong;
    }

    // "and said", ", told": a finite cue without a subject of its own.
    private static bool Finite(Passage p, int at, int limit)
    {
        while (at < limit && (p.Adverb(p[at]) || p[at].Has(Trait.Auxiliary) && p.TagOf(at + 1) is Tag.Participle or Tag.Adverb)) at++;
        if (at >= limit || !p[at].IsWord || p[at].Word.Uses is not { } uses || p.TagOf(at) is not (Tag.Finite or Tag.Participle) || p.TagOf(at) == Tag.Participle && p.TagOf(at - 1) is not (Tag.Auxiliary or Tag.Adverb)) return false;
        var use = Cues.Particle(p, at, uses);
        return Complements.Find(p, at + 1 + (use.Particle is null ? 0 : 1), limit, use.Takes).Strength != Complements.Strength.None;
    }
}
