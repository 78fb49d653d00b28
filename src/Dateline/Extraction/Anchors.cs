namespace Dateline.Extraction;

/// <summary>
/// The moment that the relative dates of each sentence of a document are told from (TIMEX3's anchor, Pustejovsky et al. 2003): when the first revision was published from which on
/// every revision has the sentence. An edit elsewhere on the page moves no "Friday". It holds the sentences of one revision, the last that was added, and never changes.
/// </summary>
public sealed class Anchors
{
    private readonly Dictionary<string, DateTimeOffset> _first;

    private Anchors(Dictionary<string, DateTimeOffset> first) => _first = first;

    /// <summary>Those of a document of which no revision was read.</summary>
    public static Anchors None { get; } = new([]);

    /// <summary>Those after one more revision. Linear in the length of its text.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="publishedAt">When it was published.</param>
    public Anchors After(string text, DateTimeOffset publishedAt)
    {
        var first = new Dictionary<string, DateTimeOffset>(_first.Count, StringComparer.Ordinal);
        var known = _first.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (start, end) in Sentences(text))
        {
            var sentence = Plain(text.AsSpan(start, end - start));
            if (sentence.IsEmpty) continue;
            if (known.TryGetValue(sentence, out var same, out var since)) first[same] = since < publishedAt ? since : publishedAt;
            else first[sentence.ToString()] = publishedAt;
        }
        return new(first);
    }

    /// <summary>For each sentence of a text, in order, where it ends and when it was said first; null where it is new. Nothing where no revision was before.</summary>
    internal List<(int End, DateTimeOffset? Since)> Of(string text)
    {
        var found = new List<(int, DateTimeOffset?)>();
        if (_first.Count == 0) return found;
        var known = _first.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (start, end) in Sentences(text))
        {
            // What is blank goes with what follows it.
            var sentence = Plain(text.AsSpan(start, end - start));
            if (!sentence.IsEmpty) found.Add((end, known.TryGetValue(sentence, out var since) ? since : null));
        }
        return found;
    }

    private static IEnumerable<(int Start, int End)> Sentences(string text)
    {
        for (var (start, end) = (0, 0); start < text.Length; start = end)
        {
            while (end < text.Length && !Ends(text, end)) end++;
            end = Math.Min(end + 1, text.Length);
            yield return (start, end);
        }
    }

    // At the end of a line, or at white space behind a full stop and what closes a quotation or bracket.
    private static bool Ends(string text, int at)
    {
        if (text[at] is '\n' or '\r') return true;
        if (!char.IsWhiteSpace(text[at])) return false;
        at--;
        for (var most = 3; most > 0 && at >= 0 && text[at] is '"' or '”' or '’' or '\'' or '»' or ')' or ']'; most--) at--;
        return at >= 0 && text[at] is '.' or '!' or '?' or '…';
    }

    // White space tells nothing.
    private static ReadOnlySpan<char> Plain(ReadOnlySpan<char> sentence)
    {
        sentence = sentence.Trim();
        for (var i = 1; i < sentence.Length; i++)
            if (char.IsWhiteSpace(sentence[i]) && (sentence[i] != ' ' || sentence[i - 1] == ' '))
                return string.Join(' ', sentence.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return sentence;
    }
}
