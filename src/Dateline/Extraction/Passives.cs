namespace Dateline.Extraction;

/// <summary>Passive cues: "was criticised by S", "is expected to", "was told that".</summary>
internal static class Passives
{
    public static Found? Read(Reading r, Sentence s, int n, Cue cue, int floor)
    {
        var g = cue.Group;
        var found = new Found { Cue = g, Kind = cue.Lemma.Kind, Sentence = n, Negated = cue.Negated, Lemma = cue.Lemma.Lemma };
        if (cue.Lemma.Kind == CueKind.Ask && (r.Says(g.End, "about") || r.Is(g.End, Tag.Subordinator | Tag.Relative)))
        {
            var end = g.End;
            while (end < s.End && !r.Comma(end) && !r.Stop(end)) end++;
            found.Parts.Add(new(g.End, end));
            return found;
        }
        var subject = Speakers.Before(r, s, g.Start);
        if (r.Says(g.End, "by"))
        {
            found.Speaker = Speakers.After(r, s, g.End + 1);
            if (!subject.Empty) found.Parts.Add(subject);
            return found.Speaker.Empty ? null : found;
        }
        if (cue.Lemma.Kind == CueKind.Name || cue.Lemma.Kind == CueKind.Judge) return null;
        if (!r.Says(g.End, "to") && !r.Says(g.End, "that") && !r.Says(g.End, "about")) return null;
        if (r.Says(g.End, "to") && !subject.Empty) found.Parts.Add(subject);
        found.Parts.Add(new(g.End, Contents.End(r, s, g.End, true)));
        return found;
    }
}
