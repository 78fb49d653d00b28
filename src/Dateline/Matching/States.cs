using System.Collections.Frozen;
using Dateline.Extraction;

namespace Dateline.Matching;

/// <summary>Where "on" and "off" say in which state a thing is, and "almost" that it is not so: elsewhere they are prepositions and bounds of numbers.</summary>
internal static class States
{
    // "Switched the pumps on": how far the particle may stand from its verb.
    private const int Reach = 4;

    private static readonly FrozenSet<int> switching = Words.Switching.Split(' ').Select(w => Terms.IdOf(w)).ToFrozenSet();

    private static readonly FrozenSet<string> being = Words.Being.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the "on" or "off" at a term is an adverb of state: behind a verb of switches, or behind a form of "be" with nothing that it could govern.</summary>
    public static bool At(string text, ReadOnlySpan<Term> terms, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - Reach && !Breaks(text, terms, i); i--)
        {
            if (switching.Contains(terms[i].Id) && !terms[i].Is(TermKinds.Name)) return i == at - 1 || !Governs(text, terms, at);
            if (i < at - 1 && Word(text, terms, i).Has(Trait.Preposition)) break;
        }
        return at > 0 && !Breaks(text, terms, at - 1) && being.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Opposition.Text(text, terms, at - 1)) && !Governs(text, terms, at);
    }

    /// <summary>Whether the "almost" at a term falls short of a deed or state ("almost hit"), not of a number or quantity ("almost 300", "nearly all").</summary>
    public static bool Short(string text, ReadOnlySpan<Term> terms, int at)
    {
        if (at + 1 >= terms.Length || Breaks(text, terms, at) || terms[at + 1].Is(TermKinds.Number | TermKinds.Name)) return false;
        var word = Word(text, terms, at + 1);
        var form = Opposition.Text(text, terms, at + 1);
        if (word.Has(Trait.Determiner | Trait.Possessive | Trait.Numeral | Trait.Preposition | Trait.Pronoun | Trait.Adverb | Trait.Negation) || form.EndsWith("ly", StringComparison.OrdinalIgnoreCase) || !char.IsLetter(form[0])) return false;
        return form is not ("half" or "everything" or "hundreds" or "thousands" or "dozens") && text.AsSpan(terms[at].End, terms[at + 1].Start - terms[at].End).IsWhiteSpace();
    }

    // A word follows that can be behind a preposition: "on fire", "off the coast"; not "on again", "off after talks", "off because".
    private static bool Governs(string text, ReadOnlySpan<Term> terms, int at)
    {
        if (at + 1 >= terms.Length || Breaks(text, terms, at)) return false;
        var word = Word(text, terms, at + 1);
        return !word.Has(Trait.Preposition | Trait.Subordinator | Trait.Coordinator | Trait.Adverb | Trait.Day) || word.Has(Trait.Determiner);
    }

    private static Word Word(string text, ReadOnlySpan<Term> terms, int i) => Lexicon.Find(Opposition.Text(text, terms, i));

    private static bool Breaks(string text, ReadOnlySpan<Term> terms, int i) => !text.AsSpan(terms[i].End, terms[i + 1].Start - terms[i].End).IsWhiteSpace();
}
