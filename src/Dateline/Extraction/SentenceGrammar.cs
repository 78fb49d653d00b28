using static Dateline.Extraction.Complements;

namespace Dateline.Extraction;

/// <summary>Finds the attributions of one sentence, from left to right; what a content holds is not searched again.</summary>
internal sealed class SentenceGrammar(Passage p, List<Attribution> found)
{
    private int _first, _limit, _floor;
    private (int First, int End) _subject;
    private bool _subjectKnown;

    /// <summary>A source and a cue whose content follows in the next paragraph ("She declared:").</summary>
    internal Attribution? Pending { get; private set; }

    internal bool Read(int first, int limit, bool starts, bool opening)
    {
        (_first, _limit, _floor, _subjectKnown) = (first, limit, first, false);
        var before = found.Count;
        Pending = null;
        while (_limit > _first && p[_limit - 1].Kind is Kind.Stop or Kind.Close) _limit--;
        var at = Headline(starts, opening);
        while (at < _limit)
        {
            var item = p[at];
            var next = !item.IsWord ? -1
                : item.Is("according") && p[at + 1].Is("to") ? AccordingTo(at)
                : item.Word.Uses is { } uses ? Verb(at, uses)
                : -1;
            if (next < 0 && item.IsWord && item.Word.NounUses is { } nouns) next = Noun(at, nouns);
            at = next > at ? next : at + 1;
        }
        LooseQuotations(before);
        Announce();
        return found.Count > before;
    }

    // A quotation that no cue claims: the sentence's subject and the verb before it.
    private void LooseQuotations(int before)
    {
        for (var i = _first + 1; i < _limit; i++)
        {
            if (!p[i].IsQuote || p[i].Words < 3 || Claimed(before, p[i].Start)) continue;
            var verb = i - 1;
            while (verb > _first && i - verb < 12 && !p.Verb(verb) && !(p[verb].Word.Uses is not null && p[verb].IsWord)) verb--;
            var subject = Shared(Math.Max(verb, _first));
            if (verb <= _first || i - verb >= 12 || subject.End <= subject.First) continue;
            Add(Sense.Say, subject, p.Span(subject.First, subject.End), new Range16(p[verb].Start, p[verb].End), (i, i + 1));
        }
    }

    private bool Claimed(int before, int at)
    {
        for (var i = before; i < found.Count; i++)
            foreach (var content in found[i].Content)
                if (content.Start <= at && at < content.End) return true;
        return false;
    }

    private void Announce()
    {
        if (_limit - _first < 2 || p[_limit - 1].Kind != Kind.Colon) return;
        var verb = _limit - 2;
        while (verb > _first && p[verb].Word.Uses is null && !p.Verb(verb)) verb--;
        var subject = Shared(Math.Max(verb, _first));
        if (verb == _first && p[verb].Word.Uses is null || subject.End <= subject.First) return;
        Pending = new Attribution { Sense = Sense.Say, Source = p.Span(subject.First, subject.End), Cue = new Range16(p[verb].Start, p[_limit - 2].End) };
    }

    // "Graham: Trump's rhetoric …"
    private int Headline(bool starts, bool opening)
    {
        for (var i = _first + 1; starts && i < _limit && i < _first + 6; i++)
        {
            if (p[i].Kind != Kind.Colon) { if (!p[i].IsWord || !p[i].Capital) break; continue; }
            if (i == _first + 1 && !opening && p[_first].Word != Word.Unknown) break;
            if (p[i - 1].Is("latest") || i + 1 >= _limit) break;
            if (!p[i - 1].IsWord || !p[_first].Capital || p[_first].Has(Trait.Determiner | Trait.Wh)) break;
            Add(Sense.Say, (_first, i), p.Span(_first, i), new Range16(p[i].Start, p[i].End), (i + 1, _limit));
            return _limit;
        }
        return _first;
    }

    private int AccordingTo(int at)
    {
        var cue = new Range16(p[at].Start, p[at + 1].End);
        var start = at + 2;
        if (start >= _limit) return -1;
        var sourceEnd = SourceEnd(start);
        var leads = at - _floor <= 1 && sourceEnd < _limit;
        if (leads)
        {
            var end = Contents.End(p, sourceEnd + 1, _limit, new Use(null, Takes.That | Takes.Bare, Sense.Say), false);
            Add(Sense.Say, (start, sourceEnd), p.Span(start, sourceEnd), cue, (sourceEnd + 1, end));
            return end;
        }
        var attribution = Add(Sense.Say, (start, sourceEnd), p.Span(start, sourceEnd), cue, (LeftStart(at), at));
        return attribution is null ? -1 : sourceEnd;
    }

    // The source after "according to" runs to a comma that a clause follows; appositions stay in it.
    private int SourceEnd(int start)
    {
        for (var i = start; i < _limit; i++)
        {
            if (p[i].Kind is Kind.Stop or Kind.Semicolon or Kind.Dash or Kind.Quote && i > start) return i;
            if (p[i].Kind != Kind.Comma) continue;
            var next = p[i + 1];
            if (next.Has(Trait.Determiner) && !next.Is("the") || next.Is("who") || next.Is("which")) continue;
            return i;
        }
        return _limit;
    }

    private int LeftStart(int at)
    {
        var start = _floor;
        while (start < at && (p[start].Kind is Kind.Comma or Kind.Dash or Kind.Colon || p[start].Has(Trait.Coordinator) && p[start + 1].Kind != Kind.Comma)) start++;
        return start;
    }

    private int Verb(int at, List<Use> uses)
    {
        var use = Cues.Particle(p, at, uses);
        if (use.Takes == Takes.Nothing) return -1;
        var (first, passive, progressive, to, modal) = Cues.Group(p, at, _floor);
        if (Inverted(at, first, use) is var inverted && inverted > 0) return inverted;
        if (first == at && p[at].Word.PastIsParticiple && p[at + (use.Particle is null ? 1 : 2)].Is("by") && p.Noun(p[at - 1])) return Passive(at, first, at + (use.Particle is null ? 1 : 2), use);
        if (!Cues.VerbHere(p, at, first, to, modal)) return -1;
        var after = at + (use.Particle is null ? 1 : 2);
        if (passive) return Passive(at, first, after, use);
        var own = to || p[at].Word.Form == Form.Ing && !progressive && !Owns(first) ? default : Subjects.Before(p, _floor, first);
        var source = own.End > own.First ? own : Shared(first);
        var cue = new Range16(p[first].Start, p[after - 1].End);
        var right = Find(p, after, _limit, use.Takes);
        var parenthetical = own.End > own.First && use.Takes.HasFlag(Takes.Quote) && (p[own.First - 1].IsQuote ? own.First > _floor : own.First - 2 >= _floor
            && p[own.First - 1].Kind is Kind.Comma or Kind.Dash) && right.Strength != Strength.Strong
            && (right.Strength == Strength.None || p[own.First - 1].IsQuote || p[own.First - 2].IsQuote || p[right.Start].Has(Trait.Preposition));
        if (parenthetical) return Parenthetical(own, cue, after, use);
        if (right.Strength == Strength.None && own.End > own.First && p[own.First - 1].Is("as") && p[after].Kind == Kind.Comma && own.First - 2 <= _floor)
            right = (after + 1, Strength.Strong);
        if (right.Strength == Strength.None || source.End <= source.First && !(Sourceless(use) || use.Sense == Sense.Ask && p[right.Start].Has(Trait.Wh))) return -1;
        if (to && right.Strength != Strength.Strong) return -1;
        var quoted = p[right.Start].IsQuote;
        var end = Contents.End(p, right.Start, _limit, use, quoted);
        if (use.Sense == Sense.Seem)
        {
            if (source.End <= source.First) return -1;
            var seem = Add(use.Sense, default, default, cue, source);
            Extend(seem, right.Start, end);
            return end;
        }
        var added = Add(use.Sense, source, p.Span(source.First, source.End), cue, (right.Start, end));
        if (added is not null && own.End > own.First && own.First > _first && p[own.First - 1].Has(Trait.Wh) && !p[own.First - 1].Is("when") && !p[own.First - 1].Is("if"))
            added.Content.Insert(0, new Range16(p[own.First - 1].Start, p[own.First - 1].End));
        return end;
    }

    // "with 50 percent saying that": the noun right before a participle is its subject.
    private bool Owns(int first) => first > _floor && (p.Noun(p[first - 1]) || p[first - 1].Has(Trait.Numeral)) && !p[first - 1].Has(Trait.Verb);

    private static bool Sourceless(Use use) => use.Sense is Sense.Say && use.Takes.HasFlag(Takes.That);

    private (int First, int End) Shared(int at)
    {
        if (!_subjectKnown)
        {
            _subject = Subjects.OfSentence(p, _first, _limit);
            _subjectKnown = true;
        }
        return _subject.End <= at ? _subject : default;
    }

    // "…," said John Smith, a director.
    private int Inverted(int at, int first, Use use)
    {
        if (!use.Takes.HasFlag(Takes.Quote) || first != at || at <= _floor || p[at].Word.Form is not (Form.Past or Form.Present)) return -1;
        if (p[at - 1].Kind is not (Kind.Comma or Kind.Quote)) return -1;
        var next = p[at + 1];
        if (at + 1 >= _limit || !next.IsWord || !next.Capital && !next.Has(Trait.Determiner) && !next.Has(Trait.Person) && !next.Has(Trait.Possessive | Trait.Numeral)
            && !(p[at - 1].IsQuote && p.Noun(next))) return -1;
        if (next.Is("that") || p[at - 1].Kind == Kind.Comma && !p[at - 2].IsQuote && !next.Capital && !next.Has(Trait.Person)) return -1;
        if (p[at - 1].Kind == Kind.Comma && !p[at - 2].IsQuote && Subjects.Before(p, _floor, at).End > 0) return -1;
        var end = Subjects.After(p, at + 1, _limit);
        var added = Add(use.Sense, (at + 1, end), p.Span(at + 1, end), new Range16(p[at].Start, p[at].End), (LeftStart(at), at));
        if (added is null) return -1;
        return Continued(added, end);
    }

    private int Parenthetical((int First, int End) source, Range16 cue, int after, Use use)
    {
        var added = Add(use.Sense, source, p.Span(source.First, source.End), cue, (LeftStart(source.First), source.First));
        if (added is null) return -1;
        if (p[after].Kind == Kind.Comma && !Contents.Participial(p, after + 1, _limit) && !p[after + 1].IsQuote && !p[source.First - 2].IsQuote)
        {
            var end = Contents.End(p, after + 1, _limit, use, false);
            Extend(added, after + 1, end);
            return end;
        }
        return Continued(added, after);
    }

    // A quotation that goes on after the cue, in the same sentence.
    private int Continued(Attribution added, int after)
    {
        for (var i = after; i < _limit && i < after + 20; i++)
        {
            if (p[i].Kind == Kind.Word && p[i].Word.Uses is not null && p[i].Word.Form == Form.Ing) return i;
            if (!p[i].IsQuote || p[i].Words < 2 || p[i - 1].Kind is not (Kind.Comma or Kind.Colon or Kind.Dash)) continue;
            Extend(added, i, _limit);
            return _limit;
        }
        return after;
    }

    // "is expected to win", "was criticised by the unions for …"
    private int Passive(int at, int first, int after, Use use)
    {
        var subject = Subjects.Before(p, _floor, first);
        if (subject.End <= subject.First) return -1;
        var cue = new Range16(p[first].Start, p[after - 1].End);
        var right = after;
        (int First, int End) by = default;
        if (p[right].Is("by"))
        {
            var end = right + 1;
            while (end < _limit && p[end].Kind is not (Kind.Comma or Kind.Quote or Kind.Semicolon) && !p[end].Is("for") && !p[end].Is("as") && !p[end].Is("to") && !p[end].Has(Trait.Subordinator | Trait.Wh)) end++;
            by = (right + 1, end);
            right = end;
        }
        var complement = Find(p, right, _limit, use.Takes | Takes.Infinitive | Takes.Wh);
        if (by.End == 0 && complement.Strength != Strength.Strong && !(p[right].Is("for") || p[right].Is("as") || p[right].Is("of") || p[right].Is("about"))) return -1;
        if (p[subject.First].Is("it") && complement.Strength == Strength.None) return -1;
        var impersonal = p[subject.First].Is("it") || use.Sense == Sense.Ask;
        if (impersonal && complement.Strength == Strength.None && !p[right].Is("about")) return -1;
        var finish = right < _limit && p[right].Kind != Kind.Comma ? Contents.End(p, right, _limit, use, false) : right;
        var source = by.End > by.First ? p.Span(by.First, by.End) : default;
        var added = impersonal ? Add(use.Sense, by, source, cue, (complement.Strength == Strength.None ? right : complement.Start, finish)) : Add(use.Sense, by, source, cue, subject);
        if (added is null) return -1;
        if (!impersonal && finish > right) Extend(added, right, finish);
        return finish;
    }

    // "his claim that …", "support for …"
    private int Noun(int at, List<Use> uses)
    {
        Use? use = null;
        foreach (var candidate in uses) if (p[at + 1].Is(candidate.Particle!)) use = candidate;
        if (use is null || at + 2 >= _limit) return -1;
        var first = at;
        if (p[at].Word.Adjective) return Adjective(at, use);
        while (first > _floor && p[first - 1].IsWord && (p.Noun(p[first - 1]) && !p.Verb(first - 1) && at - first < 3 || p[first - 1].Has(Trait.Adverb))) first--;
        (int First, int End) source = default;
        var owner = p[first - 1];
        if (first > _floor && owner.Is("'s")) source = Subjects.Before(p, _floor, first - 1);
        else if (first > _floor && owner.Has(Trait.Possessive)) source = (first - 1, first);
        else if (use.Particle != "that" && !owner.Has(Trait.Determiner)) return -1;
        else first = at;
        var clause = use.Particle == "that";
        var start = clause || use.Particle == "to" && use.Sense == Sense.Promise ? at + 1 : at + 2;
        var end = start + 1;
        while (end < _limit && p[end].Kind is not (Kind.Comma or Kind.Semicolon or Kind.Dash) && (clause || !(p[end].Has(Trait.Auxiliary | Trait.Modal) || p[end].Has(Trait.Verb) && !p[end - 1].Has(Trait.Determiner)))) end++;
        var cue = new Range16(p[first].Start, p[clause || start == at + 1 ? at : at + 1].End);
        return Add(use.Sense, source, source.End > 0 ? p.Span(source.First, source.End) : default, cue, (start, end)) is null ? -1 : end;
    }

    // "is confident that …", "was critical of …"
    private int Adjective(int at, Use use)
    {
        var first = at;
        while (first > _floor && (p.Adverb(p[first - 1]) || p[first - 1].Has(Trait.Negation | Trait.Auxiliary | Trait.Modal))) first--;
        var linked = first < at && p[first].Has(Trait.Auxiliary | Trait.Modal);
        var source = linked ? Subjects.Before(p, _floor, first) : default;
        if (source.End <= source.First || p[source.First].Is("it") || p[source.First].Is("there")) return -1;
        var start = use.Particle is "that" or "to" or "whether" ? at + 1 : at + 2;
        var end = Contents.End(p, start, _limit, use, false);
        var cue = new Range16(p[first].Start, p[start - 1].End);
        return Add(use.Sense, source, p.Span(source.First, source.End), cue, (start, end)) is null ? -1 : end;
    }

    private Attribution? Add(Sense sense, (int First, int End) sourceItems, Range16 source, Range16 cue, (int First, int End) content)
    {
        var span = p.Span(content.First, content.End);
        if (span.Empty) return null;
        var added = new Attribution { Source = source, Cue = cue, Sense = sense };
        added.Content.Add(span);
        found.Add(added);
        if (sourceItems.End > sourceItems.First) (_subject, _subjectKnown) = (sourceItems, true);
        _floor = Math.Max(_floor, content.End);
        return added;
    }

    private void Extend(Attribution? attribution, int first, int end)
    {
        var span = p.Span(first, Math.Min(end, _limit));
        if (attribution is not null && !span.Empty) attribution.Content.Add(span);
        _floor = Math.Max(_floor, end);
    }
}
