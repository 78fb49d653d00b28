namespace Dateline.Extraction;

/// <summary>Full names that the document gives, by surname.</summary>
internal sealed class Names(string text)
{
    private const int Most = 2000;

    private readonly Dictionary<string, string> _bySurname = new(StringComparer.Ordinal);

    internal void Learn(Passage p)
    {
        var tokens = p.Tokens;
        for (var i = 0; i + 1 < tokens.Count && _bySurname.Count < Most; i++)
        {
            if (!Part(tokens[i]) || i > 1 && tokens[i - 1].Is("of") && tokens[i - 2].Has(Trait.Title)) continue;
            var end = i + 1;
            while (end < tokens.Count && end - i < 4 && (Part(tokens[end]) || Initial(tokens, end))) end++;
            while (end > i + 1 && !Part(tokens[end - 1])) end--;
            if (end - i >= 2) _bySurname.TryAdd(text[tokens[end - 1].Start..tokens[end - 1].End], text[tokens[i].Start..tokens[end - 1].End]);
            i = end - 1;
        }
    }

    private static bool Part(Token token) => token.IsWord && token.Capital && token.End - token.Start > 1
        && !token.Has(Trait.Title | Trait.Determiner | Trait.Pronoun | Trait.Preposition | Trait.Weekday | Trait.Month | Trait.Subordinator | Trait.Coordinator | Trait.Adverb | Trait.Possessive | Trait.Wh | Trait.Auxiliary) && !(token.Has(Trait.Modal) && !token.Is("will") && !token.Is("may"));

    private static bool Initial(IReadOnlyList<Token> tokens, int at) => tokens[at].Capital && tokens[at].End - tokens[at].Start == 1
        || tokens[at].Kind == Kind.Stop && at > 0 && tokens[at - 1].Capital && tokens[at - 1].End - tokens[at - 1].Start == 1;

    /// <summary>The full name of a source: of the surname it ends in, or of what its pronoun stands for; null when the source says as much itself.</summary>
    internal string? Resolve(Range16 source, Range16 antecedent)
    {
        var words = new List<Token>();
        if (antecedent.Empty && source.End - source.Start > 200) return null;
        Tokenizer.Read(text, source.Start, source.End, words);
        if (antecedent.End - antecedent.Start > 200) return null;
        if (!antecedent.Empty) return FullName(text[antecedent.Start..antecedent.End]) ?? text[antecedent.Start..antecedent.End];
        var (last, count, at) = (default(Token), 0, 0);
        for (; at < words.Count; at++)
        {
            if (!Part(words[at])) { if (count > 0) break; continue; }
            (last, count) = (words[at], count + 1);
        }
        return count == 1 && Heads(words, at - 1) && FullName(text[last.Start..last.End]) is { } name && !text.AsSpan(source.Start, source.End - source.Start).Contains(name, StringComparison.Ordinal) ? name : null;
    }

    // "Berg's deputy", "a spokesman for Berg", "the Berg campaign": somebody else than Berg.
    private static bool Heads(List<Token> words, int at)
    {
        for (var i = 0; i < at; i++)
            if (words[i].Has(Trait.Preposition | Trait.Wh) || words[i].Kind == Kind.Comma) return false;
        return at + 1 >= words.Count || !words[at + 1].IsWord || words[at + 1].Has(Trait.Preposition | Trait.Wh | Trait.Coordinator);
    }

    /// <summary>Whether somebody of this surname was named in full.</summary>
    internal bool Surname(ReadOnlySpan<char> word) => _bySurname.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(word);

    private string? FullName(string surname) => _bySurname.GetValueOrDefault(surname);
}
