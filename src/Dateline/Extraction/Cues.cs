namespace Dateline.Extraction;

internal enum Voice : byte
{
    Active, Passive, Participial
}

/// <summary>A verb group that may attribute: its tokens, its verb and how it is built.</summary>
internal readonly record struct Cue(Range Group, int Verb, Entry Entry, Voice Voice, bool Negated, bool Modal)
{
    public Verb Lemma => Entry.Verb!;
}

/// <summary>Finds cue verbs and decides from their neighbours whether they are verbs here.</summary>
internal static class Cues
{
    private static readonly HashSet<string> nounToo = new(
        "call show support plan demand fear hope offer attack blame question estimate project document promise request order aim comment doubt praise report claim joke note remark threat project post list detail tweet debate guess worry quote state rebuke hail vow pledge favor favour back object mention seek desire welcome cast caution address challenge answer cry shout chant mock brand label counter find stress brief read concern feel tout prefer compare propose alert reason volunteer hint riff lament regret insult face campaign lobby push press talk advocate charge".Split(' '), StringComparer.Ordinal);

    public static bool NounToo(Entry entry) => entry.Verb is { } v && nounToo.Contains(v.Lemma) && (entry.Forms & (Form.Base | Form.Third)) != 0;

    public static Cue? At(Reading r, Sentence s, int i)
    {
        var t = r.Tokens[i];
        if (t.Entry is not { Verb: { } verb } entry || t.Kind != TokenKind.Word) return null;
        var left = i;
        bool be = false, have = false, modal = false, negated = false, aux = false;
        while (left > s.Start && (r.Is(left - 1, Tag.Auxiliary | Tag.Modal | Tag.Negation) || r.Adverb(left - 1)) && left > i - 6)
        {
            if (r.Is(left - 1, Tag.Determiner)) break;
            if (r.Is(left - 1, Tag.Be) && r.Possessive(left - 1) && (entry.Forms & (Form.Past | Form.Ing)) == 0) break;
            left--;
            if (left == i - 1 || !aux) be |= r.Is(left, Tag.Be);
            have |= r.Is(left, Tag.Auxiliary) && !r.Is(left, Tag.Be);
            modal |= r.Is(left, Tag.Modal);
            negated |= r.Is(left, Tag.Negation);
            aux |= r.Is(left, Tag.Auxiliary | Tag.Modal);
        }
        while (left < i && r.Adverb(left) && !aux) left++; // a leading adverb belongs to the clause
        if (r.Says(left - 1, "to") || r.Says(i - 1, "to")) return Resumed(r, s, i, entry);
        var end = i + 1;
        if (verb.Particles.Length > 0)
        {
            var matched = false;
            for (var k = end; k < Math.Min(end + 2, s.End) && !matched; k++)
                foreach (var particle in verb.Particles)
                    if (r.Says(k, particle)) { end = k + 1; matched = true; break; }
            if (!matched && verb.NeedsParticle) return null;
        }
        if (verb.Kind == CueKind.Seem && !r.Says(end, "to") && !r.Says(end, "that") && !r.Says(end, "like")) return null;
        if (t.Capital && i > s.Start && !Headline(r, s)) return null;
        if (modal && verb.Kind is CueKind.Judge or CueKind.Name && modal) return null; // what someone would judge is not yet judged
        var group = new Range(left, end);
        var forms = entry.Forms;
        if ((forms & Form.Ing) != 0 && !be && (r.Is(i - 1, Tag.Determiner) || i > 0 && r.Of(i - 1)[0] is '\'' or '’' || i + 1 >= s.End || r.Stop(i + 1))) return null;
        if ((forms & Form.Ing) != 0) return new(group, i, entry, be ? Voice.Active : Voice.Participial, negated, modal);
        if ((forms & (Form.Past | Form.Participle)) != 0)
        {
            if (be && (forms & Form.Participle) != 0) return new(group, i, entry, Voice.Passive, negated, modal);
            if (have || modal) return new(group, i, entry, Voice.Active, negated, modal);
            if (r.Is(i - 1, Tag.Determiner) || i > 0 && r.Tokens[i - 1].Kind == TokenKind.Number || i > 0 && r.Of(i - 1)[0] is '\'' or '’') return null;
            if (verb.Kind == CueKind.Ask && (i == s.Start || r.Says(i - 1, "when"))) return new(group, i, entry, Voice.Passive, negated, modal);
            if ((forms & Form.Participle) != 0 && r.Says(i + 1, "by")) return new(group, i, entry, Voice.Passive, negated, modal);
            return new(group, i, entry, Voice.Active, negated, modal);
        }
        if (aux && (forms & Form.Base) != 0) return be && !have && !modal ? null : new(group, i, entry, Voice.Active, negated, modal);
        return Finite(r, s, i, left, entry, forms) ? new(group, i, entry, Voice.Active, negated, modal) : null;
    }

    // "went on to say", "continued to insist" report what was said; other infinitives do not.
    private static Cue? Resumed(Reading r, Sentence s, int i, Entry entry)
    {
        if (entry.Verb!.Kind != CueKind.Say || (entry.Forms & Form.Base) == 0) return null;
        var k = i - 2;
        if (r.Says(k, "on") && r.Says(k - 1, "went")) return new(new(k - 1, i + 1), i, entry, Voice.Active, false, false);
        return k > s.Start && (r.Says(k, "continued") || r.Says(k, "continues")) ? new(new(k, i + 1), i, entry, Voice.Active, false, false) : null;
    }

    // A base or -s form without an auxiliary: verb or noun?
    private static bool Finite(Reading r, Sentence s, int i, int left, Entry entry, Form forms)
    {
        var before = left - 1;
        if (r.Is(before, Tag.Pronoun | Tag.Relative) && !r.Says(before, "what") && !r.Says(before, "one")) return true;
        if (r.Tokens[i].Capital && i > s.Start && !Headline(r, s)) return false;
        if (before < s.Start) return false;
        if (r.Is(before, Tag.Determiner | Tag.Preposition | Tag.Possessive) && !r.Is(before, Tag.Pronoun)) return false;
        if (r.Of(before)[0] is '\'' or '’') return false;
        if (!NounToo(entry)) return (forms & Form.Base) == 0 || PluralBefore(r, s, before);
        if (r.VerbLike(i + 1) || r.Says(i + 1, "of") || MostlyNoun(entry) && !r.Tokens[before].Capital && !r.Is(before, Tag.Role)) return false;
        var opens = r.Is(i + 1, Tag.Determiner | Tag.Object | Tag.Pronoun) || r.Says(i + 1, "that") || r.Says(i + 1, "to") || r.Tokens[Math.Min(i + 1, s.End - 1)].Capital;
        if ((forms & Form.Base) != 0) return PluralBefore(r, s, before) && (opens || entry.Verb!.Kind is CueKind.Show);
        return opens || r.Tokens[before].Capital || r.Comma(before);
    }

    private static bool MostlyNoun(Entry entry) => entry.Verb!.Lemma is "state" or "back" or "plan" or "list" or "face campaign lobby push press talk advocate charge" or "object" or "post" or "project"
        or "detail" or "order" or "aim" or "document" or "reason" or "address" or "brand" or "label" or "counter";

    private static bool PluralBefore(Reading r, Sentence s, int i)
    {
        while (i > s.Start && r.Comma(i)) i--;
        var word = r.Of(i);
        if (r.Is(i, Tag.Role) || word.EndsWith("s", StringComparison.OrdinalIgnoreCase) && !word.EndsWith("ss", StringComparison.OrdinalIgnoreCase)) return true;
        if (word is "people" or "police" or "men" or "women" or "many" or "some" or "most" or "others" or "Many" or "Some" or "Most" or "Others" or "percent") return true;
        if (r.Tokens[i].Kind == TokenKind.Number && word[^1] == '%') return true;
        for (var k = i; k > Math.Max(s.Start, i - 8); k--)
            if (r.Says(k, "and")) return true;
            else if (r.Tokens[k].Kind == TokenKind.Word && !r.Tokens[k].Capital && r.Of(k).EndsWith("s", StringComparison.Ordinal) && !r.Is(k, Tag.Function)) return true;
        return false;
    }

    /// <summary>In a headline most words are capitalised.</summary>
    public static bool Headline(Reading r, Sentence s)
    {
        int words = 0, capitals = 0;
        for (var i = s.Start; i < s.End && i < s.Start + 40; i++)
            if (r.Tokens[i].Kind == TokenKind.Word) { words++; if (r.Tokens[i].Capital) capitals++; }
        return words > 2 && capitals * 3 > words * 2;
    }
}
