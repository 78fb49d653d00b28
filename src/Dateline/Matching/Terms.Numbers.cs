using System.Globalization;

namespace Dateline.Matching;

internal static partial class Terms
{
    private const int LongestAddress = 100;

    private static int Number(string text, int start, Span<char> buffer, List<Term> terms)
    {
        int i = start, n = 0, point = -1;
        for (; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                if (n < LongestWord) buffer[n++] = c;
            }
            else if (c == ',' && point < 0 && Digits(text, i + 1, 3)) { }
            else if (c == '.' && point < 0 && Digits(text, i + 1, 1) && n < LongestWord)
            {
                point = n;
                buffer[n++] = c;
            }
            else break;
        }
        var end = i;
        while (end < text.Length && end - i < 12 && char.IsAsciiLetter(text[end])) end++;
        var suffix = text.AsSpan(i, end - i);
        var zeros = suffix.Length > 0 ? Words.Zeros(suffix.ToString().ToLowerInvariant()) : 0;
        if (suffix.Length > 0 && zeros == 0 && suffix is not ("st" or "nd" or "rd" or "th" or "s"))
        {
            // "737s", "4chan", "9thCircuit": a name with digits in it. Short ones keep their letters.
            for (var j = i; j < end && n < LongestWord; j++) buffer[n++] = char.ToLowerInvariant(text[j]);
            for (; end < text.Length && char.IsAsciiLetterOrDigit(text[end]); end++) { }
            terms.Add(new(Hash(buffer[..n]), start, end, TermKinds.Word));
            return end;
        }
        if (suffix.Length == 0 && i + 1 < text.Length && text[i] is ' ' or '-')
        {
            var word = i + 1;
            while (word < text.Length && word - i < 12 && char.IsAsciiLetter(text[word])) word++;
            if (word - i > 3 && (zeros = Words.Zeros(text.AsSpan(i + 1, word - i - 1).ToString().ToLowerInvariant())) > 0) end = word;
        }
        terms.Add(new(zeros == 0 ? NumberId(buffer[..n]) : NumberId(Scaled(buffer[..n], zeros)), start, end, TermKinds.Number));
        return end;
    }

    /// <summary>The id of a plain decimal ("200", "3.50"): zeros that say nothing do not count.</summary>
    public static int NumberId(ReadOnlySpan<char> value)
    {
        value = value.TrimStart('0');
        if (value.Contains('.')) value = value.TrimEnd('0').TrimEnd('.');
        return Mix((uint)Hash(value) ^ 0x9e3779b9u);
    }

    private static string Scaled(ReadOnlySpan<char> value, int zeros)
    {
        if (value.Length > 12 || !decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return value.ToString();
        for (; zeros > 0; zeros--) number *= 10;
        return number.ToString(CultureInfo.InvariantCulture);
    }

    private static bool Digits(string text, int from, int count)
    {
        for (var i = from; i < from + count; i++)
            if (i >= text.Length || !char.IsAsciiDigit(text[i])) return false;
        return count < 3 || from + count >= text.Length || !char.IsAsciiDigit(text[from + count]);
    }

    // Where an address ("https://…", "pic.example.com/…") ends that starts at i, else i. Looks a bounded stretch ahead.
    private static int AddressEnd(string text, int i)
    {
        if (i > 0 && char.IsLetterOrDigit(text[i - 1])) return i;
        var j = i;
        var dots = 0;
        for (; j < text.Length && j - i < LongestAddress && (char.IsAsciiLetterOrDigit(text[j]) || text[j] is '.' or '-'); j++)
            if (text[j] == '.') dots++;
        var scheme = j - i <= 8 && j + 2 < text.Length && text[j] == ':' && text[j + 1] == '/' && text[j + 2] == '/';
        if (!scheme && (dots == 0 || j >= text.Length || text[j] != '/' || !char.IsAsciiLetter(text[j - 1]))) return i;
        while (j < text.Length && !char.IsWhiteSpace(text[j])) j++;
        return j;
    }
}
