using System.Text;
using Dateline.Documents;

namespace Dateline.Redactions;

/// <summary>
/// Words that are removed wherever they stand, each wording as a whole: letters and digits count, without case and without the ways in which one letter can
/// be written. In scripts that put no spaces between words a wording is found within a run of letters as well.
/// </summary>
public sealed class Wordings
{
    /// <summary>Most wordings of one redaction.</summary>
    public const int Most = 100;

    /// <summary>Longest wording, in UTF-16 code units.</summary>
    public const int Longest = 1000;

    private readonly List<string[]> words = [];
    private readonly List<string> unspaced = [];
    private readonly List<byte[]> telling = [];

    /// <summary>Takes the wordings.</summary>
    /// <exception cref="Refused">There is none, there are too many, or one is too short or too long to be removed wherever it stands.</exception>
    public Wordings(IReadOnlyCollection<string> wordings)
    {
        if (wordings.Count is 0 or > Most) throw new Refused($"Name 1 to {Most} wordings, one on each line.");
        foreach (var wording in wordings)
        {
            var own = SharedWords.Words(wording).ConvertAll(w => w.Word);
            if (wording.Length > Longest) throw new Refused($"A wording has at most {Longest} characters; one has {wording.Length}.");
            if (wording.Trim().Length > 1 && wording.Any(IsUnspaced)) unspaced.Add(wording.Trim());
            else if (own.Sum(w => w.Length) < 3) throw new Refused("A wording has at least three letters or digits: a shorter one stands in too much that it does not mean.");
            else words.Add([.. own]);
        }
        telling.AddRange(words.Select(w => Encoding.UTF8.GetBytes(w.MaxBy(x => x.Length)!)));
    }

    /// <summary>Where the words stand in a text: stretches in order, none touching another.</summary>
    public IReadOnlyList<(int Start, int End)> In(string text)
    {
        var found = SharedWords.Words(text);
        var runs = new List<(int Start, int End)>();
        foreach (var wording in words)
            for (var i = 0; i + wording.Length <= found.Count; i++)
                if (Stands(wording, found, i)) runs.Add((found[i].Start, found[i + wording.Length - 1].End));
        foreach (var wording in unspaced)
            for (var at = 0; (at = text.IndexOf(wording, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += wording.Length) runs.Add((at, at + wording.Length));
        runs.Sort();
        var joined = new List<(int Start, int End)>();
        foreach (var run in runs)
        {
            if (joined.Count > 0 && run.Start <= joined[^1].End) joined[^1] = (joined[^1].Start, Math.Max(joined[^1].End, run.End));
            else joined.Add(run);
        }
        return joined;
    }

    /// <summary>A text without the words; the same text when they do not stand in it.</summary>
    public string Without(string text) => In(text) is { Count: > 0 } runs ? Without(text, runs) : text;

    /// <summary>False only where the words cannot stand in UTF-8 text: what is plain ASCII and does not hold a wording's longest word.</summary>
    public bool MayStandIn(ReadOnlySpan<byte> utf8)
    {
        // An escape in JSON may hide a letter, and so may a character reference.
        if (!Ascii.IsValid(utf8) || utf8.IndexOf("\\u"u8) >= 0 || utf8.IndexOf((byte)'&') >= 0) return true;
        foreach (var word in telling)
            if (Ascii.IsValid(word) && Holds(utf8, word)) return true;
        return false;
    }

    internal static string Without(string text, IReadOnlyList<(int Start, int End)> runs)
    {
        var (left, at) = (new StringBuilder(text.Length), 0);
        foreach (var (start, end) in runs)
        {
            left.Append(text, at, start - at).Append(SharedWords.Redacted);
            at = end;
        }
        return left.Append(text, at, text.Length - at).ToString();
    }

    private static bool Stands(string[] wording, List<(string Word, int Start, int End)> found, int at)
    {
        for (var i = 0; i < wording.Length; i++)
            if (!string.Equals(wording[i], found[at + i].Word, StringComparison.Ordinal)) return false;
        return true;
    }

    private static bool Holds(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word)
    {
        var first = (word[0], (byte)char.ToUpperInvariant((char)word[0]));
        for (int at; (at = text.IndexOfAny(first.Item1, first.Item2)) >= 0; text = text[(at + 1)..])
            if (text.Length - at >= word.Length && Ascii.EqualsIgnoreCase(text.Slice(at, word.Length), word)) return true;
        return false;
    }

    /// <summary>Thai, Lao, Burmese, Khmer, kana, and Han: scripts that put no spaces between words.</summary>
    private static bool IsUnspaced(char c) =>
        c is >= '\u0e00' and <= '\u0eff' or >= '\u1000' and <= '\u109f' or >= '\u1780' and <= '\u17ff' or >= '\u3040' and <= '\u30ff' or >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff';
}
