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
        if (p[next].Is("but") || p[next].Is("yet")) return Against(p, next + 1, limit);
        var joined = p[next].Is("and");
        if (joined) next++;
        var then = p[next].Is("then");
        if (then) next++;
        return (then || joined) && next < limit && Acts(p, next) && Still(p, start, comma);
    }

    /// <summary>Whether a clause says that somebody answers: "Lund disagreed".</summary>
    internal static bool Against(Passage p, int at, int limit)
    {
        if (p[at].Has(Trait.Pronoun)) return false;
        var verb = Contents.Clause(p, at, limit);
        while (verb > 0 && verb + 1 < limit && (p[verb].Has(Trait.Auxiliary | Trait.Modal) || p.Adverb(p[verb]))) verb++;
        return verb > at && verb < limit && p[verb].IsWord && answers.Contains(p.Written(verb));
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
