using Dateline.Claims;

namespace Dateline.Extraction;

/// <summary>What a mention's words say of polarity, mode and certainty, and which words say it.</summary>
internal sealed record Judged(Polarity Polarity, Mode Mode, Certainty Certainty, List<Range16> Evidence);

/// <summary>
/// Factuality after FactBank (Saurí and Pustejovsky 2009): the cue's class, then negations and hedges whose scope is the main clause
/// (scope ends at the first subordinate clause, as in BioScope, Vincze et al. 2008).
/// </summary>
internal static class Factuality
{
    internal static Judged Judge(string text, List<Token> tokens, List<Token> cue, List<Token> source, Attribution from)
    {
        var evidence = new List<Range16>();
        var scope = Scope(tokens);
        var negative = Negated(tokens, Opening(tokens, scope), Conjunct(tokens, scope), evidence);
        if (Implicatives.Undo(tokens, Opening(tokens, scope), Conjunct(tokens, scope), evidence)) negative = !negative;
        var cueNegated = (Negated(cue, 0, cue.Count, evidence) ^ Implicatives.Undo(cue, 0, cue.Count, evidence)) | Nobody(source, evidence);
        var certainty = Hedged(tokens, scope, cue, evidence);
        for (var i = 0; i < source.Count; i++)
            if (source[i].Has(Trait.Hearsay)) certainty = Lower(certainty, Of(source, i, evidence));
        if (Unverified(source)) certainty = Certainty.Underspecified;
        if (from is { Hearsay: true, Sense: Sense.Say or Sense.Believe }) certainty = Certainty.Underspecified;
        if (Untrue(tokens)) negative = !negative;
        if (from.Sense is Sense.Deny && !(cueNegated && certainty == Certainty.Certain))
        {
            negative = !negative;
            evidence.Add(from.Cue);
        }
        else if (from.Sense is Sense.Doubt && !Fears(cue)) negative = !negative;
        else if (cueNegated && from.Sense is Sense.Believe or Sense.Predict or Sense.Seem or Sense.Judge or Sense.Desire or Sense.Promise) negative = !negative;
        var mode = Mode(text, tokens, scope, cue, from);
        if (from.Sense is Sense.Predict or Sense.Seem or Sense.Doubt or Sense.Believe && !Knows(cue)) certainty = Lower(certainty, Certainty.Probable);
        if (cueNegated && from.Sense is Sense.Say or Sense.Show or Sense.Deny || from.Sense is Sense.Urge or Sense.Desire || mode is Claims.Mode.Question or Claims.Mode.Conditional)
            certainty = Certainty.Underspecified;
        if (!from.Against.Empty || Falsely(cue) is { Empty: false })
        {
            certainty = Certainty.Underspecified;
            evidence.Add(from.Against.Empty ? Falsely(cue) : from.Against);
        }
        return new Judged(negative ? Polarity.Negative : Polarity.Positive, mode, certainty, evidence);
    }

    /// <summary>Whether a modal looks ahead ("may leave on Monday") rather than back ("may have left").</summary>
    internal static bool Forward(List<Token> tokens)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
            if (tokens[i].Has(Trait.Modal) && !tokens[i].Is("can") && !tokens[i].Is("'d") && !tokens[i + 1].Is("have") && !(tokens[i].Is("may") && tokens[i].Capital && i > 0)) return true;
        return false;
    }

    // "falsely claimed": the document's own word against it.
    private static Range16 Falsely(List<Token> cue) => cue.Find(static t => t.Is("falsely") || t.Is("wrongly") || t.Is("mistakenly") || t.Is("erroneously") || t.Is("incorrectly")) is { Word: not null } found ? new(found.Start, found.End) : default;

    // "No official has confirmed it", "neither side said so": whoever says it, none does.
    private static bool Nobody(List<Token> source, List<Range16> evidence)
    {
        if (source.Count == 0 || !source[0].Has(Trait.Negation) || source[0].Is("not")) return false;
        evidence.Add(new Range16(source[0].Start, source[0].End));
        return true;
    }

    // "It is false that …", "claims that … are untrue".
    private static bool Untrue(List<Token> tokens)
    {
        for (var i = 1; i < tokens.Count; i++)
            if (tokens[i - 1].Has(Trait.Be) && (tokens[i].Is("false") || tokens[i].Is("untrue") || tokens[i].Is("baseless") || tokens[i].Is("unfounded") || tokens[i].Is("fabricated"))) return true;
        return false;
    }

    // "reports that we have not been able to verify"
    private static bool Unverified(List<Token> source)
    {
        var negated = false;
        foreach (var token in source)
        {
            negated |= token.Has(Trait.Negation);
            if (negated && (token.Is("verify") || token.Is("confirm") || token.Is("verified") || token.Is("confirmed"))) return true;
        }
        return false;
    }

    // The main clause: up to a subordinator or relative that follows its verb; a leading "that" or "if" does not count.
    private static int Scope(List<Token> tokens)
    {
        var verb = false;
        for (var i = 1; i < tokens.Count; i++)
        {
            verb |= tokens[i].Has(Trait.Auxiliary | Trait.Modal | Trait.Verb) || tokens[i].Word.Uses is not null;
            if (i > 2 && verb && tokens[i].IsWord && (tokens[i].Has(Trait.Wh) || tokens[i].Has(Trait.Subordinator) && !tokens[i].Has(Trait.Preposition)
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

    /// <summary>Whether a stretch holds a word without which nothing is denied.</summary>
    internal static bool MayDeny(List<Token> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (tokens[i].Has(Trait.Negation) || AllBut(tokens[i])) return true;
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
            if (i + 1 < to && AllBut(tokens[i]) && (tokens[i + 1].Is("any") || tokens[i + 1].Is("anyone") || tokens[i + 1].Is("ever")))
            {
                negated = true;
                evidence.Add(new Range16(tokens[i].Start, tokens[i].End));
            }
            verb |= i > 0 && tokens[i].Word.Forms != VerbForms.None && !tokens[i].Capital && tokens[i - 1].Has(Trait.Auxiliary | Trait.Modal | Trait.Adverb | Trait.Pronoun);
            if (!tokens[i].Has(Trait.Negation) || i + 1 < tokens.Count && Emphasis(tokens[i], tokens[i + 1])) continue;
            if (tokens[i].Is("no") && i + 1 < tokens.Count && tokens[i + 1].Kind is Kind.Comma or Kind.Stop) continue;
            if (verb && !tokens[i].Has(Trait.Determiner | Trait.Pronoun) && i + 1 < tokens.Count && !tokens[i - 1].Has(Trait.Auxiliary | Trait.Modal) && tokens[i + 1].Word.Forms.HasFlag(VerbForms.Participle)) continue;
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

    // "not only", "nothing less than", "no doubt": they stress what they seem to deny.
    private static bool Emphasis(Token token, Token next) =>
        next.Is("only") || next.Is("more") && token.Is("no") || next.Is("fewer") && token.Is("no") || next.Is("merely") || next.Is("simply") || next.Is("just") && token.Is("not")
        || next.Is("less") && (token.Is("nothing") || token.Is("no")) || next.Is("doubt") && token.Is("no");

    private static Certainty Hedged(List<Token> tokens, int scope, List<Token> cue, List<Range16> evidence)
    {
        var certainty = Certainty.Certain;
        for (var i = 0; i < scope; i++) certainty = Lower(certainty, Of(tokens, i, evidence));
        for (var i = 0; i < cue.Count; i++) if (!cue[i].Has(Trait.Probable) || !cue[i].Has(Trait.Auxiliary)) certainty = Lower(certainty, Of(cue, i, evidence));
        return certainty;
    }

    private static Certainty Of(List<Token> tokens, int i, List<Range16> evidence)
    {
        var token = tokens[i];
        if (!token.Has(Trait.Possible | Trait.Probable | Trait.Hearsay) || token.Is("may") && token.Capital && i > 0) return Certainty.Certain;
        if (i + 1 < tokens.Count && (tokens[i + 1].Kind == Kind.Number || tokens[i + 1].Has(Trait.Numeral))) return Certainty.Certain;
        if (i > 0 && token.Word.Forms != VerbForms.None && tokens[i - 1].Has(Trait.Determiner | Trait.Possessive)) return Certainty.Certain;
        evidence.Add(new Range16(token.Start, token.End));
        return token.Has(Trait.Hearsay) ? Certainty.Underspecified : token.Has(Trait.Possible) ? Certainty.Possible : Certainty.Probable;
    }

    private static Certainty Lower(Certainty a, Certainty b) => a < b ? a : b;

    private static bool Fears(List<Token> cue) => !cue.Exists(t => t.Is("doubt") || t.Is("doubts") || t.Is("doubted") || t.Is("doubting"));

    private static bool Knows(List<Token> cue) => cue.Exists(t => t.Is("know") || t.Is("knows") || t.Is("knew") || t.Is("known") || t.Is("realize") || t.Is("realized") || t.Is("understood") || t.Is("remembered"));

    private static Mode Mode(string text, List<Token> tokens, int scope, List<Token> cue, Attribution from)
    {
        var last = tokens.Count - 1;
        while (last > 0 && tokens[last].Kind == Kind.Quote) last--;
        if (last >= 0 && tokens[last].Kind == Kind.Stop && text.AsSpan(tokens[last].Start, tokens[last].End - tokens[last].Start).Contains('?')) return Claims.Mode.Question;
        if (from.Sense == Sense.Ask || from.Sense == Sense.Believe && tokens.Count > 0 && tokens[0].Is("whether")) return Claims.Mode.Question;
        if (from.Sense == Sense.Promise) return Claims.Mode.Promise;
        if (Conditional(tokens, scope)) return Claims.Mode.Conditional;
        if (from.Sense == Sense.Predict) return Claims.Mode.Prediction;
        var (future, own, evaluates) = (false, false, false);
        for (var i = 0; i < scope; i++)
        {
            var token = tokens[i];
            var will = token.Is("will") || token.Is("won't") || token.Is("'ll") || token.Is("would") && !from.Narrator && from.Sense is Sense.Say or Sense.Believe or Sense.Doubt
                || token.Is("shall") || token.Is("to") && i > 0 && tokens[i - 1].Is("going") && i + 1 < scope && !tokens[i + 1].Capital;
            will |= i > 0 && tokens[i - 1].Has(Trait.Be) && (token.Is("coming") && i + 1 >= scope || (token.Is("likely") || token.Is("unlikely") || token.Is("due") || token.Is("set") || token.Is("bound") || token.Is("poised") || token.Is("about")) && i + 1 < tokens.Count && tokens[i + 1].Is("to"))
                || token.Is("coming") && i > 0 && tokens[i - 1].Has(Trait.Be) && i + 1 < tokens.Count && tokens[i + 1].Kind != Kind.Word;
            if (will && !future) own = i > 0 && (tokens[i - 1].Is("i") || tokens[i - 1].Is("we") || i > 2 && (tokens[i - 3].Is("i") || tokens[i - 3].Is("we")) && token.Is("to"));
            future |= will;
            evaluates |= token.Has(Trait.Evaluative);
        }
        if (future) return own && from.Sense == Sense.Say && !from.Narrator ? Claims.Mode.Promise : Claims.Mode.Prediction;
        if (cue.Exists(static t => t.Is("view") || t.Is("opinion"))) return Claims.Mode.Opinion;
        if (evaluates || from.Sense is Sense.Judge or Sense.Urge or Sense.Desire) return Claims.Mode.Opinion;
        return Claims.Mode.Assertion;
    }

    private static bool Conditional(List<Token> tokens, int scope)
    {
        var modal = false;
        if (Inverted(tokens)) return true;
        for (var i = 0; i < tokens.Count; i++)
        {
            if ((tokens[i].Is("if") || tokens[i].Is("unless")) && (i <= 2 || modal)) return true;
            modal |= tokens[i].Has(Trait.Modal);
        }
        return false;
    }

    // "Had the dam broken, many would have drowned": an auxiliary before its subject opens the condition (Quirk et al. 1985, 15.36).
    private static bool Inverted(List<Token> tokens)
    {
        var first = tokens.FindIndex(static t => t.Kind != Kind.Quote && !t.Is("that"));
        if (first < 0 || !tokens[first].Is("had") && !tokens[first].Is("were") && !tokens[first].Is("should")) return false;
        var comma = tokens.FindIndex(first, static t => t.Kind == Kind.Comma);
        return comma > first + 2 && tokens.FindIndex(comma, static t => t.Has(Trait.Modal)) > 0;
    }
}
