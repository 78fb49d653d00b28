namespace Dateline.Matching;

internal static partial class Terms
{
    // "@realDonaldTrump" and "#CNNLeaks" are read as their parts.
    private static int Tag(string text, int start, Span<char> buffer, List<Term> terms)
    {
        var i = start;
        while (i < text.Length && Letter(text, i) > 0)
        {
            int from = i, n = 0, step;
            for (; i < text.Length && (step = Letter(text, i)) > 0; i += step)
            {
                if (i > from && Break(text, from, i)) break;
                n = Append(buffer, n, text, i, step);
            }
            var stop = Words.Stop.GetAlternateLookup<ReadOnlySpan<char>>().Contains(buffer[..n]);
            var kinds = TermKinds.Tag | (stop ? TermKinds.Stop : TermKinds.Word);
            terms.Add(new(stop ? Hash(buffer[..n]) : char.IsAsciiDigit(buffer[0]) ? NumberId(buffer[..n]) : Normal(buffer, n), from, i, kinds));
            if (i < text.Length && text[i] == '_') i++;
        }
        return i;
    }

    /// <summary>Reads a compound that is written as one ("redcross") as the two known words that it joins; else as it is.</summary>
    public static Term[] Split(string text, Term term, Func<int, bool> known)
    {
        Span<char> buffer = stackalloc char[LongestWord + 1];
        var length = Math.Min(term.End - term.Start, LongestWord);
        for (var cut = length - 3; cut >= 3; cut--)
        {
            var head = Part(text, term.Start, term.Start + cut, buffer);
            if (!known(head)) continue;
            var tail = Part(text, term.Start + cut, term.End, buffer);
            if (known(tail)) return [term with { Id = head, End = term.Start + cut }, term with { Id = tail, Start = term.Start + cut }];
        }
        return [term];
    }

    private static int Part(string text, int from, int to, Span<char> buffer)
    {
        var n = 0;
        for (var i = from; i < to; i++) n = Append(buffer, n, text, i, 1);
        return Normal(buffer, n);
    }

    private static bool Break(string text, int from, int i) =>
        (char.IsUpper(text[i]) && char.IsLower(text[i - 1]))
        || (char.IsUpper(text[i - 1]) && i - 1 > from && i < text.Length && char.IsLower(text[i]) && char.IsUpper(text[i - 2]) is false)
        || (char.IsUpper(text[i]) && i + 1 < text.Length && char.IsLower(text[i + 1]) && i > from)
        || char.IsAsciiDigit(text[i]) != char.IsAsciiDigit(text[i - 1]);
}
