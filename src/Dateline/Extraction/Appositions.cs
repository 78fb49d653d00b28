using System.Collections.Frozen;

namespace Dateline.Extraction;

/// <summary>
/// What is said, behind a clause, of that clause as a claim: "…, a claim the rebels denied", "…, a report dismissed by the ministry", "…, which the firm denies"
/// (apposition and sentential relative clauses: Quirk et al. 1985, 17.65 to 17.92 and 15.57).
/// </summary>
internal static class Appositions
{
    private const int MostModifiers = 3, LongestBy = 14;

    // Of these anything may be said; of the others only that they are denied, since a report may be a book.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>
        claims = WordSet.Of("claim claims allegation allegations accusation accusations assertion assertions charge charges suggestion suggestions contention rumour rumours rumor rumors insinuation"),
        accounts = WordSet.Of("report reports story statement version account view notion theory finding conclusion prediction forecast estimate argument idea figure number toll"),
        falsehoods = WordSet.Of("false untrue baseless unfounded fabricated wrong nonsense absurd ridiculous lie lies myth"),
        withdrawn = WordSet.Of("retracted withdrew withdrawn recanted disavowed"),
        denying = WordSet.Of("deny denies denied denying dispute disputes disputed");

    /// <summary>Who denies, repeats or confirms it, with which cue, where that ends; <c>Asserted</c> where the document itself asserts the clause.</summary>
    internal sealed record Told(Sense Sense, Range16 Source, Range16 Cue, int End, bool Asserted)
    {
        /// <summary>It is called a claim or an accusation.</summary>
        internal bool Claim { get; init; }
    }

    /// <summary>Reads an apposition or a relative clause that begins at an item, right behind a comma or a dash; null where there is none.</summary>
    internal static Told? Read(Passage p, int at, int limit)
    {
        if (at < 2 || at >= limit || p[at - 1].Kind is not (Kind.Comma or Kind.Dash) || !p[at].IsWord) return null;
        if (p[at].Is("which")) return Active(p, at + 1, limit, true) is { } which && Among(denying, p, which.Verb) ? which.Told with { Asserted = true } : null;
        if (p.Written(at) is "something") return Active(p, at + 1, limit, false) is { } some && Says(some.Told.Sense) ? some.Told with { Asserted = true } : null;
        if (!p[at].Has(Trait.Determiner | Trait.Possessive)) return null;
        for (var noun = at + 1; noun < limit && noun <= at + 1 + MostModifiers && p[noun].IsWord; noun++)
        {
            var claim = Among(claims, p, noun);
            if (!claim && !Among(accounts, p, noun)) continue;
            var from = p[noun + 1].Is("that") || p[noun + 1].Is("which") ? noun + 2 : noun + 1;
            var told = Passive(p, from, limit) ?? Active(p, from, limit, false)?.Told;
            return told is not null && (told.Sense is Sense.Deny or Sense.Doubt || claim && Says(told.Sense)) ? told with { Claim = claim } : null;
        }
        return null;
    }

    /// <summary>Where a relative clause or an apposition ends by which the document speaks against what was said: ", which is not true", ", a statement he later retracted"; 0 where there is none.</summary>
    internal static int Refuted(Passage p, int at, int limit)
    {
        if (at < 2 || at + 2 >= limit || p[at - 1].Kind is not (Kind.Comma or Kind.Dash)) return 0;
        if (p[at].Is("which") && p[at + 1].Has(Trait.Be))
        {
            var (i, negated) = (at + 2, p[at + 1].Has(Trait.Negation));
            for (; i < limit && (p[i].Has(Trait.Negation) || p.Adverb(p[i]) || p[i].Is("a") || p[i].Is("the")); i++) negated |= p[i].Has(Trait.Negation);
            return i < limit && (negated ? p.Written(i) is "true" or "correct" or "so" or "case" : Among(falsehoods, p, i)) && Closed(p, i + 1, limit) ? i + 1 : 0;
        }
        if (!p[at].Has(Trait.Determiner | Trait.Possessive) || !Among(claims, p, at + 1) && !Among(accounts, p, at + 1)) return 0;
        for (var i = at + 2; i < limit && i < at + 2 + MostModifiers + 2 && p[i].IsWord; i++)
            if (Among(withdrawn, p, i)) return Closed(p, i + 1, limit) ? i + 1 : 0;
        return 0;
    }

    private static bool Says(Sense sense) => sense is Sense.Say or Sense.Deny or Sense.Doubt or Sense.Believe or Sense.Show or Sense.Judge;

    // "the rebels have denied"
    private static (Told Told, int Verb)? Active(Passage p, int from, int limit, bool relative)
    {
        var first = Contents.Clause(p, from, limit);
        if (first <= from) return null;
        while (first > from + 1 && p.TagOf(first - 1) == Tag.Adverb) first--;
        var verb = first;
        while (verb + 1 < limit && (p.TagOf(verb) is Tag.Auxiliary || p.Adverb(p[verb]) || p[verb].Is("been") || p[verb].Has(Trait.Negation))) verb++;
        if (!p[verb].IsWord || p[verb].Word.Uses is not { } uses || p[verb].Word.PastIsParticiple && p[verb - 1].Has(Trait.Be)) return null;
        var use = Cues.Particle(p, verb, uses);
        var end = verb + (use.Particle is null ? 1 : 2);
        var sense = use.Sense;
        if (Among(falsehoods, p, p[end].Is("as") ? end + 1 : end)) (sense, end) = (Sense.Deny, p[end].Is("as") ? end + 2 : end + 1);
        else if ((use.Takes & (Takes.Object | Takes.That | Takes.Quote)) == 0 || !Closed(p, end, limit)) return null;
        var source = Subjects.Timeless(p, (from, first));
        return (new(sense, p.Span(source.First, source.End), new(p[first].Start, p[end - 1].End), end, relative), verb);
    }

    // "dismissed by the ministry", "that was denied by both", "since debunked"
    private static Told? Passive(Passage p, int from, int limit)
    {
        var verb = from;
        while (verb < limit && verb < from + 4 && (p[verb].Has(Trait.Be) || p[verb].Is("has") || p[verb].Is("have") || p[verb].Is("since") || p.Adverb(p[verb]))) verb++;
        if (!p[verb].IsWord || p[verb].Word.Uses is not { } uses || !p[verb].Word.PastIsParticiple) return null;
        var use = Cues.Particle(p, verb, uses);
        var end = verb + (use.Particle is null ? 1 : 2);
        var cue = new Range16(p[verb].Start, p[end - 1].End);
        if (!p[end].Is("by")) return use.Sense is Sense.Deny && (end >= limit || p[end].Kind is Kind.Comma) ? new(use.Sense, default, cue, end, false) : null;
        var by = end + 1;
        end = by;
        while (end < limit && end < by + LongestBy && p[end].Kind is Kind.Word or Kind.Number && !p[end].Is("as") && !p[end].Has(Trait.Subordinator | Trait.Weekday | Trait.Day) && !(p[end].Is("on") && p[end + 1].Has(Trait.Weekday))) end++;
        return end > by ? new(use.Sense, p.Span(by, end), cue, end, false) : null;
    }

    // Nothing follows that the verb would say.
    private static bool Closed(Passage p, int at, int limit) => at >= limit || p[at].Kind is Kind.Comma or Kind.Dash or Kind.Semicolon or Kind.Stop || p[at].Has(Trait.Preposition | Trait.Weekday | Trait.Day | Trait.Coordinator | Trait.Adverb | Trait.Subordinator) && !p[at].Is("that");

    private static bool Among(FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words, Passage p, int at) => p[at].IsWord && words.Contains(p.Written(at));
}
