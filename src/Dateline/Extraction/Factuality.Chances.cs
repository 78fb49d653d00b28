using Dateline.Claims;

namespace Dateline.Extraction;

// Hedges of several words: "there is a risk that", "in all likelihood", "almost certainly", "is feared lost".
internal static partial class Factuality
{
    /// <summary>The forms that rules ask for by name.</summary>
    internal const string Forms = "risk danger chance chances prospect probability odds certainly certain virtually feared presumed assumed dead lost drowned killed missing gone stolen destroyed trapped likelihood every real good strong serious slight small "
        + "event case provided providing assuming condition remains remained seen question issue open unknown known uncertain whether so barring dependent";

    // What may come about, behind "there is" or "at" and "in".
    private static bool Contingent(Token token) => token.Is("risk") || token.Is("danger") || token.Is("chance") || token.Is("prospect") || token.Is("possibility");

    // Nouns of chance after Hyland (1998): as the complement of "there is", with a clause or "of"; "at risk of", "in danger of"; "the chances are that".
    private static (Certainty Certainty, Range16 Shown) Chance(List<Token> tokens, int i)
    {
        Token At(int at) => at >= 0 && at < tokens.Count ? tokens[at] : default(Token) with { Word = Word.Unknown };
        var token = tokens[i];
        if (Contingent(token) && (At(i + 1).Is("that") || At(i + 1).Is("of")))
        {
            if (At(i - 1).Is("at") || At(i - 1).Is("in")) return (Certainty.Possible, new(tokens[i - 1].Start, token.End));
            var be = i - 1;
            while (be > 0 && i - be <= MostModifiers + 1 && tokens[be].IsWord && !tokens[be].Has(Trait.Be) && !tokens[be].Has(Trait.Negation)) be--;
            // "There is no risk that": nothing is left open.
            if (be > 0 && At(be).Has(Trait.Be) && At(be - 1).Word.Text is "there" or "be") return (At(be + 1).Is("every") ? Certainty.Probable : Certainty.Possible, new(token.Start, token.End));
        }
        if ((token.Is("chances") || token.Is("odds")) && At(i + 1).Has(Trait.Be) && At(i + 2).Is("that")) return (Certainty.Probable, new(token.Start, token.End));
        if ((token.Is("likelihood") || token.Is("probability")) && At(i - 1).Is("all") && At(i - 2).Is("in")) return (Certainty.Probable, new(tokens[i - 2].Start, token.End));
        if ((token.Is("certainly") || token.Is("certain")) && (At(i - 1).Is("almost") || At(i - 1).Is("virtually"))) return (Certainty.Probable, new(tokens[i - 1].Start, token.End));
        // "Is feared lost", "are presumed dead": whoever fears it does not know.
        if ((token.Is("feared") || token.Is("presumed") || token.Is("assumed")) && Passive(tokens, i) && (At(i + 1).Is("to") || At(i + 1).Word.Forms.HasFlag(VerbForms.Participle) || At(i + 1).Is("dead") || At(i + 1).Is("missing") || At(i + 1).Is("lost") || At(i + 1).Is("drowned") || At(i + 1).Is("trapped")))
            return (Certainty.Probable, new(token.Start, token.End));
        return (Certainty.Certain, default);
    }

    // A headline leaves out "are": "Dozens feared dead".
    private static bool Passive(List<Token> tokens, int at)
    {
        while (at > 0 && tokens[at - 1].Has(Trait.Adverb)) at--;
        return at == 1 || at > 0 && tokens[at - 1].Has(Trait.Be);
    }
}
