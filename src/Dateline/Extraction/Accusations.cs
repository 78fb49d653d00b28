using System.Collections.Frozen;

namespace Dateline.Extraction;

// What somebody is arrested, charged or punished for is not what the police or the court say or promise; and what somebody refuses to say is left open.
internal sealed partial class SentenceGrammar
{
    private const int LongestObject = 14;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> punishing = WordSet.Of(
        "arrest arrests arrested detain detains detained charge charges charged jail jails jailed imprison imprisons imprisoned fine fines fined convict convicts convicted sentence sentences sentenced sue sues sued sack sacks sacked fire fires fired "
        + "suspend suspends suspended ban bans banned expel expels expelled punish punishes punished question questions questioned investigate investigates investigated hold holds held acquit acquits acquitted clear clears cleared prosecute prosecutes "
        + "prosecuted indict indicts indicted caution cautions cautioned deport deports deported execute executes executed accuse accuses accused suspect suspects suspected dismiss dismisses dismissed");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> suspected = WordSet.Of("suspected accused convicted guilty charged arrested detained jailed imprisoned fined sentenced wanted sacked fired suspended banned expelled punished held");

    /// <summary>"Suspected of", "accused of": without an object in between always of whom others suspect (the prepositional passive: Quirk et al. 1985, 16.57).</summary>
    private bool Suspected(int at, int first, int after) => first == at && (p[at].Is("suspected") || p[at].Is("accused")) && p[after].Is("of");

    /// <summary>
    /// Who does what a gerund behind a preposition tells, where it is the object of a verb of arrest, charge or punishment ("jailed a man for claiming …", "a man suspected of planning …"); empty elsewhere.
    /// </summary>
    private (int First, int End) Punished(int gerund)
    {
        var at = gerund - 1;
        while (at > _first && p[at].Has(Trait.Adverb | Trait.Negation) && !p[at].Has(Trait.Preposition)) at--;
        if (at <= _first || !p[at].Is("for") && !p[at].Is("of") && !p[at].Is("with") && !p[at].Is("over") && !p[at].Is("from")) return default;
        // "On suspicion of planning", "on charges of threatening"
        if (p[at].Is("of") && (p[at - 2].Is("on") || p[at - 2].Is("under")) && at - 2 > _first) at -= 2;
        if (suspected.Contains(p.Written(at - 1)) && !p[at - 2].Has(Trait.Be | Trait.Auxiliary) && p.Noun(p[at - 2])) return Subjects.Before(p, _first, at - 1);
        for (var verb = at - 2; verb >= _first && verb > at - LongestObject; verb--)
        {
            if (p[verb].Kind is Kind.Comma or Kind.Colon or Kind.Semicolon || p[verb].Has(Trait.Subordinator | Trait.Wh) && !p[verb].Has(Trait.Preposition)) return default;
            if (p[verb].Has(Trait.Auxiliary | Trait.Modal)) return default;
            if (!p[verb].IsWord || !punishing.Contains(p.Written(verb)) || p.TagOf(verb) is Tag.Noun or Tag.Modifier && verb > _first + 1 && p[verb - 1].Has(Trait.Determiner | Trait.Possessive)) continue;
            return p[verb - 1].Has(Trait.Be) || p[verb + 1].Has(Trait.Preposition) ? default : (verb + 1, at);
        }
        return default;
    }

    // "A woman suspected of killing her husband told police": the subject begins with whom the charge describes.
    private (int First, int End) WithCharge((int First, int End) own)
    {
        if (own.End <= own.First || p[own.First].Has(Trait.Pronoun)) return own;
        for (var i = own.First - 1; i > _floor && i > own.First - LongestObject && p[i].Kind is Kind.Word or Kind.Number && !p.Verb(i) || i > _floor && i > own.First - LongestObject && p[i].IsWord && suspected.Contains(p.Written(i)); i--)
        {
            if (!suspected.Contains(p.Written(i))) continue;
            if (p[i - 1].Has(Trait.Be | Trait.Auxiliary) || !p.Noun(p[i - 1]) || !p[i + 1].Has(Trait.Preposition)) return own;
            var head = Subjects.Before(p, _floor, i);
            return head.End > head.First ? (head.First, own.End) : own;
        }
        return own;
    }

    /// <summary>Whether somebody here refuses or declines to say something that a clause tells: it is left open, as where somebody does not say it.</summary>
    private bool Withholds(int at, int after)
    {
        if (!p[at].Word.Text.StartsWith("declin", StringComparison.Ordinal) && !p[at].Word.Text.StartsWith("refus", StringComparison.Ordinal) || !p[after].Is("to")) return false;
        var verb = after + 1;
        while (verb < _limit && p.Adverb(p[verb])) verb++;
        if (verb >= _limit || p[verb].Word.Uses is not { } uses || !p[verb].Word.Forms.HasFlag(VerbForms.Base)) return false;
        var use = Cues.Particle(p, verb, uses);
        if (use.Sense is not (Sense.Say or Sense.Deny or Sense.Show)) return false;
        var told = verb + (use.Particle is null ? 1 : 2);
        if (Coordinated(verb, told) is { } second) told = second.After;
        return p[told].Is("that") || p[told].Is("whether") || p[told].Is("if") || p[told].Has(Trait.Wh) || Contents.Clause(p, told, _limit) > 0;
    }

    // Where the phrase of who accuses ends and the charge begins: "by the council of breaching planning rules", "by two women of sexual assault"; the item itself where it is part of the name.
    private bool Charges(int of, int limit)
    {
        if (!p[of].Is("of")) return false;
        if (p[of + 1].Word.Forms.HasFlag(VerbForms.Ing) || p.Ends(p[of + 1], "ing") && !p[of + 1].Capital) return true;
        if (p[of + 1].Capital || p[of + 1].Has(Trait.Determiner) && p[of + 2].Capital) return false;
        for (var i = of + 1; i < limit && p[i].Kind is Kind.Word or Kind.Number; i++)
            if (p[i].Is("of") && p.Ends(p[i + 1], "ing")) return false;
        return true;
    }
}
