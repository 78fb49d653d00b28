namespace Dateline.Extraction;

// Words that have verb forms.
internal static partial class Tagger
{
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
        // "No 10 says"
        if (p[i - 1].Kind == Kind.Number && i > 1 && ReferenceEquals(p[i - 2].Word, Ranks.Word) && word.Forms.HasFlag(VerbForms.Present) && Objects(p, i)) return Tag.Finite;
        if (before is Tag.Determiner or Tag.Modifier || p[i - 1].Kind == Kind.Number || word.Nominal && before is Tag.Preposition or Tag.To) return Tag.Noun;
        var next = p[i + 1];
        // "Documents seen by Reuters"
        if (before is Tag.Mark && next.IsWord && next.Word.Forms.HasFlag(VerbForms.Participle) && !next.Word.Forms.HasFlag(VerbForms.Base) && p[i + 2].Is("by")) return Tag.Noun;
        if (word.Nominal && (next.Has(Trait.Auxiliary | Trait.Modal) || next.IsWord && next.Word.Forms.HasFlag(VerbForms.Past) && !next.Word.Forms.HasFlag(VerbForms.Base) && !next.Capital || next.Is("of"))) return Tag.Noun;
        // "The deal is close"
        if (p[i - 1].Has(Trait.Be)) return Tag.Noun;
        var third = word.Forms.HasFlag(VerbForms.Present);
        // "rights advocates said": the finite verb comes next.
        if (third && (next.Is("said") || next.Is("say") || next.Is("told"))) return Tag.Noun;
        if (word.Forms.HasFlag(VerbForms.Past) && before is Tag.Noun or Tag.Pronoun && (next.IsQuote || next.Kind == Kind.Number || next.Has(Trait.Determiner | Trait.Possessive | Trait.Pronoun) || Only(p, tags, i))) return Tag.Finite;
        if (before == Tag.Pronoun) return word.Nominal && p[i - 1].Is("one") ? Tag.Noun : Tag.Finite;
        if (before is Tag.Link) return !word.Nominal || p[i - 1].Is("who") || p[i - 1].Is("which") || p[i - 1].Is("that") || Coordinates(p, tags, i) ? Tag.Finite : Tag.Noun;
        // "brushed aside claims": a noun behind a verb and its particle.
        if (word.Nominal && i > 1 && p[i - 1].IsWord && p[i - 2].IsWord && tags[i - 2] is Tag.Finite or Tag.Participle or Tag.Infinitive && p[i - 2].Word.Uses is { } phrasal && p[i - 1].Word.Text.Length > 0 && phrasal.Exists(u => u.Particle == p[i - 1].Word.Text && u.Takes.HasFlag(Takes.Object))) return Tag.Noun;
        if (third && word.Nominal && before is Tag.Noun && Counted(p, tags, i)) return Tag.Noun;
        if (before is Tag.Noun)
        {
            if (!third && Owner(p, tags, i) is var head && head >= 0 && Plural(p, p[head]) && Objects(p, i)) return Tag.Finite;
            if (!third && word.Uses is not null && Agrees(p, tags, i)) return Tag.Finite;
            var plural = Plural(p, p[i - 1]);
            if (third ? !plural || p[i - 1].Capital && !Proper(p, item) : plural || p[i - 1].Capital && p[i - 2].Is("and")) return word.Nominal && third && !Objects(p, i) && !(word.Uses is not null && Closes(p, tags, i)) ? Tag.Noun : Tag.Finite;
            return word.Nominal ? Tag.Noun : Tag.Finite;
        }
        if (before is Tag.Adverb) return i > 1 && tags[i - 2] is Tag.Noun or Tag.Pronoun or Tag.Link or Tag.Finite ? Tag.Finite : word.Nominal ? Tag.Noun : Tag.Finite;
        if (before == Tag.Mark) return word.Nominal && !(p[i - 1].Kind == Kind.Comma && Objects(p, i) && item.Word.Uses is not null) || third && !(p[i - 1].Kind is Kind.Comma or Kind.Close) && word.Nominal ? Tag.Noun : Tag.Finite;
        return word.Nominal ? Tag.Noun : Tag.Finite;
    }

    // "0.3 percentage points", "two army bases": a number above one has its plural noun still to come; a year or a number behind a name counts nothing.
    private static bool Counted(Passage p, List<Tag> tags, int i)
    {
        for (var k = i - 1; k > 0 && k > i - 4; k--)
        {
            var item = p[k];
            if (item.Kind == Kind.Number) return !(p[k - 1].IsWord && p[k - 1].Capital && k > 1) && !(item.End - item.Start == 4 && p.Text[item.Start] is '1' or '2') && !(item.End - item.Start == 1 && p.Text[item.Start] == '1');
            if (item.Has(Trait.Numeral)) return item.Word.Value > 1;
            if (tags[k] is not (Tag.Noun or Tag.Modifier) || Plural(p, item) || item.Capital) return false;
        }
        return false;
    }

    // "…, a video shows.": the end of a sentence whose last part has had no verb; "…, the maker claims, though …": a comment clause behind a clause with a verb of its own (Quirk et al. 1985, 15.53).
    private static bool Closes(Passage p, List<Tag> tags, int i)
    {
        if (p[i + 1].Kind is not Kind.Stop && i + 1 < p.Items.Count && !Comments(p, tags, i)) return false;
        for (var k = i - 1; k > 0 && k > i - 12; k--)
            if (p[k].Kind == Kind.Comma) return true;
            else if (tags[k] is Tag.Finite or Tag.Auxiliary) return false;
        return false;
    }

    private static bool Comments(Passage p, List<Tag> tags, int i)
    {
        if (p[i + 1].Kind != Kind.Comma || p[i + 2].Is("and") || p[i + 2].Is("or") || !p[i - 1].Capital && (i < 2 || tags[i - 2] is not Tag.Determiner)) return false;
        var k = i - 1;
        while (k > 0 && k > i - 8 && p[k].Kind != Kind.Comma) k--;
        if (p[k].Kind != Kind.Comma) return false;
        for (k--; k >= 0 && p[k].Kind is not (Kind.Stop or Kind.Comma); k--)
            if (tags[k] is Tag.Finite or Tag.Auxiliary) return true;
        return false;
    }

    // "Documents seen by Reuters show that …": the noun that a participle with "by" describes; -1 where there is none.
    private static int Owner(Passage p, List<Tag> tags, int i)
    {
        var k = i - 1;
        while (k > 1 && k > i - 7 && tags[k] is Tag.Noun or Tag.Modifier or Tag.Determiner) k--;
        return k > 1 && k < i - 1 && p[k].Is("by") && p[k - 1].Word.Forms.HasFlag(VerbForms.Participle) && tags[k - 2] is Tag.Noun ? k - 2 : -1;
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
        if (Helped(p, tags, i) || i > 0 && p[i - 1].Is("those")) return Tag.Participle;
        var before = Before(tags, i);
        if (!forms.HasFlag(VerbForms.Past)) return before is Tag.Determiner or Tag.Modifier ? Tag.Modifier : Tag.Participle;
        // "Profit more than doubled"
        if (i > 2 && p[i - 1].Is("than") && (p[i - 2].Is("more") || p[i - 2].Is("less")) && tags[i - 3] is Tag.Noun or Tag.Pronoun) return Tag.Finite;
        if (before is Tag.Determiner or Tag.Preposition or Tag.Modifier or Tag.To) return forms.HasFlag(VerbForms.Participle) ? Tag.Modifier : before is Tag.Preposition ? Tag.Finite : Tag.Noun;
        if (before == Tag.Adverb && i > 1 && tags[i - 2] is Tag.Determiner) return Tag.Modifier;
        if (!forms.HasFlag(VerbForms.Participle)) return Tag.Finite;
        // "Shares plunged by as much as 9%": by how much, not by whom.
        if (p[i + 1].Is("by") && !(p[i + 2].Kind is Kind.Number or Kind.Symbol || p[i + 2].Has(Trait.Numeral) || BoundPhrases.Opens(p, i + 2)) && (before == Tag.Noun || before == Tag.Adverb && i > 1 && tags[i - 2] == Tag.Noun)) return Tag.Participle;
        if (before is Tag.Mark && (i == 0 || p[i - 1].Kind is Kind.Stop or Kind.Dash or Kind.Comma) && (p[i + 1].Has(Trait.Preposition | Trait.Wh) && !p[i + 1].Is("that") || p[i + 1].IsWord && p[i + 1].Capital && i == 0)) return p[i - 1].Kind == Kind.Comma && (p[i].Word.Uses is not null || Resumes(p, tags, i)) ? Tag.Finite : Tag.Participle;
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
}
