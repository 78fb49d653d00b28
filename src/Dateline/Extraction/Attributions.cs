namespace Dateline.Extraction;

/// <summary>An attribution as stretches of tokens.</summary>
internal sealed record Attribution(List<Stretch> Tokens, Stretch? Source, Stretch? Via, Stretch? Cue, Stand Stand, TokenisedText Text)
{
    /// <summary>The content as spans of the text, in text order.</summary>
    internal IReadOnlyList<Claims.Span> Content => [.. Tokens.Select(Text.Span)];
}

/// <summary>
/// Finds attributions: a cue, then its source and its content by where the cue stands (PARC 3.0 and PolNeAR guidelines: source, cue, content;
/// a quotation broken by its cue is one content of several parts).
/// </summary>
internal static class Attributions
{
    internal static List<Attribution> Find(TokenisedText text)
    {
        var found = new List<Attribution>();
        var used = new HashSet<int>();
        for (var s = 0; s < text.Sentences.Count; s++)
        {
            var sentence = text.Sentences[s];
            for (var i = sentence.Start; i < sentence.End; i++)
            {
                if (At(text, sentence, i) is not { } attribution) continue;
                found.Add(attribution);
                foreach (var part in attribution.Tokens)
                    if (text.QuotationAt(part.Start) is var q and >= 0) used.Add(q);
                i = Math.Max(i, attribution.Cue!.Value.End - 1);
            }
        }
        Continue(text, found, used);
        return found;
    }

    private static Attribution? At(TokenisedText text, Stretch sentence, int i)
    {
        if (text.IsMark(i, ':')) return Colon.At(text, sentence, i);
        if (!text.IsWord(i) || text.Tokens[i].Start == text.Tokens[sentence.Start].Start && text.IsQuote(i)) return null;
        var word = text.Lower(i);
        if (word == "according" && text.Is(i + 1, "to")) return According.At(text, sentence, i);
        if (CueLexicon.TryVerb(word, out var verb)) return VerbCue.At(text, sentence, i, verb.Takes, verb.Stand);
        return CueLexicon.TryNoun(word, out var stand) && text.Is(i + 1, "that") ? NounCue.At(text, sentence, i, stand) : null;
    }

    /// <summary>
    /// A quotation that nothing attributes goes on with what was said before it: in the same paragraph after an attributed one, or as a
    /// paragraph of its own right after.
    /// </summary>
    private static void Continue(TokenisedText text, List<Attribution> found, HashSet<int> used)
    {
        var last = -1;
        for (var q = 0; q < text.Quotations.Count; q++)
        {
            var quotation = text.Quotations[q];
            while (last + 1 < found.Count && found[last + 1].Cue!.Value.Start < quotation.Start) last++;
            if (last < 0 || used.Contains(q) || quotation.Length < 6 || !OpensSentence(text, quotation)) continue;
            var before = found[last];
            if (before.Tokens[^1].End > quotation.Start || text.QuotationAt(before.Tokens[^1].Start) < 0) continue;
            if (Breaks(text, Math.Max(before.Tokens[^1].End, before.Cue!.Value.End), quotation.Start) > 1) continue;
            before.Tokens.Add(quotation);
            used.Add(q);
        }
    }

    private static bool OpensSentence(TokenisedText text, Stretch quotation) =>
        text.Sentences[text.SentenceAt(quotation.Start)].Start == quotation.Start;

    private static int Breaks(TokenisedText text, int from, int to)
    {
        var breaks = 0;
        for (var i = from; i < to && breaks < 2; i++) breaks += text.Tokens[i].Kind == TokenKind.Break ? 1 : 0;
        return to - from > 60 ? 2 : breaks;
    }
}
