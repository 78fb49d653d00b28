using Dateline.Claims;

namespace Dateline.Extraction;

/// <summary>Polarity, mode and certainty of one content, with the words that show them.</summary>
internal sealed record Factuality(Polarity Polarity, Mode Mode, Certainty Certainty, IReadOnlyList<Range> Evidence);

/// <summary>
/// Judges contents after FactBank (Saurí and Pustejovsky 2009): a marker counts when it stands in the content's main clause, before or
/// beside its first verb; markers inside relative clauses and quoted speech of others do not.
/// </summary>
internal static class FactualityRules
{
    private const int Reach = 60;

    public static Factuality Judge(Reading r, Found? found, Range content)
    {
        var evidence = new List<Range>();
        var negative = false;
        var certainty = Certainty.Certain;
        var mode = Mode.Assertion;
        if (found is not null) (negative, certainty, mode) = FromCue(found, evidence);
        var start = Skip(r, content);
        var end = Math.Min(content.End, start + Reach);
        if (mode == Mode.Assertion && (found?.Kind == CueKind.Ask || Asks(r, content)) && !(found is { Kind: CueKind.Tell })) mode = Mode.Question;
        if (r.Says(start, "if") || r.Says(start, "unless"))
        {
            evidence.Add(new(start, start + 1));
            if (mode == Mode.Assertion) { mode = Mode.Conditional; certainty = Lower(certainty, Certainty.Underspecified); }
        }
        var verb = false;
        var depth = 0;
        for (var i = start; i < end; i++)
        {
            if (depth == 0 && i > start && Subordinate(r, i)) { if (verb) break; depth = 1; }
            if (depth > 0) { if (r.Comma(i)) depth = 0; continue; }
            if (r.Stop(i)) break;
            if (verb && r.Comma(i)) break;
            if (r.Is(i, Tag.Negation) && Negates(r, i, start, verb)) { negative = !negative; evidence.Add(new(i, i + 1)); }
            if (r.Is(i, Tag.Possible) && !Month(r, i)) { certainty = Lower(certainty, Certainty.Possible); evidence.Add(new(i, i + 1)); }
            else if (r.Is(i, Tag.Modal) && Future(r, i)) Predict(r, found, content, i, evidence, ref mode);
            else if (r.Is(i, Tag.Probable) && !r.Is(i, Tag.Modal))
            {
                certainty = Lower(certainty, Certainty.Probable);
                if (r.Says(i, "unlikely")) negative = !negative;
                evidence.Add(new(i, i + 1));
                if (mode == Mode.Assertion && (r.Says(i, "expected") || r.Says(i, "likely") || r.Says(i, "unlikely")) && r.Says(i + 1, "to")) mode = Mode.Prediction;
            }
            if (r.Is(i, Tag.Opinion) && mode == Mode.Assertion && (r.Is(i, Tag.Modal) || verb))
            {
                if (!r.Says(i, "must") && !r.Says(i, "right")) { mode = Mode.Opinion; evidence.Add(new(i, i + 1)); }
            }
            if (r.Says(i, "going") && r.Says(i + 1, "to") && r.Is(i - 1, Tag.Be)) Predict(r, found, content, i, evidence, ref mode);
            if (r.VerbLike(i) && !r.Is(i, Tag.Auxiliary | Tag.Modal)) verb = true;
            if (r.Is(i, Tag.Be)) verb = true;
        }
        for (var i = start; i < end && mode == Mode.Prediction; i++)
            if (r.Says(i, "if") || r.Says(i, "unless")) { mode = Mode.Conditional; evidence.Add(new(i, i + 1)); }
        return new(negative ? Polarity.Negative : Polarity.Positive, mode, certainty, evidence);
    }

    private static (bool, Certainty, Mode) FromCue(Found found, List<Range> evidence)
    {
        if (found.Denies) evidence.Add(found.Cue);
        else if (found.Negated) evidence.Add(found.Cue);
        var negative = found.Denies != found.Negated && found.Kind is CueKind.Deny or CueKind.Believe;
        if (found.Kind == CueKind.Deny) negative = !found.Negated;
        var mode = found.Kind switch
        {
            CueKind.Want => found.Promises ? Mode.Promise : Mode.Opinion,
            CueKind.Judge or CueKind.Name => Mode.Opinion,
            CueKind.Ask => Mode.Question,
            _ when found.Predicts => Mode.Prediction,
            _ => Mode.Assertion
        };
        var certainty = found.Kind switch
        {
            CueKind.Ask => Certainty.Underspecified,
            CueKind.Believe => found.Hedges ? Certainty.Possible : found.Knows ? Certainty.Certain : Certainty.Probable,
            CueKind.Seem => Certainty.Probable,
            CueKind.Say or CueKind.Deny or CueKind.Tell or CueKind.Show => found.Negated ? Certainty.Underspecified : found.Hedges ? Certainty.Probable : Certainty.Certain,
            _ => Certainty.Underspecified
        };
        if (found.Hedges) evidence.Add(found.Cue);
        return (negative, certainty, mode);
    }

    private static Certainty Lower(Certainty a, Certainty b) => a < b ? a : b;

    private static int Skip(Reading r, Range content)
    {
        var i = content.Start;
        while (i < content.End && (r.Tokens[i].Kind == TokenKind.Quote || r.Says(i, "that"))) i++;
        return i;
    }

    private static bool Asks(Reading r, Range content)
    {
        for (var i = content.End - 1; i > content.Start && i > content.End - 4; i--)
            if (r.Tokens[i].Mark('?')) return true;
        return r.Says(content.Start, "whether");
    }

    private static bool Subordinate(Reading r, int i) => r.Is(i, Tag.Relative) && !r.Says(i, "what")
        || r.Is(i, Tag.Subordinator) && !r.Is(i, Tag.Adverb) && (r.Says(i, "because") || r.Says(i, "although") || r.Says(i, "while") || r.Says(i, "though") || r.Says(i, "when"));

    // "no" and "not" deny the clause before its verb or beside the auxiliary; "not only" and "no. 1" do not.
    private static bool Negates(Reading r, int i, int start, bool verb)
    {
        if (r.Says(i + 1, "only") || r.Says(i + 1, "just") || r.Says(i, "without") && verb) return false;
        if (r.Says(i, "nor") || r.Says(i, "neither") && verb) return false;
        return !r.Says(i, "no") || i == start || r.VerbLike(i - 1) || !verb;
    }

    private static bool Month(Reading r, int i) => r.Says(i, "may") && r.Tokens[i].Capital && i + 1 < r.Tokens.Length && (r.Tokens[i + 1].Kind == TokenKind.Number || r.Is(i - 1, Tag.Preposition));

    private static bool Future(Reading r, int i) => r.Says(i, "will") || r.Says(i, "won't") || r.Says(i, "won’t") || r.Says(i, "shall") || r.Says(i, "would")
        || r.Of(i).Length == 3 && r.Of(i)[1..].Equals("ll", StringComparison.OrdinalIgnoreCase);

    // "We will …" from the speaker is a promise; of others it is a prediction.
    private static void Predict(Reading r, Found? found, Range content, int i, List<Range> evidence, ref Mode mode)
    {
        evidence.Add(new(i, i + 1));
        if (mode != Mode.Assertion) return;
        var own = r.Says(i - 1, "I") || r.Says(i - 1, "we") || r.Is(i - 1, Tag.Be) && (r.Says(i - 2, "I") || r.Says(i - 2, "we"));
        if (found is not null && !own && i > 0 && r.Is(i - 1, Tag.Pronoun) && (r.Says(i - 1, "he") || r.Says(i - 1, "she") || r.Says(i - 1, "it") || r.Says(i - 1, "they")))
            own = i - 1 <= Skip(r, content) + 1 && !found.Speaker.Empty;
        mode = found is not null && own ? Mode.Promise : Mode.Prediction;
    }
}
