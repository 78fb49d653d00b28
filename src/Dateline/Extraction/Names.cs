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
            if (!Part(tokens[i])) continue;
            var end = i + 1;
            while (end < tokens.Count && end - i < 4 && (Part(tokens[end]) || Initial(tokens, end))) end++;
            while (end > i + 1 && !Part(tokens[end - 1])) end--;
            if (end - i >= 2) _bySurname.TryAdd(text[tokens[end - 1].Start..tokens[end - 1].End], text[tokens[i].Start..tokens[end - 1].End]);
            i = end - 1;
        }
    }

    private static bool Part(Token token) => token.IsWord && token.Capital && token.End - token.Start > 1
        && !token.Has(Trait.Title | Trait.Determiner | Trait.Pronoun | Trait.Preposition | Trait.Weekday | Trait.Month | Trait.Subordinator | Trait.Coordinator | Trait.Adverb | Trait.Possessive | Trait.Wh);

    private static bool Initial(IReadOnlyList<Token> tokens, int at) => tokens[at].Capital && tokens[at].End - tokens[at].Start == 1
        || tokens[at].Kind == Kind.Stop && at > 0 && tokens[at - 1].Capital && tokens[at - 1].End - tokens[at - 1].Start == 1;

    internal string? FullName(string surname) => _bySurname.GetValueOrDefault(surname);
}
