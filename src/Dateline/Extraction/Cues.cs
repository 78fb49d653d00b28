namespace Dateline.Extraction;

/// <summary>Reads one verb form as a cue: which use it has, where its auxiliaries begin, and whether it is a verb here at all.</summary>
internal static class Cues
{
    /// <summary>The use that fits the word after the verb; the plain use, or the first, otherwise.</summary>
    internal static Use Particle(Passage p, int at, List<Use> uses)
    {
        Use? plain = null;
        foreach (var use in uses)
        {
            if (use.Particle is null) plain ??= use;
            else if (p[at + 1].Is(use.Particle)) return use;
        }
        return plain ?? new Use(null, Takes.Nothing, uses[0].Sense);
    }

    /// <summary>First item of the verb group that ends at <paramref name="at"/>, and what it holds.</summary>
    internal static (int First, bool Passive, bool Progressive, bool To, bool Modal) Group(Passage p, int at, int floor)
    {
        var (first, passive, progressive, modal) = (at, false, false, false);
        var ing = p[at].Word.Form == Form.Ing;
        var participle = p[at].Word.PastIsParticiple;
        for (var i = at - 1; i >= floor && at - i < 8; i--)
        {
            var item = p[i];
            if (!item.IsWord) break;
            if (item.Has(Trait.Be) || item.Is("'s") && (ing || participle) && p[i - 1].Has(Trait.Pronoun))
            {
                if (first == at || !passive && !progressive) { progressive = ing; passive = participle && !ing; }
                first = i;
            }
            else if (item.Has(Trait.Auxiliary | Trait.Modal))
            {
                modal |= item.Has(Trait.Modal);
                first = i;
            }
            else if (item.Has(Trait.Negation) && !item.Has(Trait.Determiner) && !item.Has(Trait.Preposition)) first = i;
            else if (p.Adverb(item) && !item.Has(Trait.Weekday | Trait.Day)) { if (p[i - 1].IsWord && i > floor) first = i; else break; }
            else if (item.Has(Trait.Weekday | Trait.Day)) { if (!p[i - 1].IsWord) break; }
            else return (first, passive, progressive, item.Is("to"), modal);
        }
        return (first, passive, progressive, false, modal);
    }

    /// <summary>Whether the form is a verb where it stands, judged from the word before its group.</summary>
    internal static bool VerbHere(Passage p, int at, int first, bool to, bool modal)
    {
        var form = p[at].Word.Form;
        var before = p[first - 1];
        var grouped = first < at && p[first].Has(Trait.Auxiliary | Trait.Modal | Trait.Negation);
        if (p[at].Capital && p[at + 1].Capital && first == at && p[first - 1].Capital && p[at].Word.NounUses is not null) return false;
        if (p[at].Capital && first == at && before.Capital && !p[at + 1].Capital && form is Form.Base or Form.Present) return false;
        if (form is Form.Base or Form.Present && (p[at + 1].Has(Trait.Auxiliary | Trait.Modal) || p[at + 1].IsWord && p[at + 1].Word is { Uses: not null, NounUses: null, Form: not Form.Ing })) return false;
        if (before.Has(Trait.Determiner) && !before.Has(Trait.Pronoun) && !before.Has(Trait.Wh) && !before.Is("that") && !before.Is("all") && !before.Is("many") && !before.Is("some") && !before.Is("both")) return false;
        if (before.Has(Trait.Possessive) && !before.Is("'s")) return false;
        if (before.Is("'s") && !(grouped || form == Form.Past)) return false;
        switch (form)
        {
            case Form.Past or Form.Ing:
                return form == Form.Past ? !before.Has(Trait.Preposition) || before.Is("since") : true;
            case Form.Participle:
                return grouped;
            case Form.Base:
                return modal || to || grouped || p[first - 1].Has(Trait.Pronoun) && !before.Is("he") && !before.Is("she")
                    || p.Noun(before) && (Plural(p, before) || before.Capital && p[first - 2].Is("and")) || before.Kind is Kind.Comma or Kind.Close;
            default:
                return before.Has(Trait.Pronoun) || p.Noun(before) && (!Plural(p, before) || before.Capital) || before.Kind is Kind.Comma or Kind.Close || before.Is("that") || before.Is("which") || before.Is("and");
        }
    }

    private static bool Plural(Passage p, Item item) => item.IsWord && (p.Text[item.End - 1] is 's' or 'S' || item.Is("people") || item.Is("women") || item.Is("men") || item.Is("many") || item.Is("some") || item.Is("police") || item.Is("media"));
}
