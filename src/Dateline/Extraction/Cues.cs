namespace Dateline.Extraction;

/// <summary>Reads one verb form as a cue: which use it has, where its auxiliaries begin, and whether it is a verb here at all.</summary>
internal static class Cues
{
    private const int Subject = 14;

    /// <summary>The use that fits the word after the verb; the plain use, or the first, otherwise.</summary>
    internal static Use Particle(Passage p, int at, List<Use> uses)
    {
        Use? plain = null;
        foreach (var use in uses)
        {
            if (use.Particle is null) plain ??= use;
            else if (p[at + 1].Is(use.Particle) && !Counts(p, at + 1, uses) && !(use.Particle == "on" && p[at + 2].Has(Trait.Weekday))) return use;
            else if (use.Particle == "as" && use.Sense == Sense.Believe && RegardedAs(p, at)) return use with { Particle = null };
        }
        return plain ?? new Use(null, Takes.Nothing, uses[0].Sense);
    }

    // "warned about 100 houses were in danger": no particle, but how many.
    private static bool Counts(Passage p, int at, List<Use> uses) => BoundPhrases.Opens(p, at) && uses.Exists(static u => u.Takes.HasFlag(Takes.Bare)) && Contents.Clause(p, at, at + Subject) > 0;

    // "see the plan as a threat": the particle follows the object.
    private static bool RegardedAs(Passage p, int at)
    {
        for (var i = at + 2; i < at + 10 && p[i].Kind is Kind.Word or Kind.Number; i++)
            if (p[i].Is("as")) return !p.Verb(i + 2);
            else if (p.Verb(i)) return false;
        return false;
    }

    /// <summary>First item of the verb group that ends at <paramref name="at"/>, and what it holds.</summary>
    internal static (int First, bool Passive, bool Progressive, bool To, bool Modal) Group(Passage p, int at, int floor)
    {
        var (first, passive, progressive, modal) = (at, false, false, false);
        var ing = p[at].Word.Form == Form.Ing;
        var participle = p[at].Word.PastIsParticiple;
        for (var i = at - 1; i >= floor && at - i < 8; i--)
        {
            var item = p[i];
            if (!item.IsWord) break;
            if (item.Has(Trait.Be) || item.Is("'s") && (ing || participle) && p[i - 1].Has(Trait.Pronoun))
            {
                if (first == at || !passive && !progressive) { progressive = ing; passive = participle && !ing; }
                first = i;
            }
            else if (item.Has(Trait.Auxiliary | Trait.Modal) && p.TagOf(i) != Tag.Noun)
            {
                modal |= item.Has(Trait.Modal);
                first = i;
            }
            else if (item.Has(Trait.Negation) && !item.Has(Trait.Determiner | Trait.Pronoun) && !item.Has(Trait.Preposition) && !item.Is("none") || item.Is("neither") && i > floor && p[i - 1].IsWord && !p[i - 1].Has(Trait.Coordinator)) first = i;
            else if (p.Adverb(item) && !item.Has(Trait.Weekday | Trait.Day)) { if (p[i - 1].IsWord && i > floor) first = i; else break; }
            else if (item.Has(Trait.Weekday | Trait.Day)) { if (!p[i - 1].IsWord) break; }
            else if (Undone(p, i, at, floor) is var undone && undone >= floor) return (Group(p, undone, floor).First, false, false, false, modal);
            else return (first, passive, progressive, item.Is("to"), modal);
        }
        return (first, passive, progressive, false, modal);
    }

    // "failed to confirm", "has yet to say", "stopped short of saying": where the words begin by which somebody does not say it.
    private static int Undone(Passage p, int i, int at, int floor)
    {
        if (i <= floor) return -1;
        if (p[i].Is("to")) return Implicatives.BeforeInfinitive(p[i - 1]) || p[i - 1].IsWord && Refusing(p[i - 1].Word.Text) && p[at].Word.Uses!.Exists(static u => u.Sense is Sense.Say or Sense.Deny or Sense.Show && u.Takes.HasFlag(Takes.That)) || p[i - 1].Is("yet") && i - 1 > floor && p[i - 2].Has(Trait.Auxiliary) ? i - 1 : -1;
        if (!p[i].Is("of") || i != at - 1 || p[at].Word.Form != Form.Ing || i - 2 < floor) return -1;
        return (p[i - 1].Is("short") || p[i - 1].Is("shy")) && p[i - 2].Word.Forms != VerbForms.None ? i - 2 : -1;
    }

    // Elsewhere than before a verb of saying who declines or refuses denies.
    private static bool Refusing(string word) => word.StartsWith("declin", StringComparison.Ordinal) || word.StartsWith("refus", StringComparison.Ordinal);

    /// <summary>Whether the form is a verb where it stands; a participle needs its auxiliary.</summary>
    internal static bool VerbHere(Passage p, int at, int first) => p.TagOf(at) switch
    {
        Tag.Finite or Tag.Infinitive or Tag.Ing => true,
        Tag.Participle => first < at && (p[first].Has(Trait.Auxiliary | Trait.Modal | Trait.Negation) || p[first].Is("'s")) || p[first - 1].Is("'s"),
        _ => false
    };
}
