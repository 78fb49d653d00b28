namespace Dateline.Extraction;

/// <summary>
/// Tells the part of speech of each item from left to right, from the forms that a word can have and the words around it (the constraints of English verb
/// phrases and noun phrases: Quirk et al. 1985, 3.21 to 3.56 and 17.1 to 17.8).
/// </summary>
internal static partial class Tagger
{
    internal static void Read(Passage p, List<Tag> into)
    {
        into.Clear();
        var titled = Titled(p);
        for (var i = 0; i < p.Items.Count; i++) into.Add(One(p, into, i, titled));
        for (var i = 1; i < into.Count; i++)
            if (into[i] == Tag.Finite && Denied(p, into, i)) into[i] = Tag.Participle;
            else if (into[i] == Tag.Finite && into[i - 1] == Tag.Noun && p[i].Word.Forms.HasFlag(VerbForms.Participle) && Accompanies(p, into, i)) into[i] = Tag.Participle;
            else if (into[i] == Tag.Finite && p[i].Is("close") && p[i + 1].Is("to") && into[i - 1] == Tag.Noun && Later(into, i)) into[i] = Tag.Modifier;
            else if (into[i] == Tag.Finite && p[i].Word.Forms.HasFlag(VerbForms.Participle) && into[i - 1] == Tag.Noun && (Behind(p, into, i) || Ahead(p, into, i))) into[i] = Tag.Participle;
    }

    // "Experts not involved in the study said": a finite verb is denied by "did not", so that bare "not" before a past form shows a participle (Quirk et al. 1985, 10.54).
    private static bool Denied(Passage p, List<Tag> tags, int i) => i > 1 && p[i - 1].Is("not") && tags[i - 2] is Tag.Noun or Tag.Pronoun && (p[i].Word.Forms.HasFlag(VerbForms.Participle) || p.Ends(p[i], "ed"));

    // A headline in capitals: capitals say nothing of names.
    private static bool Titled(Passage p)
    {
        var (words, capitals) = (0, 0);
        for (var i = 0; i < p.Items.Count && words < 60; i++)
        {
            if (!p[i].IsWord || p[i].End - p[i].Start < 4) continue;
            words++;
            if (p[i].Capital) capitals++;
        }
        return words >= 3 && capitals * 10 >= words * 8;
    }

    private static Tag One(Passage p, List<Tag> tags, int i, bool titled)
    {
        var item = p[i];
        if (!item.IsWord) return item.Kind == Kind.Number ? Tag.Noun : Tag.Mark;
        var word = item.Word;
        if (item.Is("to")) return Tag.To;
        if (word.Has(Trait.Modal)) return item.Capital && !titled && (item.Is("may") && i > 0 || i == 0 && p[1].Capital && p[2].IsWord && !p[2].Capital && p[2].Word.Forms.HasFlag(VerbForms.Past)) ? Tag.Noun : item.Is("might") && Before(tags, i) is Tag.Determiner ? Tag.Noun : Tag.Auxiliary;
        if (word.Has(Trait.Auxiliary)) return Auxiliary(p, tags, i);
        if (item.Is("'s")) return p[i - 1].Has(Trait.Pronoun | Trait.Wh) || p[i - 1].Is("that") || p[i - 1].Is("there") ? Tag.Auxiliary : Tag.Determiner;
        if (word.Has(Trait.Possessive)) return item.Is("her") && !Nominal(p, i + 1) ? Tag.Pronoun : Tag.Determiner;
        if (word.Has(Trait.Determiner | Trait.Numeral) && !item.Is("the") && !item.Is("a") && !item.Is("an") && !item.Is("that") && !item.Is("no") && !item.Is("every") && (Speaks(p[i + 1]) || (item.Is("few") || item.Is("many") || item.Is("several")) && Believes(p[i + 1]))) return Tag.Pronoun;
        if (word.Has(Trait.Negation) && !word.Has(Trait.Determiner | Trait.Pronoun)) return word.Has(Trait.Preposition) ? Tag.Preposition : item.Is("none") || item.Is("nothing") || item.Is("nobody") ? Tag.Pronoun : Tag.Adverb;
        if (word.Has(Trait.Wh)) return Tag.Link;
        if (item.Is("there") && p[i + 1].Has(Trait.Auxiliary | Trait.Modal | Trait.Possessive)) return Tag.Pronoun;
        if ((item.Is("this") || item.Is("these") || item.Is("those")) && p[i + 1].Has(Trait.Auxiliary | Trait.Modal)) return Tag.Pronoun;
        if (item.Is("one") && Nominal(p, i + 1) && (p[i + 1].Word.Forms == VerbForms.None || p[i + 1].Word.Nominal)) return Tag.Determiner;
        if (word.Has(Trait.Pronoun)) return item.Is("one") && Before(tags, i) is Tag.Determiner or Tag.Modifier ? Tag.Noun : Tag.Pronoun;
        if (word.Has(Trait.Coordinator)) return Tag.Link;
        if (item.Is("that")) return That(p, tags, i);
        if (word.Has(Trait.Subordinator) && !word.Has(Trait.Preposition)) return Tag.Link;
        if (word.Has(Trait.Determiner)) return Tag.Determiner;
        if (item.Is("since") && Before(tags, i) is Tag.Auxiliary) return Tag.Adverb;
        if (word.Has(Trait.Preposition)) return p.Ends(item, "ing") && Before(tags, i) is Tag.Auxiliary ? Tag.Ing : Tag.Preposition;
        if (item.Capital && i > 0 && !titled && !(p[i - 1].Kind is Kind.Stop or Kind.Colon || p[i - 1].IsQuote)) return Tag.Noun;
        // "State television", "state agency Tass".
        if (item.Is("state") && p[i + 1].Has(Trait.Media | Trait.Person)) return Tag.Modifier;
        if (word.Forms != VerbForms.None) return Verbal(p, tags, i, word);
        if (p.Adverb(item)) return Qualifies(p, item, i) ? Tag.Modifier : Tag.Adverb;
        if (word.Has(Trait.Numeral)) return Tag.Determiner;
        if (item.Capital) return Tag.Noun;
        if (p.Ends(item, "ing")) return Ing(p, tags, i, false);
        if (Adjectival(p, item)) return Describes(p[i + 1]) ? Tag.Modifier : Tag.Noun;
        return p.Ends(item, "ed") && !p.Text.AsSpan(item.Start, item.End - item.Start).Contains('-') && !item.Is("hundred") ? Past(p, tags, i, VerbForms.Past | VerbForms.Participle) : word.Adjective ? Tag.Modifier : Tag.Noun;
    }

    private static bool TakesClause(Item item) => item.Word.Uses is { } uses && uses.Exists(static u => (u.Takes & (Takes.Bare | Takes.That)) != 0);

    // "There is a bridge built in 1900": a clause has one finite verb, and this one had it. One behind "who" or "which" was another clause's.
    private static bool Behind(Passage p, List<Tag> tags, int i)
    {
        for (var k = i - 1; k >= 0 && k > i - 24 && tags[k] is not (Tag.Mark or Tag.Link or Tag.Pronoun) && !p[k].Has(Trait.Subordinator); k--)
            if (tags[k] is Tag.Finite or Tag.Auxiliary) return !TakesClause(p[k]) && !(k > 0 && tags[k - 1] == Tag.Link && (p[k - 1].Is("who") || p[k - 1].Is("which") || p[k - 1].Is("that")));
            else if (tags[k] is Tag.Participle or Tag.Infinitive or Tag.Ing && TakesClause(p[k])) return false;
        return false;
    }

    // "The operation called Dawn did harm": the finite verb is still to come.
    private static bool Ahead(Passage p, List<Tag> tags, int i)
    {
        if (TakesClause(p[i]) && !p[i].Word.Uses!.Exists(static u => u.Particle is null && u.Takes.HasFlag(Takes.Addressee))) return false;
        for (var k = i + 1; k < tags.Count && k < i + 14 && tags[k] is not (Tag.Mark or Tag.Link or Tag.Pronoun); k++)
            if (tags[k] is Tag.Finite or Tag.Auxiliary) return k > i + 1;
            // "The chief told the BBC the dam had burst": what is told has a subject of its own.
            else if ((tags[k] is Tag.Determiner || p[k].Kind is Kind.Number || BoundPhrases.Opens(p, k)) && tags[k - 1] is Tag.Noun && k > i + 1 && TakesClause(p[i])) return false;
        return false;
    }

    private static readonly string[] AdjectiveEndings = ["al", "ive", "ous", "ful", "less", "ic", "able", "ible", "ern", "ese", "ish"];

    // A noun, or another adjective, may follow an adjective; a verb or a function word shows that it was a noun.
    private static bool Describes(Item next) => next.IsWord && (next.Word.Forms == VerbForms.None || next.Word.Nominal) && !next.Has(Trait.Auxiliary | Trait.Modal | Trait.Preposition | Trait.Coordinator | Trait.Wh | Trait.Determiner | Trait.Pronoun | Trait.Subordinator);

    internal static bool Adjectival(Passage p, Item item)
    {
        foreach (var ending in AdjectiveEndings)
            if (p.Ends(item, ending)) return true;
        return false;
    }

    // "long shifts", "the first case": adverbs that are adjectives before a noun.
    private static bool Qualifies(Passage p, Item item, int i) => (item.Is("long") || item.Is("early") || item.Is("late") || item.Is("first") || item.Is("last") || item.Is("more") || item.Is("most"))
        && p[i + 1].IsWord && p[i + 1].Word.Forms == VerbForms.None && Nominal(p, i + 1);

    // After "most", "two in three", "another": a verb of speech or belief that is no noun.
    private static bool Speaks(Item next) => next is { IsWord: true, Capital: false, Word: { Uses: { } uses, Nominal: false } } && (next.Word.Forms & (VerbForms.Base | VerbForms.Present | VerbForms.Past)) != 0
        && uses.Exists(static u => u.Takes.HasFlag(Takes.Bare));

    private static Tag Auxiliary(Passage p, List<Tag> tags, int i)
    {
        var item = p[i];
        if (item.Is("be")) return Tag.Infinitive;
        if (item.Is("been")) return Tag.Participle;
        if (item.Is("being") || item.Is("having")) return Ing(p, tags, i, false);
        return item.Is("have") && Verb(tags, i) is Tag.Auxiliary or Tag.To ? Tag.Infinitive : Tag.Auxiliary;
    }

    // "that" links after a verb or a noun before a subject; else it points.
    private static Tag That(Passage p, List<Tag> tags, int i)
    {
        var next = p[i + 1];
        if (next.Has(Trait.Auxiliary | Trait.Modal) && Before(tags, i) is not Tag.Noun) return Tag.Pronoun;
        return Before(tags, i) is Tag.Preposition or Tag.Mark && next.IsWord && !next.Has(Trait.Determiner | Trait.Pronoun | Trait.Possessive | Trait.Preposition) && Before(tags, i) is Tag.Preposition ? Tag.Determiner : Tag.Link;
    }

    private static Tag Before(List<Tag> tags, int i) => i > 0 ? tags[i - 1] : Tag.Mark;

    private static Tag Verb(List<Tag> tags, int i)
    {
        var k = i - 1;
        while (k >= 0 && k > i - 5 && tags[k] == Tag.Adverb) k--;
        return k >= 0 ? tags[k] : Tag.Mark;
    }

    private static bool Nominal(Passage p, int i) => p[i].IsWord && !p[i].Has(Trait.Preposition | Trait.Auxiliary | Trait.Modal | Trait.Determiner | Trait.Coordinator | Trait.Subordinator | Trait.Wh | Trait.Adverb | Trait.Pronoun);

    internal static bool Plural(Passage p, Item item) => item.IsWord && (p.Text[item.End - 1] is 's' or 'S' && !(item.Capital is false && (p.Ends(item, "sis") || p.Ends(item, "ss") || p.Ends(item, "us"))) || item.Is("people") || item.Is("women") || item.Is("men") || item.Is("many") || item.Is("some") || item.Is("few") || item.Is("percent") || item.Is("majority") || item.Is("half") || item.Is("police") || item.Is("media"));
}
