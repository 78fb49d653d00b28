namespace Dateline.Extraction;

/// <summary>The document's own voice: which of its sentences assert something that can be checked.</summary>
internal static class Narrators
{
    private const int Shortest = 4;

    /// <summary>
    /// Whether a sentence says something that can be checked: it has a finite verb, and a name, number, grave matter or definite noun, or a subject that
    /// is more than a pronoun. Of questions, those that ask whether something is so.
    /// </summary>
    internal static bool Asserts(Passage p, int first, int limit)
    {
        while (first < limit && (p[first].Has(Trait.Coordinator) || p.TagOf(first) == Tag.Adverb || p[first].Kind == Kind.Comma)) first++;
        var last = limit - 1;
        if (last > first && Quotes(p, first, limit)) return true;
        if (limit - first < Shortest && !Grave(p, first, limit) || p[last].EndsInQuestion(p.Text) && !p[first].Has(Trait.Auxiliary | Trait.Modal)) return false;
        if (Notices.Is(p.Text.AsSpan(p[first].Start, p[last].End - p[first].Start))) return false;
        var (verb, matter, words) = (false, false, 0);
        for (var i = first; i < limit; i++)
        {
            var item = p[i];
            if (item.IsWord) words++;
            verb |= p.Verb(i);
            matter |= item.Kind == Kind.Number || item.Has(Trait.Weighty | Trait.Hearsay | Trait.Numeral | Trait.Month | Trait.Weekday)
                || item.Capital && (i > first || ReferenceEquals(item.Word, Word.Unknown) || p[i + 1].Capital || p[i + 1].Is("'s")) && !item.Has(Trait.Pronoun) || item.Is("the") && p.TagOf(i + 1) is Tag.Noun or Tag.Modifier;
        }
        verb |= Announces(p, first, limit);
        return verb && (matter || words >= Shortest && p[first].Is("no") && p.Noun(p[first + 1]) || words > Shortest && p[first].Is("there") && (p[first + 1].Has(Trait.Be) || p[first + 2].Is("been")) || words > Shortest && p.TagOf(first) is Tag.Noun or Tag.Determiner or Tag.Modifier && !p[first].Is("that") && !p[first].Is("this"));
    }

    // "King to visit Ghana in May": a headline's infinitive behind its subject (Quirk et al. 1985, 11.46), in a line that ends in no stop.
    private static bool Announces(Passage p, int first, int limit)
    {
        if (p[limit - 1].Kind == Kind.Stop || !p[first].Capital) return false;
        for (var i = first; i + 1 < limit && p[i].Kind is Kind.Word or Kind.Number; i++)
            if (p.TagOf(i) == Tag.To) return i > first && p.TagOf(i - 1) == Tag.Noun && p.TagOf(i + 1) == Tag.Infinitive && !Factuality.Planned.Contains($" {p.Written(i - 1)} ", StringComparison.OrdinalIgnoreCase);
            else if (p.Verb(i) || p[i].Has(Trait.Pronoun | Trait.Wh | Trait.Subordinator | Trait.Auxiliary | Trait.Modal)) return false;
        return false;
    }

    // "UK 'will not send troops' to Oria": a headline whose verb stands in quotation marks, behind its subject.
    private static bool Quotes(Passage p, int first, int limit)
    {
        if (p[limit - 1].Kind == Kind.Stop || !p[first].Capital) return false;
        for (var i = first; i < limit && i < first + LongestHead && (p[i].IsWord || p[i].IsQuote); i++)
        {
            if (!p[i].IsQuote) continue;
            var words = p.Written(i)[1..];
            var word = Lexicon.Find(words[..(words.IndexOf(' ') is > 0 and var gap ? gap : words.Length)]);
            return i > first && (word.Has(Trait.Auxiliary | Trait.Modal) || (word.Forms & (VerbForms.Present | VerbForms.Past)) != 0 && !word.Nominal);
        }
        return false;
    }

    private const int LongestHead = 8;

    // "Two died."
    private static bool Grave(Passage p, int first, int limit)
    {
        for (var i = first + 1; i < limit; i++)
            if (p[i].Has(Trait.Weighty) && p.TagOf(i) is Tag.Finite or Tag.Participle) return p[first].Has(Trait.Numeral | Trait.Negation) || p[first].Kind is Kind.Number;
        return false;
    }

    /// <summary>Whether a sentence has a finite verb, and more than a word or two.</summary>
    internal static bool Says(Passage p, int first, int limit)
    {
        for (var i = first; i < limit; i++)
            if (p.Verb(i)) return limit - first >= Shortest;
        return false;
    }

    /// <summary>Where the narrator's own clause of a sentence ends that goes on to attribute something to others; <paramref name="first"/> where it has none.</summary>
    internal static int Clause(Passage p, int first, int limit, List<Attribution> found, int from)
    {
        if (Credits.At(p, first, first, limit).Source > 0) return first;
        var start = int.MaxValue;
        for (var i = from; i < found.Count; i++)
        {
            // "Thousands marched to demand elections": who wants something does something, which the document tells.
            if (!Purpose(p, first, limit, found[i])) Before(found[i].Source);
            Before(found[i].Cue);
            foreach (var via in found[i].Via) Before(via);
            foreach (var content in found[i].Content) Before(content);
        }
        var end = first;
        while (end < limit && p[end].Start < start) end++;
        var verb = false;
        for (var i = first; i < end; i++)
        {
            if (p[i].IsQuote) return first;
            verb |= p.Verb(i);
        }
        if (!verb) return first;
        var cut = end;
        while (cut > first && p[cut].Kind is not (Kind.Comma or Kind.Colon) && !p[cut].Has(Trait.Subordinator | Trait.Coordinator)) cut--;
        return cut > first ? cut : limit;

        void Before(Range16 span) => start = span.Empty ? start : Math.Min(start, span.Start);
    }

    // The cue is an infinitive of purpose, and between its source and it stands a verb.
    private static bool Purpose(Passage p, int first, int limit, Attribution attribution)
    {
        if (attribution.Source.Empty || attribution.Cue.Start <= attribution.Source.End) return false;
        var (verb, to) = (false, false);
        for (var i = first; i < limit && p[i].Start < attribution.Cue.Start; i++)
        {
            if (p[i].Start < attribution.Source.End) continue;
            if (p[i].Kind is not (Kind.Word or Kind.Number)) return false;
            verb |= p.Verb(i);
            to = p.TagOf(i) == Tag.To;
        }
        return verb && to;
    }

    private static bool EndsInQuestion(this Item item, string text) => item.End > item.Start && text.AsSpan(item.Start, item.End - item.Start).Contains('?');
}
