namespace Dateline.Extraction;

/// <summary>
/// Tells English from other languages: by its commonest words (function-word counts, Grefenstette 1995), and by its letters. What the text shows goes
/// before what it is marked as; where it shows nothing the mark counts.
/// </summary>
internal static class Language
{
    private const int Sample = 4000;

    // Fewer words of another language are names and quotations.
    private const int FewestForeign = 4;

    // A text that is marked as English is believed unless so many times as many words speak against it.
    private const int Doubt = 3;

    internal static string? Refused(string text, string? language)
    {
        var marked = string.IsNullOrWhiteSpace(language) ? null : language.Trim();
        var isEnglish = marked is not null && marked.StartsWith("en", StringComparison.OrdinalIgnoreCase) && (marked.Length == 2 || marked[2] is '-' or '_');
        if (marked is not null && !isEnglish) return $"The text is marked as \"{marked}\"; only English is supported.";
        var (english, foreign, latin, other) = (0, 0, 0, 0);
        var tokens = new List<Token>();
        Tokenizer.Read(text, 0, Math.Min(text.Length, Sample), tokens);
        foreach (var token in tokens)
        {
            if (token.Kind != Kind.Word) continue;
            if (text[token.Start] < 0x250) latin++; else other++;
            if (token.Has(Trait.English)) english++;
            if (token.Has(Trait.Foreign) && !token.Has(Trait.English)) foreign++;
        }
        if (other > latin && other > 2) return $"The text is in {Scripts.Of(text.AsSpan(0, Math.Min(text.Length, Sample)))}; only English is supported.";
        if (foreign < FewestForeign || foreign <= english * (isEnglish ? Doubt : 1)) return null;
        return FrequentWords.Likeliest(text, tokens) is { } name ? $"The text looks {name}; only English is supported." : "The text does not look like English; only English is supported.";
    }
}
