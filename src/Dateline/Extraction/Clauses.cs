namespace Dateline.Extraction;

/// <summary>
/// Takes coordinated clauses apart where one is denied and the other is not ("will not attack and will release 30 men"): they are two claims. A second
/// predicate keeps the subject that both have (Quirk et al. 1985, 13.44 to 13.52).
/// </summary>
internal static class Clauses
{
    private const int Reach = 9;
    private const int LongestSubject = 8;

    /// <summary>The stretches of a content; <c>Apart</c> where another claim begins.</summary>
    /// <param name="text">The text.</param>
    /// <param name="part">The stretch.</param>
    /// <param name="before">What the same sentence says before it.</param>
    internal static IEnumerable<(Range16 Stretch, bool Apart)> Apart(string text, Range16 part, IReadOnlyList<Range16> before)
    {
        var tokens = new List<Token>();
        Tokenizer.Read(text, part.Start, part.End, tokens);
        var first = 0;
        while (first < tokens.Count && !tokens[first].IsWord && tokens[first].Kind != Kind.Number) first++;
        if (before.Count > 0 && Coordinates(tokens, first) && Verb(tokens, first + 1, first + Reach) && Denies(text, before) != Factuality.Denies(tokens, first, tokens.Count))
            return [(new(tokens[first].Start, part.End), true)];
        for (var i = first + 3; i + 2 < tokens.Count; i++)
        {
            if (!Coordinates(tokens, i)) continue;
            var predicate = tokens[i + 1].Has(Trait.Auxiliary | Trait.Modal);
            if (!predicate && !((tokens[i].Is("but") || tokens[i - 1].Kind == Kind.Comma) && Verb(tokens, i + 1, i + Reach)) || !Verb(tokens, first, i)
                || Factuality.Denies(tokens, first, i) == Factuality.Denies(tokens, i + 1, tokens.Count)) continue;
            var left = tokens[i - 1].Kind == Kind.Comma ? i - 2 : i - 1;
            var subject = Subject(tokens, first);
            var (head, rest) = (new Range16(part.Start, tokens[left].End), new Range16(tokens[i].Start, part.End));
            return predicate && subject > first ? [(head, false), (new(tokens[first].Start, tokens[subject - 1].End), true), (rest, false)] : [(head, false), (rest, true)];
        }
        return [(part, false)];
    }

    private static bool Coordinates(List<Token> tokens, int i) => i < tokens.Count && (tokens[i].Is("and") || tokens[i].Is("but"));

    private static bool Verb(List<Token> tokens, int from, int to)
    {
        for (var i = from; i < Math.Min(to, tokens.Count); i++)
            if (tokens[i].Has(Trait.Auxiliary | Trait.Modal) || i > from && tokens[i].Word.Forms.HasFlag(VerbForms.Past) && !tokens[i].Capital) return true;
        return false;
    }

    // Where the first auxiliary stands; nowhere when the subject is long or begins with what is no subject.
    private static int Subject(List<Token> tokens, int first)
    {
        for (var i = first; i < tokens.Count && i <= first + LongestSubject; i++)
            if (tokens[i].Has(Trait.Auxiliary | Trait.Modal)) return i;
            else if (!tokens[i].IsWord && tokens[i].Kind != Kind.Number || tokens[i].Has(Trait.Subordinator) && !tokens[i].Is("that")) return 0;
        return 0;
    }

    private static bool Denies(string text, IReadOnlyList<Range16> before)
    {
        var tokens = new List<Token>();
        foreach (var range in before)
        {
            Tokenizer.Read(text, range.Start, range.End, tokens);
            if (Factuality.Denies(tokens, 0, tokens.Count)) return true;
        }
        return false;
    }
}
