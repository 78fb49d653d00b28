using System.Collections.Frozen;
using Dateline.Claims;

namespace Dateline.Matching;

/// <summary>
/// What an amount is reckoned by ("600 patients a day", "12 euros per hour", "40 dollars a barrel"; Quirk et al. 1985, 5.18 and 9.65): it belongs to the unit, for another rate is another amount.
/// </summary>
internal static class Rates
{
    private const int Longest = 4;

    // Behind "a" and "every", where another noun may begin something else ("killed 20 people a mile from …").
    private static readonly FrozenSet<int> measures = Terms.IdsOf("second minute hour day night week month quarter year shift head person barrel tonne ton litre liter gallon kilo kilogram kilogramme pound ounce share unit square").ToFrozenSet();

    private static readonly FrozenDictionary<string, int> adverbs = "hourly:hour daily:day nightly:night weekly:week monthly:month quarterly:quarter yearly:year annually:year".Split(' ')
        .Select(w => w.Split(':')).ToFrozenDictionary(w => w[0], w => Terms.IdOf(w[1]), StringComparer.OrdinalIgnoreCase);

    /// <summary>The noun of the rate behind a number, as a term; 0 where there is none.</summary>
    public static int Of(Mention mention, NumberFact number)
    {
        foreach (var part in mention.More.Prepend(mention.Content))
            if (number.Start >= part.Start && number.End <= part.End) return Behind(part.Text.AsSpan(number.End - part.Start));
        return 0;
    }

    private static int Behind(ReadOnlySpan<char> rest)
    {
        if (rest.Length == 0 || rest[0] is not (' ' or '\u00A0' or '/')) return 0;
        var text = rest[..Math.Min(rest.Length, 60)].ToString();
        var terms = Terms.Read(text, Longest);
        if (terms.Count == 0 || !text.AsSpan(0, terms[0].Start).Trim().Trim('/').IsEmpty) return 0;
        var first = text.AsSpan(terms[0].Start, terms[0].End - terms[0].Start);
        if (rest[0] == '/') return measures.Contains(terms[0].Id) ? terms[0].Id : 0;
        if (adverbs.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(first, out var by)) return by;
        if (terms.Count < 2 || !text.AsSpan(terms[0].End, terms[1].Start - terms[0].End).IsWhiteSpace()) return 0;
        if (first.Equals("per", StringComparison.OrdinalIgnoreCase)) return text.AsSpan(terms[1].Start, terms[1].End - terms[1].Start).Equals("cent", StringComparison.OrdinalIgnoreCase) ? 0 : terms[1].Id;
        if (!(first.Equals("a", StringComparison.OrdinalIgnoreCase) || first.Equals("an", StringComparison.OrdinalIgnoreCase) || first.Equals("each", StringComparison.OrdinalIgnoreCase) || first.Equals("every", StringComparison.OrdinalIgnoreCase))) return 0;
        // "A week ago", "a day after": when it was.
        return measures.Contains(terms[1].Id) && !(terms.Count > 2 && text[terms[2].Start..terms[2].End].ToLowerInvariant() is "ago" or "after" or "before" or "later" or "earlier" or "from" or "away" or "since" or "into") ? terms[1].Id : 0;
    }
}
