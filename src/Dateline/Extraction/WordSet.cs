using System.Collections.Frozen;

namespace Dateline.Extraction;

/// <summary>Lists of words that stretches of a text are looked up in.</summary>
internal static class WordSet
{
    /// <summary>The words of a line, whatever their case.</summary>
    internal static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Of(string words) => Of(words, ' ', StringComparer.OrdinalIgnoreCase);

    /// <summary>What stands between separators.</summary>
    internal static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Of(string words, char separator, StringComparer comparer) =>
        words.Split(separator).ToFrozenSet(comparer).GetAlternateLookup<ReadOnlySpan<char>>();
}
