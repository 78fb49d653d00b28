namespace Dateline.Extraction;

/// <summary>Headlines and transcripts that name a speaker before a colon: "Graham: …".</summary>
internal static class Headlines
{
    public static Found? Colon(Reading r, Sentence s, int n)
    {
        for (var i = s.Start + 1; i < s.End - 1 && i < s.Start + 6; i++)
        {
            if (!r.Tokens[i].Mark(':')) continue;
            if (Clauses.HasVerb(r, new(s.Start, i)) || !r.Tokens[i - 1].Capital || !r.Tokens[s.Start].Capital) return null;
            if (s.Paragraph > 0 && !Cues.Headline(r, s) && !r.Text.AsSpan(r.Tokens[s.Start].Start, r.Tokens[i - 1].End - r.Tokens[s.Start].Start).ToString().All(c => !char.IsLower(c))) return null;
            var found = new Found { Cue = new(i, i + 1), Kind = CueKind.Say, Speaker = new(s.Start, i), Sentence = n };
            found.Parts.Add(new(i + 1, s.End));
            return found;
        }
        return null;
    }
}
