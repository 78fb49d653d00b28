using System.Collections.Frozen;

namespace Dateline.Extraction;

/// <summary>All word forms that extraction knows, found without regard to case and without copying the text.</summary>
internal static class Lexicon
{
    private const int LongestForm = 24;

    private static readonly FrozenDictionary<string, Word> Forms = Build();

    private static readonly FrozenDictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Forms.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The word of a stretch of text; typographic apostrophes count as straight ones.</summary>
    internal static Word Find(ReadOnlySpan<char> form)
    {
        if (form.Length > 2 && form[^1] == '.') form = form[..^1];
        if (form.Length is 0 or > LongestForm || form is "US" or "WHO") return Word.Unknown;
        Span<char> lower = stackalloc char[form.Length];
        for (var i = 0; i < form.Length; i++)
        {
            var c = form[i];
            lower[i] = c < 128 ? (char)(c is >= 'A' and <= 'Z' ? c | 0x20 : c) : c == '’' ? '\'' : char.ToLowerInvariant(c);
        }
        return BySpan.TryGetValue(lower, out var word) ? word : Word.Unknown;
    }

    private static FrozenDictionary<string, Word> Build()
    {
        var forms = new Dictionary<string, Word>(StringComparer.Ordinal);
        FunctionWords.AddTo(forms);
        ContentWords.AddTo(forms);
        Hedges.AddTo(forms);
        CueVerbs.AddTo(forms);
        CueNouns.AddTo(forms);
        CommonVerbs.AddTo(forms);
        foreach (var word in forms.Values) word.Nominal |= word.NounUses is not null && !word.Adjective;
        return forms.ToFrozenDictionary(StringComparer.Ordinal);
    }

    internal static Word At(Dictionary<string, Word> forms, string text)
    {
        if (!forms.TryGetValue(text, out var word)) forms[text] = word = new Word(text);
        return word;
    }

    internal static void Mark(Dictionary<string, Word> forms, Trait traits, string words)
    {
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            At(forms, word).Traits |= traits;
    }
}
