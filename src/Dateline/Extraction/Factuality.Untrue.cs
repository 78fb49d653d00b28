namespace Dateline.Extraction;

// What is said to be untrue, by an adjective of anything, by a noun of what somebody claims.
internal static partial class Factuality
{
    private const int MostModifiers = 3;

    private const int LongestSubject = 60;

    // "It is false that …", "claims that … are untrue", "it is a lie that …", "the story that … was a hoax".
    private static Range16 Untrue(List<Token> tokens)
    {
        for (var i = 1; i < tokens.Count; i++)
        {
            if (!tokens[i - 1].Has(Trait.Be) && !(tokens[i - 1].Is("'s") && i > 1 && (tokens[i - 2].Has(Trait.Pronoun) || tokens[i - 2].Is("that"))) && !tokens[i - 1].Is("proved")) continue;
            var at = i;
            while (at < tokens.Count && (tokens[at].Has(Trait.Adverb | Trait.Negation) && !tokens[at].Has(Trait.Determiner) || Manner(tokens[at]) || tokens[at].Kind == Kind.Quote && at + 1 < tokens.Count && tokens[at + 1].IsWord)) at++;
            if (at < tokens.Count && (False(tokens[at]) || Impossible(tokens, at))) return new(tokens[at].Start, tokens[at].End);
            if (Falsehood(tokens, at) is var noun && noun > 0 && (Impersonal(tokens, i - 1, noun) || OfClaim(tokens, i - 1) || Pointed(tokens, i - 1, noun) || OfWords(tokens, i - 1, noun))) return new(tokens[noun].Start, tokens[noun].End);
        }
        return default;
    }

    private static bool False(Token token) => token.Is("false") || token.Is("untrue") || token.Is("baseless") || token.Is("unfounded") || token.Is("fabricated");

    // "It was impossible that …", not "it is not impossible that …".
    private static bool Impossible(List<Token> tokens, int at) => tokens[at].Is("impossible") && at + 1 < tokens.Count && tokens[at + 1].Is("that") && !tokens[at - 1].Has(Trait.Negation);

    private static bool Manner(Token token) => token.Is("completely") || token.Is("entirely") || token.Is("totally") || token.Is("utterly") || token.Is("wholly") || token.Is("plainly") || token.Is("demonstrably") || token.Is("patently") || token.Is("simply") || token.Is("just") || token.Is("flatly") || token.Is("clearly") || token.Is("obviously");

    // "A complete fabrication": where the noun stands; 0 where there is none.
    private static int Falsehood(List<Token> tokens, int at)
    {
        var last = at + MostModifiers;
        for (; at < tokens.Count && at <= last && tokens[at].IsWord; at++)
            if (tokens[at].Is("lie") || tokens[at].Is("lies") || tokens[at].Is("myth") || tokens[at].Is("myths") || tokens[at].Is("hoax") || tokens[at].Is("fabrication") || tokens[at].Is("falsehood") || tokens[at].Is("fiction") || tokens[at].Is("invention") || tokens[at].Is("nonsense")) return at;
            else if (tokens[at].Has(Trait.Preposition | Trait.Auxiliary | Trait.Modal | Trait.Pronoun | Trait.Coordinator | Trait.Wh | Trait.Subordinator)) return 0;
        return 0;
    }

    // "It is a lie that …", "it would be a lie to say …": what follows is extraposed (Quirk et al. 1985, 18.33).
    private static bool Impersonal(List<Token> tokens, int be, int noun)
    {
        var subject = Group(tokens, be) - 1;
        return subject >= 0 && tokens[subject].Is("it") && noun + 1 < tokens.Count && (tokens[noun + 1].Is("that") || tokens[noun + 1].Is("to") && noun + 2 < tokens.Count && tokens[noun + 2].Word.Uses is not null);
    }

    // "It's a lie", "that is a complete fabrication": what was said before, and nothing follows that it would be part of.
    private static bool Pointed(List<Token> tokens, int be, int noun)
    {
        var subject = Group(tokens, be) - 1;
        return subject >= 0 && (tokens[subject].Is("it") || tokens[subject].Is("that") || tokens[subject].Is("this") || tokens[subject].Is("these") || tokens[subject].Is("those"))
            && (subject == 0 || tokens[subject - 1].Kind != Kind.Word || tokens[subject - 1].Has(Trait.Coordinator) || tokens[subject - 1].Is("that")) && Ends(tokens, noun);
    }

    // "The claim is a lie", "her account is a complete fabrication".
    private static bool OfWords(List<Token> tokens, int be, int noun)
    {
        var subject = Group(tokens, be) - 1;
        if (subject < 1 || !Ends(tokens, noun)) return false;
        var claim = tokens[subject].Is("story") || tokens[subject].Is("stories") || tokens[subject].Is("account") || tokens[subject].Is("accounts") || tokens[subject].Is("version")
            || tokens[subject].Word.NounUses?.Exists(static u => u.Sense is Sense.Say or Sense.Judge or Sense.Believe) == true && !tokens[subject].Word.Adjective;
        return claim && (tokens[subject - 1].Has(Trait.Determiner | Trait.Possessive | Trait.Adverb) || subject > 1 && tokens[subject - 2].Has(Trait.Determiner | Trait.Possessive));
    }

    private static bool Ends(List<Token> tokens, int at) => at + 1 >= tokens.Count || tokens[at + 1].Kind is not (Kind.Word or Kind.Number) || tokens[at + 1].Has(Trait.Coordinator);

    // The subject is somebody's claim with a clause of its own, which the verb is not part of: "the claim that he had lied was a hoax", not "the claim that it was a hoax".
    private static bool OfClaim(List<Token> tokens, int be)
    {
        var group = Group(tokens, be);
        for (var i = Math.Max(0, group - LongestSubject); i + 1 < group; i++)
        {
            if (!tokens[i].Is("story") && !tokens[i].Is("stories") && tokens[i].Word.NounUses?.Exists(static u => u.Particle == "that" && u.Sense is Sense.Say or Sense.Believe or Sense.Predict) != true) continue;
            if (tokens[i + 1].Is("of") || tokens[i + 1].Is("about")) return tokens.FindIndex(i, group - i, static t => t.Is("that")) < 0;
            if (!tokens[i + 1].Is("that")) continue;
            for (var k = i + 2; k < group; k++)
                if (tokens[k].Has(Trait.Auxiliary | Trait.Modal) || k > i + 2 && (Factual(tokens[k], VerbForms.Past) || Factual(tokens[k], VerbForms.Present) && !tokens[k].Word.Nominal)) return true;
        }
        return false;
    }

    private static bool Factual(Token token, VerbForms form) => token.Word.Forms.HasFlag(form) && !token.Capital;

    // Where the verb group begins that ends in this auxiliary.
    private static int Group(List<Token> tokens, int at)
    {
        while (at > 0 && (tokens[at - 1].Has(Trait.Auxiliary | Trait.Modal | Trait.Negation) || tokens[at - 1].Has(Trait.Adverb) && !tokens[at - 1].Has(Trait.Determiner) || tokens[at - 1].Is("to") || tokens[at - 1].Is("out") || tokens[at - 1].Is("turned"))) at--;
        return at;
    }
}
