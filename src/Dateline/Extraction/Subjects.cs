using System.Collections.Frozen;

namespace Dateline.Extraction;

/// <summary>Finds who says it: the noun phrase before a verb, after an inverted verb, or the subject that a coordinated verb shares.</summary>
internal static partial class Subjects
{
    private const int Longest = 40;

    /// <summary>The noun phrase that ends before item <paramref name="end"/>: first item and end, or an empty range.</summary>
    internal static (int First, int End) Before(Passage p, int floor, int end)
    {
        var last = end - 1;
        if (last < floor) return default;
        var item = p[last];
        if (item.Kind is Kind.Comma or Kind.Dash) return Apposed(p, floor, last);
        if (item.Kind == Kind.Close)
        {
            var open = last;
            while (open > floor && last - open < Longest && p[open].Kind != Kind.Open) open--;
            var (first, before) = open > floor ? Before(p, floor, open) : default;
            return before > first ? (first, end) : default;
        }
        if (item.Is("one") && last > floor && p[last - 1].Is("no")) return (last - 1, end);
        if (item.Has(Trait.Pronoun) && p[last - 1].Is("of")) return NounPhrase(p, floor, last);
        if (item.Has(Trait.Pronoun) && !item.Has(Trait.Wh)) return Relative(p, floor, last, p[last - 1].Is("and") ? NounPhrase(p, floor, last) : (last, end));
        if (item.Has(Trait.Pronoun) || item.Is("that") || item.Is("which")) return item.Has(Trait.Possessive) ? default : p[last - 1].Is("and") ? NounPhrase(p, floor, last) : (last, end);
        return Relative(p, floor, last, NounPhrase(p, floor, last));
    }

    // "The man who sent it has said": the phrase before the verb is the end of a relative clause, whose head is the subject.
    private static (int First, int End) Relative(Passage p, int floor, int last, (int First, int End) found)
    {
        var whole = found.End > found.First;
        if (!whole) found = (last, last + 1);
        // "The lawyer who represents the driver said": the verb of the clause is no known one, and what begins with it is no phrase.
        else if (found.First - 2 >= floor && p[found.First - 1].Is("who") && found.End > found.First + 1 && p[found.First].IsWord && p.TagOf(found.First - 2) == Tag.Noun && !p[found.First].Capital && !p[found.First].Has(Trait.Determiner | Trait.Pronoun | Trait.Possessive | Trait.Numeral))
            return NounPhrase(p, floor, found.First - 2) is { } owner && owner.End > owner.First ? (owner.First, found.End) : found;
        else if (p.TagOf(Adverbs(p, found.First - 1)) is not (Tag.Finite or Tag.Auxiliary or Tag.Preposition or Tag.Infinitive or Tag.Ing or Tag.Participle or Tag.To)) return found;
        var verb = !whole && p.Verb(last);
        for (var i = found.First - 1; i > floor && found.First - i < 12 && p.TagOf(i) != Tag.Mark; i--)
        {
            verb |= p.Verb(i);
            // "The group that runs the port said", not "the claim that he ran"
            if (!p[i].Is("who") && !p[i].Is("which") && !(p[i].Is("that") && p.Verb(i + 1) && p.TagOf(i - 1) == Tag.Noun && p[i - 1].Word.NounUses is null)) continue;
            var head = verb && p.TagOf(i - 1) is Tag.Noun or Tag.Pronoun or Tag.Determiner ? NounPhrase(p, floor, i - 1) : default;
            return head.End > head.First ? (head.First, found.End) : whole ? found : default;
        }
        return whole ? found : default;
    }

    // "who were not part of it": the verb stands before the adverb.
    private static int Adverbs(Passage p, int at)
    {
        while (at > 0 && p.TagOf(at) == Tag.Adverb && p.TagOf(at - 1) is Tag.Auxiliary or Tag.Adverb) at--;
        return at;
    }

    // "Graham, a former candidate, told": the phrase before the comma that opens the apposition.
    private static (int First, int End) Apposed(Passage p, int floor, int comma)
    {
        for (var i = comma - 1; i > floor && comma - i < Longest; i--)
        {
            if (p[i].Kind != p[comma].Kind && p[i].Kind != Kind.Comma) continue;
            var opens = p[i + 1];
            if (!p.Noun(p[i - 1]) && !p[i - 1].Has(Trait.Weekday | Trait.Month) && p[i - 1].Kind is not (Kind.Close or Kind.Quote) && !p[i - 1].Has(Trait.Pronoun)) continue;
            if (opens.Capital && comma - i <= 4 && p[i - 1].Capital && p[i - 2].Kind == Kind.Comma) continue;
            if (Within(p, floor, i)) continue;
            var (first, end) = Before(p, floor, i);
            // "Reuters, citing the Courier, which quoted an aide, reported": whom a medium cites does not report.
            if (end > first && Cites(p[first])) continue;
            return end > first ? (first, opens.Is("who") || opens.Is("which") || Verbless(p, i, comma) ? comma : end) : default;
        }
        return default;
    }

    private static bool Cites(Item item) => item.Is("citing") || item.Is("quoting");

    // "Jones, 35, of Mill Road, Bristol, denied": what stands before this comma says where somebody lives or comes from.
    private static bool Within(Passage p, int floor, int comma)
    {
        for (var i = comma - 1; i > floor && comma - i < 8; i--)
            if (p[i].Kind == Kind.Comma) return p[i + 1].Is("of") || p[i + 1].Is("from") || p[i + 1].Is("in");
        return false;
    }

    private static bool Verbless(Passage p, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (p[i].Has(Trait.Wh) || p.Verb(i)) return false;
        return true;
    }

    private static (int First, int End) NounPhrase(Passage p, int floor, int last)
    {
        var cut = -1;
        var i = last;
        for (; i >= floor && last - i < Longest; i--)
        {
            var item = p[i];
            if (item.Kind == Kind.Close)
            {
                var close = i;
                while (i > floor && close - i < 12 && p[i].Kind != Kind.Open) i--;
                continue;
            }
            if (item.Is("and") || item.Is("or") || item.Is("nor")) cut = cut < 0 ? i + 1 : cut;
            else if (item.Kind == Kind.Comma && i < last && Suffixed(p, i + 1)) continue;
            else if (item.Kind is Kind.Number or Kind.Symbol || item.IsQuote && item.Words <= 3 && i != last && p[i - 1].Capital && p[i + 1].Capital) continue;
            else if (!item.IsWord || item.Has(Trait.Subordinator | Trait.Coordinator | Trait.Wh) && !(item.Is("as") && false)) break;
            else if (p.Verb(i) && !(i == last && item.Capital))
            {
                if (cut >= 0) i = cut - 1;
                cut = -1;
                break;
            }
            else if (item.Has(Trait.Pronoun) && p.TagOf(i) != Tag.Determiner && i < last && cut < 0)
            {
                if (p[i + 1].Is("of") || p[i].Is("one") && p[i + 1].Is("in") || Indefinite(item) && p[i + 1].Has(Trait.Preposition)) i--;
                break;
            }
        }
        if (i >= floor && p.TagOf(i) == Tag.Auxiliary && p.TagOf(i + 1) is Tag.Ing or Tag.Participle or Tag.Infinitive) return default;
        return Trimmed(p, i + 1, last + 1);
    }

    // "Vexa Therapeutics, Inc.", "Maria Stern, M.D.": the comma belongs to the name.
    private static bool Suffixed(Passage p, int at) => p[at].Capital && suffixes.Contains(p.Written(at).TrimEnd('.'));

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> suffixes = WordSet.Of("Inc|Ltd|LLC|LLP|LP|PLC|Corp|Co|GmbH|S.A|N.V|A.G|AG|SA|NV|Jr|Sr|M.D|MD|Ph.D|PhD|D.D.S|R.N|RN|J.D|MBA|M.B.A|Esq|KC|QC|OBE|MBE|CBE", '|', StringComparer.Ordinal);

    // "Nobody at the ministry": pronouns that take a phrase behind them, as nouns do.
    private static bool Indefinite(Item item) => item.Word.Text is "nobody" or "somebody" or "everybody" or "anybody" or "someone" or "everyone" or "anyone" or "those";

    private static (int First, int End) Trimmed(Passage p, int first, int end)
    {
        while (first < end && (p.Adverb(p[first]) && !p[first].Has(Trait.Determiner) && !(p.TagOf(first) == Tag.Modifier && first + 1 < end) || p[first].Has(Trait.Coordinator))) first++;
        if (first < end && p[first].Has(Trait.Preposition) && !p[first].Has(Trait.Determiner) && !p[first + 1].Is("least") && !p[first + 1].Is("most") && p[first + 1].Kind != Kind.Number)
        {
            var i = Adjunct(p, first, end);
            if (i > first) return (i, end);
            i = end - 1;
            while (i > first && p[i].Capital) i--;
            if (i == end - 1) while (i > first && !p[i].Has(Trait.Preposition | Trait.Determiner | Trait.Possessive)) i--;
            first = p[i].Has(Trait.Determiner) ? i : i + 1;
        }
        for (var i = first; i < end; i++)
            if (!p[i].Has(Trait.Weekday | Trait.Month | Trait.Day)) return (first, end);
        return default;
    }

    // "In January a columnist of the Review": where the subject begins after an adjunct of time or place; 0 where that cannot be seen.
    private static int Adjunct(Passage p, int first, int end)
    {
        for (var i = first + 2; i < end; i++)
        {
            if (p[i].Has(Trait.Preposition)) return 0;
            if (p.TagOf(i) == Tag.Determiner && !p[i].Is("'s") && p.TagOf(i - 1) == Tag.Noun) return i;
        }
        return 0;
    }

    /// <summary>The noun phrase that starts at an item after an inverted verb ("said John Smith, a director"), apposition included.</summary>
    internal static int After(Passage p, int first, int limit)
    {
        var i = first;
        for (; i < limit; i++)
        {
            var item = p[i];
            if (item.Kind is Kind.Stop or Kind.Quote or Kind.Colon or Kind.Semicolon or Kind.Dash) break;
            if (item.Kind == Kind.Comma && (p[i + 1].IsQuote || p[i + 1].Word.Uses is not null && p[i + 1].Word.Form == Form.Ing || p[i + 1].Has(Trait.Coordinator))) break;
            if (i > first && (item.Is("in") && (p[i + 1].Is("a") || p[i + 1].Is("an")) || item.Has(Trait.Weekday | Trait.Day)
                || item.Is("on") && p[i + 1].Has(Trait.Weekday) || item.Is("during") || item.Is("after") || item.Is("when") || item.Is("while"))) break;
        }
        return i;
    }

    /// <summary>The first noun phrase of a sentence that a verb follows.</summary>
    internal static (int First, int End) OfSentence(Passage p, int first, int limit)
    {
        for (var i = first + 1; i < limit && i < first + Longest; i++)
        {
            if (!p.Verb(i) || p[i - 1].Kind == Kind.Word && p[i - 1].Has(Trait.Wh)) continue;
            // "The ship that sank": the head, whose own verb is still to come.
            var found = Before(p, first, p[i - 1].Is("that") && p.TagOf(i - 1) == Tag.Link ? i - 1 : i);
            if (found.End > found.First) return found;
        }
        return default;
    }
}
