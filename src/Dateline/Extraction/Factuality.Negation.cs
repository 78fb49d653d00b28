namespace Dateline.Extraction;

// What is denied, and by which words.
internal static partial class Factuality
{
    /// <summary>Whether a stretch holds a word without which nothing is denied.</summary>
    internal static bool MayDeny(List<Token> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (tokens[i].Has(Trait.Negation) || AllBut(tokens, i) || Few(tokens, i) || AnythingBut(tokens, i)) return true;
        return Implicatives.Any(tokens, from, to);
    }

    private static bool AllBut(Token token) => token.Is("hardly") || token.Is("scarcely");

    /// <summary>Whether a stretch holds a negation.</summary>
    internal static bool Denies(List<Token> tokens, int from, int to) => Negated(tokens, from, to, []) ^ Implicatives.Undo(tokens, from, to, []);

    private static bool Negated(List<Token> tokens, int from, int to, List<Range16> evidence)
    {
        var (negated, verb) = (false, false);
        for (var i = from; i < to; i++)
        {
            if (Told(tokens, i, to) is var told && told > i)
            {
                i = told;
                continue;
            }
            if (i + 1 < to && AllBut(tokens, i) || Few(tokens, i) || Handful(tokens, i) || AnythingBut(tokens, i))
            {
                negated = true;
                evidence.Add(new Range16(tokens[i].Start, tokens[i].End));
            }
            verb |= i > 0 && tokens[i].Word.Forms != VerbForms.None && !tokens[i].Capital && tokens[i - 1].Has(Trait.Auxiliary | Trait.Modal | Trait.Adverb | Trait.Pronoun);
            if (!tokens[i].Has(Trait.Negation) || i + 1 < tokens.Count && (Emphasis(tokens[i], tokens[i + 1]) || Bounds(tokens, i) || Stressed(tokens, i))) continue;
            if (tokens[i].Is("no") && i + 1 < tokens.Count && tokens[i + 1].Kind is Kind.Comma or Kind.Stop) continue;
            if (verb && !tokens[i].Has(Trait.Determiner | Trait.Pronoun) && i + 1 < tokens.Count && !tokens[i - 1].Has(Trait.Auxiliary | Trait.Modal) && tokens[i + 1].Word.Forms.HasFlag(VerbForms.Participle)) continue;
            if (ContrastEnd(tokens, from, i) > 0) continue;
            if (tokens[i].Is("without") || tokens[i].Is("nor") && negated) continue;
            negated = true;
            evidence.Add(new Range16(tokens[i].Start, tokens[i].End));
        }
        return negated;
    }

    // "He said ‘never again’ to me": what is quoted inside as somebody's whole words denies nothing of their being said. Where it ends; else the place itself.
    private static int Told(List<Token> tokens, int i, int to)
    {
        var before = i > 0 && tokens[i - 1].Kind is Kind.Comma or Kind.Colon ? i - 2 : i - 1;
        if (before > 0 && tokens[before].Has(Trait.Pronoun)) before--;
        if (tokens[i].Kind != Kind.Quote || before < 0 || tokens[before].Word.Uses is not { } uses || !uses.Exists(static u => u.Sense is Sense.Say or Sense.Ask && u.Takes.HasFlag(Takes.Quote) && u.Takes.HasFlag(Takes.That))) return i;
        for (var end = i + 1; end < to; end++)
            if (tokens[end].Kind == Kind.Quote && tokens[end].Single == tokens[i].Single) return end;
        return i;
    }

    // "not only", "nothing less than", "no doubt", "not until Friday", "no secret": they stress what they seem to deny.
    private static bool Emphasis(Token token, Token next) =>
        next.Is("only") || next.Is("more") && token.Is("no") || next.Is("fewer") && token.Is("no") || next.Is("merely") || next.Is("simply") || next.Is("just") && token.Is("not")
        || next.Is("less") && (token.Is("nothing") || token.Is("no")) || next.Is("doubt") && token.Is("no")
        || token.Is("not") && (next.Is("until") || next.Is("without") || next.Is("impossible")) || token.Is("nothing") && next.Is("but") || token.Is("no") && (next.Is("secret") || next.Is("surprise"));

    // "Not less than 12": a bound.
    private static bool Bounds(List<Token> tokens, int i) => tokens[i].Is("not") && i + 2 < tokens.Count && tokens[i + 2].Is("than") && (tokens[i + 1].Is("less") || tokens[i + 1].Is("fewer") || tokens[i + 1].Is("more"));

    // "No question that …", "no wonder prices rose": it is so all the more.
    private static bool Stressed(List<Token> tokens, int i) => tokens[i].Is("no") && (tokens[i + 1].Is("wonder") || tokens[i + 1].Is("question") && i + 2 < tokens.Count && tokens[i + 2].Is("that"));

    // "She has no doubt that …", "there was little question that …"
    private static bool Undoubted(List<Token> cue)
    {
        for (var i = 1; i < cue.Count; i++)
            if ((cue[i].Is("doubt") || cue[i].Is("doubts")) && (cue[i - 1].Is("no") || cue[i - 1].Is("little") || cue[i - 1].Is("not") || cue[i - 1].Is("never") || cue[i - 1].Is("without"))) return true;
        return false;
    }

    // "I doubt that he will win", she said; she said she doubted it.
    private static Range16 OwnDoubt(List<Token> tokens)
    {
        var at = tokens.FindIndex(static t => t.Kind != Kind.Quote && !t.Is("that"));
        if (at < 0 || at + 2 >= tokens.Count || !tokens[at].Is("i") && !tokens[at].Is("we") && !tokens[at].Is("he") && !tokens[at].Is("she") && !tokens[at].Is("they")) return default;
        while (at + 1 < tokens.Count && tokens[at + 1].Has(Trait.Adverb) && !tokens[at + 1].Has(Trait.Negation)) at++;
        return at + 2 < tokens.Count && (tokens[at + 1].Is("doubt") || tokens[at + 1].Is("doubts") || tokens[at + 1].Is("doubted")) && (tokens[at + 2].Has(Trait.Pronoun | Trait.Determiner | Trait.Possessive | Trait.Wh) || tokens[at + 2].Is("that") || tokens[at + 2].Capital) ? new(tokens[at + 1].Start, tokens[at + 1].End) : default;
    }

    // "She categorically denied the allegation", she said; "I deny that I was there".
    private static Range16 OwnDenial(List<Token> tokens)
    {
        var at = tokens.FindIndex(static t => t.Kind != Kind.Quote && !t.Is("that"));
        if (at < 0 || at + 2 >= tokens.Count || !tokens[at].Is("i") && !tokens[at].Is("we") && !tokens[at].Is("he") && !tokens[at].Is("she") && !tokens[at].Is("they")) return default;
        while (at + 1 < tokens.Count && (tokens[at + 1].Kind == Kind.Quote || tokens[at + 1].IsWord && !tokens[at + 1].Has(Trait.Negation) && (tokens[at + 1].Has(Trait.Adverb) || tokens[at + 1].Word == Word.Unknown && tokens[at + 1].End - tokens[at + 1].Start > 4))) at++;
        return at + 2 < tokens.Count && (tokens[at + 1].Is("deny") || tokens[at + 1].Is("denies") || tokens[at + 1].Is("denied")) ? new(tokens[at + 1].Start, tokens[at + 1].End) : default;
    }

    // "falsely claimed": the document's own word against it.
    private static Range16 Falsely(List<Token> cue) => cue.Find(static t => t.Is("falsely") || t.Is("wrongly") || t.Is("mistakenly") || t.Is("erroneously") || t.Is("incorrectly")) is { Word: not null } found ? new(found.Start, found.End) : default;

    // "Not everyone agrees": some do, some do not. "Not one witness" is nobody.
    private static bool NotAll(List<Token> source) => source.Count > 1 && source[0].Is("not") && !source[1].Is("one") && !source[1].Is("a");

    // "No official has confirmed it", "neither side said so": whoever says it, none does.
    private static bool Nobody(List<Token> source, List<Range16> evidence)
    {
        if (source.Count == 0 || !source[0].Has(Trait.Negation) && !AllBut(source[0]) || NotAll(source)) return false;
        evidence.Add(new Range16(source[0].Start, source[0].End));
        return true;
    }
}
