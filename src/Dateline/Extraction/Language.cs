using System.Text;

namespace Dateline.Extraction;

/// <summary>
/// Tells English from other languages: by its commonest words (function-word counts, Grefenstette 1995), by its spelling, and by its letters. What the
/// text shows goes before what it is marked as; where it shows nothing the mark counts.
/// </summary>
internal static class Language
{
    private const int Sample = 4000;

    /// <summary>Why a text cannot be read, or null.</summary>
    internal static string? Refused(string text, string? language)
    {
        var marked = string.IsNullOrWhiteSpace(language) ? null : language.Trim();
        var isEnglish = marked is not null && marked.StartsWith("en", StringComparison.OrdinalIgnoreCase) && (marked.Length == 2 || marked[2] is '-' or '_');
        if (marked is not null && !isEnglish) return $"The text is marked as \"{marked}\"; only English is supported.";
        var sample = Composed(text.AsSpan(0, Math.Min(text.Length, Sample)));
        var evidence = new LanguageEvidence(sample);
        var (latin, other) = Scripts.Letters(sample);
        if (other > 2 && (other > latin || 2 * other > latin && evidence.English == 0)) return $"The text is in {Scripts.Of(sample)}; only English is supported.";
        if (!evidence.IsForeign(isEnglish, out var name)) return null;
        return name is null ? "The text does not look like English; only English is supported." : $"The text looks {name}; only English is supported.";
    }

    // An accent after its letter is one letter with it (Unicode Standard Annex 15); text that is no valid Unicode cannot be composed.
    private static string Composed(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAnyInRange('\u0300', '\u036F') < 0) return text.ToString();
        var plain = new StringBuilder(text.Length);
        foreach (var c in text) plain.Append(char.IsSurrogate(c) ? ' ' : c);
        return plain.ToString().Normalize(NormalizationForm.FormC);
    }
}
