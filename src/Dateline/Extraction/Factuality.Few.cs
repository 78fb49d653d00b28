namespace Dateline.Extraction;

// Words that are negative in meaning, not in form: "few", "little", "hardly any" (Quirk et al. 1985, 10.59).
internal static partial class Factuality
{
    internal const string FewForms = "few little quite barely anybody anything handful past choice other over under wonder progress hope evidence sign water food rain information support interest room help money change sense news detail aid fuel trust work comfort confidence appetite demand use";

    // Of what there can be little, at the head of a sentence, where "little" may be a size as well ("Little girl found").
    private const string Uncountable = " progress hope chance evidence sign water food rain information support interest room time help money change effect sense news detail aid fuel trust work comfort confidence appetite demand use ";

    /// <summary>Whether a word says that there is next to nothing of what it goes before.</summary>
    private static bool Few(List<Token> tokens, int i)
    {
        var token = tokens[i];
        if (!token.Is("few") && !token.Is("little") || token.Capital && i > 0 && tokens[i - 1].Kind == Kind.Word) return false;
        // "A few", "the next few", "quite a few", "in little time", "as few as".
        if (i > 0 && (tokens[i - 1].Has(Trait.Determiner | Trait.Possessive | Trait.Preposition | Trait.Numeral | Trait.Negation) || tokens[i - 1].Capital && i > 1 || tokens[i - 1].Kind == Kind.Number || tokens[i - 1].Is("last") || tokens[i - 1].Is("next") || tokens[i - 1].Is("past") || tokens[i - 1].Is("first"))) return false;
        // "Changed little" is a matter of degree.
        if (i + 1 >= tokens.Count || tokens[i + 1].Kind is not (Kind.Word or Kind.Number)) return token.Is("few");
        var next = tokens[i + 1];
        if (next.Is("doubt") || next.Is("doubts") || next.Is("question") || next.Is("wonder") || next.Is("secret") || next.Is("surprise") || next.Is("choice")) return false;
        if (token.Is("few")) return next.Kind == Kind.Word && !next.Has(Trait.Coordinator);
        if (next.Is("more") || next.Is("less") || next.Is("other") || next.Is("by") || next.Is("later") || next.Is("over") || next.Is("under") || next.Is("short") || next.Capital || next.Has(Trait.Coordinator)) return false;
        return i > 0 && tokens[i - 1].IsWord || next.Is("of") || next.Has(Trait.Auxiliary | Trait.Modal) || Uncountable.Contains($" {next.Word.Text} ", StringComparison.Ordinal) && next.Word.Text.Length > 0;
    }

    // "Hardly any", "scarcely a house", "barely anyone".
    private static bool AllBut(List<Token> tokens, int i) => i + 1 < tokens.Count && (AllBut(tokens[i]) || tokens[i].Is("barely"))
        && (tokens[i + 1].Is("any") || tokens[i + 1].Is("anyone") || tokens[i + 1].Is("anybody") || tokens[i + 1].Is("anything") || tokens[i + 1].Is("ever") || AllBut(tokens[i]) && (tokens[i + 1].Is("a") || tokens[i + 1].Is("an")));

    // "No more than a handful"
    private static bool Handful(List<Token> tokens, int i) =>
        tokens[i].Is("no") && i + 4 < tokens.Count && tokens[i + 1].Is("more") && tokens[i + 2].Is("than") && tokens[i + 3].Is("a") && (tokens[i + 4].Is("handful") || tokens[i + 4].Is("few"));
}
