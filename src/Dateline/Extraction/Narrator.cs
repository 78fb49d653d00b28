namespace Dateline.Extraction;

/// <summary>Sentences in the document's own voice that say something checkable.</summary>
internal static class Narrator
{
    private const int LeastWorth = 420;

    /// <summary>Whether a sentence without attribution is a claim of the document's own.</summary>
    public static bool Claims(Reading r, Sentence s, Factuality f, int worth)
    {
        if (s.End - s.Start < 5 || r.Tokens[s.Start].Quote >= 0 || f.Mode == Dateline.Claims.Mode.Question) return false;
        return (Clauses.HasVerb(r, new(s.Start, s.End)) || Rumour(r, s)) && (worth >= LeastWorth || Rumour(r, s));
    }

    /// <summary>"reportedly", "unconfirmed reports say": an unnamed source, with no attribution of its own.</summary>
    public static bool Rumour(Reading r, Sentence s)
    {
        for (var i = s.Start; i < s.End; i++)
            if (r.Says(i, "reportedly") || r.Says(i, "allegedly") || r.Says(i, "unconfirmed") || r.Says(i, "purportedly") || r.Says(i, "supposedly")) return true;
        return false;
    }
}
