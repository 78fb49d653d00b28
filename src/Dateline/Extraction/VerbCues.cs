using System.Collections.Frozen;
using static Dateline.Extraction.Complements;

namespace Dateline.Extraction;

// Cues that are finite verbs, participles and infinitives.
internal sealed partial class SentenceGrammar
{
    private int Verb(int at, List<Use> uses)
    {
        var use = Cues.Particle(p, at, uses);
        if (use.Takes == Takes.Nothing || at == _first && p[at].Is("quoting")) return -1;
        var (first, passive, progressive, to, modal) = Cues.Group(p, at, _floor);
        // "Called off the strike", "called in the army": a verb of another meaning.
        if (use.Particle is null && p[at].Word.Text.StartsWith("call", StringComparison.Ordinal) && p.Written(at + 1) is "off" or "in" or "up" or "back" or "by" or "round") return -1;
        // "Pleaded (not) guilty": no wish.
        if (p[at].Word.Text.StartsWith("plead", StringComparison.Ordinal) && (p.Written(at + 1) is "guilty" || p[at + 1].Is("not") && p.Written(at + 2) is "guilty")) use = new Use(null, Takes.Object, Sense.Say);
        if (Inverted(at, first, use) is var inverted && inverted > 0) return inverted;
        if (use.Sense == Sense.Ask && first == at && Asked(at) is var asked && asked > 0) return asked;
        if (!Cues.VerbHere(p, at, first) || Reduced(at, first, use)) return -1;
        var after = at + (use.Particle is null ? 1 : 2);
        if (Unsaid(at, first, after) || Decides(at, first, after, passive, use)) return -1;
        if (Presumed(at, after) || Describes(at, after) || Suspected(at, first, after) || Withholds(at, after) || Works.At(p, at, after)) return -1;
        if (Coordinated(at, after) is { } second) (use, after) = (Both(use, second.Use), second.After);
        if (passive && p[at].Word.Adjective) return -1;
        if (use.Takes.HasFlag(Takes.Grounds) && !Grounds(after) || Measures(at, after)) return -1;
        if (passive && use.Particle is null && !Calls(at, after, true, -1)) return -1;
        if (passive) return Passive(at, first, after, use);
        if (Utters(at, after) is > 0 and var felt) (use, after) = (use with { Takes = Takes.Object | Takes.That }, felt);
        var own = to || p[at].Word.Form == Form.Ing && !progressive && !(first < at && p[at - 1].Is("of")) && !Owns(first) ? default : Subjects.Before(p, _floor, first);
        if (own.End <= own.First && !to && p[at].Word.Form != Form.Ing && p[first - 1].Kind == Kind.Comma) own = Subjects.Before(p, _first, first);
        own = WithCharge(own);
        // "Not everyone agrees", "hardly anyone believes": the quantifier's negation is part of who speaks.
        if (own.End > own.First && own.First > _floor && (p[own.First - 1].Is("not") || p[own.First - 1].Is("hardly") || p[own.First - 1].Is("scarcely"))) own.First--;
        var source = own.End > own.First ? own : Shared(first);
        if (own.End <= own.First && !to && p[at].Word.Form == Form.Ing && Punished(first) is var punished && punished.End > punished.First)
        {
            // "Arrested two men on suspicion of planning an attack": nobody says what they planned.
            if (use.Sense is not (Sense.Say or Sense.Deny) || !p[after].Is("that") && !p[after].IsQuote) return -1;
            source = punished;
        }
        source = Subjects.Timeless(p, source);
        var cue = new Range16(p[Subjects.Untimed(p, first, at)].Start, p[after - 1].End);
        if (Interposed(own, after, use) is var close && close > 0)
        {
            if (Add(use.Sense, own, p.Span(own.First, own.End), cue, (LeftStart(own.First), own.First)) is not { } halves) return -1;
            var until = Contents.End(p, close + 1, _limit, use with { Takes = Takes.Object }, false);
            Extend(halves, close + 1, until);
            return until;
        }
        var right = p[after].Is("not") && p.Written(after + 1) is "guilty" ? (Start: after, Strength: Strength.Strong) : Find(p, after, _limit, use.Takes);
        if (right.Strength != Strength.None && !p[after].IsQuote && OnlyWhen(after)) right = default;
        if (FollowsContent(own, after, use, right)) return Parenthetical(Subjects.Timeless(p, own), cue, after, use);
        if (use.Particle is null && !Calls(at, after, false, (own.End > own.First ? own.First : first) - 1)) return -1;
        if (Silent(p[right.Start], use) || p[source.First].Is("i") && use.Sense == Sense.Say && !p[right.Start].IsQuote && !p[right.Start].Has(Trait.Wh | Trait.Subordinator)) return -1;
        if (right.Strength == Strength.None && own.End > own.First && p[own.First - 1].Is("as") && p[after].Kind == Kind.Comma && own.First - 2 <= _floor)
            right = (after + 1, Strength.Strong);
        if (right.Strength == Strength.None || source.End <= source.First && !(Sourceless(use) || use.Sense == Sense.Ask && p[right.Start].Has(Trait.Wh))) return -1;
        if (to && right.Strength != Strength.Strong) return -1;
        // "The singer is rumoured to be planning a tour": it is said that she plans it, and she says nothing.
        if (to && use.Sense is Sense.Promise or Sense.Predict or Sense.Judge or Sense.Desire && Held.Contains($" {Lower(first - 2)} ", StringComparison.Ordinal) && p[first - 3].Has(Trait.Be | Trait.Adverb)) return -1;
        // "They were not authorised to discuss the case"
        if (to && Unauthorised(first - 2)) return -1;
        // "But did not say where"
        if (p[right.Start].Has(Trait.Wh) && (right.Start + 1 >= _limit || p[right.Start + 1].Kind == Kind.Comma)) return -1;
        if (use.Takes.HasFlag(Takes.Claims) && !Claimed(right.Start)) return -1;
        // "The attack that the army announced as the largest": the object stands before it.
        if (p[right.Start].Is("as") && own.End > own.First && own.First > _first && (p[own.First - 1].Is("that") || p[own.First - 1].Is("which"))) return -1;
        if (use.Sense == Sense.Promise && p[at].Word.Text.StartsWith("agree", StringComparison.Ordinal) && !p[right.Start].Is("to")) use = use with { Sense = Sense.Believe };
        if (use.Sense == Sense.Judge && Scorns(p[at]) && Claimed(right.Start)) use = use with { Sense = Sense.Deny };
        if (use.Sense == Sense.Urge && p[right.Start].Is("to") && right.Start > after && right.Start - after < 8 && !p[after].Has(Trait.Preposition) && !passive) right = (after, Strength.Strong);
        if (use.Sense == Sense.Say && Ordered(at, after)) (use, right) = (use with { Sense = Sense.Urge }, (after, Strength.Strong));
        var quoted = p[right.Start].IsQuote;
        var relative = own.End > own.First && p[own.First].Has(Trait.Wh);
        var heads = relative && Heads(own.First, right.Start);
        if (heads && !use.Takes.HasFlag(Takes.Object)) return -1;
        var opener = own.End > own.First ? own.First - 1 : first - 1;
        var end = Contents.End(p, right.Start, _limit, use, quoted, Fronted(opener), relative, heads);
        if (Pointed(right.Start, end)) end = right.Start + 1;
        if (use.Sense == Sense.Seem)
        {
            if (source.End <= source.First) return -1;
            var seem = Add(use.Sense, default, default, cue, source);
            Extend(seem, right.Start, end);
            return end;
        }
        if (!quoted && Answered(right.Start, end, use) is { } said)
        {
            var answer = new Attribution { Source = p.Span(source.First, source.End), Cue = cue, Sense = use.Sense };
            answer.Content.AddRange(said.Content);
            found.Add(answer);
            return _floor = Math.Max(_floor, end);
        }
        var added = Add(use.Sense, source, p.Span(source.First, source.End), cue, (right.Start, end));
        if (added is not null) (added.Against, added.Asks) = (Against(opener, first), Inquires());
        if (added is not null && own.End > own.First && own.First > _first && p[own.First - 1].Has(Trait.Wh) && !p[own.First - 1].Is("when") && !p[own.First - 1].Is("if") && !(p[right.Start].Is("that") && p[right.Start - 1].Kind == Kind.Comma))
            added.Content.Insert(0, new Range16(p[own.First - 1].Start, p[own.First - 1].End));
        return end;
    }

    // "…, but his agent denied this": what was said just before in the sentence; null where the words are a content of their own.
    private Attribution? Answered(int start, int end, Use use) => use.Sense is Sense.Deny or Sense.Say or Sense.Believe or Sense.Doubt && found.Count > _before && !found[^1].Narrator && found[^1].Sense is not (Sense.Judge or Sense.Desire) && Turns.Points(p, start, _limit) is > 0 and var points && points >= end ? found[^1] : null;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ordering = WordSet.Of("warn warns warned warning tell tells told telling remind reminds reminded reminding advise advises advised advising");

    // "Warned people not to swim", "told him to go": an order, with its object and an infinitive (Quirk et al. 1985, 16.63).
    private bool Ordered(int at, int after)
    {
        if (!ordering.Contains(p.Written(at))) return false;
        for (var i = after; i < _limit && i < after + LongestObject; i++)
        {
            if (p[i].Kind is not (Kind.Word or Kind.Number) || p[i].Has(Trait.Wh | Trait.Coordinator) || p[i].Has(Trait.Subordinator) && !p[i].Has(Trait.Preposition) || p.Verb(i)) return false;
            // "Told reporters the plan to close it was dead": what is told begins behind the hearer.
            if (i > after && p[i].Has(Trait.Determiner | Trait.Possessive) && !p[i].Is("'s") && p.Noun(p[i - 1])) return false;
            if (p.TagOf(i) == Tag.To && p.TagOf(i + 1) == Tag.Infinitive) return i > after && !(p[i - 1].Has(Trait.Preposition) && !p[i - 1].Has(Trait.Negation)) && (p[i - 1].Has(Trait.Negation) ? i - 1 > after : true);
        }
        return false;
    }

    private bool Unauthorised(int at) => at > _first && p.Written(at) is "authorised" or "authorized" or "allowed" or "permitted" or "entitled" && p[at - 1].Has(Trait.Negation) || p.Written(at) is "unauthorised" or "unauthorized";

    // "The coastguard put the number at 27"
    private int Puts(int at)
    {
        var source = Subjects.Before(p, _floor, Cues.Group(p, at, _floor).First);
        if (source.End <= source.First) return -1;
        var end = Contents.End(p, at + 1, _limit, new Use(null, Takes.Object, Sense.Say), false);
        return Add(Sense.Say, source, p.Span(source.First, source.End), new(p[at].Start, p[at].End), (at + 1, end)) is null ? -1 : end;
    }

    // "Denied that in remarks to CNN", "confirmed this on Monday": what is said is the pronoun alone.
    private bool Pointed(int at, int end)
    {
        if (!p[at].Is("it") && !p[at].Is("this") && !p[at].Is("that") || at + 1 >= end || !p[at + 1].Has(Trait.Preposition) || p[at + 1].Is("of")) return false;
        for (var i = at + 1; i < end; i++)
            if (p.Verb(i) || p[i].IsQuote) return false;
        return true;
    }

    // "Did she say that …?": it is asked whether she did.
    private bool Inquires() => p[_first].Has(Trait.Auxiliary | Trait.Modal) && p[_limit].Kind == Kind.Stop && p.Text[p[_limit].Start] == '?';

    // "with 50 percent saying that": the noun right before a participle is its subject.
    private bool Owns(int first) => first > _floor && (p.Noun(p[first - 1]) || p[first - 1].Has(Trait.Numeral)) && !p[first - 1].Has(Trait.Verb);

    private static bool Sourceless(Use use) => use.Sense is Sense.Say && use.Takes.HasFlag(Takes.That);

    private (int First, int End) Shared(int at)
    {
        // "Those who want to stay said": the relative clause that was read last ends here, and its head is the subject.
        if (found.Count > 0 && _floor == at && found[^1].Antecedent is { Empty: false } head && head.Start >= p[_first].Start)
        {
            var first = at;
            while (first > _first && p[first].Start > head.Start && p[first - 1].Kind is Kind.Word or Kind.Number) first--;
            if (p[first].Start == head.Start) return (first, at);
        }
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
        if (!use.Takes.HasFlag(Takes.Quote) || Told(use) || first != at || at <= _floor || p[at - 1].Kind is not (Kind.Comma or Kind.Quote) && !Exclaims(at - 1)) return -1;
        var trails = Trails(at, use);
        if (p[at].Word.Form is not (Form.Past or Form.Present) && !trails) return -1;
        var next = p[at + 1];
        if (at + 1 >= _limit || !next.IsWord || !next.Capital && !next.Has(Trait.Determiner) && !next.Has(Trait.Person) && !next.Has(Trait.Possessive | Trait.Numeral)
            && !(p[at - 1].IsQuote && p.Noun(next)) && !trails) return -1;
        if (next.Is("that") || p[at - 1].Kind == Kind.Comma && !p[at - 2].IsQuote && !next.Capital && !next.Has(Trait.Person) && !trails) return -1;
        if (p[at - 1].Kind == Kind.Comma && !p[at - 2].IsQuote && !trails && Subjects.Before(p, _floor, at).End > 0) return -1;
        var end = Subjects.After(p, at + 1, _limit);
        var added = Add(use.Sense, (at + 1, end), p.Span(at + 1, end), new Range16(p[at].Start, p[at].End), (LeftStart(at), at));
        if (added is null) return -1;
        return Continued(added, end);
    }

    // "Will he resign? asked the judge": a sentence in the sentence, without quotation marks.
    private bool Exclaims(int at) => p[at].Kind == Kind.Stop && p.Text[p[at].Start] is '?' or '!';

    private int Parenthetical((int First, int End) source, Range16 cue, int after, Use use)
    {
        var start = source.First < _floor ? source.First - 1 : LeftStart(source.First);
        for (var i = start; i < source.First; i++)
            if (p[i].Kind is Kind.Colon or Kind.Semicolon && Says(i + 1, source.First)) start = i + 1;
        var added = Add(use.Sense, source, p.Span(source.First, source.End), cue, (start, Echoes(source, use) ? source.First - 1 : source.First));
        if (added is null) return -1;
        // "Ferry was overloaded, inquiry told": it was told, and nobody is named who did.
        if (after >= _limit && p[after - 1].Is("told") && Hearing.Contains($" {Lower(source.End - 1)} ", StringComparison.Ordinal)) (added.Source, added.Hearsay) = (default, true);
        // "…, the maker claims, though scientists caution that …": somebody else's words follow.
        if (p[after].Kind == Kind.Comma && Rebutted(after + 1)) return after + 2;
        if (p[after].Kind == Kind.Comma && Others(after + 1) is > 0 and var others) return _floor = others;
        if (p[after].Kind == Kind.Comma && Appositions.Read(p, after + 1, _limit) is null && !Contents.Participial(p, after + 1, _limit) && !p[after + 1].IsQuote && !p[after + 1].Is("according") && !p[source.First - 2].IsQuote && !(p[source.First - 1].IsQuote && Gesture(after + 1)))
        {
            var end = Contents.End(p, after + 1, _limit, use, false);
            Extend(added, after + 1, end);
            return end;
        }
        return Continued(added, after);
    }

    private const string Hearing = " inquiry enquiry inquest court jury tribunal trial hearing committee panel parliament mps senators lawmakers ";

    private bool Rebutted(int at) => (p[at].Is("but") || p[at].Is("though") || p[at].Is("although") || p[at].Is("while") || p[at].Is("yet")) && Contents.Cued(p, at + 1, _limit);

    // "“It is over,” Lund said, wiping away tears", "…, and hung up": what is done beside the words is none of them.
    private bool Gesture(int at) => p.TagOf(at) == Tag.Ing || p[at].IsWord && p[at].Word.Text.Length == 0 && p.Text.AsSpan(p[at].Start, p[at].End - p[at].Start).EndsWith("ing") && p.TagOf(at + 1) is Tag.Determiner or Tag.Adverb or Tag.Preposition
        || (p[at].Is("and") || p[at].Is("then") || p[at].Is("before") || p[at].Is("as")) && !p[at + 1].IsQuote;
}
