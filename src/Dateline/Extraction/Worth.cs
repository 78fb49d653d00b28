using Dateline.Claims;

namespace Dateline.Extraction;

/// <summary>
/// How much a mention deserves checking, in thousandths: a sum of the features that Hassan et al. 2017 (ClaimBuster) found to matter,
/// numbers first, then named entities, tense and length; what is opinion, question or promise counts less.
/// </summary>
internal static class WorthRules
{
    public static (int Worth, string Reason) Judge(Reading r, Range content, Factuality f, int numbers, int dates, bool quoted)
    {
        int words = 0, names = 0;
        bool past = false, first = false, present = false;
        for (var i = content.Start; i < content.End && words < 120; i++)
        {
            var t = r.Tokens[i];
            if (t.Kind != TokenKind.Word) continue;
            words++;
            if (t.Capital && i > content.Start && !t.Is(Tag.Function | Tag.Title) && !r.Tokens[i - 1].Capital && r.Tokens[i - 1].Kind != TokenKind.Quote) names++;
            if (r.VerbLike(i))
            {
                past |= t.Entry is null || t.Is(Tag.Verb) || (t.Entry.Forms & Form.Past) != 0 || r.Says(i, "was") || r.Says(i, "were") || r.Says(i, "had") || r.Says(i, "has") || r.Says(i, "have");
                present |= t.Is(Tag.Auxiliary);
            }
            first |= r.Says(i, "I") || r.Says(i, "we");
        }
        var reasons = new List<string>();
        var worth = 150;
        void Add(bool holds, int points, string reason)
        {
            if (!holds) return;
            worth += points;
            reasons.Add(reason);
        }
        Add(numbers > 0, Math.Min(180 + 60 * numbers, 330), numbers == 1 ? "a number" : $"{numbers} numbers");
        Add(names > 0, Math.Min(70 + 40 * names, 200), names == 1 ? "a name" : "names");
        Add(past, 140, "says what happened");
        Add(!past && present, 70, "says what is so");
        Add(dates > 0, 60, "a date");
        Add(quoted, 30, "in the speaker's own words");
        Add(words is >= 8 and <= 45, 60, "a full sentence");
        Add(words < 5, -120, "too short");
        Add(first, -40, "in the first person");
        Add(f.Polarity == Polarity.Negative, 40, "denies something");
        Add(f.Mode == Mode.Opinion, -200, "an opinion");
        Add(f.Mode == Mode.Question, -250, "a question");
        Add(f.Mode is Mode.Promise or Mode.Conditional, -120, f.Mode == Mode.Promise ? "a promise" : "conditional");
        Add(f.Mode == Mode.Prediction, -60, "a prediction");
        return (Math.Clamp(worth, 0, 1000), reasons.Count == 0 ? "nothing that can be checked" : string.Join(", ", reasons));
    }
}
