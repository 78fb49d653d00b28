using Dateline.Claims;

namespace Dateline.Extraction;

/// <summary>What a mention's words say of polarity, mode and certainty, and which words say it.</summary>
internal sealed record Judged(Polarity Polarity, Mode Mode, Certainty Certainty, List<Range16> Evidence);

/// <summary>
/// Factuality after FactBank (Saurí and Pustejovsky 2009): the cue's class, then negations and hedges whose scope is the main clause
/// (scope ends at the first subordinate clause, as in BioScope, Vincze et al. 2008).
/// </summary>
internal static partial class Factuality
{
    internal static Judged Judge(string text, List<Token> tokens, List<Token> cue, List<Token> source, Attribution from)
    {
        var evidence = new List<Range16>();
        var scope = Scope(tokens);
        var negative = IsNegative(tokens, evidence);
        var nobody = Nobody(source, evidence);
        // "Few doubt it": most believe it. Whom "few believe" it are those who do.
        var few = from.Sense is Sense.Doubt && source.Count > 0 && source[0].Is("few");
        if (few) evidence.Add(new Range16(source[0].Start, source[0].End));
        var cueNegated = (Negated(cue, 0, cue.Count, evidence) ^ Implicatives.Undo(cue, 0, cue.Count, evidence)) | nobody;
        var unknowing = Unknowing(tokens, cue, from, cueNegated);
        var certainty = Hedged(tokens, scope, cue, evidence);
        for (var i = 0; i < source.Count; i++)
            if (source[i].Has(Trait.Hearsay)) certainty = Lower(certainty, Of(source, i, evidence));
        if (Unverified(source)) certainty = Certainty.Underspecified;
        if (from is { Hearsay: true, Sense: Sense.Say or Sense.Believe }) certainty = Certainty.Underspecified;
        if (Untrue(tokens) is { Empty: false } untrue)
        {
            evidence.Add(untrue);
            // "Rumours that … are false": whoever says so is sure.
            if (evidence.RemoveAll(e => tokens.Exists(t => t.Start == e.Start && t.Has(Trait.Hearsay))) > 0 && certainty is Certainty.Underspecified) certainty = Certainty.Certain;
        }
        if (from.Sense is Sense.Deny && !cueNegated)
        {
            negative = !negative;
            evidence.Add(from.Cue);
        }
        else if (from.Sense is Sense.Doubt && !Fears(cue) && !Undoubted(cue) && !nobody && !few)
        {
            negative = !negative;
            evidence.Add(from.Cue);
        }
        else if (unknowing) { }
        else if (cueNegated && from.Sense is Sense.Believe or Sense.Predict or Sense.Seem or Sense.Judge or Sense.Desire or Sense.Promise) negative = !negative;
        var (mode, shown) = unknowing ? (Claims.Mode.Question, from.Cue) : Mode(text, tokens, scope, cue, from);
        if (!shown.Empty) evidence.Add(shown);
        if (OwnDoubt(tokens) is { Empty: false } doubt)
        {
            certainty = Lower(certainty, Certainty.Probable);
            evidence.Add(doubt);
        }
        if (OwnDenial(tokens) is { Empty: false } denial) evidence.Add(denial);
        if (from.Sense is Sense.Doubt && (Undoubted(cue) || nobody)) { }
        else if (from.Sense is Sense.Predict or Sense.Seem or Sense.Doubt or Sense.Believe && !Knows(cue)) certainty = Lower(certainty, Certainty.Probable);
        if (cueNegated && from.Sense is Sense.Say or Sense.Show or Sense.Deny || from.Sense is Sense.Urge or Sense.Desire || mode is Claims.Mode.Question or Claims.Mode.Conditional)
            certainty = Certainty.Underspecified;
        if (NotAll(source)) certainty = Certainty.Underspecified;
        if (!from.Against.Empty || Falsely(cue) is { Empty: false })
        {
            certainty = Certainty.Underspecified;
            evidence.Add(from.Against.Empty ? Falsely(cue) : from.Against);
        }
        return new Judged(negative ? Polarity.Negative : Polarity.Positive, mode, certainty, Apart(evidence));
    }

    /// <summary>Whether words by themselves, whoever says them, say that something is not so.</summary>
    internal static bool IsNegative(List<Token> words, List<Range16> evidence)
    {
        // "It is not clear whether": what is left open is not denied.
        if (!LeftOpen(words).Empty) return false;
        var scope = Scope(words);
        var (from, to) = (Opening(words, scope), Conjunct(words, scope));
        return Negated(words, from, to, evidence) ^ Implicatives.Undo(words, from, to, evidence) ^ !Untrue(words).Empty ^ !OwnDoubt(words).Empty ^ !OwnDenial(words).Empty;
    }

    // In text order, none within another.
    private static List<Range16> Apart(List<Range16> evidence)
    {
        evidence.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        var kept = 0;
        for (var i = 0; i < evidence.Count; i++)
            if (kept == 0 || evidence[i].End > evidence[kept - 1].End) evidence[kept++] = evidence[i];
        evidence.RemoveRange(kept, evidence.Count - kept);
        return evidence;
    }

    /// <summary>Whether a modal looks ahead ("may leave on Monday") rather than back ("may have left").</summary>
    internal static bool Forward(List<Token> tokens)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
            if (tokens[i].Has(Trait.Modal) && !tokens[i].Is("can") && !tokens[i].Is("'d") && !tokens[i + 1].Is("have") && !(tokens[i].Is("may") && tokens[i].Capital && i > 0)) return true;
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

    private static bool Fears(List<Token> cue) => !cue.Exists(t => t.Is("doubt") || t.Is("doubts") || t.Is("doubted") || t.Is("doubting"));

    private static bool Knows(List<Token> cue) => cue.Exists(t => t.Is("know") || t.Is("knows") || t.Is("knew") || t.Is("known") || t.Is("realize") || t.Is("realized") || t.Is("understood") || t.Is("remembered"));
}
