using System.Collections.Frozen;
using Dateline.Claims;

namespace Dateline.Extraction;

/// <summary>
/// Polarity, mode and certainty relative to the speaker, with the tokens that show them (FactBank: Saurí and Pustejovsky 2009; hedges:
/// Hyland 1998; modals: Palmer 2001).
/// </summary>
internal sealed record Factuality(Polarity Polarity, Mode Mode, Certainty Certainty, IReadOnlyList<int> Evidence)
{
    private static readonly FrozenSet<string> negations =
        "not never no none neither nor nobody nothing cannot can't won't don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't wouldn't couldn't shouldn't without".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> possible =
        "may might could possibly perhaps maybe conceivably possible allegedly alleged rumored rumoured rumors rumours rumor unconfirmed unverified purportedly supposedly".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> probable =
        "likely probably should expected apparently presumably seems seem appears appear seemingly reportedly suggests suggest indicate indicates".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> judging =
        "should ought must best worst great terrible good bad wrong right unacceptable outrageous disgraceful important better worse foolish wise dangerous stupid shameful".Split(' ').ToFrozenSet();

    /// <summary>The factuality of a content under its cue.</summary>
    internal static Factuality Of(TokenisedText text, List<Stretch> content, Stretch? cue, Stand stand, Stretch? source)
    {
        var evidence = new List<int>();
        var (negative, certainty, future, judged, conditional, question) = (false, Certainty.Certain, false, false, false, false);
        var verbSeen = false;
        foreach (var part in content)
        {
            for (var i = part.Start; i < part.End; i++)
            {
                if (text.IsMark(i, '?')) question = true;
                if (!text.IsWord(i)) continue;
                var word = text.Lower(i);
                if (negations.Contains(word) && i - part.Start < 14 && !negative && !text.Is(i + 1, "only"))
                {
                    negative = true;
                    evidence.Add(i);
                }
                else if (possible.Contains(word) && Lower(ref certainty, Certainty.Possible)) evidence.Add(i);
                else if (probable.Contains(word) && Lower(ref certainty, Certainty.Probable)) evidence.Add(i);
                if (word is "will" or "won't" or "shall" or "'ll" || (word is "going" && text.Is(i + 1, "to")) || word.EndsWith("'ll", StringComparison.Ordinal)) future |= !verbSeen || i - part.Start < 14;
                if (judging.Contains(word)) judged = true;
                if ((word is "if" or "unless" or "provided") && i - part.Start < 3) conditional = true;
                verbSeen |= word is "is" or "was" or "are" or "were" or "has" or "had";
            }
        }
        question |= content.Count > 0 && text.IsMark(content[^1].End, '?');
        if (stand == Stand.Denies && cue is { } denial)
        {
            negative = !negative;
            evidence.Add(denial.Start);
        }
        certainty = Under(text, cue, stand, certainty, evidence);
        return new(negative ? Polarity.Negative : Polarity.Positive, ModeOf(text, stand, source, content, future, judged, conditional, question), certainty, evidence);
    }

    private static Mode ModeOf(TokenisedText text, Stand stand, Stretch? source, List<Stretch> content, bool future, bool judged, bool conditional, bool question)
    {
        if (question || stand == Stand.Asks) return Mode.Question;
        if (conditional) return Mode.Conditional;
        if (stand == Stand.Promises) return Mode.Promise;
        if (stand == Stand.Predicts) return Mode.Prediction;
        if (future) return IsOwnAct(text, source, content) ? Mode.Promise : Mode.Prediction;
        return judged ? Mode.Opinion : Mode.Assertion;
    }

    /// <summary>"I will", "we will", or "he will" of a speaker who is named by a pronoun too.</summary>
    private static bool IsOwnAct(TokenisedText text, Stretch? source, List<Stretch> content)
    {
        var first = content[0].Start;
        for (var i = first; i < Math.Min(content[0].End, first + 4); i++)
        {
            var word = text.Lower(i);
            if (word is "i" or "we" or "i'll" or "we'll") return true;
            if (source is { } s && word is "he" or "she" or "they" && text.Lower(source!.Value.Start) == word) return true;
        }
        return false;
    }

    private static Certainty Under(TokenisedText text, Stretch? cue, Stand stand, Certainty certainty, List<int> evidence)
    {
        if (stand is Stand.Believes && certainty == Certainty.Certain && cue is { } belief)
        {
            if (text.Lower(belief.End - 1) is "know" or "knows" or "knew" or "known") return certainty;
            evidence.Add(belief.End - 1);
            return Certainty.Probable;
        }
        if (stand is Stand.Doubts && cue is { } doubt)
        {
            evidence.Add(doubt.End - 1);
            return Certainty.Possible;
        }
        if (cue is { } said && text.Lower(said.End - 1) is "suggested" or "suggest" or "suggests" or "hinted" or "speculated" or "speculate" && Lower(ref certainty, Certainty.Possible)) evidence.Add(said.End - 1);
        return stand == Stand.Asks ? Certainty.Underspecified : certainty;
    }

    private static bool Lower(ref Certainty certainty, Certainty to)
    {
        if (certainty <= to) return false;
        certainty = to;
        return true;
    }
}
