using System.Collections.Frozen;

namespace Dateline.Extraction;

/// <summary>The commonest function words of languages that use Latin letters, from their grammars' closed classes: articles, prepositions, conjunctions, pronouns, auxiliaries.</summary>
internal static class FrequentWords
{
    private const int FewestWords = 4;

    private static readonly (string Language, FrozenSet<string> Words)[] languages =
    [
        Of("German", "der die das und ist nicht mit ein eine den von zu auf für im dem des auch sich wird sind wurde nach bei aus"),
        Of("French", "le la les des et est une dans pour que qui sur avec pas plus au du ce il elle ont été sont par ne"),
        Of("Spanish", "el la los las del y en por con una se es que para su al lo como más fue han este no un"),
        Of("Italian", "il che di della per non sono con una del la le gli nel più anche alla dei è si ha un lo"),
        Of("Portuguese", "o os um uma não com da do das dos em para por que mais foi ao na no se como são e"),
        Of("Dutch", "het een van niet op voor de en dat is te zijn met aan bij ook naar door werd wordt om uit"),
        Of("Swedish", "och att det som på är för av en ett med den till inte har om från de var"),
        Of("Danish or Norwegian", "og til på af av ikke er det som en et med den har for fra om de var blev ble"),
        Of("Polish", "w na się nie jest z że do i o po od za oraz przez dla był jak są to"),
        Of("Turkish", "ve bir bu için de da ile olarak daha çok olan gibi kadar sonra ancak")
    ];

    /// <summary>The language of which the most words are; null where none stands out.</summary>
    internal static string? Likeliest(string text, List<Token> tokens)
    {
        var counts = new int[languages.Length];
        foreach (var token in tokens)
        {
            if (token.Kind != Kind.Word || token.End - token.Start > 8) continue;
            var word = text[token.Start..token.End].ToLowerInvariant();
            for (var i = 0; i < languages.Length; i++)
                if (languages[i].Words.Contains(word)) counts[i]++;
        }
        var best = Array.IndexOf(counts, counts.Max());
        return counts[best] >= FewestWords && counts.Count(c => c == counts[best]) == 1 ? languages[best].Language : null;
    }

    private static (string, FrozenSet<string>) Of(string language, string words) => (language, words.Split(' ').ToFrozenSet(StringComparer.Ordinal));
}
