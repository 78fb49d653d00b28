using Dateline.Extraction;

namespace Dateline.Matching;

/// <summary>
/// Numbers that say of how many a part is taken: "five of the seven hostages", "of the seven hostages, five" (partitives: Quirk et al. 1985, 5.5 to 5.9 and 6.48). They are compared with other wholes only.
/// "All of the seven" takes no part.
/// </summary>
internal static class Wholes
{
    private static readonly string[] some = ["half", "third", "thirds", "quarter", "quarters", "fifth", "fifths", "percent", "cent", "majority", "minority", "most", "many", "several", "some", "few", "none", "one", "any", "part"];

    /// <summary>Whether the number at <paramref name="at"/> is a whole of which another word takes a part, and the place of that word (-1: it stands elsewhere).</summary>
    public static bool Is(string text, ReadOnlySpan<Term> terms, int at, out int part)
    {
        part = -1;
        var of = 0;
        while (of < terms.Length && terms[of].Start < at) of++;
        if (--of > 0 && Lexicon.Find(Opposition.Text(text, terms, of)).Has(Trait.Determiner | Trait.Possessive)) of--;
        if (of < 0 || !Terms.Is(text, terms[of], "of") || at < terms[of].End) return false;
        if (of == 0) return true;
        var word = Opposition.Text(text, terms, of - 1);
        foreach (var known in some)
            if (word.Equals(known, StringComparison.OrdinalIgnoreCase)) return true;
        if (!terms[of - 1].Is(TermKinds.Number)) return false;
        part = terms[of - 1].Start;
        return true;
    }
}
