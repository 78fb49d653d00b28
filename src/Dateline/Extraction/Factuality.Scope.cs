using Dateline.Claims;

namespace Dateline.Extraction;

// How far hedges and negations reach, and what hedges there are.
internal static partial class Factuality
{
    // The main clause: up to a subordinator or relative that follows its verb; a leading "that" or "if" does not count.
    private static int Scope(List<Token> tokens)
    {
        var verb = false;
        for (var i = 1; i < tokens.Count; i++)
        {
            verb |= tokens[i].Has(Trait.Auxiliary | Trait.Modal | Trait.Verb) || tokens[i].Word.Uses is not null;
            if (i > 2 && (verb || tokens[i].Is("if") || tokens[i].Is("unless") || tokens[i].Is("because")) && tokens[i].IsWord && (tokens[i].Has(Trait.Wh) || tokens[i].Has(Trait.Subordinator) && !tokens[i].Has(Trait.Preposition)
                || tokens[i].Is("but"))) return i;
        }
        return tokens.Count;
    }

    // Where the main clause begins: after a subordinate clause that leads ("While the port was not hit, the airfield was").
    private static int Opening(List<Token> tokens, int scope)
    {
        var first = tokens.FindIndex(static t => t.Kind != Kind.Quote && !t.Is("that"));
        if (first < 0 || !tokens[first].Has(Trait.Subordinator)) return 0;
        var comma = tokens.FindIndex(first, static t => t.Kind == Kind.Comma);
        return comma > 0 && comma + 1 < scope ? comma + 1 : 0;
    }

    // Where the first conjunct of the main clause ends: at a coordinator that begins another clause or predicate.
    private static int Conjunct(List<Token> tokens, int scope)
    {
        var verb = false;
        for (var i = 1; i + 1 < scope; i++)
        {
            verb |= tokens[i].Has(Trait.Auxiliary | Trait.Modal | Trait.Verb) || tokens[i].Word.Forms != VerbForms.None;
            if (i > 2 && tokens[i].Is("and") && (verb && tokens[i - 1].Kind == Kind.Comma || tokens[i + 1].Has(Trait.Auxiliary | Trait.Modal | Trait.Negation))) return i;
        }
        return scope;
    }

    private static Certainty Hedged(List<Token> tokens, int scope, List<Token> cue, List<Range16> evidence)
    {
        var certainty = Certainty.Certain;
        for (var i = 0; i < scope; i++)
        {
            certainty = Lower(certainty, Of(tokens, i, evidence));
            if (Chance(tokens, i) is not { Shown.Empty: false } chance) continue;
            certainty = Lower(certainty, chance.Certainty);
            evidence.Add(chance.Shown);
        }
        for (var i = 0; i < cue.Count; i++) if (!cue[i].Has(Trait.Probable) || !cue[i].Has(Trait.Auxiliary)) certainty = Lower(certainty, Of(cue, i, evidence));
        return certainty;
    }

    private static Certainty Of(List<Token> tokens, int i, List<Range16> evidence)
    {
        var token = tokens[i];
        if (!token.Has(Trait.Possible | Trait.Probable | Trait.Hearsay) || token.Is("may") && token.Capital && i > 0) return Certainty.Certain;
        // "Roughly 300 people" bounds the number; "perhaps 300 people" doubts it.
        if (i + 1 < tokens.Count && !(token.Has(Trait.Possible) && token.Has(Trait.Adverb)) && (tokens[i + 1].Kind == Kind.Number || tokens[i + 1].Has(Trait.Numeral))) return Certainty.Certain;
        if (i > 0 && token.Word.Forms != VerbForms.None && tokens[i - 1].Has(Trait.Determiner | Trait.Possessive)) return Certainty.Certain;
        // "Police: suspect dead": a verb has its subject before it.
        if ((token.Is("suspect") || token.Is("suspects")) && !tokens.Take(i).Any(static t => t.IsWord)) return Certainty.Certain;
        if (Literal(tokens, i)) return Certainty.Certain;
        evidence.Add(new Range16(token.Start, token.End));
        return token.Has(Trait.Hearsay) ? Certainty.Underspecified : token.Has(Trait.Possible) ? Certainty.Possible : Certainty.Probable;
    }

    // Words that hedge elsewhere: "a murder suspect has fled", "will appear in court", "does not comment on speculation", "I believed her".
    private static bool Literal(List<Token> tokens, int i)
    {
        var (token, next) = (tokens[i], i + 1 < tokens.Count ? tokens[i + 1] : default(Token) with { Word = Word.Unknown });
        var text = token.Word.Text;
        if (token.Is("suspect") || token.Is("suspects"))
        {
            if (next.Has(Trait.Auxiliary | Trait.Modal) || next.Word.Forms.HasFlag(VerbForms.Past)) return true;
            if (next.Has(Trait.Pronoun | Trait.Determiner | Trait.Possessive) || next.Is("that") || next.Capital || i == 0 || tokens[i - 1].Has(Trait.Pronoun | Trait.Modal) || tokens[i - 1].Is("to")) return false;
            for (var k = i - 1; k >= 0 && k > i - 4 && tokens[k].Kind is Kind.Word or Kind.Number; k--)
                if (tokens[k].Has(Trait.Determiner | Trait.Possessive | Trait.Numeral) || tokens[k].Kind == Kind.Number) return true;
            return false;
        }
        if (text.StartsWith("appear", StringComparison.Ordinal)) return next.Is("in") || next.Is("on") || next.Is("before") || next.Is("at") || next.Is("with") || next.Is("alongside") || next.Is("via") || next.Is("by");
        if (token.Is("speculation")) return !next.Is("that") && !next.Is("about") && !next.Is("over") && !next.Is("whether");
        // Who believes somebody takes nothing for probable.
        return text.StartsWith("believ", StringComparison.Ordinal) && (next.Is("her") || next.Is("him") || next.Is("them") || next.Is("me") || next.Is("us") || next.Is("you")) && Ends(tokens, i + 1);
    }

    private static Certainty Lower(Certainty a, Certainty b) => a < b ? a : b;
}
