namespace Dateline.Extraction;

/// <summary>Where the content of a cue begins on its right, if there is one (complementation: Quirk et al. 1985, 16.30 to 16.63).</summary>
internal static class Complements
{
    private const int Reach = 18;

    /// <summary>How surely something on the right is the content.</summary>
    internal enum Strength { None, Loose, Strong }

    internal static (int Start, Strength Strength) Find(Passage p, int at, int limit, Takes takes)
    {
        var i = at;
        for (; i < limit && p[i].IsWord && !BoundPhrases.Opens(p, i); i++)
            if ((p[i].Is("last") || p[i].Is("this")) && Subjects.Dated(p, i, limit) is var dated && dated > i + 1) i = dated - 1;
            else if (!(p.TagOf(i) == Tag.Adverb && !p[i].Has(Trait.Determiner) || p[i].Has(Trait.Weekday | Trait.Day) && !p[i + 1].Is("'s") || p[i].Is("on") && p[i + 1].Has(Trait.Weekday))) break;
        if (i >= limit) return default;
        var item = p[i];
        var counts = BoundPhrases.Opens(p, i);
        var speaks = takes.HasFlag(Takes.Quote);
        if (item.Kind == Kind.Colon) return i + 1 < limit && (speaks || p[i + 1].IsQuote) ? (i + 1, Strength.Strong) : default;
        if (item.IsQuote) return speaks || takes.HasFlag(Takes.Object) ? (i, Strength.Strong) : default;
        if (item.Kind is Kind.Comma or Kind.Dash) return speaks || takes.HasFlag(Takes.That) ? Interrupted(p, i, limit, takes) : default;
        if (item.Is("that") && takes.HasFlag(Takes.That)) return (i, Strength.Strong);
        if (item.Has(Trait.Subordinator) && !item.Is("that") && p.TagOf(i + 1) is Tag.Participle or Tag.Ing or Tag.Finite) return default;
        if (item.Has(Trait.Wh) && (takes & (Takes.Wh | Takes.Object)) != 0) return (i, Strength.Strong);
        if (item.Is("as") && !counts && !takes.HasFlag(Takes.Object)) return default;
        if (item.Is("as") && !counts && Shifted(p, i, limit) is { Strength: Strength.Strong } shifted) return shifted;
        if (item.Is("to") && (takes & (Takes.Infinitive)) != 0) return (Denied(p, at, i), Strength.Strong);
        if (takes.HasFlag(Takes.Addressee) && (counts || !item.Has(Trait.Preposition)) && Addressed(p, i, limit, takes) is var told && told.Strength != Strength.None) return told;
        if (takes.HasFlag(Takes.Addressee) && takes.HasFlag(Takes.Bare)) return default;
        if (takes.HasFlag(Takes.Gerund) && p.Ends(item, "ing")) return (i, Strength.Strong);
        if (item.Has(Trait.Preposition) && !counts && !item.Is("like") && !item.Is("than") && !item.Is("about"))
            return item.Is("by") && !speaks ? default : Past(p, i, limit, takes);
        if (!item.IsWord && item.Kind is not (Kind.Number or Kind.Symbol or Kind.Open)) return default;
        if (item.Has(Trait.Coordinator | Trait.Wh) && !item.Is("no")) return default;
        return takes.HasFlag(Takes.Bare) ? (i, Clause(p, i, limit) ? Strength.Strong : Strength.Loose)
            : takes.HasFlag(Takes.Object) ? (i, Strength.Strong) : default;
    }

    // "vowed not to resign": what is not done is part of what is vowed.
    private static int Denied(Passage p, int at, int to) => to > at && p[to - 1].Has(Trait.Negation) ? to - 1 : to;

    // "dismissed as “nonsense” the reports that …": the long object comes last (Quirk et al. 1985, 18.39).
    private static (int Start, Strength Strength) Shifted(Passage p, int at, int limit)
    {
        for (var i = at + 2; i < limit && i < at + 8; i++)
        {
            if (p[i].Has(Trait.Determiner | Trait.Possessive) && !p[i].Is("'s") && !p[i - 1].Has(Trait.Preposition) || p[i].Word.NounUses is not null && !p[i].Word.Adjective) return (i, Strength.Strong);
            if (p[i].Kind is not Kind.Word || p.Verb(i)) return default;
        }
        return default;
    }

    // A subject followed by a verb within reach.
    private static bool Clause(Passage p, int at, int limit)
    {
        for (var i = at + 1; i < limit && i < at + Reach && p[i].Kind is not Kind.Stop; i++)
            if (p.Verb(i)) return true;
        return p[at].Has(Trait.Pronoun);
    }

    // "said, in blistering terms, that …"
    private static (int Start, Strength Strength) Interrupted(Passage p, int comma, int limit, Takes takes)
    {
        if (p[comma + 1].IsQuote && comma + 1 < limit) return takes.HasFlag(Takes.Quote) ? (comma + 1, Strength.Strong) : default;
        for (var i = comma + 1; i < limit && i < comma + Reach; i++)
        {
            if (p[i].Kind == Kind.Stop || p[i].Word.Uses is not null && p[i].Kind == Kind.Word && (p.TagOf(i) is Tag.Finite || Contents.Participial(p, i, limit)) && !p[i].Is("citing") && !p[i].Is("quoting")) return default;
            if (p[i].Kind != Kind.Comma && i != comma + 1) continue;
            var next = i == comma + 1 ? i : i + 1;
            if (next < limit && i > comma + 2 && takes.HasFlag(Takes.Bare) && p[next].Has(Trait.Pronoun) && Contents.Clause(p, next, limit) > 0) return (next, Strength.Strong);
            if (next < limit && (p[next].Is("that") && takes.HasFlag(Takes.That) || p[next].IsQuote && p[next].Words > 2 && next > comma + 2)) return (next, Strength.Strong);
        }
        return default;
    }

    private static (int Start, Strength Strength) Addressed(Passage p, int at, int limit, Takes takes)
    {
        for (var i = at + 1; i < limit && i < at + Reach; i++)
        {
            var item = p[i];
            if (item.Kind is Kind.Stop or Kind.Semicolon || item.Is("according")) break;
            if (item.Kind == Kind.Comma && !p[i + 1].IsQuote && (p.Verb(i + 1) || Contents.Clause(p, i + 1, limit) is > 0 and var verb && p[verb].Word.Uses is not null)) break;
            if (item.Kind == Kind.Comma && p[i + 1].Has(Trait.Wh | Trait.Subordinator) && !p[i + 1].Is("that") && !p[i + 1].Is("who")) break;
            if (item.Is("that") && takes.HasFlag(Takes.That) || item.Has(Trait.Wh) && !item.Is("who") && takes.HasFlag(Takes.Wh)
                || item.IsQuote && takes.HasFlag(Takes.Quote) && item.Words > 1) return (i, Strength.Strong);
            if (item.Is("to") && takes.HasFlag(Takes.Infinitive)) return (Denied(p, at, i), Strength.Strong);
            if (takes.HasFlag(Takes.Bare) && Counted(p, i, limit)) return (i, Strength.Strong);
            if (item.Is("about") || item.Is("of")) { if (p.Noun(p[i - 1]) && !item.Is("of") || p[i - 1].Has(Trait.Pronoun)) return (i, Strength.Strong); continue; }
            if (item.Kind == Kind.Colon) return (i + 1, Strength.Strong);
            if (item.Kind == Kind.Comma && p[i + 1].IsQuote) return (i + 1, Strength.Strong);
            if (item.Has(Trait.Pronoun | Trait.Possessive | Trait.Determiner) && !item.Is("'s") && takes.HasFlag(Takes.Bare) && !p[i - 1].Has(Trait.Preposition | Trait.Determiner)) return (i, Strength.Strong);
        }
        return p[at].Has(Trait.Pronoun) && at + 1 < limit && p[at + 1].IsWord && takes.HasFlag(Takes.Bare) && !p[at + 1].Has(Trait.Preposition) ? (at + 1, Strength.Strong) : default;
    }

    // "told the BBC nearly 100 houses had burned"; the number of "Channel 4" and "May 4" counts nothing.
    private static bool Counted(Passage p, int at, int limit) => p.Noun(p[at - 1]) && !p[at - 1].Has(Trait.Month) && (BoundPhrases.Opens(p, at) || p[at].Kind is Kind.Number && p[at + 1] is { IsWord: true, Capital: false } next && p.Noun(next))
        && Contents.Clause(p, at, limit) > 0;

    // "said on Tuesday in Ohio that …": over prepositional phrases.
    private static (int Start, Strength Strength) Past(Passage p, int at, int limit, Takes takes)
    {
        for (var i = at + 1; i < limit && i < at + Reach; i++)
        {
            var item = p[i];
            if (item.Kind is Kind.Stop or Kind.Semicolon) break;
            if (item.Is("that") && takes.HasFlag(Takes.That) && p.Noun(p[i - 1])) return (i, Strength.Strong);
            if (item.IsQuote && takes.HasFlag(Takes.Quote) && item.Words > 2) return (i, p[i - 1].Kind == Kind.Comma ? Strength.Strong : Strength.Loose);
            if (item.Kind == Kind.Colon && takes.HasFlag(Takes.Quote)) return (i + 1, Strength.Strong);
            // "said on the day of the attack, that …"
            if (item.Kind == Kind.Comma && p[i + 1].Is("that") && takes.HasFlag(Takes.That) && Contents.Clause(p, i + 2, limit) > 0) return (i + 1, Strength.Strong);
            if (item.Kind == Kind.Comma) break;
            if (takes.HasFlag(Takes.Bare) && item.Has(Trait.Pronoun) && !item.Is("who") && !item.Is("him") && !item.Is("them") && !item.Is("us") && p[i - 1].IsWord && !p[i - 1].Has(Trait.Preposition)) return (i, Strength.Strong);
            if (takes.HasFlag(Takes.Bare) && p[i - 1].Has(Trait.Weekday) && !item.Has(Trait.Preposition)) return (i, Strength.Strong);
        }
        if (Times(p, at, limit)) return default;
        return takes.HasFlag(Takes.Bare) && !(p[at].Is("to") && p[at - 1].Word.Text.StartsWith("add", StringComparison.Ordinal)) ? (at, Strength.Loose) : default;
    }

    private const string Units = " hour hours day days week weeks fortnight month months year years decade decades quarter summer autumn winter morning afternoon evening weekend time end ";

    // "will decide in three weeks", "must agree by the end of May": when, not what.
    private static bool Times(Passage p, int at, int limit)
    {
        if (!p[at - 2].Has(Trait.Modal) && !p[at - 3].Has(Trait.Modal)) return false;
        var timed = false;
        for (var i = at; i < limit && p[i].Kind is not (Kind.Stop or Kind.Comma); i++)
        {
            if (p[i].IsWord && (p[i].Has(Trait.Month | Trait.Weekday | Trait.Day) || Units.Contains($" {p.Text[p[i].Start..Math.Min(p[i].End, p[i].Start + 12)].ToLowerInvariant()} ", StringComparison.Ordinal))) timed = true;
            else if (i == at + 8 || !p[i].Has(Trait.Preposition | Trait.Determiner | Trait.Possessive | Trait.Numeral | Trait.Adverb) && p[i].Kind is not (Kind.Number or Kind.Quote) && !p[i].Is("next")) return false;
        }
        return timed;
    }
}
