namespace Dateline.Extraction;

// What the evidence shows.
internal sealed partial class LanguageEvidence
{
    /// <summary>Whether the text is in another language, and in which, where one stands out. A text that is marked as English is believed longer.</summary>
    /// <remarks>What stands outside quotation marks is the writer's: where it is in another language, whoever is quoted in English speaks for nothing.</remarks>
    internal bool IsForeign(bool marked, out string? name)
    {
        if (!marked && labelled && English + known == 0 && alien + alike > 0 && (alien > 0 || alike == small))
        {
            var most = Array.IndexOf(strong, strong.Max());
            name = alien > 0 && strong.Count(s => s == strong[most]) == 1 ? FrequentWords.Name(most) : null;
            return true;
        }
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
}
