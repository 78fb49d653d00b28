using static Dateline.Extraction.Complements;

namespace Dateline.Extraction;

// What a cue verb's surroundings say of it: whether words are meant, whose clause it is, and on which side its content stands.
internal sealed partial class SentenceGrammar
{
    private const string Uttering = " express expressed expresses expressing voice voiced voices voicing ";

    // "expressed deep concern about the plan", "voiced fear that …": the feeling belongs to the cue. Where the content begins; -1 where there is no feeling.
    private int Utters(int at, int after)
    {
        if (!p[at].IsWord || p[at].Word.Text.Length == 0 || !Uttering.Contains(" " + p[at].Word.Text + " ", StringComparison.Ordinal)) return -1;
        for (var i = after; i < _limit && i < after + 5 && p[i].IsWord; i++)
        {
            if (i > after && p[i].Is("that")) return i;
            if (p[i].Has(Trait.Preposition)) return i > after && i + 1 < _limit && !p[i].Is("of") && p[i + 1].Kind is not Kind.Comma ? i + 1 : -1;
            if (p.Verb(i) || p[i].Has(Trait.Pronoun | Trait.Wh | Trait.Coordinator)) return -1;
        }
        return -1;
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
        var (who, by) = (at + 1, at + 1);
        // "when asked by a reporter whether …"
        if (p[by].Is("by")) while (by < _limit && by < at + 8 && p[by].IsWord && !p[by].Has(Trait.Wh) && !p[by].Is("about")) by++;
        var about = p[by].Is("about");
        if (!about && !p[by].Has(Trait.Wh)) return -1;
        var start = by + (about ? 1 : 0);
        var end = start;
        while (end < _limit && (p[end].Kind != Kind.Comma || Contents.Clause(p, end + 1, _limit) < 0 && !p[end + 1].IsQuote) && !(end > start && p[end - 1].IsQuote && p[end - 1].Last == ',')) end++;
        var asker = by > who + 1 ? (First: who + 1, End: by) : default;
        return Add(Sense.Ask, asker, asker.End > 0 ? p.Span(asker.First, asker.End) : default, new Range16(p[at].Start, p[(asker.End > 0 ? who : start) - 1].End), (start, end)) is null ? -1 : end;
    }

    // "The man who found the letter says": the relative clause belongs to the subject, and the only verb to come is the subject's.
    private bool Heads(int wh, int content)
    {
        // Behind a comma it only adds, and the head's own verb stands behind the comma that closes it (Quirk et al. 1985, 17.22 to 17.25).
        if (p[content].Is("that") || p[content].Has(Trait.Wh) || p[wh - 1].Kind == Kind.Comma) return false;
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
    private static bool Silent(Item right, Use use) => use.Sense == Sense.Say && (right.Is("nothing") || right.Is("little") || right.Is("so"))
        || use.Sense == Sense.Show && right.Has(Trait.Pronoun) && (right.Word.Text.EndsWith("self", StringComparison.Ordinal) || right.Word.Text.EndsWith("selves", StringComparison.Ordinal));

    // "…, the army said on Monday", "“…” he told them"
    private bool FollowsContent((int First, int End) own, int after, Use use, (int Start, Strength Strength) right)
    {
        if (own.End <= own.First || !use.Takes.HasFlag(Takes.Quote) && use.Sense != Sense.Show || Appositions.Read(p, own.First, _limit) is not null) return false;
        var before = p[own.First - 1];
        if (Echoes(own, use) && right.Strength != Strength.Strong) return true;
        var open = own.First > _floor || before.IsQuote && Unclaimed(own);
        if (before.IsQuote && open && (p[after].Kind == Kind.Comma || before.Words > 1 && before.Last is ',' or '?' or '!' && !p[right.Start].Is("that"))) return true;
        return (before.IsQuote ? open : own.First - 2 >= _floor && (before.Kind is Kind.Comma or Kind.Dash || Exclaims(own.First - 1))) && right.Strength != Strength.Strong
            && (right.Strength == Strength.None || before.IsQuote || p[own.First - 2].IsQuote || p[right.Start].Has(Trait.Preposition))
            && (right.Strength == Strength.None || before.IsQuote || Says(LeftStart(own.First), own.First));
    }

    // "“It is over,” Lund, who has sold the mill, said": what was read within the source's own clause does not part it from its words.
    private bool Unclaimed((int First, int End) own) => (p[own.End].Kind == Kind.Comma || p[own.End - 1].Kind == Kind.Comma) && !Attribution.Covers(found, _before, p[own.First - 1].Start);

    // ", said John Smith": a name after the verb, and no clause of its own.
    private bool Trails(int at, Use use)
    {
        if (!use.Takes.HasFlag(Takes.Quote) || p[at - 1].Kind != Kind.Comma || p[at - 2].IsQuote || !p[at + 1].IsWord || Told(use) || !Stated(at)) return false;
        if (!p[at + 1].Capital && !Closing(at)) return false;
        var next = at + 1;
        while (next < _limit && p[next].IsWord && p[next].Capital) next++;
        return !p[at + 1].Has(Trait.Weekday | Trait.Month) && !p[next].Is("that") && (Contents.Clause(p, at + 1, _limit) < 0 || Described(at + 1));
    }

    // "Aid is blocked, says the agency", "Prices will rise, warn retailers": the sentence ends in who says it. Only "say" never takes such a noun as what is said.
    private bool Closing(int at) => (_limit - at <= 7 && Subjects.After(p, at + 1, _limit) == _limit || Described(at + 1)) && !p[at + 1].Is("that") && !p[at + 1].Has(Trait.Preposition | Trait.Adverb | Trait.Day | Trait.Subordinator | Trait.Coordinator)
        && (p[at].Is("said") || p[at].Is("says") || p[at].Is("say") || p[at].Is("warns") || p[at].Is("warn") || p[at + 1].Has(Trait.Person) && p[at].Word.Forms.HasFlag(VerbForms.Present)
            || p[at].Word.Uses is { } uses && !uses.Exists(static u => u.Particle is null && u.Takes.HasFlag(Takes.Object)) && p.TagOf(at + 1) == Tag.Noun && (p[at].Word.Forms & (VerbForms.Present | VerbForms.Base)) != 0 && !p[at].Word.Forms.HasFlag(VerbForms.Past));

    // "told", "reminded": who comes behind is told, and does not tell.
    private static bool Told(Use use) => use.Sense == Sense.Say && use.Takes.HasFlag(Takes.Addressee);

    // A clause stands before, not only a name and what is said of it ("Lee, who lives nearby,").
    private bool Stated(int at)
    {
        for (var i = LeftStart(at); i < at; i++)
        {
            if (p[i].Kind == Kind.Comma && (p[i + 1].Is("who") || p[i + 1].Is("which") || p[i + 1].Is("whose") || p[i + 1].Is("where")))
                while (i + 1 < at && p[i + 1].Kind != Kind.Comma) i++;
            else if (p[i].IsQuote || p.Verb(i) || p[i].Is("to") && p[i + 1].Word.Forms.HasFlag(VerbForms.Base)) return true;
        }
        return false;
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
            if (Trails(at, use) && Says(_first, at)) return Inverted(at, first, use);
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
            if (item.Kind is not (Kind.Word or Kind.Number) || item.Has(Trait.Coordinator | Trait.Subordinator | Trait.Wh | Trait.Pronoun) || p.TagOf(i) == Tag.Pronoun) return false;
            if (i > after && p.Noun(p[i - 1]) && (item.Has(Trait.Determiner) || item.Kind is Kind.Number || BoundPhrases.Opens(p, i)) && use.Takes.HasFlag(Takes.Bare)) return false;
            if (i > after && p.Verb(i) && item.Word.Form != Form.Ing && !(p[i - 1].Has(Trait.Preposition))) return true;
        }
        return false;
    }
}
