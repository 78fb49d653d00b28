using System.Collections.Frozen;

namespace Dateline.Extraction;

/// <summary>
/// Verbs and phrases that say, without a negation, that something was not done: "failed to", "was unable to", "was prevented from", "has yet to", "stopped short of" (the negative
/// implicatives of Karttunen 1971 and 2012). A negation before one takes it back: who did not fail to pay has paid.
/// </summary>
internal static class Implicatives
{
    private const int LongestObject = 8;

    private static readonly FrozenSet<string> undoing = "fail fails failed failing neglect neglects neglected neglecting omit omits omitted omitting forget forgets forgot forgotten decline declines declined declining refuse refuses refused refusing unable powerless impotent incapable".Split(' ').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> preventing = "prevent prevents prevented preventing stop stops stopped stopping block blocks blocked blocking bar bars barred barring keep keeps kept keeping preclude precludes precluded dissuade dissuaded refrain refrains refrained refraining abstain abstained".Split(' ').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> chances = "chance opportunity votes courage strength power means ability".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The forms that rules ask for by name.</summary>
    internal static string Forms => string.Join(' ', undoing.Concat(preventing).Concat(chances)) + " short shy missed lacks lacked lack yet instead rather avoided avoid avoiding";

    /// <summary>Whether a stretch says an odd number of times that something was not done; the words that say so are added to the evidence.</summary>
    internal static bool Undo(List<Token> tokens, int from, int to, List<Range16> evidence)
    {
        var undone = false;
        for (var i = from; i < to; i++)
        {
            var verb = Undoes(tokens, i) ? i : Wants.Verb(tokens, i);
            if (verb < from || !Main(tokens, from, verb)) continue;
            undone = !undone;
            evidence.Add(new Range16(tokens[i].Start, tokens[i].End));
        }
        return undone;
    }

    // The first verb of its clause, but for those of a relative clause before it: no gerund ("after failing to"), no infinitive ("tried to keep him from"), no later clause ("questions he refused to answer").
    private static bool Main(List<Token> tokens, int from, int at)
    {
        while (at > from && tokens[at - 1].IsWord && (tokens[at - 1].Has(Trait.Auxiliary | Trait.Modal | Trait.Negation | Trait.Adverb) && !tokens[at - 1].Has(Trait.Determiner | Trait.Preposition) || Short(tokens, at))) at--;
        if (Ing(tokens[at]) && at > from || at > from && tokens[at - 1].Is("to")) return false;
        var (verbs, clauses) = (0, 0);
        for (var i = from; i < at; i++)
        {
            if (i > from && tokens[i].Has(Trait.Wh) || i > from && tokens[i].Is("that")) clauses++;
            else if (tokens[i].Has(Trait.Coordinator)) verbs = clauses;
            else if (tokens[i].Has(Trait.Auxiliary | Trait.Modal) && !tokens[i - (i > 0 ? 1 : 0)].Has(Trait.Auxiliary | Trait.Modal) || tokens[i].Is("to") && i + 1 < at && tokens[i + 1].Word.Forms.HasFlag(VerbForms.Base)
                || i > from && !tokens[i].Capital && tokens[i].Word.Forms.HasFlag(VerbForms.Past) && !tokens[i].Word.Forms.HasFlag(VerbForms.Base) && !tokens[i - 1].Has(Trait.Auxiliary | Trait.Modal | Trait.Determiner | Trait.Preposition)) verbs++;
        }
        return verbs <= clauses;
    }

    // "stopped short of": the verb before "short" is its own.
    private static bool Short(List<Token> tokens, int at) => (tokens[at].Is("short") || tokens[at].Is("shy")) && tokens[at - 1].Word.Forms != VerbForms.None;

    /// <summary>Whether a stretch holds one.</summary>
    internal static bool Any(List<Token> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (Undoes(tokens, i) || Wants.Verb(tokens, i) >= from) return true;
        return false;
    }

    private static bool Undoes(List<Token> tokens, int i)
    {
        if (!tokens[i].IsWord || tokens[i].Word.Text.Length == 0 || i > 0 && tokens[i - 1].Has(Trait.Determiner | Trait.Possessive)) return false;
        Token At(int at) => at < tokens.Count ? tokens[at] : default(Token) with { Word = Word.Unknown };
        if (Holds(undoing, tokens[i].Word)) return To(tokens, i + 1) || tokens[i].Is("incapable") && At(i + 1).Is("of");
        if (tokens[i].Is("yet")) return i > 0 && tokens[i - 1].Has(Trait.Auxiliary) && At(i + 1).Is("to");
        if (tokens[i].Is("short") || tokens[i].Is("shy")) return i > 0 && tokens[i - 1].Word.Forms != VerbForms.None && At(i + 1).Is("of") && Ing(At(i + 2));
        if (tokens[i].Is("missed") || tokens[i].Is("lacked") || tokens[i].Is("lacks") || tokens[i].Is("lack"))
            return At(i + 1).Has(Trait.Determiner | Trait.Possessive) && Holds(chances, At(i + 2).Word) && At(i + 3).Is("to");
        if (!Holds(preventing, tokens[i].Word)) return false;
        for (var k = i + 1; k < tokens.Count && k <= i + LongestObject && tokens[k].Kind is Kind.Word or Kind.Number; k++)
            if (tokens[k].Is("from")) return Ing(At(k + 1));
        return false;
    }

    /// <summary>Whether a word form undoes what the infinitive behind it says.</summary>
    internal static bool BeforeInfinitive(Item item) => item.IsWord && Holds(undoing, item.Word) && !item.Is("decline") && !item.Is("declined") && !item.Is("declines") && !item.Is("refuse") && !item.Is("refused") && !item.Is("refuses");

    private static bool Holds(FrozenSet<string> forms, Word word) => word.Text.Length > 0 && forms.Contains(word.Text);

    // "to", over an adverb, before a verb.
    private static bool To(List<Token> tokens, int at)
    {
        if (at < tokens.Count && tokens[at].Has(Trait.Adverb)) at++;
        return at + 1 < tokens.Count && tokens[at].Is("to") && tokens[at + 1].IsWord && !tokens[at + 1].Capital && !tokens[at + 1].Has(Trait.Determiner | Trait.Pronoun | Trait.Possessive);
    }

    private static bool Ing(Token token) => token.Word.Forms.HasFlag(VerbForms.Ing);
}
