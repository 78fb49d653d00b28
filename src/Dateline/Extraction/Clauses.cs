namespace Dateline.Extraction;

/// <summary>Small questions about clauses.</summary>
internal static class Clauses
{
    public static bool HasVerb(Reading r, Range range)
    {
        for (var i = range.Start; i < range.End; i++) if (r.VerbLike(i)) return true;
        return false;
    }

    /// <summary>A noun phrase up to its first comma or relative clause.</summary>
    public static Range Head(Reading r, Range phrase)
    {
        for (var i = phrase.Start + 1; i < phrase.End; i++)
            if (r.Comma(i) || r.Is(i, Tag.Relative) || r.Says(i, "that")) return new(phrase.Start, i);
        return phrase;
    }

    /// <summary>The subject of a sentence's first clause: what stands before its first finite verb.</summary>
    public static Range Subject(Reading r, Sentence s)
    {
        for (var i = s.Start + 1; i < s.End && i < s.Start + 40; i++)
            if (r.VerbLike(i) && !r.Is(i - 1, Tag.Relative)) return Speakers.Before(r, s, i);
        return default;
    }
}
