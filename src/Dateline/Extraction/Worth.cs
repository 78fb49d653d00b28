using Dateline.Claims;

namespace Dateline.Extraction;

/// <summary>
/// How much a claim deserves checking: what can be checked (numbers, days, names, things that happened) counts for it, judgement and
/// questions against it (features: Hassan et al., ClaimBuster, KDD 2017).
/// </summary>
internal static class Worth
{
    internal static (int Worth, string Reason) Of(TokenisedText text, List<Stretch> parts, int numbers, int dates, Factuality f)
    {
        var (words, names) = (0, 0);
        foreach (var part in parts)
        {
            for (var i = part.Start; i < part.End; i++)
            {
                if (!text.IsWord(i)) continue;
                words++;
                if (text.IsCapital(i) && i > part.Start && !text.IsCapital(i - 1)) names++;
            }
        }
        var reasons = new List<string>();
        var worth = 350;
        if (numbers > 0) Add(200, "it has numbers");
        if (dates > 0) Add(80, "it names a day");
        if (names > 0) Add(Math.Min(180, 70 * names), "it names names");
        if (words is >= 6 and <= 45) worth += 60;
        if (words < 5) worth -= 200;
        if (f.Mode is Mode.Opinion) Add(-200, "it judges");
        if (f.Mode is Mode.Question) Add(-300, "it asks");
        if (f.Mode is Mode.Prediction or Mode.Promise) Add(40, "it can come true or not");
        if (f.Polarity == Polarity.Negative) Add(60, "it denies");
        return (Math.Clamp(worth, 0, 1000), reasons.Count == 0 ? "a plain statement" : string.Join(", ", reasons));

        void Add(int points, string reason)
        {
            worth += points;
            reasons.Add(reason);
        }
    }
}
