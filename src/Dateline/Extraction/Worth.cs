using Dateline.Claims;

namespace Dateline.Extraction;

/// <summary>Whether a sentence is worth checking: the features of check-worthiness (ClaimBuster, Hassan et al. 2017): numbers, names, events, and no opinion.</summary>
internal static class Worth
{
    /// <summary>Thousandths, and the features that made them.</summary>
    internal static (int Worth, string Reason) Of(List<Token> tokens, List<NumberFact> numbers, List<DateFact> dates, Judged judged)
    {
        var reasons = new List<string>();
        var (worth, weighty, names) = (200, 0, 0);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Has(Trait.Weighty)) weighty++;
            if (i > 0 && tokens[i].Capital && !tokens[i].Has(Trait.Pronoun)) names++;
        }
        Count(numbers.Count, 150, 2, "a number", "numbers");
        Count(dates.Count, 80, 1, "a date", "dates");
        Count(weighty, 100, 2, "a grave matter", "grave matters");
        Count(names, 60, 2, "a name", "names");
        switch (judged.Mode)
        {
            case Mode.Assertion: worth += 100; break;
            case Mode.Prediction or Mode.Promise: worth += 50; reasons.Add(judged.Mode == Mode.Promise ? "a promise" : "a prediction"); break;
            case Mode.Question: worth -= 250; reasons.Add("asks rather than asserts"); break;
            case Mode.Opinion: worth -= 150; reasons.Add("an opinion"); break;
            default: worth -= 50; reasons.Add("depends on a condition"); break;
        }
        if (tokens.Count < 4)
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
