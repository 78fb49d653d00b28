using System.Globalization;

namespace Dateline.Documents;

/// <summary>Finds the words that a text shares with texts that were removed: runs of three words or more, names, and short texts that are wholly part of them.</summary>
internal sealed class SharedWords
{
    /// <summary>What stands where something was removed.</summary>
    internal const string Redacted = "[redacted]";

    private const int Run = 3;
    private readonly HashSet<string> runs = new(StringComparer.Ordinal);
    private readonly List<string[]> names = [];

    /// <summary>Adds a removed text.</summary>
    internal void Add(string text)
    {
        var words = Words(text).ConvertAll(w => w.Word);
        for (var size = 1; size <= Run; size++)
            for (var i = 0; i + size <= words.Count; i++) runs.Add(Key(words, i, size));
    }

    /// <summary>Adds a removed name, which goes wherever it stands.</summary>
    internal void AddName(string name)
    {
        Add(name);
        var words = Words(name).ConvertAll(w => w.Word);
        if (words.Sum(w => w.Length) > 2) names.Add([.. words]);
    }

    /// <summary>A text without what it shares; the same text when it shares nothing.</summary>
    internal string Without(string text)
    {
        var found = Words(text);
        if (found.Count == 0) return text;
        var words = found.ConvertAll(w => w.Word);
        if (words.Count < Run && runs.Contains(Key(words, 0, words.Count))) return Redacted;
        var gone = new bool[words.Count];
        for (var i = 0; i + Run <= words.Count; i++)
            if (runs.Contains(Key(words, i, Run))) gone.AsSpan(i, Run).Fill(true);
        foreach (var name in names)
            for (var i = 0; i + name.Length <= words.Count; i++)
                if (words.GetRange(i, name.Length).SequenceEqual(name)) gone.AsSpan(i, name.Length).Fill(true);
        for (var end = words.Count; end > 0; end--)
        {
            if (!gone[end - 1]) continue;
            var start = end - 1;
            while (start > 0 && gone[start - 1]) start--;
            text = $"{text[..found[start].Start]}{Redacted}{text[found[end - 1].End..]}";
            end = start + 1;
        }
        return text;
    }

    private static string Key(List<string> words, int start, int count) => string.Join(' ', words.GetRange(start, count));

    /// <summary>Words as they are compared: letters and digits, without case and without the ways in which one letter can be written.</summary>
    internal static List<(string Word, int Start, int End)> Words(string text)
    {
        var words = new List<(string, int, int)>();
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && IsPart(text[i])) i++;
            if (i > start && Plain(text[start..i]) is { Length: > 0 } word) words.Add((word, start, i));
        }
        return words;
    }

    /// <summary>Marks belong to their letter, and what is not seen, such as a soft hyphen, does not end a word.</summary>
    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format;

    private static string Plain(string word)
    {
        if (System.Text.Ascii.IsValid(word)) return word.ToLowerInvariant();
        var seen = new System.Text.StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (char.GetUnicodeCategory(c) == UnicodeCategory.Format) continue;
            // The full-width forms of ASCII stand in the same order.
            seen.Append(c is >= '\uff01' and <= '\uff5e' ? (char)(c - 0xfee0) : c);
        }
        return Decomposition.Of(seen.ToString()).ToLowerInvariant();
    }
}
