namespace Dateline.Extraction;

/// <summary>A run of letters, for telling the language: what it is in small letters, and how it stands.</summary>
internal readonly record struct TextWord(string Form, bool IsCapital, bool IsUpper, bool IsFirst, bool IsQuoted, bool IsHyphened, bool IsElided, bool IsClitic, bool StandsAlone)
{
    // A run of small letters between two capitals that is longer is no name.
    private const int LongestRun = 3;

    internal bool IsSingle => Form.Length == 1;

    /// <summary>The end of "don't".</summary>
    internal bool IsNegation => IsClitic && Form is "t" or "ve" or "re" or "ll";

    internal static List<TextWord> Read(string text)
    {
        var words = new List<TextWord>();
        var (isQuoted, isFirst) = (false, true);
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            if (char.IsLetter(c))
            {
                var start = at;
                while (at < text.Length && char.IsLetter(text[at])) at++;
                var (before, after) = (start > 0 ? text[start - 1] : ' ', at < text.Length ? text[at] : ' ');
                if (!char.IsDigit(before) && !char.IsDigit(after)) words.Add(Of(text, start, at, before, after, isFirst, isQuoted));
                isFirst = false;
                continue;
            }
            isQuoted = c switch { '“' or '«' or '„' => true, '”' or '»' or '\n' => false, '"' => !isQuoted, _ => isQuoted };
            isFirst |= c is '.' or '!' or '?' or ':' or '\n' or '“' or '«' or '„' or '"';
            at++;
        }
        return words;
    }

    /// <summary>Whether a word, with others of its kind around it, stands between two capitals.</summary>
    internal static bool IsBetweenCapitals(List<TextWord> words, int at) => !words[at].IsCapital && MeetsCapital(words, at, -1) && MeetsCapital(words, at, 1);

    private static bool MeetsCapital(List<TextWord> words, int at, int step)
    {
        for (var i = at + step; i >= 0 && i < words.Count && Math.Abs(i - at) <= LongestRun; i += step)
        {
            if (words[i].IsCapital) return true;
            if ((FrequentWords.Of(words[i].Form) & FrequentWords.IsInNames) == 0) return false;
        }
        return false;
    }

    private static TextWord Of(string text, int start, int end, char before, char after, bool isFirst, bool isQuoted)
    {
        var form = text[start..end].ToLowerInvariant();
        var isClitic = IsApostrophe(before) && start > 1 && char.IsLetter(text[start - 2]) && form is "s" or "t" or "d" or "m" or "re" or "ve" or "ll";
        var isElided = IsApostrophe(after) && end + 1 < text.Length && char.IsLetter(text[end + 1]) && form is not ("o" or "y" or "n");
        var standsAlone = char.IsLower(text[start]) && (char.IsWhiteSpace(before) || start == 0) && char.IsWhiteSpace(after);
        return new(form, char.IsUpper(text[start]), IsInCapitals(text.AsSpan(start, end - start)), isFirst, isQuoted, before == '-' || after == '-', isElided, isClitic, standsAlone);
    }

    private static bool IsInCapitals(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (!char.IsUpper(c)) return false;
        return word.Length > 1;
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’';
}
