using System.Collections.Frozen;

namespace Dateline.Extraction;

/// <summary>Digits that are part of a name: "Room 12", "Boeing 737 jets", "Resolution 1701", "Apollo 11" (numerals as names: Quirk et al. 1985, 5.64). They count nothing.</summary>
internal static class NumberLabels
{
    private const int Longest = 4, ShortestName = 4;

    // Things that are numbered one by one.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> numbered = WordSet.Of("flight room bus tram train page gate chapter unit reactor platform highway route road motorway interstate autobahn resolution article section paragraph clause subsection schedule area district ward zone sector precinct constituency block plot "
        + "channel radio level tier grade stage phase line lane track pier berth hangar terminal floor apartment flat suite cell hut exit junction mile camp checkpoint episode volume war proposition amendment directive regulation protocol convention psalm verse exhibit docket "
        + "lot hole version model type mark class catch studio warehouse building tower hall locker box vessel squadron battalion brigade regiment division column pillar");

    // Makers and series whose products stand before a noun: "Boeing 737 jets".
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> series = WordSet.Of("boeing airbus apollo soyuz voyager artemis falcon windows iphone ipad galaxy playstation xbox covid formula embraer antonov tupolev ilyushin mig sukhoi leopard abrams saab operation s&p ftse nikkei article resolution highway interstate area");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> money = WordSet.Of("rs rm sr rp rupees dollars euros");

    internal static bool Names(string text, List<Token> tokens, int at)
    {
        var digits = NumberUnits.Text(text, tokens[at]);
        if (at == 0 || digits.Length > Longest || digits.ContainsAnyExceptInRange('0', '9') || !tokens[at - 1].IsWord || tokens[at - 1].End == tokens[at].Start) return false;
        var (before, next) = (tokens[at - 1], at + 1 < tokens.Count ? tokens[at + 1] : default(Token) with { Word = Word.Unknown });
        var word = NumberUnits.Text(text, before);
        if (next.Kind == Kind.Symbol && next.Start == tokens[at].End && text[next.Start] is '-' or '–') return false;
        // "The Group of 20"
        if (before.Is("of") && at > 1 && tokens[at - 2].Capital && NumberUnits.Is(text, tokens[at - 2], "group")) return true;
        if (next.Kind == Kind.Symbol && text[next.Start] == '%' || next.Is("percent") || NumberUnits.Is(text, next, "per")) return false;
        if (before.Capital && series.Contains(word)) return true;
        if (numbered.Contains(word)) return before.Capital || !Counts(next) && (before.Word.Forms == VerbForms.None || at > 1 && tokens[at - 2].Has(Trait.Determiner | Trait.Possessive | Trait.Preposition) && !tokens[at - 2].Is("to"));
        // "Thunder 9 landed": a name, and no noun that is counted; not "in Tarvo 12 died", nor a score.
        if (!before.Capital || word.Length < ShortestName || !ReferenceEquals(before.Word, Word.Unknown) || money.Contains(word) || word.EndsWith("ly", StringComparison.Ordinal)) return false;
        if (Place(tokens, at - 1) || Counts(next) || next.Capital) return false;
        return next.Has(Trait.Auxiliary | Trait.Modal | Trait.Verb) || next.IsWord && next.Word.Forms.HasFlag(VerbForms.Past);
    }

    private static bool Place(List<Token> tokens, int at)
    {
        while (at > 0 && tokens[at - 1] is { IsWord: true, Capital: true } before && !before.Has(Trait.Preposition)) at--;
        return at > 0 && (tokens[at - 1].Has(Trait.Preposition) || tokens[at - 1].Kind == Kind.Comma);
    }

    private static bool Counts(Token next) => next is { IsWord: true, Capital: false } && (next.Word.Forms == VerbForms.None || next.Word.Nominal)
        && !next.Has(Trait.Auxiliary | Trait.Modal | Trait.Preposition | Trait.Coordinator | Trait.Subordinator | Trait.Wh | Trait.Adverb | Trait.Pronoun | Trait.Determiner | Trait.Verb);
}
