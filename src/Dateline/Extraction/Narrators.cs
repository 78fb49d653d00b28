namespace Dateline.Extraction;

/// <summary>The document's own voice: which of its sentences assert something that can be checked.</summary>
internal static class Narrators
{
    private const int Shortest = 4;

    /// <summary>Whether a sentence is declarative and has something to check: a verb and a name, a number, a grave matter or a definite noun.</summary>
    internal static bool Asserts(Passage p, int first, int limit)
    {
        if (limit - first < Shortest || p[limit - 1].EndsInQuestion(p.Text)) return false;
        var (verb, matter) = (false, false);
        for (var i = first; i < limit; i++)
        {
            var item = p[i];
            verb |= p.Verb(i);
            matter |= item.Kind == Kind.Number || item.Has(Trait.Weighty | Trait.Hearsay | Trait.Numeral | Trait.Month | Trait.Weekday)
                || item.Capital && (i > first || p[i + 1].Capital || p[i + 1].Is("'s")) && !item.Has(Trait.Pronoun) || item.Is("the") && p.Noun(p[i + 1]);
        }
        return verb && matter;
    }

    /// <summary>Where the narrator's own clause of a sentence ends that goes on to attribute something to others; <paramref name="first"/> where it has none.</summary>
    internal static int Clause(Passage p, int first, int limit, List<Attribution> found, int from)
    {
        var start = int.MaxValue;
        for (var i = from; i < found.Count; i++)
        {
            Before(found[i].Source);
            Before(found[i].Cue);
            foreach (var content in found[i].Content) Before(content);
        }
        var end = first;
        while (end < limit && p[end].Start < start) end++;
        while (end > first && p[end].Kind != Kind.Comma && !p[end].Has(Trait.Subordinator | Trait.Coordinator)) end--;
        for (var i = first; i < end; i++)
            if (p[i].IsQuote) return first;
        return end;

        void Before(Range16 span) => start = span.Empty ? start : Math.Min(start, span.Start);
    }

    private static bool EndsInQuestion(this Item item, string text) => item.End > item.Start && text.AsSpan(item.Start, item.End - item.Start).Contains('?');
}
