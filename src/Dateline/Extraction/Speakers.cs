namespace Dateline.Extraction;

/// <summary>
/// Full names of speakers: a surname goes to the last full name before it that ends so; a pronoun to the last speaker before it who was named.
/// </summary>
internal sealed class Speakers
{
    private static readonly HashSet<string> titles = new(
        "Mr Mrs Ms Dr Gen Sen Rep Gov President Prime Minister General Senator Secretary Governor Mr. Mrs. Ms. Dr. Gen. Sen. Rep. Gov. The A An".Split(' '), StringComparer.Ordinal);

    private readonly TokenisedText text;
    private readonly Dictionary<string, List<(int At, string Name)>> bySurname = new(StringComparer.Ordinal);
    private readonly List<(int At, string Name)> named = [];

    internal Speakers(TokenisedText text, IReadOnlyList<Attribution> attributions)
    {
        this.text = text;
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            if (!text.IsCapital(i) || text.Of(i).Length < 2) continue;
            var end = i + 1;
            while (end < text.Tokens.Count && text.IsCapital(end) && end - i < 5 && !HasPossessive(end - 1)) end++;
            Remember(i, end);
            i = end - 1;
        }
        foreach (var a in attributions)
            if (a.Source is { } source && NameIn(source) is { } name) named.Add((source.Start, FullForm(name, source.Start) ?? name));
        named.Sort((a, b) => a.At.CompareTo(b.At));
    }

    /// <summary>The full name behind a source; null when the text names nobody fuller.</summary>
    internal string? FullName(Stretch source)
    {
        if (source.Length == 1 && text.Lower(source.Start) is "he" or "she" or "his" or "her")
        {
            var at = named.BinarySearch((source.Start, ""), Comparer<(int At, string Name)>.Create(static (a, b) => a.At.CompareTo(b.At)));
            at = at < 0 ? ~at - 1 : at - 1;
            return at < 0 ? null : named[at].Name;
        }
        return NameIn(source) is { } name ? FullForm(name, source.Start) : null;
    }

    private void Remember(int start, int end)
    {
        while (start < end && titles.Contains(text.Of(start).ToString())) start++;
        if (end - start < 2) return;
        var surname = Plain(end - 1);
        if (!bySurname.TryGetValue(surname, out var names)) bySurname[surname] = names = [];
        if (names.Count < 50) names.Add((start, $"{text.Text[text.Tokens[start].Start..text.Tokens[end - 2].End]} {surname}"));
    }

    /// <summary>The name that a source begins with, without titles; null for common nouns.</summary>
    private string? NameIn(Stretch source)
    {
        var start = source.Start;
        while (start < source.End && titles.Contains(text.Of(start).ToString())) start++;
        if (start >= source.End || !text.IsCapital(start) || text.Lower(start) is "he" or "she" or "they" or "it" or "we" or "i") return null;
        var end = start + 1;
        while (end < source.End && text.IsCapital(end)) end++;
        return end - start == 1 ? Plain(start) : $"{text.Text[text.Tokens[start].Start..text.Tokens[end - 2].End]} {Plain(end - 1)}";
    }

    private string? FullForm(string name, int before)
    {
        if (name.Contains(' ', StringComparison.Ordinal)) return name;
        if (!bySurname.TryGetValue(name, out var names)) return null;
        var at = names.FindLastIndex(n => n.At <= before);
        return names[at < 0 ? 0 : at].Name;
    }

    private bool HasPossessive(int token) => Plain(token).Length != text.Of(token).Length;

    private string Plain(int token)
    {
        var word = text.Of(token);
        return (word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word).ToString();
    }
}
