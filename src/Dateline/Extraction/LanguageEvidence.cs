using System.Numerics;

namespace Dateline.Extraction;

/// <summary>
/// What the words of a text say for English and for each other language. Names say nothing: words in capitals are passed over but at the head of a
/// sentence, and so are small ones between two capitals ("Luiz Inácio Lula da Silva"). Words between quotation marks speak for English alone, where there are others.
/// </summary>
internal sealed partial class LanguageEvidence
{
    // A function word; one at the head of a sentence before a capital, or one that stands in English phrases; a letter that English has not.
    private const int Whole = 3;
    private const int Half = 2;
    private const int Letter = 2;

    // "Police: Mann tot.": so much of a headline tells little, and its label may be a word of many languages.
    private const int LongestHeadline = 6;
    private const int LongestLabel = 40;

    private readonly int[] strong = new int[FrequentWords.Count];
    private readonly int[] affixes = new int[FrequentWords.Count];
    private readonly int[] neutral = new int[FrequentWords.Count];
    private readonly int[] shared = new int[FrequentWords.Count];
    private readonly int[] hits = new int[FrequentWords.Count];
    private readonly int[] distinct = new int[FrequentWords.Count];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly int words;
    private readonly bool apart;
    private readonly bool labelled;
    private int small, strange, known, quoted, alien, alike;

    internal LanguageEvidence(string text)
    {
        var all = TextWord.Read(text);
        words = all.Count;
        labelled = words <= LongestHeadline && text.IndexOf(": ", StringComparison.Ordinal) is > 0 and < LongestLabel;
        var inCapitals = all.Count(static w => w.IsUpper) * 3 > 2 * all.Count;
        apart = all.Count(static w => !w.IsQuoted) >= 4;
        for (var i = 0; i < all.Count; i++)
        {
            var word = all[i];
            if (apart && word.IsQuoted) Quoted(word);
            else Take(word, !inCapitals && word.IsCapital, i + 1 < all.Count && all[i + 1].IsCapital, !inCapitals && TextWord.IsBetweenCapitals(all, i));
        }
    }

    /// <summary>The weight of the words that are English.</summary>
    internal int English => own + quoted;

    private int own;

    private void Quoted(TextWord word)
    {
        if (word.IsNegation || !word.IsClitic && (FrequentWords.Of(word.Form) & FrequentWords.IsEnglish) != 0) quoted += Whole;
    }

    private void Take(TextWord word, bool isCapital, bool beforeCapital, bool isBetween)
    {
        if (!isCapital) small++;
        if (word.IsNegation) own += Whole;
        if (word.IsClitic) return;
        var marks = FrequentWords.Of(word.Form);
        var languages = marks & FrequentWords.Languages;
        var counted = isCapital ? 0 : 1;
        if ((marks & FrequentWords.IsEnglish) != 0)
        {
            own += Whole;
            Add(languages, shared, Whole);
            Add(languages, hits, counted);
        }
        else if ((marks & FrequentWords.IsShared) != 0)
        {
            if (isCapital && !word.IsFirst) return;
            Add(languages, neutral, 1);
            Add(languages, hits, counted);
            if (!isCapital && languages != 0 && Lexicon.Find(word.Form) == Word.Unknown) alike++;
        }
        else if (word.IsSingle && !word.IsElided && !word.StandsAlone) return;
        else if (isCapital)
        {
            if (word.IsFirst) Function(word, languages, (marks & FrequentWords.IsInNames) != 0 ? 1 : beforeCapital ? Half : Whole, counted);
        }
        else
        {
            var weight = (marks & FrequentWords.IsInNames) == 0 ? Whole : isBetween ? 0 : word.IsSingle && !word.IsElided ? 1 : Half;
            if (weight == 0) return;
            if (languages != 0 && weight == Whole && Lexicon.Find(word.Form) == Word.Unknown) alien++;
            Function(word, languages, word.IsHyphened ? 1 : weight, counted);
            if (!word.IsHyphened) Spelling(word, languages);
        }
    }

    private void Function(TextWord word, ulong languages, int weight, int counted)
    {
        if (languages == 0) return;
        Add(languages, strong, weight);
        Add(languages, hits, counted);
        if (seen.Add(word.Form)) Add(languages, distinct, 1);
    }

    private void Spelling(TextWord word, ulong languages)
    {
        var isKnown = Lexicon.Find(word.Form) != Word.Unknown && word.Form.Length >= 4;
        var byLetters = Spellings.ByLetters(word.Form) & ~languages;
        var byAffixes = Spellings.ByAffixes(word.Form) & ~languages;
        if (!isKnown && Spellings.IsStrange(word.Form)) strange++;
        Add(byLetters, strong, Letter);
        Add(byLetters | byAffixes, hits, 1);
        if (byLetters != 0 && seen.Add(word.Form)) Add(byLetters, distinct, 1);
        Add(byAffixes, affixes, 1);
        if (languages == 0 && byLetters == 0 && isKnown) known++;
    }

    private static void Add(ulong languages, int[] to, int weight)
    {
        for (; languages != 0; languages &= languages - 1) to[BitOperations.TrailingZeroCount(languages)] += weight;
    }
}
