using System.Numerics;

namespace Dateline.Extraction;

/// <summary>
/// What the words of a text say for English and for each other language. Names say nothing: words in capitals are passed over but at the head of a
/// sentence, and so are small ones between two capitals ("Luiz Inácio Lula da Silva"). Words between quotation marks speak for English alone, where there are others.
/// </summary>
internal sealed class LanguageEvidence
{
    // A function word; one at the head of a sentence before a capital, or one that stands in English phrases; a letter that English has not.
    private const int Whole = 3;
    private const int Half = 2;
    private const int Letter = 2;

    private readonly int[] strong = new int[FrequentWords.Count];
    private readonly int[] affixes = new int[FrequentWords.Count];
    private readonly int[] neutral = new int[FrequentWords.Count];
    private readonly int[] shared = new int[FrequentWords.Count];
    private readonly int[] hits = new int[FrequentWords.Count];
    private readonly int[] distinct = new int[FrequentWords.Count];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly int words;
    private readonly bool apart;
    private int small, strange, known, quoted;

    internal LanguageEvidence(string text)
    {
        var all = TextWord.Read(text);
        words = all.Count;
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

    /// <summary>Whether the text is in another language, and in which, where one stands out. A text that is marked as English is believed longer.</summary>
    /// <remarks>What stands outside quotation marks is the writer's: where it is in another language, whoever is quoted in English speaks for nothing.</remarks>
    internal bool IsForeign(bool marked, out string? name)
    {
        if (quoted == 0 || !apart) return Shows(marked, out name);
        var heard = quoted;
        quoted = 0;
        var foreign = Shows(marked, out name) && strong.Max() > Whole;
        quoted = heard;
        return foreign || Shows(marked, out name);
    }

    private bool Shows(bool marked, out string? name)
    {
        var (best, bare) = (0, -1);
        for (var i = 1; i < strong.Length; i++)
            if (Sum(i) - 2 * Against(i) > Sum(best) - 2 * Against(best)) best = i;
        for (var i = 0; i < strong.Length; i++)
            if (English == shared[i] && (bare < 0 || Bare(i) > Bare(bare))) bare = i;
        name = FrequentWords.Name(best);
        var noEnglish = bare >= 0 && known * 6 <= small;
        var against = noEnglish ? 0 : Against(best);
        if (Sum(best) > (marked ? 3 : 2) * against + (marked ? 7 : 4) && (distinct[best] >= 3 || distinct[best] == 2 && words <= 6)) return true;
        if (!noEnglish) return false;
        name = FrequentWords.Name(bare);
        if (Bare(bare) >= (marked ? 8 : 4) && strong[bare] >= 2 && hits[bare] >= 2 && hits[bare] * 3 >= small) return true;
        if (Bare(bare) < 3) name = null;
        return small >= (marked ? 8 : 5) && strange * 2 >= small && known == 0;
    }

    private int Sum(int language) => strong[language] + Math.Min(affixes[language], strong[language]);

    private int Against(int language) => English + known - shared[language];

    // Where not one word is English, weaker signs do.
    private int Bare(int language) => strong[language] + affixes[language] + neutral[language] + shared[language] / Whole;

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
