namespace Dateline.Extraction;

// What the rest of the clause shows of a word that may be its verb.
internal static partial class Tagger
{
    // "Four in 10 voters in each state want …": the verb agrees with the plural noun that the phrase before it describes (Quirk et al. 1985, 10.34 to 10.37). A determiner behind a noun is an object's.
    private static bool Agrees(Passage p, List<Tag> tags, int i)
    {
        var k = i - 1;
        while (k > 1 && k > i - 7 && tags[k] is Tag.Noun or Tag.Modifier or Tag.Determiner && !p[k].Is("'s")) k--;
        if (tags[k] != Tag.Preposition || k < 1 || tags[k - 1] != Tag.Noun || !Plural(p, p[k - 1]) || p[k].Is("than")) return false;
        for (var back = k - 1; back >= 0 && back > i - 20 && tags[back] is not (Tag.Mark or Tag.Link); back--)
            if (tags[back] is Tag.Finite or Tag.Auxiliary or Tag.Infinitive or Tag.Ing or Tag.Participle || back < k - 1 && tags[back] is Tag.Preposition && !p[back].Is("of") && !p[back].Is("in")) return false;
        var next = p[i + 1];
        return next.Has(Trait.Determiner | Trait.Possessive | Trait.Pronoun) && !next.Is("that") || Only(p, tags, i);
    }

    // "The storm cut power to 1,200 homes": a form of the past as well as the present before a noun, in a clause that has no other verb.
    private static bool Only(Passage p, List<Tag> tags, int i)
    {
        if (!p.Noun(p[i + 1]) || p[i + 1].Capital) return false;
        for (var k = i - 1; k >= 0 && k > i - 12 && tags[k] is not (Tag.Mark or Tag.Link); k--)
            if (tags[k] is Tag.Finite or Tag.Auxiliary or Tag.To) return false;
        for (var k = i + 1; k < p.Items.Count && k < i + 16 && p[k].Kind is Kind.Word or Kind.Number && !p[k].Has(Trait.Wh | Trait.Subordinator); k++)
            if (p[k].Has(Trait.Auxiliary | Trait.Modal) || k > i + 1 && !p[k].Capital && ((p[k].Word.Forms & VerbForms.Past) != 0 || (p[k].Word.Forms & VerbForms.Present) != 0 && !p[k].Word.Nominal || p.Ends(p[k], "ed"))) return false;
        return true;
    }

    // "Lund, 71, died in hospital", "the bridge, built in 1932, collapsed on Monday": what stands between the commas describes, and the clause has had no verb (Quirk et al. 1985, 17.65 to 17.92).
    private static bool Resumes(Passage p, List<Tag> tags, int i)
    {
        var (commas, start, verb) = (0, i, false);
        for (var k = i - 1; k >= 0 && k > i - 40 && p[k].Kind is not (Kind.Stop or Kind.Semicolon or Kind.Colon); k--)
        {
            start = k;
            if (tags[k] is Tag.Finite or Tag.Auxiliary) verb = true;
            if (p[k].Kind != Kind.Comma) continue;
            if (verb && !p[k + 1].Has(Trait.Wh)) return false;
            verb = false;
            commas++;
        }
        // "On Monday, Holm, 40, resigned": what goes before the subject has a comma of its own.
        return !verb && commas >= (tags[start] is Tag.Preposition or Tag.Adverb or Tag.Link or Tag.Ing or Tag.Participle ? 3 : 2);
    }

    // "Few doubt", "many fear": what is counted would be plural.
    private static bool Believes(Item next) => next is { IsWord: true, Capital: false, Word: { Uses: { } uses } } && next.Word.Forms.HasFlag(VerbForms.Base) && uses.Exists(static u => (u.Takes & (Takes.Bare | Takes.That)) != 0);

    // ", with 230 cases confirmed": a clause behind "with" has no finite verb (Quirk et al. 1985, 14.8 and 15.60).
    private static bool Accompanies(Passage p, List<Tag> tags, int i)
    {
        for (var k = i - 1; k > 0 && k > i - 12; k--)
            if (tags[k] is Tag.Finite or Tag.Auxiliary or Tag.Link) return false;
            else if (tags[k] == Tag.Mark) return p[k].Kind == Kind.Comma && p[k + 1].Is("with") && !Says(p, i);
        return false;
    }

    // "With him she said that": something is said.
    private static bool Says(Passage p, int i) => p[i + 1].Is("that") || p[i + 1].IsQuote || p[i + 1].Has(Trait.Pronoun | Trait.Determiner | Trait.Possessive) || p[i + 1].Kind == Kind.Colon;

    // "Sources close to the talks said": the clause has its verb still to come.
    private static bool Later(List<Tag> tags, int i)
    {
        for (var k = i + 1; k < tags.Count && k < i + 14 && tags[k] is not (Tag.Mark or Tag.Link); k++)
            if (tags[k] is Tag.Finite or Tag.Auxiliary) return true;
        return false;
    }
}
