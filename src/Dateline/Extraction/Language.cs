namespace Dateline.Extraction;

/// <summary>Whether a text is English, by the share of English function words among its words.</summary>
internal static class Language
{
    private const int Sample = 4000;
    private const int FewestWords = 12;

    /// <summary>A sentence that says why the text is not read, or null when it is English or too short to tell.</summary>
    public static string? Refusal(Reading r, string? declared)
    {
        int words = 0, function = 0, foreign = 0, letters = 0, other = 0;
        for (var i = 0; i < r.Tokens.Length && words < Sample; i++)
        {
            var t = r.Tokens[i];
            if (t.Kind != TokenKind.Word) continue;
            words++;
            if (t.Is(Tag.Function)) function++;
            if (t.Is(Tag.Foreign)) foreign++;
            letters++;
            if (t.First > 0x24F) other++;
        }
        if (declared is { Length: >= 2 } && !English(declared) && (words < FewestWords || function * 100 < words * 25))
            return $"The text is in another language ({declared}); only English is read.";
        if (words >= FewestWords && other * 2 > letters) return "The text is in another script; only English is read.";
        if (words >= FewestWords && foreign > function) return "The text seems to be in another language; only English is read.";
        if (words >= 40 && function * 100 < words * 8) return "The text has too few English function words to be English prose; nothing was extracted.";
        return null;
    }

    private static bool English(string tag) => tag.StartsWith("en", StringComparison.OrdinalIgnoreCase) && (tag.Length == 2 || tag[2] is '-' or '_')
        || tag.StartsWith("eng", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("und", StringComparison.OrdinalIgnoreCase);
}
