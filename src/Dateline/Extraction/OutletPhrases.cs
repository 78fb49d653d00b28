using System.Collections.Frozen;

namespace Dateline.Extraction;

/// <summary>The words beside an outlet's name that say what it is, what it made, or who works for it: "the newspaper Tarvo Post", "a Tarvo Post investigation", "the Tarvo Post's reporters".</summary>
internal static class OutletPhrases
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> kinds = WordSet.Of("agency newspaper paper daily weekly magazine tabloid broadcaster channel network station website site portal outlet service radio television tv newswire programme program podcast");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> works = WordSet.Of("investigation report analysis review tally count survey poll documentary examination probe story article editorial interview "
        + "reporter reporters journalist journalists correspondent correspondents photographer witness team crew presenter host");

    // In small letters as well they belong to the name.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> articles = WordSet.Of("al el la le les los der die das de di du da del het il o the of");

    /// <summary>Whether a word says what kind of medium one is, what it made, or who of it speaks.</summary>
    internal static bool IsKind(ReadOnlySpan<char> word) => kinds.Contains(word) || works.Contains(word);

    /// <summary>Whether a word names what media make: an investigation, a poll.</summary>
    internal static bool IsWork(ReadOnlySpan<char> word) => works.Contains(word);

    /// <summary>The outlet's name in a phrase; the phrase where it holds no other words.</summary>
    internal static ReadOnlySpan<char> Name(ReadOnlySpan<char> phrase)
    {
        phrase = phrase.Trim();
        if (phrase.IndexOf(',') is > 0 and var comma) phrase = phrase[..comma];
        if (Owner(phrase) is > 0 and var owner) phrase = phrase[..owner];
        var whole = phrase.Length;
        while (Last(phrase) is var last && last.Length > 0 && last.Length < phrase.Length && char.IsLower(last[0]) && (phrase.Length == whole ? works.Contains(last) : !kinds.Contains(last) && !Lexicon.Find(last).Has(Trait.Media)))
            phrase = phrase[..^last.Length].TrimEnd();
        return Undescribed(phrase, phrase.Length < whole);
    }

    // "Reuters' investigation", "the Guardian's Anna Berg": where the owner's name ends; 0 where the genitive is of the name itself.
    private static int Owner(ReadOnlySpan<char> phrase)
    {
        for (var at = 1; at < phrase.Length; at++)
        {
            if (phrase[at] is not ('\'' or '’')) continue;
            var after = at + 1 < phrase.Length && phrase[at + 1] == 's' ? at + 2 : at + 1;
            if (after < phrase.Length && phrase[after] == ' ' && Media.Names(phrase[..at]) && Media.Listed(phrase) is null) return at;
        }
        return 0;
    }

    // What stands in small letters before a name: "state agency", "the local website", "a joint".
    private static ReadOnlySpan<char> Undescribed(ReadOnlySpan<char> phrase, bool made)
    {
        var (from, named) = (0, false);
        for (var start = 0; start < phrase.Length;)
        {
            var end = phrase[start..].IndexOf(' ') is >= 0 and var gap ? start + gap : phrase.Length;
            var word = phrase[start..end];
            var before = end + 1 < phrase.Length && char.IsUpper(phrase[end + 1]);
            if (before && word.Length > 0 && char.IsLower(word[0]) && !articles.Contains(word) && !Lexicon.Find(word).Has(Trait.Preposition) && (!named || kinds.Contains(word))
                || before && start == 0 && made && word is "A" or "An" or "a" or "an") from = end + 1;
            named |= word.Length > 0 && char.IsUpper(word[0]) && word is not ("The" or "A" or "An");
            start = end + 1;
        }
        return phrase[from..];
    }

    private static ReadOnlySpan<char> Last(ReadOnlySpan<char> phrase) => phrase[(phrase.LastIndexOf(' ') + 1)..];
}
