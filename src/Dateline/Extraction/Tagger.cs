namespace Dateline.Extraction;

/// <summary>
/// Tells the part of speech of each item from left to right, from the forms that a word can have and the words around it (the constraints of English verb
/// phrases and noun phrases: Quirk et al. 1985, 3.21 to 3.56 and 17.1 to 17.8).
/// </summary>
internal static class Tagger
{
    internal static void Read(Passage p, List<Tag> into)
    {
        into.Clear();
        var titled = Titled(p);
        for (var i = 0; i < p.Items.Count; i++) into.Add(One(p, into, i, titled));
        for (var i = 1; i < into.Count; i++)
            if (into[i] == Tag.Finite && p[i].Word.Forms.HasFlag(VerbForms.Participle) && into[i - 1] == Tag.Noun && (Behind(p, into, i) || Ahead(p, into, i))) into[i] = Tag.Participle;
    }

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
        if (word.Has(Trait.Modal)) return item.Capital && item.Is("may") && i > 0 && !titled ? Tag.Noun : item.Is("might") && Before(tags, i) is Tag.Determiner ? Tag.Noun : Tag.Auxiliary;
        if (word.Has(Trait.Auxiliary)) return Auxiliary(p, tags, i);
        if (item.Is("'s")) return p[i - 1].Has(Trait.Pronoun | Trait.Wh) || p[i - 1].Is("that") || p[i - 1].Is("there") ? Tag.Auxiliary : Tag.Determiner;
        if (word.Has(Trait.Possessive)) return item.Is("her") && !Nominal(p, i + 1) ? Tag.Pronoun : Tag.Determiner;
        if (word.Has(Trait.Determiner | Trait.Numeral) && !item.Is("the") && !item.Is("a") && !item.Is("an") && !item.Is("that") && !item.Is("no") && !item.Is("every") && Speaks(p[i + 1])) return Tag.Pronoun;
        if (word.Has(Trait.Negation) && !word.Has(Trait.Determiner | Trait.Pronoun)) return word.Has(Trait.Preposition) ? Tag.Preposition : item.Is("none") || item.Is("nothing") || item.Is("nobody") ? Tag.Pronoun : Tag.Adverb;
        if (word.Has(Trait.Wh)) return Tag.Link;
        if (item.Is("there") && p[i + 1].Has(Trait.Auxiliary | Trait.Modal | Trait.Possessive)) return Tag.Pronoun;
        if (item.Is("one") && Nominal(p, i + 1) && (p[i + 1].Word.Forms == VerbForms.None || p[i + 1].Word.Nominal)) return Tag.Determiner;
        if (word.Has(Trait.Pronoun)) return item.Is("one") && Before(tags, i) is Tag.Determiner or Tag.Modifier ? Tag.Noun : Tag.Pronoun;
        if (word.Has(Trait.Coordinator)) return Tag.Link;
        if (item.Is("that")) return That(p, tags, i);
        if (word.Has(Trait.Subordinator) && !word.Has(Trait.Preposition)) return Tag.Link;
        if (word.Has(Trait.Determiner)) return Tag.Determiner;
        if (item.Is("since") && Before(tags, i) is Tag.Auxiliary) return Tag.Adverb;
        if (word.Has(Trait.Preposition)) return p.Ends(item, "ing") && Before(tags, i) is Tag.Auxiliary ? Tag.Ing : Tag.Preposition;
        if (item.Capital && i > 0 && !titled && !(p[i - 1].Kind is Kind.Stop or Kind.Colon || p[i - 1].IsQuote)) return Tag.Noun;
        if (word.Forms != VerbForms.None) return Verbal(p, tags, i, word);
        if (p.Adverb(item)) return Qualifies(p, item, i) ? Tag.Modifier : Tag.Adverb;
        if (word.Has(Trait.Numeral)) return Tag.Determiner;
        if (item.Capital) return Tag.Noun;
        if (p.Ends(item, "ing")) return Ing(p, tags, i, false);
        if (Adjectival(p, item)) return Describes(p[i + 1]) ? Tag.Modifier : Tag.Noun;
        return p.Ends(item, "ed") && !p.Text.AsSpan(item.Start, item.End - item.Start).Contains('-') && !item.Is("hundred") ? Past(p, tags, i, VerbForms.Past | VerbForms.Participle) : word.Adjective ? Tag.Modifier : Tag.Noun;
    }

    private static bool TakesClause(Item item) => item.Word.Uses is { } uses && uses.Exists(static u => (u.Takes & (Takes.Bare | Takes.That)) != 0);

    // "There is a bridge built in 1900": a clause has one finite verb, and this one had it.
    private static bool Behind(Passage p, List<Tag> tags, int i)
    {
        for (var k = i - 1; k >= 0 && k > i - 24 && tags[k] is not (Tag.Mark or Tag.Link or Tag.Pronoun) && !p[k].Has(Trait.Subordinator); k--)
            if (tags[k] is Tag.Finite or Tag.Auxiliary) return !TakesClause(p[k]);
            else if (tags[k] is Tag.Participle or Tag.Infinitive or Tag.Ing && TakesClause(p[k])) return false;
        return false;
    }

    // "The operation called Dawn did harm": the finite verb is still to come.
    private static bool Ahead(Passage p, List<Tag> tags, int i)
    {
        if (TakesClause(p[i]) && !p[i].Word.Uses!.Exists(static u => u.Takes.HasFlag(Takes.Addressee))) return false;
        for (var k = i + 1; k < tags.Count && k < i + 14 && tags[k] is not (Tag.Mark or Tag.Link or Tag.Pronoun); k++)
            if (tags[k] is Tag.Finite or Tag.Auxiliary) return k > i + 1;
        return false;
    }

    private static readonly string[] AdjectiveEndings = ["al", "ive", "ous", "ful", "less", "ic", "able", "ible", "ern", "ese", "ish"];

    // A noun, or another adjective, may follow an adjective; a verb or a function word shows that it was a noun.
    private static bool Describes(Item next) => next.IsWord && (next.Word.Forms == VerbForms.None || next.Word.Nominal) && !next.Has(Trait.Auxiliary | Trait.Modal | Trait.Preposition | Trait.Coordinator | Trait.Wh | Trait.Determiner | Trait.Pronoun | Trait.Subordinator);

    private static bool Adjectival(Passage p, Item item)
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

    private static Tag Verbal(Passage p, List<Tag> tags, int i, Word word)
    {
        var forms = word.Forms;
        if (forms.HasFlag(VerbForms.Ing)) return Ing(p, tags, i, word.Nominal);
        var before = Before(tags, i);
        var verb = Verb(tags, i);
        if (forms.HasFlag(VerbForms.Base) && before == Tag.Link && Joins(p, tags, i)) return Tag.Infinitive;
        if ((forms & (VerbForms.Base | VerbForms.Present)) != 0)
        {
            if (forms.HasFlag(VerbForms.Base) && (verb is Tag.To && (before is Tag.To or Tag.Adverb) && Bare(p, i, word) || verb == Tag.Auxiliary && Bases(p, tags, i))) return Tag.Infinitive;
            if ((forms & (VerbForms.Past | VerbForms.Participle)) == 0 || !Helped(p, tags, i)) return Present(p, tags, i, word, before);
        }
        return Past(p, tags, i, forms);
    }

    // "to leave the city and join the rebels": a base form that goes on with an infinitive.
    private static bool Joins(Passage p, List<Tag> tags, int i)
    {
        if (!p[i - 1].Has(Trait.Coordinator)) return false;
        for (var k = i - 2; k >= 0 && k > i - 14; k--)
            if (tags[k] is Tag.Infinitive) return !p[i].Word.Nominal || Objects(p, i) && p[i - 2].Word.Forms == VerbForms.None;
            else if (tags[k] is Tag.Finite or Tag.Auxiliary or Tag.Link) return false;
        return false;
    }

    // After "to": a verb, unless it is a noun that nothing follows as an object or adverbial would ("access to trade and aid").
    private static bool Bare(Passage p, int i, Word word) => !word.Nominal || !(p[i + 1].Kind is Kind.Comma or Kind.Stop || p[i + 1].Is("of") || p[i + 1].Has(Trait.Auxiliary | Trait.Modal)) || p[i - 2].Word.Uses is not null || p[i - 2].Has(Trait.Auxiliary);

    private static Tag Present(Passage p, List<Tag> tags, int i, Word word, Tag before)
    {
        var item = p[i];
        if (before is Tag.Determiner or Tag.Modifier || p[i - 1].Kind == Kind.Number || word.Nominal && before is Tag.Preposition or Tag.To) return Tag.Noun;
        var next = p[i + 1];
        if (word.Nominal && (next.Has(Trait.Auxiliary | Trait.Modal) || next.IsWord && next.Word.Forms.HasFlag(VerbForms.Past) && !next.Word.Forms.HasFlag(VerbForms.Base) && !next.Capital || next.Is("of"))) return Tag.Noun;
        var third = word.Forms.HasFlag(VerbForms.Present);
        if (word.Forms.HasFlag(VerbForms.Past) && before is Tag.Noun or Tag.Pronoun && (next.IsQuote || next.Kind == Kind.Number || next.Has(Trait.Determiner | Trait.Possessive | Trait.Pronoun))) return Tag.Finite;
        if (before == Tag.Pronoun) return word.Nominal && p[i - 1].Is("one") ? Tag.Noun : Tag.Finite;
        if (before is Tag.Link) return !word.Nominal || p[i - 1].Is("who") || p[i - 1].Is("which") || p[i - 1].Is("that") || Coordinates(p, tags, i) ? Tag.Finite : Tag.Noun;
        if (before is Tag.Noun)
        {
            var plural = Plural(p, p[i - 1]);
            if (third ? !plural || p[i - 1].Capital && !Proper(p, item) : plural || p[i - 1].Capital && p[i - 2].Is("and")) return word.Nominal && third && !Objects(p, i) && !(word.Uses is not null && Closes(p, tags, i)) ? Tag.Noun : Tag.Finite;
            return word.Nominal ? Tag.Noun : Tag.Finite;
        }
        if (before is Tag.Adverb) return i > 1 && tags[i - 2] is Tag.Noun or Tag.Pronoun or Tag.Link or Tag.Finite ? Tag.Finite : word.Nominal ? Tag.Noun : Tag.Finite;
        if (before == Tag.Mark) return word.Nominal && !(p[i - 1].Kind == Kind.Comma && Objects(p, i) && item.Word.Uses is not null) || third && !(p[i - 1].Kind is Kind.Comma or Kind.Close) && word.Nominal ? Tag.Noun : Tag.Finite;
        return word.Nominal ? Tag.Noun : Tag.Finite;
    }

    // "…, a video shows.": the end of a sentence whose last part has had no verb.
    private static bool Closes(Passage p, List<Tag> tags, int i)
    {
        if (p[i + 1].Kind is not Kind.Stop && i + 1 < p.Items.Count) return false;
        for (var k = i - 1; k > 0 && k > i - 12; k--)
            if (p[k].Kind == Kind.Comma) return true;
            else if (tags[k] is Tag.Finite or Tag.Auxiliary) return false;
        return false;
    }

    private static bool Proper(Passage p, Item item) => item.Capital;

    // Something that can be an object or complement follows.
    private static bool Objects(Passage p, int i)
    {
        var next = p[i + 1];
        return next.IsQuote || next.Kind is Kind.Colon or Kind.Number or Kind.Symbol || next.Has(Trait.Determiner | Trait.Possessive | Trait.Pronoun | Trait.Subordinator | Trait.Wh | Trait.Adverb | Trait.Preposition | Trait.Negation) || next.Capital || next.Is("to")
            || next.IsWord && next.Word.Forms == VerbForms.None;
    }

    private static bool Coordinates(Passage p, List<Tag> tags, int i)
    {
        for (var k = i - 2; k >= 0 && k > i - 14 && tags[k] != Tag.Link; k--)
            if (tags[k] == Tag.Finite && p[k].IsWord && (p[k].Word.Forms & p[i].Word.Forms) != 0) return true;
        return false;
    }

    private static Tag Past(Passage p, List<Tag> tags, int i, VerbForms forms)
    {
        if (Helped(p, tags, i)) return Tag.Participle;
        var before = Before(tags, i);
        if (!forms.HasFlag(VerbForms.Past)) return before is Tag.Determiner or Tag.Modifier ? Tag.Modifier : Tag.Participle;
        if (before is Tag.Determiner or Tag.Preposition or Tag.Modifier or Tag.To) return forms.HasFlag(VerbForms.Participle) ? Tag.Modifier : before is Tag.Preposition ? Tag.Finite : Tag.Noun;
        if (before == Tag.Adverb && i > 1 && tags[i - 2] is Tag.Determiner) return Tag.Modifier;
        if (!forms.HasFlag(VerbForms.Participle)) return Tag.Finite;
        if (p[i + 1].Is("by") && before == Tag.Noun) return Tag.Participle;
        if (before is Tag.Mark && (i == 0 || p[i - 1].Kind is Kind.Stop or Kind.Dash or Kind.Comma) && (p[i + 1].Has(Trait.Preposition | Trait.Wh) && !p[i + 1].Is("that") || p[i + 1].IsWord && p[i + 1].Capital && i == 0)) return p[i - 1].Kind == Kind.Comma && p[i].Word.Uses is not null ? Tag.Finite : Tag.Participle;
        return Tag.Finite;
    }

    private static Tag Ing(Passage p, List<Tag> tags, int i, bool nominal)
    {
        var before = Before(tags, i);
        return before is Tag.Determiner && !Helped(p, tags, i) && !p[i - 1].Has(Trait.Pronoun) ? Tag.Noun : nominal && before == Tag.Modifier ? Tag.Noun : Tag.Ing;
    }

    // An auxiliary that takes a participle before it, over adverbs, and over the subject of a question.
    private static bool Helped(Passage p, List<Tag> tags, int i)
    {
        for (var k = i - 1; k >= 0 && k > i - 6; k--)
        {
            if (tags[k] == Tag.Adverb) continue;
            var item = p[k];
            return item.Has(Trait.Be) || item.Is("'s") && tags[k] == Tag.Auxiliary || item.Is("has") || item.Is("have") || item.Is("had") || item.Is("having") || item.Is("hasn't") || item.Is("haven't") || item.Is("hadn't")
                || item.Is("'ve") || item.Is("'d") || item.Is("get") || item.Is("got") || item.Is("gets") || item.Is("getting");
        }
        return false;
    }

    private static bool Bases(Passage p, List<Tag> tags, int i)
    {
        for (var k = i - 1; k >= 0 && k > i - 6; k--)
        {
            if (tags[k] == Tag.Adverb) continue;
            return p[k].Has(Trait.Modal) || p[k].Is("do") || p[k].Is("does") || p[k].Is("did") || p[k].Is("don't") || p[k].Is("doesn't") || p[k].Is("didn't");
        }
        return false;
    }

    private static Tag Before(List<Tag> tags, int i) => i > 0 ? tags[i - 1] : Tag.Mark;

    private static Tag Verb(List<Tag> tags, int i)
    {
        var k = i - 1;
        while (k >= 0 && k > i - 5 && tags[k] == Tag.Adverb) k--;
        return k >= 0 ? tags[k] : Tag.Mark;
    }

    private static bool Nominal(Passage p, int i) => p[i].IsWord && !p[i].Has(Trait.Preposition | Trait.Auxiliary | Trait.Modal | Trait.Determiner | Trait.Coordinator | Trait.Subordinator | Trait.Wh | Trait.Adverb | Trait.Pronoun);

    internal static bool Plural(Passage p, Item item) => item.IsWord && (p.Text[item.End - 1] is 's' or 'S' || item.Is("people") || item.Is("women") || item.Is("men") || item.Is("many") || item.Is("some") || item.Is("few") || item.Is("percent") || item.Is("majority") || item.Is("half") || item.Is("police") || item.Is("media"));
}
