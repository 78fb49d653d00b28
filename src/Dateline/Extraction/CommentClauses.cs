namespace Dateline.Extraction;

// Comment clauses (Quirk et al. 1985, 15.53 to 15.55): who says it stands in the middle of a clause or behind it.
internal sealed partial class SentenceGrammar
{
    // "said a farmer who lives nearby", "said its chairman, who owns half of it": to the sentence's end a noun phrase whose verbs are all of relative and subordinate clauses (Quirk et al. 1985, 17.9 to 17.25).
    private bool Described(int first)
    {
        var (relative, opened, said) = (false, false, false);
        for (var i = first; i < _limit; i++)
        {
            if (p[i].IsQuote || p[i].Kind is Kind.Colon or Kind.Semicolon or Kind.Dash) return false;
            if (p[i].Is("who") || p[i].Is("which") || p[i].Is("whose") || p[i].Is("where") || i > first && p[i].Is("that") && p.Verb(i + 1) || relative && (p[i].Has(Trait.Wh | Trait.Subordinator | Trait.Coordinator) || p[i].Is("that"))) (relative, opened) = (true, true);
            else if (p.Verb(i) && (i == first || !p.Verb(i - 1) && p.TagOf(i - 1) is not (Tag.Adverb or Tag.Infinitive)))
            {
                if (!opened) return false;
                (opened, said) = (false, true);
            }
        }
        return relative && said;
    }

    // "The road, the council said on Monday, will reopen", "the virus, doctors told reporters, is spreading": a comment clause between a subject and its verb (Quirk et al. 1985, 15.53), with when, where or to whom. Its closing comma; -1 where it is none.
    private int Interposed((int First, int End) own, int after, Use use)
    {
        if (own.End <= own.First || use.Sense != Sense.Say || !use.Takes.HasFlag(Takes.Quote) || own.First - 2 < _floor || p[own.First - 1].Kind != Kind.Comma || p[own.First].Has(Trait.Wh)) return -1;
        var left = LeftStart(own.First);
        if (left >= own.First - 1 || !p[left].IsWord || p[left].Has(Trait.Preposition | Trait.Subordinator | Trait.Wh | Trait.Adverb) || p.TagOf(left) is Tag.Ing or Tag.Participle or Tag.To) return -1;
        for (var i = left; i < own.First - 1; i++)
            if (p[i].IsQuote || p[i].Kind is not (Kind.Word or Kind.Number) || p.Verb(i) || p.TagOf(i) is Tag.Infinitive) return -1;
        for (var i = after; i < _limit && i < after + 9; i++)
        {
            if (p[i].IsQuote || p[i].Kind is not (Kind.Word or Kind.Number or Kind.Comma) || p[i].IsWord && (p.Verb(i) || p[i].Is("that") || p[i].Has(Trait.Wh))) return -1;
            if (p[i].Kind != Kind.Comma) continue;
            var verb = i + 1;
            while (verb < _limit && p.TagOf(verb) == Tag.Adverb) verb++;
            return i > after && (p.TagOf(verb) == Tag.Auxiliary || p.TagOf(verb) == Tag.Finite && p[verb].Word.Uses is null) ? i : -1;
        }
        return -1;
    }

    // "The dam leaked, as the Courier reported": the clause stands before (Quirk et al. 1985, 15.55).
    private bool Echoes((int First, int End) own, Use use) => use.Sense == Sense.Say && own.First - 3 >= _floor && p[own.First - 1].Is("as") && p[own.First - 2].Kind is Kind.Comma or Kind.Dash && Says(LeftStart(own.First), own.First - 2);
}
