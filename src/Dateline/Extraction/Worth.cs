namespace Dateline.Extraction;

/// <summary>Whether a sentence is worth checking: the features of check-worthiness (ClaimBuster, Hassan et al. 2017): numbers, names, events, and no opinion.</summary>
internal static class Worth
{
    internal static bool Checkworthy(Passage p, int first, int limit)
    {
        if (limit - first < 5) return false;
        var (verb, fact) = (false, false);
        for (var i = first; i < limit; i++)
        {
            verb |= p.Verb(i);
            fact |= p[i].Kind == Kind.Number || p[i].Has(Trait.Weighty | Trait.Hearsay | Trait.Numeral);
        }
        return verb && fact;
    }
}
