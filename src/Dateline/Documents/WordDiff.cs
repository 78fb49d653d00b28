using System.Text;
using System.Text.Json.Serialization;

namespace Dateline.Documents;

/// <summary>What became of a stretch of text.</summary>
public enum Fate
{
    /// <summary>It is in both.</summary>
    [JsonStringEnumMemberName("kept")] Kept,

    /// <summary>It is only in the older one.</summary>
    [JsonStringEnumMemberName("cut")] Cut,

    /// <summary>It is only in the newer one.</summary>
    [JsonStringEnumMemberName("added")] Added
}

/// <summary>A stretch of text and what became of it.</summary>
public readonly record struct Piece(Fate Fate, string Text);

/// <summary>
/// Compares two texts word by word: the shortest script of cuts and additions (Myers, "An O(ND) difference algorithm and its variations", 1986),
/// by lines where the texts have too little in common, and as a whole where even these differ too much.
/// </summary>
public static class WordDiff
{
    // Time and memory grow with the square of the number of differences.
    private const int MostDifferences = 1200;

    /// <summary>The pieces, in order: kept and cut ones make up the older text, kept and added ones the newer.</summary>
    public static IReadOnlyList<Piece> Of(string older, string newer)
    {
        var pieces = Compare(Words(older), Words(newer)) ?? Compare(Lines(older), Lines(newer)) ?? [new(Fate.Cut, older), new(Fate.Added, newer)];
        return Joined([.. pieces.Where(p => p.Text.Length > 0)]);
    }

    /// <summary>The same with only the beginnings and ends of what was kept.</summary>
    /// <param name="older">The older text.</param>
    /// <param name="newer">The newer text.</param>
    /// <param name="context">How many characters of a kept stretch to leave on each side of a change.</param>
    public static IReadOnlyList<Piece> Around(string older, string newer, int context) =>
        [.. Of(older, newer).Select(p => p.Fate == Fate.Kept && p.Text.Length > 2 * context + 1 ? p with { Text = $"{Begin(p.Text, context)}…{End(p.Text, context)}" } : p)];

    private static string Begin(string text, int most) => text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    private static string End(string text, int most) => text[^(char.IsLowSurrogate(text[^most]) ? most - 1 : most)..];

    private static List<Piece>? Compare(List<string> a, List<string> b)
    {
        var head = 0;
        while (head < a.Count && head < b.Count && a[head] == b[head]) head++;
        var tail = 0;
        while (tail < a.Count - head && tail < b.Count - head && a[^(tail + 1)] == b[^(tail + 1)]) tail++;
        var middle = Script(a[head..(a.Count - tail)], b[head..(b.Count - tail)]);
        return middle is null ? null : [.. a[..head].Select(Kept), .. middle, .. a[(a.Count - tail)..].Select(Kept)];
    }

    private static List<Piece>? Script(List<string> a, List<string> b)
    {
        var reached = new List<int[]>();
        var furthest = new int[3];
        for (var d = 0; d <= Math.Min(a.Count + b.Count, MostDifferences); d++)
        {
            // furthest[k + d + 1] is how far into a the diagonal k gets with d differences.
            var next = new int[2 * d + 5];
            for (var k = -d; k <= d; k += 2)
            {
                var down = k == -d || (k != d && At(furthest, d, k - 1) < At(furthest, d, k + 1));
                var x = d == 0 ? 0 : down ? At(furthest, d, k + 1) : At(furthest, d, k - 1) + 1;
                while (x < a.Count && x - k < b.Count && a[x] == b[x - k]) x++;
                next[k + d + 2] = x;
                if (x < a.Count || x - k < b.Count) continue;
                reached.Add(next);
                return Trace(a, b, reached, d, k);
            }
            reached.Add(next);
            furthest = next;
        }
        return null;
    }

    // The row of d - 1 differences, whose diagonal 0 stands in the middle.
    private static int At(int[] row, int d, int k) => row[k + d + 1];

    private static List<Piece> Trace(List<string> a, List<string> b, List<int[]> reached, int d, int k)
    {
        var pieces = new List<Piece>();
        var x = a.Count;
        for (; d > 0; d--)
        {
            var row = reached[d - 1];
            var down = k == -d || (k != d && At(row, d, k - 1) < At(row, d, k + 1));
            var before = down ? k + 1 : k - 1;
            var from = At(row, d, before);
            for (var start = down ? from : from + 1; x > start;) pieces.Add(Kept(a[--x]));
            pieces.Add(down ? new(Fate.Added, b[from - before]) : new(Fate.Cut, a[from]));
            (x, k) = (from, before);
        }
        while (x > 0) pieces.Add(Kept(a[--x]));
        pieces.Reverse();
        return pieces;
    }

    private static Piece Kept(string text) => new(Fate.Kept, text);

    /// <summary>Neighbours of one fate as one piece; a space that stays between two changes goes with both, so that phrases read as phrases.</summary>
    private static List<Piece> Joined(List<Piece> pieces)
    {
        var joined = new List<Piece>();
        var (kept, cut, added) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        for (var i = 0; i < pieces.Count; i++)
        {
            var (fate, text) = pieces[i];
            if (fate == Fate.Kept && text == " " && cut.Length + added.Length > 0 && i + 1 < pieces.Count && pieces[i + 1].Fate != Fate.Kept)
            {
                cut.Append(' ');
                added.Append(' ');
                continue;
            }
            if (fate == Fate.Kept) Take(Fate.Cut, cut, Fate.Added, added);
            else Take(Fate.Kept, kept);
            (fate == Fate.Kept ? kept : fate == Fate.Cut ? cut : added).Append(text);
        }
        Take(Fate.Kept, kept);
        Take(Fate.Cut, cut, Fate.Added, added);
        return joined;

        void Take(Fate fate, StringBuilder text, Fate? other = null, StringBuilder? more = null)
        {
            if (text.Length > 0) joined.Add(new(fate, text.ToString()));
            if (more?.Length > 0) joined.Add(new(other!.Value, more.ToString()));
            text.Clear();
            more?.Clear();
        }
    }

    private static List<string> Words(string text) => Runs(text, (before, c) => Kind(before) != Kind(c) || Kind(c) == 2);

    // Marks stand for themselves; both halves of a pair of surrogates stay in one word.
    private static int Kind(char c) => char.IsWhiteSpace(c) ? 0 : char.IsLetterOrDigit(c) || char.IsSurrogate(c) ? 1 : 2;

    private static List<string> Lines(string text) => Runs(text, (before, _) => before == '\n');

    private static List<string> Runs(string text, Func<char, char, bool> parts)
    {
        var runs = new List<string>();
        for (int start = 0, i = 1; i <= text.Length; i++)
        {
            if (i < text.Length && !parts(text[i - 1], text[i])) continue;
            runs.Add(text[start..i]);
            start = i;
        }
        return runs;
    }
}
