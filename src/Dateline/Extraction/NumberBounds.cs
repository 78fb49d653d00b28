namespace Dateline.Extraction;

/// <summary>How a number is bounded.</summary>
internal static class NumberBounds
{
    /// <summary>How the number of the tokens from <paramref name="at"/> up to <paramref name="after"/> is bounded.</summary>
    internal static string Bound(string text, List<Token> tokens, int at, int after)
    {
        var article = tokens[at].Has(Trait.Numeral) && tokens[at].Word.Value >= 12;
        var before = BoundPhrases.Read(text.AsSpan(tokens[0].Start, tokens[at].Start - tokens[0].Start), article).Bound;
        if (NumberChanges.Moves(text, tokens, at) is not null) return "exactly";
        if (before is not "exactly") return before;
        if (after + 1 >= tokens.Count || !tokens[after].Is("or")) return "exactly";
        // "200 or more", "200 people or so".
        return tokens[after + 1].Is("more") ? "more-than" : tokens[after + 1].Is("fewer") || tokens[after + 1].Is("less") ? "less-than" : tokens[after + 1].Is("so") ? "about" : "exactly";
    }
}
