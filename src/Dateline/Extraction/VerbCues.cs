using static Dateline.Extraction.Complements;

namespace Dateline.Extraction;

// Cues that are finite verbs, participles and infinitives.
internal sealed partial class SentenceGrammar
{
    private int Verb(int at, List<Use> uses)
    {
        var use = Cues.Particle(p, at, uses);
        if (use.Takes == Takes.Nothing) return -1;
        var (first, passive, progressive, to, modal) = Cues.Group(p, at, _floor);
        if (Inverted(at, first, use) is var inverted && inverted > 0) return inverted;
        if (use.Sense == Sense.Ask && first == at && Asked(at) is var asked && asked > 0) return asked;
        if (!Cues.VerbHere(p, at, first) || Reduced(at, first, use)) return -1;
        var after = at + (use.Particle is null ? 1 : 2);
        if (passive && p[at].Word.Adjective) return -1;
        if (use.Takes.HasFlag(Takes.Grounds) && !Grounds(after)) return -1;
        if (passive) return Passive(at, first, after, use);
        var own = to || p[at].Word.Form == Form.Ing && !progressive && !Owns(first) ? default : Subjects.Before(p, _floor, first);
        var source = own.End > own.First ? own : Shared(first);
        var cue = new Range16(p[first].Start, p[after - 1].End);
        var right = Find(p, after, _limit, use.Takes);
        if (FollowsContent(own, after, use, right)) return Parenthetical(own, cue, after, use);
        if (Silent(p[right.Start], use) || p[source.First].Is("i") && use.Sense == Sense.Say && !p[right.Start].IsQuote && !p[right.Start].Has(Trait.Wh | Trait.Subordinator)) return -1;
        if (right.Strength == Strength.None && own.End > own.First && p[own.First - 1].Is("as") && p[after].Kind == Kind.Comma && own.First - 2 <= _floor)
            right = (after + 1, Strength.Strong);
        if (right.Strength == Strength.None || source.End <= source.First && !(Sourceless(use) || use.Sense == Sense.Ask && p[right.Start].Has(Trait.Wh))) return -1;
        if (to && right.Strength != Strength.Strong) return -1;
        if (use.Sense == Sense.Urge && p[right.Start].Is("to") && right.Start > after && right.Start - after < 8 && !p[after].Has(Trait.Preposition) && !passive) right = (after, Strength.Strong);
        var quoted = p[right.Start].IsQuote;
        var relative = own.End > own.First && p[own.First].Has(Trait.Wh);
        var heads = relative && Heads(own.First, right.Start);
        if (heads && !use.Takes.HasFlag(Takes.Object)) return -1;
        var opener = own.End > own.First ? own.First - 1 : first - 1;
        var end = Contents.End(p, right.Start, _limit, use, quoted, Fronted(opener), relative, heads);
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

    // "for", "over" or "as", or a quotation, shows that words are meant.
    private bool Grounds(int after)
    {
        for (var i = after; i < _limit && i < after + 12 && p[i].Kind != Kind.Stop; i++)
            if (p[i].IsQuote || i > after && (p[i].Is("for") || p[i].Is("over") || p[i].Is("as") && !p.Verb(i + 2))) return true;
        return false;
    }

    // "Asked whether …, she said", "… when asked about …": nobody is named who asks.
    private int Asked(int at)
    {
        if (!p[at].Is("asked") || !(at == _first || p[at - 1].Is("when") || p[at - 1].Is("if") || p[at - 1].Kind == Kind.Comma && p.TagOf(at) == Tag.Participle)) return -1;
        var about = p[at + 1].Is("about");
        if (!about && !p[at + 1].Has(Trait.Wh)) return -1;
        var start = at + (about ? 2 : 1);
        var end = start;
        while (end < _limit && (p[end].Kind != Kind.Comma || Contents.Clause(p, end + 1, _limit) < 0 && !p[end + 1].IsQuote)) end++;
        return Add(Sense.Ask, default, default, new Range16(p[at].Start, p[start - 1].End), (start, end)) is null ? -1 : end;
    }

    // "The man who found the letter says": the relative clause belongs to the subject, and the only verb to come is the subject's.
    private bool Heads(int wh, int content)
    {
        if (p[content].Is("that") || p[content].Has(Trait.Wh)) return false;
        for (var i = _first; i < wh; i++)
            if (p.Verb(i)) return false;
        var verbs = 0;
        for (var i = content; i < _limit && p[i].Kind != Kind.Comma && !p[i].Has(Trait.Subordinator); i++)
            if (p.Verb(i) && !p.Verb(i - 1))
            {
                if (verbs++ == 0 && p[i].Word.Uses is { } uses && uses.Exists(static u => u.Takes.HasFlag(Takes.Bare))) return true;
            }
        return verbs == 1;
    }

    // "When she said …, the crowd": the clause is opened by a subordinator and no main clause stands before it.
    private bool Fronted(int opener)
    {
        if (opener < _first || !p[opener].Has(Trait.Subordinator) || p[opener].Is("that")) return false;
        for (var i = opener - 1; i >= _first && p[i].Kind is not (Kind.Semicolon or Kind.Dash); i--)
            if (p.Verb(i)) return false;
        return true;
    }

    // "said nothing about damage": what is not said is no content.
    private static bool Silent(Item right, Use use) => use.Sense == Sense.Say && (right.Is("nothing") || right.Is("little") || right.Is("so"));

    // "…, the army said on Monday", "“…” he told them"
    private bool FollowsContent((int First, int End) own, int after, Use use, (int Start, Strength Strength) right)
    {
        if (own.End <= own.First || !use.Takes.HasFlag(Takes.Quote) && use.Sense != Sense.Show) return false;
        var before = p[own.First - 1];
        if (before.IsQuote && own.First > _floor && (p[after].Kind == Kind.Comma || before.Words > 1 && before.Last is ',' or '?' or '!' && !p[right.Start].Is("that"))) return true;
        return (before.IsQuote ? own.First > _floor : own.First - 2 >= _floor && before.Kind is Kind.Comma or Kind.Dash) && right.Strength != Strength.Strong
            && (right.Strength == Strength.None || before.IsQuote || p[own.First - 2].IsQuote || p[right.Start].Has(Trait.Preposition));
    }

    // A sentence that ends in who says it: what stands before, whatever cues it holds, is the content.
    private int Aside()
    {
        for (var at = _first + 4; at < _limit; at++)
        {
            if (!p[at].IsWord || p[at].Word.Uses is not { } uses || p[at].Word.Form is not (Form.Past or Form.Present) && p.TagOf(at) != Tag.Finite) continue;
            var use = Cues.Particle(p, at, uses);
            var (first, passive, _, to, modal) = Cues.Group(p, at, _first);
            var after = at + (use.Particle is null ? 1 : 2);
            if (passive || to || !Cues.VerbHere(p, at, first)) continue;
            var own = Subjects.Before(p, _first, first);
            if (own.First < _first + 3 || p[own.First].Is("according") || p[own.First - 1].Kind != Kind.Comma || p[own.First - 2].IsQuote || !FollowsContent(own, after, use, Find(p, after, _limit, use.Takes))) continue;
            if (p[own.First].Has(Trait.Pronoun) && p[after].Kind == Kind.Comma) continue;
            for (var i = _first; i < own.First; i++)
                if (p.Verb(i) || p[i].IsWord && p[i].Word is { Uses: not null, Form: Form.Past or Form.Present }) return Verb(at, uses);
        }
        return -1;
    }

    // "an attack ordered by the king", "the operation called Dawn did harm": a participle that describes the noun before it, whose clause has another verb.
    private bool Reduced(int at, int first, Use use)
    {
        if (first != at || !p[at].Word.PastIsParticiple || !p.Noun(p[at - 1]) && !p[at - 1].Has(Trait.Numeral)) return false;
        var after = at + (use.Particle is null ? 1 : 2);
        if (p[after].Is("by")) return true;
        if ((use.Takes & (Takes.That | Takes.Bare)) != 0 && !use.Takes.HasFlag(Takes.Addressee)) return false;
        for (var i = after; i < _limit && i < after + 12; i++)
        {
            var item = p[i];
            if (item.Kind is not (Kind.Word or Kind.Number) || item.Has(Trait.Coordinator | Trait.Subordinator | Trait.Wh | Trait.Pronoun)) return false;
            if (i > after && p.Verb(i) && item.Word.Form != Form.Ing && !(p[i - 1].Has(Trait.Preposition))) return true;
        }
        return false;
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
        var start = LeftStart(source.First);
        for (var i = start; i < source.First; i++)
            if (p[i].Kind is Kind.Colon or Kind.Semicolon && Says(i + 1, source.First)) start = i + 1;
        var added = Add(use.Sense, source, p.Span(source.First, source.End), cue, (start, source.First));
        if (added is null) return -1;
        if (p[after].Kind == Kind.Comma && !Contents.Participial(p, after + 1, _limit) && !p[after + 1].IsQuote && !p[after + 1].Is("according") && !p[source.First - 2].IsQuote)
        {
            var end = Contents.End(p, after + 1, _limit, use, false);
            Extend(added, after + 1, end);
            return end;
        }
        return Continued(added, after);
    }
}
