using System.Collections.Frozen;

namespace Dateline.Extraction;

/// <summary>
/// Words that say of their subject that it has or meets something not: "lacks", "avoided", "there is a lack of", "ended without" (the inherent negatives of Klima 1964
/// and Huddleston and Pullum 2002, chapter 9).
/// </summary>
internal static class Wants
{
    private const int Reach = 6;

    private static readonly FrozenSet<string> lacking = "lack lacks lacked".Split(' ').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> avoiding = "avoid avoids avoided avert averts averted".Split(' ').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> harms = "injury injuries harm punishment prosecution conviction censure".Split(' ').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> ending = "end ends ended close closes closed finish finishes finished conclude concludes concluded adjourn adjourned remain remains remained stay stayed go goes went gone left live lives lived".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The forms that rules ask for by name.</summary>
    internal static string Forms => string.Join(' ', lacking.Concat(avoiding).Concat(harms).Concat(ending)) + " escape escapes escaped absence bid bids attempt attempts effort efforts failed fails";

    /// <summary>Where the verb stands by which a word is such a predicate; -1 where it is none.</summary>
    internal static int Verb(List<Token> tokens, int i)
    {
        Token At(int at) => at >= 0 && at < tokens.Count ? tokens[at] : default(Token) with { Word = Word.Unknown };
        var token = tokens[i];
        if (!token.IsWord || token.Word.Text.Length == 0) return -1;
        if (token.Is("without")) return Without(tokens, i);
        if ((token.Is("lack") || token.Is("absence")) && At(i + 1).Is("of")) return There(tokens, i);
        if (i > 0 && tokens[i - 1].Has(Trait.Determiner | Trait.Possessive | Trait.Preposition)) return -1;
        if (lacking.Contains(token.Word.Text)) return i > 0 && At(i + 1).Kind is Kind.Word or Kind.Number && !At(i + 1).Has(Trait.Preposition | Trait.Coordinator) ? i : -1;
        // "The road avoided by drivers" is a road.
        if (avoiding.Contains(token.Word.Text)) return i > 0 && (!At(i + 1).Is("by") || Passive(tokens, i)) ? i : -1;
        if (token.Is("escape") || token.Is("escapes") || token.Is("escaped")) return At(i + 1).Word.Text is { Length: > 0 } harm && harms.Contains(harm) ? i : -1;
        if ((token.Is("failed") || token.Is("fails")) && At(i + 1).Is("in") && At(i + 2).Has(Trait.Determiner | Trait.Possessive) && (At(i + 3).Is("bid") || At(i + 3).Is("attempt") || At(i + 3).Is("attempts") || At(i + 3).Is("effort") || At(i + 3).Is("efforts")) && At(i + 4).Is("to")) return i;
        return -1;
    }

    // "The talks ended on Friday without a deal", "the town is without power"; not "fled without the money", "paid without admitting guilt".
    private static int Without(List<Token> tokens, int i)
    {
        if (i > 0 && tokens[i - 1].Has(Trait.Negation)) return -1;
        for (var at = i - 1; at >= 0 && i - at <= Reach && tokens[at].Kind is Kind.Word or Kind.Number; at--)
        {
            if (tokens[at].Word.Text.Length > 0 && ending.Contains(tokens[at].Word.Text) && at > 0 && !tokens[at - 1].Has(Trait.Determiner | Trait.Possessive | Trait.Preposition))
                return tokens[at].Is("left") && !(at == i - 1 && Passive(tokens, at)) ? -1 : at;
            if (tokens[at].Has(Trait.Be)) return at == i - 1 || tokens[i - 1].Has(Trait.Adverb) && at == i - 2 ? at : -1;
            if (tokens[at].Has(Trait.Auxiliary | Trait.Modal | Trait.Coordinator | Trait.Wh) || at < i - 1 && tokens[at].Has(Trait.Subordinator) && !tokens[at].Has(Trait.Preposition)) return -1;
        }
        return -1;
    }

    // "There is a serious lack of water"
    private static int There(List<Token> tokens, int i)
    {
        for (var at = i - 1; at > 0 && i - at <= Reach && tokens[at].IsWord; at--)
            if (tokens[at].Has(Trait.Be)) return tokens[at - 1].Is("there") || tokens[at].Is("been") || tokens[at].Is("be") ? at : -1;
            else if (tokens[at].Has(Trait.Preposition)) return -1;
        return -1;
    }

    private static bool Passive(List<Token> tokens, int at)
    {
        while (at > 0 && tokens[at - 1].Has(Trait.Adverb)) at--;
        return at > 0 && tokens[at - 1].Has(Trait.Be);
    }
}
