using Dateline.Extraction;

namespace Dateline.Matching;

/// <summary>What part a word has in what its mention says.</summary>
[Flags]
internal enum Role : byte
{
    None = 0,

    /// <summary>It does it: the subject of an active verb, what follows "by" after a passive one.</summary>
    Does = 1,

    /// <summary>It is done to it: the object of an active verb, the subject of a passive one; what follows "than".</summary>
    Suffers = 2
}

/// <summary>
/// Who does what to whom, by the first finite verb: subject, object, and the passive with and without "by" (Quirk et al. 1985, 3.63 to 3.78). What
/// stands behind another preposition than "of" has no part. One pass from left to right.
/// </summary>
internal static class Roles
{
    private const int LongestPrefix = 4;

    private static readonly int[] alternating = Terms.IdsOf(Words.Alternating);
    private static readonly int[] undergoing = Terms.IdsOf(Words.Undergoing);
    private static readonly int[] wanting = Terms.IdsOf(Words.Wanting);

    // Base forms that are adjectives as well (Quirk et al. 1985, I.63).
    private static readonly string[] adjectives = ["live", "open", "close", "clean", "clear", "dry", "free", "empty", "slow", "warm", "secure", "separate", "direct", "present", "alternate", "moderate", "duplicate", "complete", "correct", "narrow", "own", "calm"];

    /// <summary>Writes each term's part, and gives the verb's place (-1: none was found) and whether it is a passive with "by"; <paramref name="taken"/> are terms of values.</summary>
    public static (int Verb, bool Passive) Read(string text, ReadOnlySpan<Term> terms, Span<Role> parts, ReadOnlySpan<bool> taken)
    {
        var words = new Word[terms.Length];
        for (var i = 0; i < words.Length; i++) words[i] = Lexicon.Find(text.AsSpan(terms[i].Start, terms[i].End - terms[i].Start));
        var start = Opening(text, terms, words);
        var at = Verb(text, terms, words, start);
        if (at < 0) return (-1, false);
        var (from, passive) = Auxiliaries(text, terms, words, start, at);
        var by = passive || at + 1 < terms.Length && Terms.Is(text, terms[at + 1], "by") ? By(text, terms, at + 1, taken) : -1;
        passive |= by >= 0 || from == at && Array.IndexOf(wanting, terms[at].Id) >= 0 && (words[at].Forms & VerbForms.Present) == 0 && !HasObject(terms, words, at);
        Mark(words, start, from, passive || Array.IndexOf(undergoing, terms[at].Id) >= 0 ? Role.Suffers : Role.Does, parts);
        if (by >= 0) Mark(words, by, terms.Length, Role.Does, parts);
        else if (!passive)
        {
            var end = Mark(words, at + 1, terms.Length, Role.Suffers, parts);
            for (; end + 1 < terms.Length; end++)
                if (Terms.Is(text, terms[end], "than") && !terms[end + 1].Is(TermKinds.Number))
                {
                    Mark(words, end + 1, terms.Length, Role.Suffers, parts);
                    break;
                }
        }
        return (at, by >= 0);
    }

    /// <summary>Whether a word of both does it in the one and suffers it in the other.</summary>
    public static bool Clash(ClaimFeatures a, ClaimFeatures b)
    {
        var (there, back) = (Crosses(a, b), Crosses(b, a));
        // "The factory closed" and "the factory was closed" say the same: such verbs tell by both directions only.
        return there && back || (there || back) && Alikeness.Are(a.Verb, b.Verb) && Array.IndexOf(alternating, a.Verb) < 0 && Array.IndexOf(alternating, b.Verb) < 0;
    }

    private static bool Crosses(ClaimFeatures doing, ClaimFeatures suffering)
    {
        foreach (var part in doing.Parts)
        {
            if ((Role)(part >> 8) is not Role.Does) continue;
            foreach (var other in suffering.Parts)
                if ((Role)(other >> 8) is Role.Suffers && doing.Sorted[part & 255] == suffering.Sorted[other & 255]) return true;
        }
        return false;
    }

    // "In Tarvo, police …": the clause begins behind the comma.
    private static int Opening(string text, ReadOnlySpan<Term> terms, Word[] words)
    {
        if (terms.Length == 0 || !words[0].Has(Trait.Preposition | Trait.Subordinator)) return 0;
        for (var i = 1; i < terms.Length; i++)
            if (text.AsSpan(terms[i - 1].End, terms[i].Start - terms[i - 1].End).Contains(',')) return i;
        return 0;
    }

    // The first clear finite verb; else a form that may be a noun ("attacks") behind a word that can be its subject; else a form of "be".
    private static int Verb(string text, ReadOnlySpan<Term> terms, Word[] words, int start)
    {
        int maybe = -1, be = -1;
        for (var i = start + 1; i < terms.Length; i++)
        {
            var (term, before) = (terms[i], words[i - 1]);
            if (term.Is(TermKinds.Name) || term.Is(TermKinds.Number)) continue;
            var word = words[i];
            if (word.Has(Trait.Be)) be = be < 0 ? i : be;
            if (Joined(text, terms, i)) continue;
            if (term.Is(TermKinds.Stop) || before.Has(Trait.Determiner | Trait.Possessive) || before.Has(Trait.Preposition) && before.Text != "to") continue;
            var helped = before.Has(Trait.Auxiliary | Trait.Modal) || i > start + 1 && words[i - 2].Has(Trait.Auxiliary | Trait.Modal) && before.Has(Trait.Adverb | Trait.Negation);
            var past = (word.Forms & (VerbForms.Past | VerbForms.Participle)) != 0 || word.Forms == VerbForms.None && Ends(text, term, "ed");
            // "Three live shells", "two open wounds": adjectives before their noun.
            if (!helped && i + 1 < terms.Length && !terms[i + 1].Is(TermKinds.Stop) && !words[i + 1].Has(Trait.Adverb) && Array.IndexOf(adjectives, word.Text) >= 0 && (terms[i - 1].Is(TermKinds.Number) || before.Has(Trait.Numeral | Trait.Preposition | Trait.Coordinator))) continue;
            if (past && (word.Forms & VerbForms.Base) == 0 || helped && (past || word.Forms != VerbForms.None)) return i;
            if (maybe < 0 && ((word.Forms & VerbForms.Present) != 0 || past || (word.Forms & VerbForms.Base) != 0 && !word.Nominal)) maybe = i;
        }
        return maybe >= 0 ? maybe : be;
    }

    // "A 12-gauge shotgun", "a pump-action rifle": what a hyphen joins is no verb, but for "re-opened".
    private static bool Joined(string text, ReadOnlySpan<Term> terms, int at) =>
        terms[at].End < text.Length && text[terms[at].End] is '-' || text[terms[at].Start - 1] is '-' && (terms[at - 1].Is(TermKinds.Number) || terms[at - 1].End - terms[at - 1].Start > LongestPrefix);

    private static bool Ends(string text, Term term, string ending) => text.AsSpan(term.Start, term.End - term.Start).EndsWith(ending, StringComparison.Ordinal);

    // Where what stands before the verb begins to belong to it, and whether a form of "be" makes it a passive.
    private static (int From, bool Passive) Auxiliaries(string text, ReadOnlySpan<Term> terms, Word[] words, int start, int verb)
    {
        var (from, be) = (verb, false);
        for (var i = verb - 1; i > start; i--)
        {
            var word = words[i];
            if (!word.Has(Trait.Auxiliary | Trait.Modal | Trait.Negation | Trait.Adverb) && word.Text is not ("got" or "get" or "gets")) break;
            be |= word.Has(Trait.Be) || word.Text is "got" or "get" or "gets";
            from = i;
        }
        var form = words[verb].Forms;
        return (from, be && (form & VerbForms.Ing) == 0 && !Ends(text, terms[verb], "ing") && !words[verb].Has(Trait.Be));
    }

    private static bool HasObject(ReadOnlySpan<Term> terms, Word[] words, int verb)
    {
        for (var i = verb + 1; i < words.Length; i++)
        {
            // "More than 20", "at least 20", "up to 20".
            if (words[i].Text is "more" or "fewer" or "less" or "than" or "at" or "least" or "most" or "up" or "to" or "over" or "about" or "around" && i + 1 < words.Length
                && (terms[i + 1].Is(TermKinds.Number) || words[i + 1].Text is "than" or "least" or "most" or "to")) continue;
            if (words[i].Has(Trait.Preposition | Trait.Subordinator | Trait.Wh | Trait.Coordinator)) return false;
            if (!terms[i].Is(TermKinds.Stop) || words[i].Has(Trait.Pronoun)) return true;
        }
        return false;
    }

    // What an amount moved by is no agent ("by 20 percent", "by a fifth").
    private static int By(string text, ReadOnlySpan<Term> terms, int from, ReadOnlySpan<bool> taken)
    {
        for (var i = from; i + 1 < terms.Length; i++)
            if (Terms.Is(text, terms[i], "by") && !terms[i + 1].Is(TermKinds.Number) && !taken[i + 1] && !Ends(text, terms[i + 1], "ing")) return i + 1;
        return -1;
    }

    // Up to what ends a noun phrase; gives where it ended.
    private static int Mark(Word[] words, int from, int to, Role role, Span<Role> parts)
    {
        for (var i = from; i < to; i++)
        {
            var word = words[i];
            if (word.Has(Trait.Preposition) && word.Text != "of" || word.Has(Trait.Subordinator | Trait.Wh | Trait.Auxiliary | Trait.Modal)) return i;
            if (word.Has(Trait.Coordinator) && i + 1 < to && (words[i + 1].Forms & (VerbForms.Past | VerbForms.Present)) != 0) return i;
            parts[i] |= role;
        }
        return to;
    }
}
