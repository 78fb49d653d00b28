namespace Dateline.Extraction;

// What is said by the way not to be so: the clause that it stands in stays positive (Quirk et al. 1985, 13.42; Huddleston and Pullum 2002, chapter 15).
internal static partial class Factuality
{
    /// <summary>The stretches that a contrast takes back: "nine people, not 12".</summary>
    internal static List<Range16> Contrasts(List<Token> tokens)
    {
        var found = new List<Range16>();
        var from = -1;
        for (var i = 2; i + 1 < tokens.Count; i++)
        {
            if (!tokens[i].Is("not") || Emphasis(tokens[i], tokens[i + 1]) || Bounds(tokens, i)) continue;
            if (from < 0) from = Opening(tokens, Scope(tokens));
            if (ContrastEnd(tokens, from, i) is > 0 and var end) found.Add(new(tokens[i].Start, tokens[end - 1].End));
        }
        return found;
    }

    // Where the phrase ends that a "not" behind a comma denies; 0 where it denies the clause.
    private static int ContrastEnd(List<Token> tokens, int from, int at)
    {
        var comma = at - 1;
        if (!tokens[at].Is("not") || comma <= from || tokens[comma].Kind is not (Kind.Comma or Kind.Dash) || at + 1 >= tokens.Count) return 0;
        var end = at + 1;
        while (end < tokens.Count && tokens[end].Kind is not (Kind.Comma or Kind.Stop or Kind.Dash or Kind.Semicolon or Kind.Colon) && !tokens[end].Is("but")) end++;
        var (verb, aside) = (false, -1);
        for (var i = from; i < comma; i++)
        {
            if (tokens[i].Kind is Kind.Comma or Kind.Dash) aside = i;
            verb |= tokens[i].Has(Trait.Auxiliary | Trait.Modal | Trait.Verb) || tokens[i].Word.Forms != VerbForms.None && !tokens[i].Capital && i > from;
        }
        // "It is, of course, not so": the verb waits for what it denies.
        if (Awaits(tokens, comma) || aside > from && Awaits(tokens, aside)) return 0;
        if (verb || end < tokens.Count && tokens[end].Kind is Kind.Comma or Kind.Dash) return end;
        // "On Monday, not a single bus ran": it is the subject behind an adjunct.
        var first = tokens[from].Kind == Kind.Quote || tokens[from].Is("that") ? from + 1 : from;
        return tokens[first].Has(Trait.Preposition | Trait.Adverb | Trait.Subordinator | Trait.Weekday) ? 0 : end;
    }

    private static bool Awaits(List<Token> tokens, int comma) => tokens[comma - 1].Has(Trait.Auxiliary | Trait.Modal);

    // "Is anything but safe", "is far from finished"; not "is far from the town", which is a distance.
    private static bool AnythingBut(List<Token> tokens, int i)
    {
        if (i == 0 || i + 2 >= tokens.Count || !tokens[i - 1].Has(Trait.Be) && !(i > 1 && tokens[i - 2].Has(Trait.Be))) return false;
        return tokens[i].Is("anything") && tokens[i + 1].Is("but")
            || tokens[i].Is("far") && tokens[i + 1].Is("from") && tokens[i + 2].IsWord && !tokens[i + 2].Capital && !tokens[i + 2].Has(Trait.Determiner | Trait.Possessive | Trait.Pronoun | Trait.Numeral) && !tokens[i + 2].Is("home") && !tokens[i + 2].Is("here");
    }
}
