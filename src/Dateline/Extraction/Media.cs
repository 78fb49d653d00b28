namespace Dateline.Extraction;

/// <summary>Newspapers, agencies and broadcasters, told by the words that their names are made of.</summary>
internal static class Media
{
    /// <summary>Whether a phrase stands for a medium: "the New York Times", "Iranian state television", not "a spokesman for the BBC".</summary>
    internal static bool Names(ReadOnlySpan<char> phrase)
    {
        foreach (var range in phrase.SplitAny(' ', '\u00a0', '\n'))
        {
            var word = Lexicon.Find(phrase[range].Trim(".,'\"’“”()"));
            if (word.Has(Trait.Preposition)) return false;
            if (word.Has(Trait.Media)) return true;
        }
        return false;
    }
}
