using System.Globalization;
using System.Net;
using System.Text;

namespace Dateline.Documents;

/// <summary>Finds the words that a text shares with texts that were removed: runs of three words or more, names, and short texts that are wholly part of them.</summary>
internal sealed class SharedWords
{
    /// <summary>What stands where something was removed.</summary>
    internal const string Redacted = "[redacted]";

    private const int Run = 3;
    private const int LongRun = 6;
    private const int LongestReference = 12;
    private const int FewestDigits = 5;
    private const int MostDigits = 30;
    private const int WidestGap = 2;
    private readonly HashSet<string> runs = new(StringComparer.Ordinal);
    private readonly HashSet<string> numbers = new(StringComparer.Ordinal);

    /// <summary>The names that were removed.</summary>
    internal RemovedNames Names { get; } = new();

    /// <summary>Adds a removed text.</summary>
    internal void Add(string text)
    {
        var found = Words(text);
        numbers.UnionWith(Numbers(text, found));
        var words = found.ConvertAll(w => w.Word);
        for (var size = 1; size <= Run; size++)
            for (var i = 0; i + size <= words.Count; i++) runs.Add(Key(words, i, size));
        for (var i = 0; i + LongRun <= words.Count; i++) runs.Add(Key(words, i, LongRun));
    }

    /// <summary>Adds a removed name, which goes wherever it stands.</summary>
    internal void AddName(string name)
    {
        Add(name);
        Names.Add(name);
    }

    /// <summary>A text without what it shares; the same text when it shares nothing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mark">Marks which of its words go besides.</param>
    internal string Without(string text, Action<List<(string Word, int Start, int End)>, bool[]>? mark = null)
    {
        var found = Words(text);
        if (found.Count == 0) return text;
        var words = found.ConvertAll(w => w.Word);
        if (words.Count < Run && runs.Contains(Key(words, 0, words.Count))) return Redacted;
        var gone = new bool[words.Count];
        MarkRuns(words, Run, gone);
        Names.Mark(text, found, gone);
        mark?.Invoke(found, gone);
        return Without(text, found, gone);
    }

    /// <summary>Whether a text shares a run of six words that another text does not have.</summary>
    internal bool StandsIn(string text, string beside)
    {
        var (words, kept) = (Words(text).ConvertAll(w => w.Word), Words(beside).ConvertAll(w => w.Word));
        var said = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + LongRun <= kept.Count; i++) said.Add(Key(kept, i, LongRun));
        for (var i = 0; i + LongRun <= words.Count; i++)
            if (Key(words, i, LongRun) is var run && runs.Contains(run) && !said.Contains(run)) return true;
        return false;
    }

    /// <summary>Whether a text that need not be about the same tells what was removed: it holds a name or a long number, or quotes six words or more.</summary>
    internal bool AreToldBy(string text)
    {
        var found = Words(text);
        if (Numbers(text, found).Any(said => numbers.Any(n => n.Contains(said, StringComparison.Ordinal) || said.Contains(n, StringComparison.Ordinal)))) return true;
        var gone = new bool[found.Count];
        MarkRuns(found.ConvertAll(w => w.Word), LongRun, gone);
        Names.Mark(text, found, gone);
        return gone.Contains(true);
    }

    /// <summary>Numbers that tell somebody or something apart, such as those of telephones and accounts: the digits, however they are grouped.</summary>
    private static IEnumerable<string> Numbers(string text, List<(string Word, int Start, int End)> found)
    {
        var digits = "";
        for (var i = 0; i <= found.Count; i++)
        {
            var isNumber = i < found.Count && found[i].Word.All(char.IsAsciiDigit);
            if (isNumber && digits.Length is > 0 and < MostDigits && found[i].Start - found[i - 1].End <= WidestGap) digits += found[i].Word;
            else
            {
                if (digits.Length >= FewestDigits) yield return digits;
                digits = isNumber ? found[i].Word : "";
            }
        }
    }

    private void MarkRuns(List<string> words, int size, bool[] gone)
    {
        for (var i = 0; i + size <= words.Count; i++)
            if (runs.Contains(Key(words, i, size))) gone.AsSpan(i, size).Fill(true);
    }

    private static string Without(string text, List<(string Word, int Start, int End)> found, bool[] gone)
    {
        for (var end = found.Count; end > 0; end--)
        {
            if (!gone[end - 1]) continue;
            var start = end - 1;
            while (start > 0 && gone[start - 1]) start--;
            text = $"{text[..found[start].Start]}{Redacted}{text[found[end - 1].End..]}";
            end = start + 1;
        }
        return text;
    }

    /// <summary>A text that need not be about the same without what it quotes of it: runs of six words or more.</summary>
    internal string WithoutQuotes(string text)
    {
        var found = Words(text);
        var words = found.ConvertAll(w => w.Word);
        var gone = new bool[words.Count];
        MarkRuns(words, LongRun, gone);
        return Without(text, found, gone);
    }

    /// <summary>Whether words hold a run of words.</summary>
    internal static bool Holds(List<string> words, IReadOnlyCollection<string> run)
    {
        for (var i = 0; i + run.Count <= words.Count; i++)
            if (words.GetRange(i, run.Count).SequenceEqual(run)) return true;
        return false;
    }

    private static string Key(List<string> words, int start, int count) => string.Join(' ', words.GetRange(start, count));

    /// <summary>
    /// Words as they are compared: letters and digits, without case and without the ways in which one letter can be written. A character reference of HTML counts as
    /// what it stands for: a text may have kept it.
    /// </summary>
    internal static List<(string Word, int Start, int End)> Words(string text)
    {
        var words = new List<(string, int, int)>();
        for (int i = 0, size = 0; i < text.Length; i += size)
        {
            var (start, written) = (i, (StringBuilder?)null);
            for (; i < text.Length; i += size)
            {
                var reference = Reference(text, i);
                size = reference?.Length ?? 1;
                if (!(reference?.Means.All(IsPart) ?? IsPart(text[i]))) break;
                if (reference is not null) (written ??= new(text, start, i - start, text.Length)).Append(reference.Value.Means);
                else written?.Append(text[i]);
            }
            if (i > start && Plain(written?.ToString() ?? text[start..i]) is { Length: > 0 } word) words.Add((word, start, i));
        }
        return words;
    }

    private static (int Length, string Means)? Reference(string text, int at)
    {
        if (text[at] != '&') return null;
        var end = text.AsSpan(at, Math.Min(LongestReference, text.Length - at)).IndexOf(';');
        if (end < 2) return null;
        var written = text.Substring(at, end + 1);
        return WebUtility.HtmlDecode(written) is var means && means != written ? (written.Length, means) : null;
    }

    /// <summary>Marks belong to their letter, and what is not seen, such as a soft hyphen, does not end a word.</summary>
    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format;

    private static string Plain(string word)
    {
        if (Ascii.IsValid(word)) return word.ToLowerInvariant();
        var seen = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (char.GetUnicodeCategory(c) == UnicodeCategory.Format) continue;
            // The full-width forms of ASCII stand in the same order.
            seen.Append(c is >= '\uff01' and <= '\uff5e' ? (char)(c - 0xfee0) : c);
        }
        return Decomposition.Of(seen.ToString()).ToLowerInvariant();
    }
}
