namespace Dateline.Extraction;

/// <summary>Newspapers, agencies and broadcasters: told by the words that their names are made of, by a list, and by what is said of them ("reported").</summary>
internal static class Media
{
    private const int MostWords = 6;

    private static ReadOnlySpan<char> Marks => ".,'\"’“”()";

    /// <summary>Whether a phrase stands for a medium: "the New York Times", "Iranian state television", "Le Monde", not "a spokesman for the BBC".</summary>
    internal static bool Names(ReadOnlySpan<char> phrase)
    {
        foreach (var range in phrase.SplitAny(' ', '\u00a0', '\n'))
        {
            var word = Lexicon.Find(phrase[range].Trim(Marks));
            if (word.Has(Trait.Preposition)) return false;
            if (word.Has(Trait.Media)) return true;
        }
        return Listed(phrase) is not null;
    }

    /// <summary>The name of the listed outlet that a phrase names ("the Israeli daily Haaretz": haaretz), or null.</summary>
    internal static string? Listed(ReadOnlySpan<char> phrase)
    {
        var comma = phrase.IndexOf(',');
        return Outlets.Name(comma > 0 ? phrase[..comma] : phrase);
    }

    /// <summary>
    /// Whether the form shows a medium that is not listed: a bare name of one word, or of several after an article, of which it is said that it reported something. A name of two words without an
    /// article is a person's, and a state or a body reports for itself.
    /// </summary>
    /// <param name="source">Who reported.</param>
    /// <param name="cue">The verb, with what goes before it.</param>
    internal static bool Reports(ReadOnlySpan<char> source, ReadOnlySpan<char> cue)
    {
        if (!(cue[(cue.LastIndexOf(' ') + 1)..] is "report" or "reports" or "reported" or "reporting") || cue.Contains("not ", StringComparison.OrdinalIgnoreCase)) return false;
        var (words, article) = (0, false);
        foreach (var range in source.SplitAny(' ', '\u00a0', '\n'))
        {
            var one = source[range];
            if (one.Length == 0) continue;
            if (words++ == MostWords) return false;
            article |= words == 1 && one is "The" or "the" or "Le" or "La" or "Les" or "El" or "Los" or "Der" or "Die" or "Das" or "Il" or "Het" or "O";
            if (words == 1 && article) continue;
            var word = Lexicon.Find(one.Trim(Marks));
            if (!char.IsUpper(one[0]) && one is not ("de" or "di" or "du" or "of") || one[^1] is ',' or ')' || Bodies.Speaks(one)
                || word.Has(Trait.Person | Trait.Title | Trait.Pronoun | Trait.Possessive | Trait.Determiner | Trait.Numeral | Trait.Coordinator | Trait.Wh)) return false;
        }
        return words - (article ? 1 : 0) is 1 || words > 1 && article;
    }
}
