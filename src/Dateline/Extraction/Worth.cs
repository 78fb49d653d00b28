using Dateline.Claims;

namespace Dateline.Extraction;

/// <summary>Whether a sentence is worth checking: the features of check-worthiness (ClaimBuster, Hassan et al. 2017): numbers, names, events, and no opinion.</summary>
internal static class Worth
{
    // "it", "that", "which": pronouns and function words alone.
    private static bool Empty(List<Token> tokens) => tokens.TrueForAll(static t => !t.IsWord && t.Kind != Kind.Number
        || t.Has(Trait.Pronoun | Trait.Determiner | Trait.Wh | Trait.Preposition | Trait.Subordinator | Trait.Possessive) && !t.Has(Trait.Numeral));

    // "Grossed $120m": a form in -ed that the lexicon does not hold, behind its subject.
    private static bool Past(string text, List<Token> tokens, int i) => i > 0 && tokens[i] is { IsWord: true, Capital: false } token && ReferenceEquals(token.Word, Word.Unknown) && token.End - token.Start > 4
        && text[token.End - 1] == 'd' && text[token.End - 2] == 'e' && !tokens[i - 1].Has(Trait.Determiner | Trait.Possessive | Trait.Preposition | Trait.Be) && text.AsSpan(token.Start, token.End - token.Start).IndexOf('-') < 0;

    /// <summary>Thousandths, and the features that made them.</summary>
    internal static (int Worth, string Reason) Of(string text, List<Token> tokens, List<NumberFact> numbers, List<DateFact> dates, Judged judged)
    {
        var reasons = new List<string>();
        var (worth, weighty, names, told) = (200, 0, 0, false);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Has(Trait.Weighty)) weighty++;
            if (tokens[i].Capital && !tokens[i].Has(Trait.Pronoun) && (i > 0 || ReferenceEquals(tokens[i].Word, Word.Unknown))) names++;
            if (tokens[i].Has(Trait.Negation) || tokens[i].Word.Forms.HasFlag(VerbForms.Past) && !tokens[i].Capital || tokens[i].Is("has") || tokens[i].Is("have") || tokens[i].Is("was") || tokens[i].Is("were") || tokens[i].Is("had") || Past(text, tokens, i)) told = true;
        }
        Count(numbers.Count, 150, 2, "a number", "numbers");
        Count(dates.Count, 80, 1, "a date", "dates");
        Count(weighty, 100, 2, "a grave matter", "grave matters");
        Count(names, 100, 2, "a name", "names");
        switch (judged.Mode)
        {
            case Mode.Assertion:
                worth += 100;
                if (told) Count(1, 100, 1, "says what happened", "");
                // A flat denial stands against what somebody else says.
                if (judged is { Polarity: Polarity.Negative, Certainty: Certainty.Certain }) Count(1, 100, 1, "says that it is not so", "");
                break;
            case Mode.Prediction or Mode.Promise: worth += 200; reasons.Add(judged.Mode == Mode.Promise ? "a promise that can be kept or broken" : "a prediction that can come true or fail"); break;
            case Mode.Question: worth -= 250; reasons.Add("asks rather than asserts"); break;
            case Mode.Opinion: worth -= 150; reasons.Add("an opinion"); break;
            default: worth -= 50; reasons.Add("depends on a condition"); break;
        }
        if (Empty(tokens))
        {
            worth = Math.Min(worth, 50);
            reasons.Add("names nothing by itself");
        }
        else if (tokens.Count < 4 && !told)
        {
            worth -= 150;
            reasons.Add("very short");
        }
        return (Math.Clamp(worth, 0, 1000), reasons.Count == 0 ? "a plain assertion" : string.Join(", ", reasons));

        void Count(int count, int each, int most, string one, string many)
        {
            if (count == 0) return;
            worth += each * Math.Min(count, most);
            reasons.Add(count == 1 ? one : many);
        }
    }
}
