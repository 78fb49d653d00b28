using System.Collections.Frozen;
using Dateline.Claims;
using Dateline.Extraction;

namespace Dateline.Matching;

/// <summary>
/// Numbers that are part of a name ("Flight 212", "Article 5", "Apollo 11", "Boeing 737 jets"): they count nothing, and another number names another thing
/// (Quirk et al. 1985, 5.64 and 17.88 to 17.92, on apposition and titles with numerals).
/// </summary>
internal static class Labels
{
    private const int LongestNumber = 4;

    // How far before a noun its article may stand.
    private const int Reach = 3;

    // Nouns that are told apart by number. Most that are verbs as well ("block", "post") and scales ("level", "magnitude") are left out.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> numbered = WordSet.Of(
        "flight route highway motorway road interstate room article section chapter paragraph clause page gate platform bus tram bay pier terminal berth runway lane apartment ward zone area sector district precinct division brigade "
        + "battalion regiment squadron resolution amendment proposition directive regulation decree protocol annex exhibit lot item channel studio hall courtroom cell phase season episode volume version reactor unit hangar silo checkpoint camp line");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> scales = WordSet.Of("magnitude level category stage grade tier degree force type class intensity severity top number");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> plurals = WordSet.Of("people men women children police dead");

    /// <summary>The numbers of a mention that count, measure or rank.</summary>
    public static IReadOnlyList<NumberFact> Without(IReadOnlyList<NumberFact> numbers, Mention mention, string text, ReadOnlySpan<Term> terms)
    {
        List<NumberFact>? kept = null;
        for (var n = 0; n < numbers.Count; n++)
        {
            if (IsName(mention, numbers[n], text, terms)) kept ??= [.. numbers.Take(n)];
            else kept?.Add(numbers[n]);
        }
        return kept ?? numbers;
    }

    private static bool IsName(Mention mention, NumberFact number, string text, ReadOnlySpan<Term> terms)
    {
        var at = number.Bound is "exactly" ? TermAt(terms, Placed(mention, number.Start)) : -1;
        if (at < 1) return false;
        var noun = Opposition.Text(text, terms, at - 1);
        var known = numbered.Contains(noun);
        if (!known && !char.IsUpper(noun[0]) || text.AsSpan(terms[at - 1].End, terms[at].Start - terms[at - 1].End) is not (" " or "-" or "\u00A0")) return false;
        if (!Numeral(text, terms, at) || Units.Of(mention, number).Unit != 0 || Scored(text, terms, at)) return false;
        var many = number.Unit is { Length: > 0 } unit && (unit[^1] is 's' || plurals.Contains(unit.AsSpan(unit.LastIndexOf(' ') + 1)));
        // "On Route 7" opens a clause as "in Tarvo 12 people" does, but names no place without its number.
        if (known) return !(many && Lexicon.Find(Opposition.Text(text, terms, 0)).Has(Trait.Preposition | Trait.Subordinator)) && !HasArticle(text, terms, at - 1);
        if (noun.ContainsAny('\'', '’') || scales.Contains(noun) || !Nominal(text, terms[at - 1]) || Titled(text, terms)) return false;
        var first = at - 1;
        while (first > 0 && terms[first - 1].Is(TermKinds.Name | TermKinds.Opens) && text.AsSpan(terms[first - 1].End, terms[first].Start - terms[first - 1].End) is " ") first--;
        var before = first > 0 ? Lexicon.Find(Opposition.Text(text, terms, first - 1)) : null;
        if (before is not null && before.Has(Trait.Preposition)) return first > 1 && !many;
        // "It cost Orvex 300 jobs": behind a verb the name is another object.
        return !many || before is null || before.Has(Trait.Determiner | Trait.Possessive | Trait.Coordinator | Trait.Numeral) || terms[first - 1].Is(TermKinds.Number);
    }

    // A whole number in digits, or in words.
    private static bool Numeral(string text, ReadOnlySpan<Term> terms, int at)
    {
        var word = Opposition.Text(text, terms, at);
        return terms[at].Is(TermKinds.Number) && word.Length > 0 && (char.IsLetter(word[0]) ? word.IndexOfAny(' ', '-') < 0 : word.Length <= LongestNumber && !word.ContainsAnyExceptInRange('0', '9'));
    }

    // "Albion 3-1", "Rovers 3 Albion 1", "7:30".
    private static bool Scored(string text, ReadOnlySpan<Term> terms, int at) =>
        terms[at].End + 1 < text.Length && text[terms[at].End] is '-' or '–' or ':' or '/' && char.IsAsciiDigit(text[terms[at].End + 1])
        || at + 2 < terms.Length && terms[at + 1].Is(TermKinds.Name) && terms[at + 2].Is(TermKinds.Number);

    private static bool Nominal(string text, Term term)
    {
        var form = text.AsSpan(term.Start, term.End - term.Start);
        if (!term.Is(TermKinds.Name | TermKinds.Opens) || form.EndsWith("ly", StringComparison.Ordinal) || form.EndsWith("wide", StringComparison.Ordinal)) return false;
        var word = Lexicon.Find(form);
        return !word.Has(Trait.Preposition | Trait.Subordinator | Trait.Adverb | Trait.Determiner | Trait.Pronoun | Trait.Auxiliary | Trait.Modal | Trait.Month | Trait.Weekday | Trait.Day | Trait.Numeral | Trait.Change)
            && (word.Forms == VerbForms.None || word.Nominal);
    }

    // In a headline that writes every word with a capital none is known to be a name.
    private static bool Titled(string text, ReadOnlySpan<Term> terms)
    {
        var others = 0;
        foreach (var term in terms)
        {
            if (term.Is(TermKinds.Stop) || !char.IsLetter(text[term.Start])) continue;
            if (char.IsLower(text[term.Start])) return false;
            others++;
        }
        return others > 1;
    }

    private static bool HasArticle(string text, ReadOnlySpan<Term> terms, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - Reach; i--)
        {
            var word = Lexicon.Find(Opposition.Text(text, terms, i));
            if (word.Has(Trait.Determiner | Trait.Possessive)) return true;
            if (terms[i].Is(TermKinds.Stop) || word.Forms != VerbForms.None && !word.Nominal) return false;
        }
        return false;
    }

    // Where an offset of the revision stands in the mention's own words; -1 for none.
    internal static int Placed(Mention mention, int offset)
    {
        var at = 0;
        foreach (var part in mention.More.Prepend(mention.Content))
        {
            if (offset >= part.Start && offset < part.End) return at + offset - part.Start;
            at += part.Text.Length + " … ".Length;
        }
        return -1;
    }

    private static int TermAt(ReadOnlySpan<Term> terms, int offset)
    {
        for (var i = 0; offset >= 0 && i < terms.Length; i++) if (terms[i].Start >= offset) return i;
        return -1;
    }
}
