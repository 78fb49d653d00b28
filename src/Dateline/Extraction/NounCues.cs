namespace Dateline.Extraction;

// Cues that are nouns and adjectives.
internal sealed partial class SentenceGrammar
{
    // "his claim that …", "support for …"
    private int Noun(int at, List<Use> uses)
    {
        Use? use = null;
        foreach (var candidate in uses) if (p[at + 1].Is(candidate.Particle!)) use = candidate;
        // "The rebels' claim to have taken the airport": a perfect infinitive tells what a clause with "that" would.
        if (use is null && p[at + 1].Is("to") && p[at + 2].Is("have") && !p[at].Word.Adjective) use = uses.Find(static u => u.Particle == "that" && u.Sense is Sense.Say);
        if (use is null || at + 2 >= _limit) return -1;
        // "There is no doubt that …": nobody doubts it.
        if (use.Sense is Sense.Doubt && (p[at - 1].Is("no") || p[at - 1].Is("little")) && p[at - 2].Has(Trait.Be) || Nobodys(at, use)) return -1;
        if (p[at].Is("water") && p.Written(at - 1) is not "cold") return -1;
        var first = at;
        if (p[at].Word.Adjective) return Felt(at, use) ? Adjective(at, use) : -1;
        while (first > _floor && p[first - 1].IsWord && (p.Noun(p[first - 1]) && !p.Verb(first - 1) && at - first < 3 || p[first - 1].Has(Trait.Adverb))) first--;
        (int First, int End) source = default;
        var owner = p[first - 1];
        if (first > _floor && owner.Is("'s")) source = Subjects.Before(p, _floor, first - 1);
        // "The rebels' claim"
        else if (first > _floor && PluralOwner(first - 1)) source = Subjects.Before(p, _floor, first - 1);
        else if (first > _floor && owner.Has(Trait.Possessive)) source = (first - 1, first);
        else if (Light(at) is var (verb, subject) && verb >= 0)
        {
            first = Cues.Group(p, verb, _floor).First;
            source = subject;
        }
        else if (use.Particle is not ("that" or "about" or "over" or "whether")) return -1;
        else first = at;
        var disbelieved = use.Particle == "on" && use.Sense is Sense.Doubt or Sense.Judge && Claimed(at + 2);
        if (disbelieved && use.Sense is Sense.Judge && Scornful(at)) use = use with { Sense = Sense.Deny };
        var clause = use.Particle == "that";
        var start = clause || use.Particle == "to" && use.Sense == Sense.Promise ? at + 1 : at + 2;
        var end = start + 1;
        while (end < _limit && p[end].Kind is not (Kind.Comma or Kind.Semicolon or Kind.Dash) && (clause && (p[start].Is("that") || end <= start + 2 || !p[end].Has(Trait.Auxiliary | Trait.Modal)) || !(p[end].Has(Trait.Auxiliary | Trait.Modal) || p[end].Has(Trait.Verb) && !p[end - 1].Has(Trait.Determiner)))) end++;
        if (clause) end = Again(start, end);
        if (disbelieved) end = Contents.End(p, start, _limit, use with { Takes = Takes.Object }, false);
        var cue = new Range16(p[first].Start, p[clause || start == at + 1 ? at : at + 1].End);
        var fate = clause ? Fate(end) : null;
        if (fate is { } what && (source.End == 0 || !what.Denied))
        {
            if (Add(what.Denied ? Sense.Deny : use.Sense, source, what.Denied ? what.By : source.End > 0 ? p.Span(source.First, source.End) : default, what.Denied ? what.Cue : cue, (start, end)) is not { } only) return -1;
            if (!what.Denied) only.Against = what.Cue;
            return what.End;
        }
        if (Add(use.Sense, source, source.End > 0 ? p.Span(source.First, source.End) : default, cue, (start, end)) is not { } claimed) return -1;
        if (clause) claimed.Against = Withdrawn(first);
        if (fate is not { } denied) return end;
        // "His claim that … was rejected by the court": he says so, and the court does not.
        Add(Sense.Deny, default, denied.By, denied.Cue, (start, end));
        return denied.End;
    }

    private bool PluralOwner(int at) => at > _floor && p[at].Kind is not (Kind.Word or Kind.Number) && p[at].End - p[at].Start == 1 && p.Text[p[at].Start] is '\'' or '’' && p[at - 1].IsWord && p[at - 1].End == p[at].Start && p.Ends(p[at - 1], "s");

    // "There is no suggestion that …", "there was never any serious claim that …": nobody says it (existential clauses: Quirk et al. 1985, 18.45).
    private bool Nobodys(int at, Use use)
    {
        if (use.Particle != "that" || use.Sense is not (Sense.Say or Sense.Believe)) return false;
        var no = at - 1;
        while (no > _first && no > at - 3 && p.TagOf(no) == Tag.Modifier && !p[no].Is("no")) no--;
        if (p[no].Is("any")) no--;
        if (!p[no].Is("no") && !p[no].Is("never") && !p[no].Is("not") && !p[no].Is("n't")) return false;
        for (var i = no - 1; i >= _first && i >= no - 4 && p[i].IsWord; i--)
            if (p[i].Is("there")) return true;
        return false;
    }

    // "Poured scorn on claims that …", "poured cold water on …"
    private bool Scornful(int at) => p[at].Is("scorn") || p[at].Is("water") || p[at].Is("ridicule") || p[at].Is("contempt") || p[at].Is("derision");

    private const string Withdrawing = " retract retracts retracted retracting withdraw withdraws withdrew withdrawn withdrawing recant recants recanted recanting rescind rescinded disavowed corrected corrects correct back backtracked back-pedalled abandoned dropped renounced ";

    // "Retracted his claim that …", "walked back her statement that …": whoever said it says it no more.
    private Range16 Withdrawn(int noun)
    {
        for (var i = noun - 1; i > _first && i >= noun - 5 && p[i].IsWord; i--)
        {
            if (!Withdrawing.Contains($" {Lower(i)} ", StringComparison.Ordinal)) continue;
            if (!p[i].Is("back")) return new(p[i].Start, p[i].End);
            return p.TagOf(i - 1) is Tag.Finite or Tag.Participle or Tag.Infinitive ? new(p[i - 1].Start, p[i].End) : default;
        }
        return default;
    }

    // "His claim that the ballots were lost has angered them": a second verb of its own is the noun's.
    private int Again(int start, int end)
    {
        var verb = -1;
        for (var i = start + 1; i < end; i++)
        {
            if (p.TagOf(i) is Tag.Link or Tag.Mark or Tag.Pronoun) verb = -1;
            else if (p.Verb(i))
            {
                if (verb >= 0 && i == verb + 1 && p.TagOf(verb) == Tag.Finite && (p[i].Has(Trait.Auxiliary | Trait.Modal) || p[i].Is("proved") || p[i].Is("turned") && p[i + 1].Is("out"))) return i;
                if (verb >= 0 && i > verb + 1 && p.TagOf(i - 1) is Tag.Noun or Tag.Participle or Tag.Modifier) return i;
                verb = p[i].Word.Uses is null ? i : -1;
            }
        }
        return end;
    }

    private const string LightVerbs = " express expressed expresses expressing voice voiced voices voicing have has had having issue issued issuing give gave gives giving make made makes making raise raised raises raising show shows showed shown showing "
        + "offer offered offers offering launch launched launches launching send sent sends sending declare declared declaring take took takes taking lend lends lent lending reiterate reiterated hold held holds share shares shared draw drew state stated stating deliver delivered sound sounded sounding cast casts casting throw throws threw thrown throwing pour poured pours pouring heap heaped heaps heaping ";

    // "expressed concern about", "has made no mention of": the verb carries little; its subject is the noun's.
    private (int Verb, (int First, int End) Subject) Light(int noun)
    {
        var verb = noun - 1;
        while (verb > _floor && noun - verb < 6 && (p.TagOf(verb) is Tag.Determiner or Tag.Modifier or Tag.Noun || p.Adverb(p[verb]) && p.TagOf(verb) is Tag.Adverb)) verb--;
        if (verb <= _floor || !p[verb].IsWord || !LightVerbs.Contains(" " + p[verb].Word.Text + " ", StringComparison.Ordinal) || p[verb].Word.Text.Length == 0) return (-1, default);
        var (first, passive, _, to, _) = Cues.Group(p, verb, _floor);
        if (passive || p.TagOf(verb) is Tag.Noun or Tag.Modifier) return (-1, default);
        var subject = to || p.TagOf(verb) == Tag.Ing ? Shared(first) : Subjects.Before(p, _floor, first);
        return subject.End > subject.First ? (verb, subject) : (-1, default);
    }

    // "Ready by Friday", "ready for the final", "sure to be wet": a state, and nobody's thought.
    private bool Felt(int at, Use use) => !(p[at].Is("ready") && use.Particle != "to") && !((p[at].Is("sure") || p[at].Is("certain")) && use.Particle == "to");

    private const string Linking = " remain remains remained feel feels felt become becomes became sound sounds sounded grew seem seems seemed appear appears appeared stay stayed ";

    // "is confident that …", "was critical of …"
    private int Adjective(int at, Use use)
    {
        var first = at;
        while (first > _floor && (p.Adverb(p[first - 1]) || p[first - 1].Has(Trait.Negation | Trait.Auxiliary | Trait.Modal))) first--;
        if (first > _floor && p.TagOf(first - 1) == Tag.Finite && Linking.Contains(" " + p[first - 1].Word.Text + " ", StringComparison.Ordinal)) first = Cues.Group(p, first - 1, _floor).First;
        var linked = first < at && (p[first].Has(Trait.Auxiliary | Trait.Modal) || p.TagOf(first) == Tag.Finite);
        var source = linked ? Subjects.Before(p, _floor, first) : default;
        if (source.End <= source.First || p[source.First].Is("there")) return -1;
        if (p[source.First].Is("it"))
        {
            if (!p[at].Is("clear") && !p[at].Is("unclear")) return -1;
            first = source.First;
            source = default;
        }
        var start = use.Particle is "that" or "to" or "whether" or "how" or "why" or "if" or "what" ? at + 1 : at + 2;
        var end = Contents.End(p, start, _limit, use, false);
        var cue = new Range16(p[first].Start, p[start - 1].End);
        return Add(use.Sense, source, source.End > source.First ? p.Span(source.First, source.End) : default, cue, (start, end)) is null ? -1 : end;
    }
}
