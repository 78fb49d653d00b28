namespace Dateline.Extraction;

/// <summary>Where a sentence of items ends. Full stops after abbreviations and initials do not end one; a quotation that ends in a stop may.</summary>
internal static class Sentences
{
    /// <summary>Longest sentence in items; what is longer is cut, so that work on a sentence stays bounded.</summary>
    internal const int Longest = 400;

    internal static int End(string text, List<Item> items, int start)
    {
        var limit = Math.Min(items.Count, start + Longest);
        for (var i = start; i < limit; i++)
        {
            var item = items[i];
            var next = i + 1 < items.Count ? items[i + 1] : Item.None;
            if (i + 1 == items.Count) break;
            if (item.Kind == Kind.Stop && StopEnds(text, items, i, next)) return Including(items, i);
            if (item.IsQuote && item.EndsInStop && QuotationEnds(items, i, next)) return i + 1;
            if (item.IsWord && text[item.End - 1] == '.' && next.Capital && next.Has(Trait.Determiner | Trait.Pronoun | Trait.Preposition | Trait.Coordinator)) return i + 1;
        }
        return limit;
    }

    private static int Including(List<Item> items, int stop)
    {
        while (stop + 1 < items.Count && items[stop + 1].Kind == Kind.Close) stop++;
        return stop + 1;
    }

    private static bool StopEnds(string text, List<Item> items, int at, Item next)
    {
        var stop = items[at];
        if (next.Start == stop.End && !next.IsQuote && next.Kind != Kind.Close) return stop.End - stop.Start > 1 && next.Capital;
        if (next.Kind == Kind.Close && at + 2 < items.Count && items[at + 2] is var beyond && (beyond.Kind is Kind.Comma or Kind.Colon or Kind.Semicolon || beyond.IsWord && !beyond.Capital)) return false;
        if (next.IsWord && !next.Capital && char.IsLower(text[next.Start])) return false;
        if (at > 0 && stop.End - stop.Start == 1 && text[stop.Start] == '.' && items[at - 1].End == stop.Start && items[at - 1].IsWord)
        {
            var before = items[at - 1];
            if (before.Has(Trait.Abbreviation) && !before.Is("no")) return false;
            if (before.End - before.Start == 1 && before.Capital) return false;
        }
        return true;
    }

    private static bool QuotationEnds(List<Item> items, int at, Item next)
    {
        if (next.IsQuote) return true;
        if (!next.Capital) return next.Kind == Kind.Number;
        if (items[at].Words < 3) return true;
        if (items[at].Last is '.' or '…') return true;
        for (var i = at + 1; i < items.Count && i < at + 7; i++)
        {
            if (!items[i].IsWord) return true;
            if (items[i].Word.Uses is { } uses && uses[0].Takes.HasFlag(Takes.Quote)) return i + 1 < items.Count && items[i + 1].Kind is not (Kind.Stop or Kind.Comma);
        }
        return true;
    }
}
