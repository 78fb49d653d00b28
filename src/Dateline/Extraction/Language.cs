namespace Dateline.Extraction;

/// <summary>Tells English from other languages by its commonest words (function-word counts, Grefenstette 1995).</summary>
internal static class Language
{
    private const int Sample = 4000;

    internal static string? Refused(string text, string? language)
    {
        if (!string.IsNullOrWhiteSpace(language))
            return language.StartsWith("en", StringComparison.OrdinalIgnoreCase) && (language.Length == 2 || language[2] is '-' or '_')
                ? null : $"The text is marked as \"{language}\"; only English is supported.";
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
        if (other > latin && other > 2) return "The text is not in Latin letters; only English is supported.";
        return foreign >= 4 && foreign > english ? "The text does not look like English; only English is supported." : null;
    }
}
