namespace Dateline.Extraction;

/// <summary>
/// Ways of telling what is to come besides "will" (Quirk et al. 1985, 4.41 to 4.48): "is to close", "is set to", "on course to", "is tipped to", "is seen at", and the simple present of what is timetabled ("votes on Thursday").
/// </summary>
internal static class Futures
{
    // "The aim is to win": what the subject is, and not what comes.
    private const string Purposes = " alternative advice conversation work aim goal plan task job purpose idea objective challenge way point role mission hope dream intention strategy duty problem solution priority answer question target key trick first next thing choice option ambition policy issue focu step effort ambition remedy trick polic ";

    // Of the past as well: what was likely to come is foretold; what was scheduled may have been.
    private static readonly string[] likely = ["likely", "unlikely", "due", "set", "bound", "poised", "about"];

    private static readonly string[] arranged = ["scheduled", "slated", "tipped", "doomed", "destined", "forecast", "projected", "certain", "sure"];

    /// <summary>Whether a token shows that its clause tells what is to come.</summary>
    internal static bool At(string text, List<Token> tokens, int i)
    {
        Token Next(int n) => i + n < tokens.Count ? tokens[i + n] : default(Token) with { Word = Word.Unknown };
        if (i == 0) return false;
        var before = tokens[i - 1];
        if (tokens[i].Is("to")) return !NumberUnits.Is(text, Next(1), "blame") && Present(tokens, i) && Base(tokens, i + 1) && !Purposed(text, tokens, i);
        if (tokens[i].Is("course") || tokens[i].Is("track")) return before.Is("on") && (Next(1).Is("to") || Next(1).Is("for"));
        if (tokens[i].Is("seen")) return before.Has(Trait.Be) && (Next(1).Is("at") && (Next(2).Kind == Kind.Number || Next(2).Has(Trait.Numeral)) || Next(1).Word.Forms.HasFlag(VerbForms.Ing) && (Next(1).Has(Trait.Change) || NumberChanges.IsMove(NumberUnits.Text(text, Next(1)))));
        if (!Next(1).Is("to") || Linked(tokens, i) is not { } link) return false;
        foreach (var word in likely)
            if (tokens[i].Is(word) && (before.Has(Trait.Be) || !link.Has(Trait.Be))) return true;
        foreach (var word in arranged)
            if (tokens[i].Is(word)) return !link.Is("was") && !link.Is("were") && !link.Is("looked");
        return false;
    }

    // "Is", "are" or a contraction, over adverbs.
    private static bool Present(List<Token> tokens, int i)
    {
        var at = i - 1;
        while (at > 0 && (tokens[at].Is("also") || tokens[at].Is("now") || tokens[at].Is("still") || tokens[at].Is("soon"))) at--;
        return at > 0 && (tokens[at].Is("is") || tokens[at].Is("are") || tokens[at].Is("'s") && tokens[at - 1].Has(Trait.Pronoun) || tokens[at].Is("'re"));
    }

    // "Is to be built", not "is to be aware".
    private static bool Base(List<Token> tokens, int i) => i < tokens.Count && (tokens[i].Is("be") ? i + 1 < tokens.Count && (tokens[i + 1].Word.Forms.HasFlag(VerbForms.Participle) || tokens[i + 1].Has(Trait.Adverb) || ReferenceEquals(tokens[i + 1].Word, Word.Unknown))
        : tokens[i].IsWord && !tokens[i].Capital && tokens[i].Word.Forms.HasFlag(VerbForms.Base));

    private static bool Purposed(string text, List<Token> tokens, int i)
    {
        for (var at = i - 1; at >= 0; at--)
            if (tokens[at].IsWord && Purposes.Contains($" {Dates.Lower(text, tokens[at]).TrimEnd('s')} ", StringComparison.Ordinal) || tokens[at].Is("if") || tokens[at].Is("what") || tokens[at].Is("how") || tokens[at].Is("all")) return true;
        return tokens[0].Word.Forms.HasFlag(VerbForms.Ing) || tokens[0].Is("to");
    }

    // A form of "be" or a verb of seeming before, over adverbs.
    private static Token? Linked(List<Token> tokens, int i)
    {
        var at = i - 1;
        while (at > 0 && tokens[at].Has(Trait.Adverb | Trait.Negation) && !tokens[at].Has(Trait.Determiner)) at--;
        return tokens[at].Has(Trait.Be) || tokens[at].Is("looks") || tokens[at].Is("look") || tokens[at].Is("looked") || tokens[at].Is("seems") || tokens[at].Is("seem") || tokens[at].Is("appears") || tokens[at].Is("appear") ? tokens[at] : null;
    }
}
