using System.Collections.Frozen;

namespace Dateline.Extraction;

/// <summary>Where a clause without quotation marks turns from what is said to what somebody does or answers ("said it was safe, but Lund disagreed", "said he was proud, then sat down").</summary>
internal static class Turns
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> answers = WordSet.Of("disagree disagrees disagreed object objects objected demur demurs demurred dissent dissents dissented differ differs differed");

    /// <summary>Whether behind this comma somebody answers what was said, or its speaker does something.</summary>
    /// <param name="p">The paragraph.</param>
    /// <param name="start">Where the content begins.</param>
    /// <param name="comma">The comma.</param>
    /// <param name="limit">Where the sentence ends.</param>
    internal static bool Away(Passage p, int start, int comma, int limit)
    {
        var next = comma + 1;
        if (Withholds(p, next, limit)) return true;
        if (p[next].Is("but") || p[next].Is("yet")) return Against(p, next + 1, limit);
        var joined = p[next].Is("and");
        if (joined) next++;
        var then = p[next].Is("then");
        if (then) next++;
        return (then || joined) && next < limit && Acts(p, next) && Still(p, start, comma);
    }

    /// <summary>Whether a clause with a subject of its own is somebody else's voice: "Lund disagreed", "Kyiv has not confirmed this", "the police put the number at 27".</summary>
    internal static bool Against(Passage p, int at, int limit)
    {
        if (p[at].Has(Trait.Pronoun) && !(p[at].IsWord && others.Contains(p.Written(at))) || p[at].Has(Trait.Preposition | Trait.Subordinator | Trait.Wh)) return false;
        var verb = Verb(p, at, limit);
        if (verb <= at) return false;
        var negated = false;
        while (verb + 1 < limit && (p[verb].Has(Trait.Auxiliary | Trait.Modal | Trait.Negation) || p.Adverb(p[verb]) || negated && p[verb].Is("to") || p[verb].Is("yet")))
        {
            negated |= p[verb].Has(Trait.Negation) || p[verb].Is("yet");
            verb++;
        }
        if (verb >= limit || !p[verb].IsWord) return false;
        if (answers.Contains(p.Written(verb)) || Puts(p, verb, limit) > 0) return true;
        if (p[verb].Word.Uses is not { } uses || p[verb - 1].Has(Trait.Be)) return false;
        var use = Cues.Particle(p, verb, uses);
        var after = verb + (use.Particle is null ? 1 : 2);
        if (negated && use.Sense is Sense.Say or Sense.Deny or Sense.Show) return true;
        if (use.Sense is Sense.Deny && Points(p, after, limit) > 0) return true;
        // "One diplomat described them as …": what they are called is somebody else's word.
        if (use.Takes.HasFlag(Takes.Object) && (p[after].Has(Trait.Pronoun) || Points(p, after, limit) > 0) && (p[after + 1].Is("as") || p[after + 1].IsQuote || p[after + 1].Is("a") || p[after + 1].Is("an"))) return true;
        if (use.Sense is Sense.Predict && (p[after].Kind is Kind.Number or Kind.Symbol || BoundPhrases.Opens(p, after))) return true;
        return use.Sense is Sense.Say or Sense.Deny && (use.Takes & (Takes.That | Takes.Bare | Takes.Quote)) != 0 && Complements.Find(p, after, limit, use.Takes).Strength == Complements.Strength.Strong;
    }

    // Pronouns that are somebody else.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> others = WordSet.Of("one some others another many most several few neither both nobody");

    // The verb of the clause; behind a relative clause, its own: "residents who fled say".
    private static int Verb(Passage p, int at, int limit)
    {
        var verb = Contents.Clause(p, at, limit);
        if (verb <= at + 1 || !p[verb - 1].Is("who")) return verb;
        for (var i = verb + 1; i < limit && i < verb + LongestRelative && p[i].Kind is Kind.Word or Kind.Number; i++)
            if (p.TagOf(i) is Tag.Finite or Tag.Auxiliary && p.TagOf(i - 1) is not (Tag.Auxiliary or Tag.Link)) return i;
        return verb;
    }

    private const int LongestRelative = 8, LongestFigure = 7;

    /// <summary>Where the figure begins at which somebody puts something ("put the toll at 27"); 0 where nobody does.</summary>
    internal static int Puts(Passage p, int verb, int limit)
    {
        if (!p[verb].Is("put") && !p[verb].Is("puts")) return 0;
        for (var i = verb + 2; i + 1 < limit && i < verb + LongestFigure && p[i].IsWord && !p.Verb(i); i++)
            if (p[i].Is("at")) return p[i + 1].Kind is Kind.Number or Kind.Symbol || p[i + 1].Has(Trait.Numeral) || BoundPhrases.Opens(p, i + 1) ? i + 1 : 0;
        return 0;
    }

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> told = WordSet.Of(
        "claim claims allegation allegations accusation accusations assertion assertions charge charges suggestion suggestions report reports story stories statement statements account accounts rumour rumours rumor rumors version");

    /// <summary>Where words end that point back to what was said and say nothing themselves ("this", "it", "the report", "all the allegations"), at the end of a clause; 0 where something else stands.</summary>
    internal static int Points(Passage p, int at, int limit)
    {
        if (p[at].Is("all") || p[at].Is("both") || p[at].Is("any")) at++;
        var end = at + 1;
        if (at >= limit || !p[at].IsWord) return 0;
        var noun = p[at].Has(Trait.Determiner | Trait.Possessive) ? p[at + 1].IsWord && told.Contains(p.Written(at + 1)) ? at + 1 : p[at + 2].IsWord && p.TagOf(at + 1) == Tag.Modifier && told.Contains(p.Written(at + 2)) ? at + 2 : 0 : 0;
        if (noun > 0) end = noun + 1;
        else if (told.Contains(p.Written(at)) && p[at - 1].Is("all")) { }
        else if (!p[at].Is("it") && !p[at].Is("this") && !p[at].Is("that") && !p[at].Is("them") && !p[at].Is("these") && !p[at].Is("those")) return 0;
        return end >= limit || p[end].Kind is Kind.Comma or Kind.Semicolon or Kind.Dash or Kind.Stop || p[end].Has(Trait.Weekday) || p[end].Has(Trait.Coordinator) || p[end].Is("on") && p[end + 1].Has(Trait.Weekday) ? end : 0;
    }

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> disclosing = WordSet.Of(
        "say elaborate comment give name specify disclose provide explain identify reveal offer release detail mention state clarify respond reply answer confirm announce");

    /// <summary>Whether whoever says it withholds the rest, behind a coordinator: "but did not say where", "and declined to elaborate".</summary>
    internal static bool Withholds(Passage p, int at, int limit)
    {
        if (!p[at].Is("but") && !p[at].Is("and") && !p[at].Is("though")) return false;
        at++;
        if (p[at].Has(Trait.Pronoun) && !p[at].Has(Trait.Wh)) at++;
        var refuses = p[at].IsWord && (p[at].Word.Text.StartsWith("declin", StringComparison.Ordinal) || p[at].Word.Text.StartsWith("refus", StringComparison.Ordinal));
        if (!refuses && !p[at].Has(Trait.Auxiliary | Trait.Modal)) return false;
        var negated = refuses || p[at].Has(Trait.Negation);
        for (at++; at < limit && (p[at].Has(Trait.Negation | Trait.Auxiliary) || p.Adverb(p[at]) || p[at].Is("to")); at++) negated |= p[at].Has(Trait.Negation);
        return negated && at < limit && p[at].IsWord && disclosing.Contains(p.Written(at));
    }

    // A verb of the past or the present without a subject, and no participle that could go on with "was".
    private static bool Acts(Passage p, int at) => p[at].IsWord && p.TagOf(at) is Tag.Finite or Tag.Participle && !p[at].Has(Trait.Auxiliary | Trait.Modal) && (p[at].Word.Forms & (VerbForms.Past | VerbForms.Present)) != 0;

    // The content tells of a state or of what is to come ("was proud", "would resign", "to resign"), so that no deed goes on with it (sequence of tenses: Quirk et al. 1985, 14.31).
    private static bool Still(Passage p, int start, int end)
    {
        if (p[start].Is("to")) return true;
        var (verb, verbs) = (-1, 0);
        for (var i = start; i < end; i++)
            if (p.Verb(i) && !p.Verb(i - 1))
            {
                verbs++;
                if (verb < 0) verb = i;
            }
        if (verbs != 1) return false;
        var next = verb + 1;
        while (next < end && (p.Adverb(p[next]) || p[next].Has(Trait.Negation))) next++;
        return p[verb].Has(Trait.Modal) && !p[verb].Is("can") && !p[next].Is("have") || p[verb].Has(Trait.Be) && p.TagOf(next) is not (Tag.Participle or Tag.Ing or Tag.To) && !p.Ends(p[next], "ed") && !p.Ends(p[next], "en");
    }
}
