namespace Dateline.Extraction;

// On what it depends, and what is left open: conditions without "if", questions that nobody asks.
internal static partial class Factuality
{
    // "As long as", "provided (that)", "in the event of", "on condition that" (Quirk et al. 1985, 15.33 to 15.46).
    private static Range16 Proviso(List<Token> tokens, int i, bool modal)
    {
        Token At(int at) => at >= 0 && at < tokens.Count ? tokens[at] : default(Token) with { Word = Word.Unknown };
        var (token, leads) = (tokens[i], i == 0 || i == 1 && tokens[0].Kind == Kind.Quote || i > 0 && tokens[i - 1].Is("that") && i <= 2);
        var open = leads || modal;
        Range16 To(int last) => new(token.Start, tokens[last].End);
        if ((token.Is("as") || token.Is("so")) && At(i + 1).Is("long") && At(i + 2).Is("as") && open && Clausal(tokens, i + 3)) return To(i + 2);
        if ((token.Is("provided") || token.Is("providing") || token.Is("assuming")) && open && !(i > 0 && (tokens[i - 1].Has(Trait.Auxiliary | Trait.Preposition | Trait.Coordinator) || tokens[i - 1].Is("to"))) && (At(i + 1).Is("that") || (leads || !At(i - 1).Has(Trait.Wh | Trait.Pronoun)) && Clausal(tokens, i + 1))) return To(At(i + 1).Is("that") ? i + 1 : i);
        if (token.Is("in") && open && (At(i + 1).Is("case") && At(i + 2).Is("of") || At(i + 1).Is("the") && At(i + 2).Is("event") && (At(i + 3).Is("of") || At(i + 3).Is("that")))) return To(At(i + 1).Is("case") ? i + 2 : i + 3);
        if (token.Is("on") && At(i + 1).Is("condition") && At(i + 2).Is("that")) return To(i + 2);
        if (token.Is("on") && At(i + 1).Is("the") && At(i + 2).Is("condition") && At(i + 3).Is("that")) return To(i + 3);
        return default;
    }

    // A subject and, before the next mark, a verb.
    private static bool Clausal(List<Token> tokens, int at)
    {
        if (at >= tokens.Count || !tokens[at].IsWord || !tokens[at].Capital && !tokens[at].Has(Trait.Determiner | Trait.Pronoun | Trait.Possessive | Trait.Numeral)) return false;
        for (var i = at + 1; i < tokens.Count && i <= at + LongestClause && tokens[i].Kind is Kind.Word or Kind.Number; i++)
            if (tokens[i].Has(Trait.Auxiliary | Trait.Modal) || !tokens[i].Capital && !tokens[i - 1].Has(Trait.Determiner | Trait.Possessive | Trait.Preposition) && (tokens[i].Word.Forms & (VerbForms.Present | VerbForms.Past | VerbForms.Base)) != 0) return true;
            else if (tokens[i].Is("with") || tokens[i].Is("for") || tokens[i].Is("to")) return false;
        return false;
    }

    private const int LongestClause = 10;

    // "It remains to be seen whether", "the question is how", "whether … is unclear": nobody asks, and it stays open. The words that say so; none where nothing does.
    private static Range16 LeftOpen(List<Token> tokens)
    {
        var first = tokens.FindIndex(static t => t.Kind != Kind.Quote && !t.Is("that"));
        for (var i = Math.Max(first, 0) + 1; first >= 0 && i + 1 < tokens.Count && i <= first + LongestSubject; i++)
        {
            if (tokens[i].Is("seen") && i > 2 && tokens[i - 1].Is("be") && tokens[i - 2].Is("to") && (tokens[i - 3].Is("remains") || tokens[i - 3].Is("remained")) && Wonders(tokens, i + 1)) return new(tokens[i - 3].Start, tokens[i].End);
            if (tokens[i].Has(Trait.Be) || tokens[i].Is("remains") || tokens[i].Is("remained"))
            {
                if ((tokens[i - 1].Is("question") || tokens[i - 1].Is("issue")) && Wonders(tokens, i + 1) && i + 2 < tokens.Count && tokens[i + 2].IsWord) return new(tokens[i - 1].Start, tokens[i].End);
                // "Whether it reopens is unclear", "how it began is not known"
                if (Wonders(tokens, first) && Unsettled(tokens, i + 1) is { Empty: false } subject) return subject;
                if (i == first + 1 && tokens[first].Is("it") && Unsettled(tokens, i + 1) is { Empty: false } open && tokens.Exists(t => t.Start > open.End && Wh(t)) && Wonders(tokens, tokens.FindIndex(t => t.Start >= open.End))) return open;
            }
            if (i > first + 2 && tokens[i].Kind is Kind.Comma or Kind.Semicolon) return default;
        }
        return default;
    }

    private static bool Wonders(List<Token> tokens, int at) => at >= 0 && at < tokens.Count && Wh(tokens[at]);

    private static bool Wh(Token token) => token.Has(Trait.Wh) && !token.Is("if") && !token.Is("whatever") || token.Is("if");

    // "(Still) unclear", "not (yet) clear", "far from certain"
    private static Range16 Unsettled(List<Token> tokens, int at)
    {
        var from = at;
        var negated = at > 0 && tokens[at - 1].Has(Trait.Negation);
        for (; at < tokens.Count && (tokens[at].Has(Trait.Adverb | Trait.Negation) || tokens[at].Is("immediately") || tokens[at].Is("entirely") || tokens[at].Is("completely")); at++) negated |= tokens[at].Has(Trait.Negation);
        if (at >= tokens.Count) return default;
        var token = tokens[at];
        var open = token.Is("unclear") || token.Is("unknown") || token.Is("uncertain") || token.Is("open") && from == at;
        return open && !negated || negated && (token.Is("clear") || token.Is("known") || token.Is("certain")) ? new(tokens[from].Start, token.End) : default;
    }

    // "It is not clear how many died", "police do not know who fired": what is asked is not denied.
    private static bool Unknowing(List<Token> tokens, List<Token> cue, Attribution from, bool cueNegated) =>
        from.Sense is Sense.Believe && Wonders(tokens, 0) && (cueNegated && cue.Exists(static t => t.Is("clear") || t.Is("certain") || t.Is("sure") || t.Word.Text.StartsWith("know", StringComparison.Ordinal)) || cue.Exists(static t => t.Is("unclear") || t.Is("unsure") || t.Is("uncertain")));
}
