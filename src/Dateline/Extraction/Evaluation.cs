namespace Dateline.Extraction;

/// <summary>
/// Where a word of judgement judges: as the predicate ("was a disaster", "is wrong") or before the noun that it judges ("a terrible mistake"). Not in a name ("Great Britain"), as the name of what happened
/// ("the disaster killed 20"), or in a fixed sense ("the right to vote", "turned right"; Quirk et al. 1985, 7.20 to 7.43, 10.8).
/// </summary>
internal static class Evaluation
{
    private const int Reach = 5;

    private const string Events = " disaster disgrace scandal shame triumph masterpiece farce outrage nonsense nightmare tragedy ";
    private const string Linking = " become becomes became remain remains remained seem seems seemed look looks looked sound sounds sounded prove proves proved call calls called calling brand branded label labelled labeled deem deemed dub dubbed as like ";
    private const string Choices = " thing decision choice course move call approach step answer direction idea man woman person policy moment time ";
    private const string Ways = " way side direction number address turn lane door ";

    internal static bool Judges(string text, List<Token> tokens, int i)
    {
        var (token, next) = (tokens[i], i + 1 < tokens.Count ? tokens[i + 1] : default(Token) with { Word = Word.Unknown });
        if (token.Has(Trait.Modal)) return true;
        if (token.Capital && next is { IsWord: true, Capital: true } && !Shouted(text, token) || token.Capital && i > 0 && tokens[i - 1] is { IsWord: true, Capital: true } && !Shouted(text, token)) return false;
        var word = $" {Dates.Lower(text, token)} ";
        var behind = $" {(next.IsWord ? Dates.Lower(text, next) : "")} ";
        if (word == " right ") return Predicate(text, tokens, i) && behind is not (" to " or " wing ") || Predicate(text, tokens, i, true) || Choices.Contains(behind, StringComparison.Ordinal) && behind != "  ";
        if (word == " wrong ") return behind == "  " || !Ways.Contains(behind, StringComparison.Ordinal);
        if (behind == " known " || word is " worst " or " best " && Ranked(text, tokens, i)) return false;
        if (word == " great " && behind is " white " or " grandfather " or " grandmother ") return false;
        return !Events.Contains(word, StringComparison.Ordinal) || Predicate(text, tokens, i) || !tokens.Exists(static t => t.Has(Trait.Auxiliary | Trait.Modal | Trait.Verb) || t.Word.Forms != VerbForms.None && !t.Word.Nominal);
    }

    private const string Times = " century centuries decade decades year years month months weeks ";

    // "The worst flood in a decade", "the best result since 2010": a rank that can be checked.
    private static bool Ranked(string text, List<Token> tokens, int i)
    {
        for (var at = i + 1; at < tokens.Count && at <= i + 2 * Reach && tokens[at].Kind is Kind.Word or Kind.Number; at++)
            if (tokens[at].Is("since")) return true;
            else if (tokens[at].IsWord && Times.Contains($" {Dates.Lower(text, tokens[at])} ", StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool Shouted(string text, Token token) => token.End - token.Start > 1 && char.IsUpper(text[token.Start + 1]);

    // Behind a form of "be" or a verb of naming, with only a determiner, adjectives and adverbs between; or behind the object of "called" ("called the reform a disaster").
    private static bool Predicate(string text, List<Token> tokens, int i, bool bare = false)
    {
        var determined = false;
        for (var at = i - 1; at >= 0 && at >= i - Reach; at--)
        {
            var token = tokens[at];
            if (token.Has(Trait.Be) || token.Is("'s") && at > 0 && tokens[at - 1].Has(Trait.Pronoun) || Linking.Contains($" {Dates.Lower(text, token)} ", StringComparison.Ordinal)) return !bare || !determined;
            if (token.Kind == Kind.Quote || token.Has(Trait.Adverb | Trait.Negation) && !token.Has(Trait.Determiner)) continue;
            if (token.Has(Trait.Preposition | Trait.Auxiliary | Trait.Modal) || !token.IsWord || bare) return false;
            if (token.Has(Trait.Wh)) return true;
            if (determined) return token.Word.Forms == VerbForms.None && !token.Has(Trait.Coordinator | Trait.Subordinator) && (tokens[at + 1].Is("a") || tokens[at + 1].Is("an"));
            determined |= token.Is("a") || token.Is("an") || token.Is("the");
        }
        return false;
    }
}
