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
        if (Quotes(p, first, limit)) return true;
        var last = limit - 1;
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

    /// <summary>Whether a headline's predicate stands in quotation marks, so that somebody says so who is not named: "UK 'will not send troops'".</summary>
    internal static bool Quotes(Passage p, int first, int limit)
    {
        if (limit < p.Items.Count || p[limit - 1].Kind == Kind.Stop || p[limit - 1].End - p[first].Start > LongestHeadline) return false;
        for (var i = first + 1; i < limit; i++)
        {
            if (p.Verb(i)) return false;
            if (!p[i].IsQuote || p[i].Words == 0 || p.TagOf(i - 1) is not Tag.Noun) continue;
            var (start, end) = (p[i].Start + 1, p[i].Start + 1);
            while (end < p[i].End && (char.IsLetter(p.Text[end]) || p.Text[end] is '\'' or '’' && char.IsLetter(p.Text[end + 1]))) end++;
            if (end == start || !char.IsLower(p.Text[start])) continue;
            var word = Lexicon.Find(p.Text.AsSpan(start, end - start));
            var finite = (word.Forms & (VerbForms.Present | VerbForms.Past)) != 0 && !(word.Nominal || word.Adjective) || p[i].Words > 1 && word.Forms.HasFlag(VerbForms.Present) && !word.Forms.HasFlag(VerbForms.Base) || p[i].Words > 1 && word.Forms.HasFlag(VerbForms.Base) && !word.Nominal && !word.Adjective && Tagger.Plural(p, p[i - 1]);
            if (word.Has(Trait.Modal | Trait.Auxiliary) || finite) return true;
        }
        return false;
    }

    private const int LongestHeadline = 160;

    // "King to visit Ghana in May": a headline's infinitive behind its subject (Quirk et al. 1985, 11.46), in a line that ends in no stop.
    private static bool Announces(Passage p, int first, int limit)
    {
        if (p[limit - 1].Kind == Kind.Stop || !p[first].Capital) return false;
        for (var i = first; i + 1 < limit && p[i].Kind is Kind.Word or Kind.Number; i++)
            if (p.TagOf(i) == Tag.To) return i > first && p.TagOf(i - 1) == Tag.Noun && p.TagOf(i + 1) == Tag.Infinitive && !Factuality.Planned.Contains($" {p.Written(i - 1)} ", StringComparison.OrdinalIgnoreCase);
            else if (p.Verb(i) || p[i].Has(Trait.Pronoun | Trait.Wh | Trait.Subordinator | Trait.Auxiliary | Trait.Modal)) return false;
        return false;
    }

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
