namespace Dateline.Documents;

/// <summary>
/// Numbers and codes of removed texts with four digits or more, however they are grouped: known by each run of five of their digits, so that another prefix or a part
/// tells them too, and by each run of four where no more is given ("ends in 4931").
/// </summary>
internal sealed class RemovedNumbers
{
    private const int Few = 4;
    private const int Run = Few + 1;
    private const int WidestGap = 2;
    private readonly HashSet<string> runs = new(StringComparer.Ordinal);

    /// <summary>Adds the numbers of a removed text.</summary>
    internal void Add(List<(string Word, int Start, int End)> found)
    {
        foreach (var (digits, _) in Numbers(found)) runs.UnionWith(Runs(digits));
    }

    /// <summary>The runs of digits that another text has as well.</summary>
    internal IEnumerable<string> Shared(List<(string Word, int Start, int End)> found) => Numbers(found).SelectMany(n => Runs(n.Digits)).Where(runs.Contains);

    /// <summary>Marks the words of a text that are part of a number.</summary>
    /// <param name="found">The words.</param>
    /// <param name="gone">Which go.</param>
    /// <param name="from">Where in the text to begin.</param>
    /// <param name="isKept">Whether a run of digits stays.</param>
    internal void Mark(List<(string Word, int Start, int End)> found, bool[] gone, int from, Predicate<string> isKept)
    {
        foreach (var (digits, words) in Numbers(found))
        {
            for (var i = 0; i + Run <= digits.Length; i++) MarkIf(digits.Substring(i, Run), words, i, gone);
            // Four digits are a number of their own only where words begin and end with them.
            for (var i = 0; i + Few <= digits.Length; i++)
                if ((i == 0 || words[i - 1] != words[i]) && (i + Few == digits.Length || words[i + Few] != words[i + Few - 1])) MarkIf(digits.Substring(i, Few), words, i, gone);
        }

        void MarkIf(string run, List<int> words, int at, bool[] gone)
        {
            if (!runs.Contains(run) || isKept(run)) return;
            for (var i = at; i < at + run.Length; i++) gone[words[i]] |= found[words[i]].Start >= from;
        }
    }

    private static IEnumerable<string> Runs(string digits)
    {
        for (var i = 0; i + Few <= digits.Length; i++)
        {
            yield return digits.Substring(i, Few);
            if (i + Run <= digits.Length) yield return digits.Substring(i, Run);
        }
    }

    /// <summary>The digits of words that stand side by side, and which word each is of.</summary>
    private static IEnumerable<(string Digits, List<int> Words)> Numbers(List<(string Word, int Start, int End)> found)
    {
        var (digits, words) = (new System.Text.StringBuilder(), new List<int>());
        for (var i = 0; i <= found.Count; i++)
        {
            if (words.Count > 0 && (i == found.Count || words[^1] != i - 1 || found[i].Start - found[i - 1].End > WidestGap))
            {
                if (words.Count >= Few) yield return (digits.ToString(), words);
                digits.Clear();
                words = [];
            }
            if (i == found.Count) break;
            foreach (var c in found[i].Word)
            {
                if (!char.IsDigit(c)) continue;
                digits.Append((char)('0' + (int)char.GetNumericValue(c)));
                words.Add(i);
            }
        }
    }
}
