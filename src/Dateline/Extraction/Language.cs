namespace Dateline.Extraction;

/// <summary>Tells English from other languages by the share of its commonest function words (Grefenstette 1995, small-word method).</summary>
internal static class Language
{
    private const int Enough = 20;
    private const int Looked = 2000;

    private static readonly HashSet<string> function = new(
        "the of to and a in that is was it for on with as he she be at by i this had not are but from or have an they which you were his her has been will would their its said".Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Why a text is not read; null when it is.</summary>
    internal static string? NotSupported(TokenisedText text, string? tag)
    {
        if (!string.IsNullOrWhiteSpace(tag) && !tag.StartsWith("en", StringComparison.OrdinalIgnoreCase))
            return $"The text is in another language ({(tag.Length > 35 ? tag[..35] : tag)}); claims are extracted from English.";
        var (words, known) = (0, 0);
        for (var i = 0; i < text.Tokens.Count && words < Looked; i++)
        {
            if (!text.IsWord(i)) continue;
            words++;
            if (function.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.Of(i))) known++;
        }
        return words >= Enough && known * 100 < words * 12 ? "The text does not read as English; claims are extracted from English." : null;
    }
}
