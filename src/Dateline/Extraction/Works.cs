using System.Collections.Frozen;

namespace Dateline.Extraction;

/// <summary>Verbs of making with what is made as their object ("wrote 30 novels", "wrote the song"): nothing is said by it (Levin 1993, 26.7).</summary>
internal static class Works
{
    private const int LongestPhrase = 8;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> works = WordSet.Of("novel novels book books play plays song songs poem poems poetry article articles column columns script scripts screenplay screenplays essay essays music lyrics symphony symphonies opera operas "
        + "musical musicals memoir memoirs autobiography biography biographies trilogy thesis textbook textbooks hit hits album albums sketch sketches novella novellas sequel libretto hymn hymns cookbook cookbooks thriller thrillers bestseller bestsellers code software");

    /// <summary>Whether the object that begins behind a verb of writing is a work, and no clause that it is the subject of.</summary>
    internal static bool At(Passage p, int verb, int after)
    {
        if (!p[verb].Word.Text.StartsWith("writ", StringComparison.Ordinal) && !p[verb].Is("wrote")) return false;
        for (var i = after; i < after + LongestPhrase && p[i].Kind is Kind.Word or Kind.Number; i++)
            if (works.Contains(p.Written(i))) return !p.Verb(i + 1);
            else if (p.Verb(i) || p[i].Has(Trait.Preposition | Trait.Wh | Trait.Subordinator | Trait.Pronoun | Trait.Coordinator)) return false;
        return false;
    }
}
