using System.Buffers;
using Dateline.Extraction;
using Dateline.Matching;

namespace Dateline.Documents;

/// <summary>
/// What tells of a removed text word by word, where something is said of what was made of it: long numbers and codes, parts of names, and words that are not common. What
/// another document, or another revision, says as well is that one's word.
/// </summary>
internal sealed class TellingWords
{
    private const int Shortest = 3;
    private const int LongestTitle = 4;
    private const Trait Closed = Trait.Determiner | Trait.Pronoun | Trait.Possessive | Trait.Preposition | Trait.Be | Trait.Auxiliary | Trait.Modal | Trait.Negation | Trait.Coordinator
        | Trait.Subordinator | Trait.Wh | Trait.Month | Trait.Weekday | Trait.Day | Trait.Numeral | Trait.Title;

    private static readonly SearchValues<char> ends = SearchValues.Create("!?:;\r\n•“\"");

    private readonly HashSet<string> words = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly RemovedNumbers numbers = new();
    private readonly Dictionary<string, HashSet<string>> others = new(StringComparer.Ordinal);

    /// <summary>Adds a removed text.</summary>
    internal void Add(string text)
    {
        var found = SharedWords.Words(text);
        numbers.Add(found);
        for (var i = 0; i < found.Count; i++) Add(text, found, i, isName: IsInside(text, found, i));
    }

    /// <summary>Adds a removed name: each word of it with a capital.</summary>
    internal void AddName(string name)
    {
        var found = SharedWords.Words(name);
        for (var i = 0; i < found.Count; i++) Add(name, found, i, isName: true);
    }

    /// <summary>Adds what another document says, or another revision of the same; to be called when all that is removed is known.</summary>
    internal void AddOther(string document, string text)
    {
        if (!others.TryGetValue(document, out var said)) others[document] = said = new(StringComparer.Ordinal);
        var found = SharedWords.Words(text);
        foreach (var (word, _, _) in found)
        {
            if (names.Contains(word)) said.Add(word);
            if (Stem(word) is var stem && words.Contains(stem)) said.Add(stem);
        }
        said.UnionWith(numbers.Shared(found));
    }

    /// <summary>Marks what goes from a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="found">Its words.</param>
    /// <param name="gone">Which go.</param>
    /// <param name="beside">The documents whose words stay.</param>
    /// <param name="from">Where to begin.</param>
    internal void Mark(string text, List<(string Word, int Start, int End)> found, bool[] gone, IReadOnlyCollection<string> beside, int from)
    {
        var kept = beside.Select(others.GetValueOrDefault).OfType<HashSet<string>>().ToList();
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i].Start < from) continue;
            var word = found[i].Word;
            gone[i] |= names.Contains(word) && char.IsUpper(text[found[i].Start]) && !IsKept(word) || Stem(word) is var stem && words.Contains(stem) && !IsCommon(word) && !IsKept(stem);
        }
        numbers.Mark(found, gone, from, IsKept);

        bool IsKept(string said) => kept.Exists(k => k.Contains(said));
    }

    /// <summary>Whether a text has a word that tells, which no other revision of the document says.</summary>
    internal bool StandsIn(string text, string document)
    {
        var found = SharedWords.Words(text);
        var gone = new bool[found.Count];
        Mark(text, found, gone, [document], 0);
        return Array.IndexOf(gone, true) >= 0;
    }

    private void Add(string text, List<(string Word, int Start, int End)> found, int at, bool isName)
    {
        var (word, start, end) = found[at];
        var isCapital = char.IsUpper(text[start]);
        // Two letters are a word that tells where they are an abbreviation ("TB").
        if (word.Length < Shortest && !(word.Length == 2 && isCapital && text[start..end].All(char.IsUpper)) || !word.Any(char.IsLetter) || IsMark(word)) return;
        var ordinary = IsCommon(word) || PersonNames.IsOrdinary(word);
        if (isName && isCapital && ordinary)
        {
            if (!IsClosed(word)) names.Add(word);
        }
        else if (!IsCommon(word))
        {
            words.Add(Stem(word));
        }
    }

    /// <summary>Whether a word stands within a sentence, so that a capital is a name's: behind another word, or behind a title's or an initial's full stop.</summary>
    private static bool IsInside(string text, List<(string Word, int Start, int End)> found, int at)
    {
        if (at == 0) return false;
        var (_, start, end) = found[at - 1];
        var between = text.AsSpan(end, found[at].Start - end);
        return !between.ContainsAny(ends) && (!between.Contains('.') || end - start <= LongestTitle && char.IsUpper(text[start]) && Lexicon.Find(text.AsSpan(start, end - start)) is var title
            && (end - start == 1 || title.Has(Trait.Abbreviation)));
    }

    /// <summary>Closed classes, titles and the words for days and numbers.</summary>
    private static bool IsClosed(string word) => (FrequentWords.Of(word) & FrequentWords.IsEnglish) != 0 || Lexicon.Find(word).Has(Closed);

    /// <summary>Also the commonest words of other languages, those for whoever speaks in the news, and what is said of saying; but not what weighs.</summary>
    private static bool IsCommon(string word) => IsClosed(word) || FrequentWords.Of(word) != 0
        || Lexicon.Find(word) is var known && (known.Has(Trait.Person | Trait.Media | Trait.Adverb) || (known.Uses ?? known.NounUses) is not null && !known.Has(Trait.Weighty));

    private static bool IsMark(string word) => SharedWords.Redacted.AsSpan(1, word.Length == SharedWords.Redacted.Length - 2 ? word.Length : 0).SequenceEqual(word);

    private static string Stem(string word)
    {
        var stem = word.ToCharArray();
        return new(stem, 0, Porter.Stem(stem, stem.Length));
    }
}
