namespace Dateline.Extraction;

/// <summary>Small questions about clauses.</summary>
internal static class Clauses
{
    public static bool HasVerb(Reading r, Range range)
    {
        for (var i = range.Start; i < range.End; i++) if (r.VerbLike(i)) return true;
        return false;
    }

    /// <summary>The subject of a sentence's first clause: what stands before its first finite verb.</summary>
    public static Range Subject(Reading r, Sentence s)
    {
        for (var i = s.Start + 1; i < s.End && i < s.Start + 40; i++)
            if (r.VerbLike(i) && !r.Is(i - 1, Tag.Relative)) return Speakers.Before(r, s, i);
        return default;
    }
}
