namespace Dateline.Extraction;

// Adjuncts of time and manner between a subject and its verb (Quirk et al. 1985, 8.20 to 8.22): they belong to the clause, not to who speaks.
internal static partial class Subjects
{
    private const int LongestAdjunct = 7;

    private const string Utterances = " statement post tweet ruling interview speech letter report email memo filing briefing ";
    private const string Spans = " week month year night weekend ";

    /// <summary>A subject without the adjuncts at its end: "the White House on Tuesday", "Boeing last month", "the firm in a statement".</summary>
    internal static (int First, int End) Timeless(Passage p, (int First, int End) of)
    {
        var end = Unasided(p, of);
        while (end > of.First + 1 && Ending(p, of.First, end) is var start && start > of.First && start < end && !p.Verb(start - 1)) end = start;
        return end > of.First && p[end - 1].Kind != Kind.Comma ? (of.First, end) : of;
    }

    // "Ruto, in remarks to the BBC": what stands between commas and begins with a preposition tells how, and not who.
    private static int Unasided(Passage p, (int First, int End) of)
    {
        for (var i = of.First + 1; i + 1 < of.End; i++)
            // "The White House, however,"
            if (p[i].Kind == Kind.Comma && i + 2 >= of.End && p.TagOf(i + 1) == Tag.Adverb && p[i + 2].Kind is Kind.Comma) return i;
            else if (p[i].Kind == Kind.Comma && (p[i + 1].Is("in") || p[i + 1].Is("during")) && (p[of.End - 1].Kind == Kind.Comma || p[of.End].Kind == Kind.Comma)) return i;
        return of.End;
    }

    /// <summary>Where an adjunct of time ends that begins at an item ("on Tuesday", "late on Monday", "on 3 May", "last week"); the item itself where none does.</summary>
    internal static int Dated(Passage p, int at, int limit)
    {
        var (i, timed) = (at, false);
        for (; i < limit && i < at + LongestAdjunct; i++)
        {
            var time = p[i].Has(Trait.Weekday | Trait.Day | Trait.Month) || p[i].IsWord && Spans.Contains($" {p.Written(i)} ", StringComparison.Ordinal);
            timed |= time;
            if (!time && !p[i].Is("on") && !p[i].Is("in") && !p[i].Is("late") && !p[i].Is("early") && !((p[i].Is("last") || p[i].Is("this")) && (p[i + 1].Has(Trait.Weekday | Trait.Month) || p[i + 1].IsWord && Spans.Contains($" {p.Written(i + 1)} ", StringComparison.Ordinal))) && !p[i].Is("earlier") && !p[i].Is("later") && p[i].Kind != Kind.Number) break;
        }
        return timed ? i : at;
    }

    /// <summary>Where a cue begins without the day before its verb: "late Tuesday said".</summary>
    internal static int Untimed(Passage p, int first, int at)
    {
        for (var i = at - 1; i >= first; i--)
            if (p[i].Has(Trait.Weekday)) return i + 1;
        return first;
    }

    // Where the adjunct begins in which the items end; the end where there is none.
    private static int Ending(Passage p, int first, int end)
    {
        var last = p[end - 1];
        if (!last.IsWord) return end;
        // "BP today said"
        if (last.Has(Trait.Day) && !last.Capital) return end - 1;
        if (last.Has(Trait.Weekday))
        {
            var start = end - 1;
            while (start > first && (p[start - 1].Is("late") || p[start - 1].Is("early") || p[start - 1].Is("on") || p[start - 1].Is("last"))) start--;
            // "The Mail on Sunday" is a name.
            return p.Text.AsSpan(p[start - 1].Start, p[start - 1].End - p[start - 1].Start) is "Mail" || p[start - 1].Has(Trait.Preposition | Trait.Determiner) || p[start - 1].Is("'s") ? end : start;
        }
        var word = $" {p.Text[last.Start..last.End].ToLowerInvariant()} ";
        if (Spans.Contains(word, StringComparison.Ordinal) && (p[end - 2].Is("last") || p[end - 2].Is("this"))) return end - 2;
        if (!Utterances.Contains(word, StringComparison.Ordinal)) return end;
        for (var i = end - 2; i > first && i >= end - LongestAdjunct && p[i].IsWord; i--)
        {
            if (p[i].Is("in")) return p[i + 1].Is("a") || p[i + 1].Is("an") ? i : end;
            if (p[i].Has(Trait.Preposition | Trait.Coordinator)) return end;
        }
        return end;
    }
}
