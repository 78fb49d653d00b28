using Dateline.Claims;

namespace Dateline.Extraction;

// The speech act, and the words that show it.
internal static partial class Factuality
{
    private static (Mode Mode, Range16 Shown) Mode(string text, List<Token> tokens, int scope, List<Token> cue, Attribution from)
    {
        var last = tokens.Count - 1;
        while (last > 0 && tokens[last].Kind == Kind.Quote) last--;
        if (last >= 0 && tokens[last].Kind == Kind.Stop && text.AsSpan(tokens[last].Start, tokens[last].End - tokens[last].Start).Contains('?')) return (Claims.Mode.Question, from.Sense == Sense.Ask ? from.Cue : default);
        if (from.Asks) return (Claims.Mode.Question, default);
        if (from.Sense == Sense.Ask || from.Sense == Sense.Believe && tokens.Count > 0 && tokens[0].Is("whether")) return (Claims.Mode.Question, from.Cue);
        if (LeftOpen(tokens) is { Empty: false } open) return (Claims.Mode.Question, open);
        // "Would not say if he had been paid": whether, and no condition.
        if (from.Sense is Sense.Say && tokens.Count > 0 && tokens[0].Is("if") && Negated(cue, 0, cue.Count, []) | Implicatives.Undo(cue, 0, cue.Count, []) && !tokens.Exists(static t => t.Kind == Kind.Comma)) return (Claims.Mode.Question, from.Cue);
        if (from.Sense == Sense.Promise) return (Claims.Mode.Promise, from.Cue);
        if (Conditional(tokens) is { Empty: false } condition) return (Claims.Mode.Conditional, condition);
        if (from.Sense == Sense.Predict) return (Claims.Mode.Prediction, from.Cue);
        var (future, evaluates, own) = (default(Range16), default(Range16), false);
        for (var i = 0; i < scope; i++)
        {
            var token = tokens[i];
            var will = token.Is("will") || token.Is("won't") || token.Is("'ll") || token.Is("would") && !from.Narrator && from.Sense is Sense.Say or Sense.Believe or Sense.Doubt or Sense.Deny
                || token.Is("shall") || token.Is("to") && i > 0 && tokens[i - 1].Is("going") && i + 1 < scope && !tokens[i + 1].Capital;
            will |= i > 0 && tokens[i - 1].Has(Trait.Be) && (token.Is("coming") && i + 1 >= scope || (token.Is("likely") || token.Is("unlikely") || token.Is("due") || token.Is("set") || token.Is("bound") || token.Is("poised") || token.Is("about")) && i + 1 < tokens.Count && tokens[i + 1].Is("to"))
                || token.Is("coming") && i > 0 && tokens[i - 1].Has(Trait.Be) && i + 1 < tokens.Count && tokens[i + 1].Kind != Kind.Word;
            will |= Futures.At(text, tokens, i) || token.Has(Trait.Weekday | Trait.Month | Trait.Day) && DateDirection.Timetabled(text, tokens, i);
            if (will && future.Empty) own = i > 0 && (tokens[i - 1].Is("i") || tokens[i - 1].Is("we") || i > 2 && (tokens[i - 3].Is("i") || tokens[i - 3].Is("we")) && token.Is("to"));
            if (will && future.Empty) future = new(token.Start, token.End);
            if (token.Has(Trait.Evaluative) && evaluates.Empty && Evaluation.Judges(text, tokens, i)) evaluates = new(token.Start, token.End);
        }
        if (!future.Empty) return (own && from.Sense == Sense.Say && !from.Narrator ? Claims.Mode.Promise : Claims.Mode.Prediction, future);
        if (cue.Exists(static t => t.Is("view") || t.Is("opinion"))) return (Claims.Mode.Opinion, from.Cue);
        if (!evaluates.Empty) return (Claims.Mode.Opinion, evaluates);
        if (from.Sense is Sense.Judge or Sense.Urge or Sense.Desire) return (Claims.Mode.Opinion, from.Cue);
        return Heads(text, tokens) is { Empty: false } to ? (Claims.Mode.Prediction, to) : (Claims.Mode.Assertion, default);
    }

    // Nouns of which an infinitive is a part.
    internal const string Planned = " plan plans bid bids move moves effort efforts decision deal attempt attempts right rights need pledge threat threats refusal vote votes way ways time order orders call calls ability failure proposal proposals agreement "
        + "chance power powers offer offers request requests reason reasons wish desire duty promise vow freedom permission pressure readiness intention ";

    // "Tarvo bridge to close in May": a headline's infinitive behind its subject is what is to come (Quirk et al. 1985, 11.46).
    private static Range16 Heads(string text, List<Token> tokens)
    {
        for (var i = 0; i + 1 < tokens.Count && tokens[i].IsWord | tokens[i].Kind == Kind.Number; i++)
        {
            if (tokens[i].Is("to"))
                return i > 0 && tokens[i + 1].Word.Forms.HasFlag(VerbForms.Base) && !tokens[i + 1].Capital && !Planned.Contains($" {Dates.Lower(text, tokens[i - 1])} ", StringComparison.Ordinal) && IsHeadline(text, tokens) ? new(tokens[i].Start, tokens[i].End) : default;
            if (tokens[i].Has(Trait.Auxiliary | Trait.Modal | Trait.Verb | Trait.Pronoun | Trait.Wh | Trait.Subordinator | Trait.Determiner) || tokens[i].Word.Forms != VerbForms.None && !tokens[i].Word.Nominal && !tokens[i].Capital) return default;
        }
        return default;
    }

    // A line of its own that ends in no stop.
    private static bool IsHeadline(string text, List<Token> tokens)
    {
        const int Longest = 160;
        var (start, end) = (tokens[0].Start, tokens[^1].End);
        while (start > 0 && text[start - 1] != '\n' && end - start < Longest) start--;
        while (end < text.Length && text[end] != '\n' && end - start < Longest) end++;
        return end - start < Longest && text.AsSpan(start, end - start).TrimEnd() is [.., not ('.' or '!' or '?' or '”' or '"')];
    }

    private static Range16 Conditional(List<Token> tokens)
    {
        var modal = false;
        if (Inverted(tokens) is { Empty: false } inverted) return inverted;
        for (var i = 0; i < tokens.Count; i++)
        {
            if ((tokens[i].Is("if") || tokens[i].Is("unless")) && (i <= 2 || modal)) return new(tokens[i].Start, tokens[i].End);
            if (Proviso(tokens, i, modal) is { Empty: false } proviso) return proviso;
            if (modal && Without(tokens, i)) return new(tokens[i].Start, tokens[i].End);
            modal |= tokens[i].Has(Trait.Modal);
        }
        return default;
    }

    // "(The party would have won) had turnout been higher": what did not happen (Quirk et al. 1985, 15.36 and 14.23).
    private static bool Without(List<Token> tokens, int i)
    {
        if (!tokens[i].Is("had") || i + 2 >= tokens.Count || tokens[i - 1].Has(Trait.Pronoun | Trait.Wh) || !tokens.Take(i).Any(static t => t.Is("have"))) return false;
        var next = tokens[i + 1];
        if (!next.IsWord || next.Has(Trait.Adverb | Trait.Negation | Trait.Preposition | Trait.Auxiliary) && !next.Has(Trait.Determiner) || next.Word.Forms.HasFlag(VerbForms.Participle) && !next.Capital) return false;
        for (var k = i + 2; k < tokens.Count && k <= i + LongestClause && tokens[k].Kind is Kind.Word or Kind.Number; k++)
            if (tokens[k].Has(Trait.Coordinator | Trait.Wh | Trait.Modal)) return false;
            else if (tokens[k].Is("been") || tokens[k].Word.Forms.HasFlag(VerbForms.Participle) && !tokens[k].Capital && !tokens[k - 1].Has(Trait.Determiner | Trait.Preposition)) return true;
        return false;
    }

    // "Had the dam broken, many would have drowned": an auxiliary before its subject opens the condition (Quirk et al. 1985, 15.36).
    private static Range16 Inverted(List<Token> tokens)
    {
        var first = tokens.FindIndex(static t => t.Kind != Kind.Quote && !t.Is("that"));
        if (first < 0 || !tokens[first].Is("had") && !tokens[first].Is("were") && !tokens[first].Is("should")) return default;
        var comma = tokens.FindIndex(first, static t => t.Kind == Kind.Comma);
        return comma > first + 2 && tokens.FindIndex(comma, static t => t.Has(Trait.Modal)) > 0 ? new(tokens[first].Start, tokens[first].End) : default;
    }
}
