namespace Dateline.Extraction;

/// <summary>The forms of English verbs and nouns (Quirk et al. 1985, chapter 3): the irregular ones listed, the rest by rule.</summary>
internal static class Inflection
{
    private static readonly Dictionary<string, (string Past, string Participle)> irregular = Irregular();

    public static IEnumerable<(string Form, Form Kind)> Forms(string lemma)
    {
        yield return (lemma, Form.Base);
        yield return (Plural(lemma), Form.Third);
        yield return (Ing(lemma), Form.Ing);
        if (irregular.TryGetValue(lemma, out var forms))
        {
            yield return (forms.Past, Form.Past);
            yield return (forms.Participle, Form.Participle);
        }
        else
        {
            yield return (Ed(lemma), Form.Past | Form.Participle);
        }
    }

    public static string Plural(string lemma) =>
        lemma.EndsWith('y') && !Vowel(lemma[^2]) ? lemma[..^1] + "ies"
        : lemma.EndsWith('s') || lemma.EndsWith('x') || lemma.EndsWith("sh", StringComparison.Ordinal)
            || lemma.EndsWith("ch", StringComparison.Ordinal) || lemma is "go" or "undergo" or "veto" ? lemma + "es"
        : lemma + "s";

    private static string Ed(string lemma) =>
        lemma.EndsWith('e') ? lemma + "d"
        : lemma.EndsWith('y') && !Vowel(lemma[^2]) ? lemma[..^1] + "ied"
        : Doubles(lemma) ? lemma + lemma[^1] + "ed"
        : lemma + "ed";

    private static string Ing(string lemma) =>
        lemma.EndsWith("ie", StringComparison.Ordinal) ? lemma[..^2] + "ying"
        : lemma.EndsWith('e') && !lemma.EndsWith("ee", StringComparison.Ordinal) && lemma != "be" ? lemma[..^1] + "ing"
        : Doubles(lemma) ? lemma + lemma[^1] + "ing"
        : lemma + "ing";

    // A single consonant after a single stressed vowel doubles; of longer verbs only those stressed on the last syllable.
    private static bool Doubles(string lemma)
    {
        if (lemma.Length < 3 || Vowel(lemma[^1]) || lemma[^1] is 'w' or 'x' or 'y' || !Vowel(lemma[^2]) || Vowel(lemma[^3])) return false;
        return lemma.Length == 3 || lemma is "admit" or "infer" or "prefer" or "refer" or "rebut" or "quip" or "slam" or "knock"
            or "chat" or "plan" or "submit" or "commit" or "defer" or "concur" or "abhor" or "begin" or "forget" or "regret" or "dub";
    }

    private static bool Vowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private static Dictionary<string, (string, string)> Irregular()
    {
        const string list = """
            say said said|tell told told|write wrote written|think thought thought|know knew known|find found found|show showed shown|
            see saw seen|feel felt felt|hold held held|hear heard heard|read read read|swear swore sworn|foresee foresaw foreseen|
            understand understood understood|speak spoke spoken|teach taught taught|learn learned learned|let let let|put put put|
            make made made|mean meant meant|seek sought sought|forget forgot forgotten|begin began begun|fight fought fought|
            choose chose chosen|go went gone|withdraw withdrew withdrawn|leave left left|lead led led|set set set|cast cast cast|
            oversee oversaw overseen|give gave given|take took taken|rethink rethought rethought|misunderstand misunderstood misunderstood|
            dream dreamed dreamed|bet bet bet|come came come|get got gotten|win won won|run ran run|bring brought brought|
            become became become|keep kept kept|lose lost lost|meet met met|pay paid paid|rise rose risen|fall fell fallen|
            grow grew grown|draw drew drawn|drive drove driven|break broke broken|build built built|buy bought bought|
            send sent sent|spend spent spent|stand stood stood|strike struck struck|shoot shot shot|sell sold sold|hit hit hit|
            cut cut cut|face faced faced|begin began begun|kill killed killed|fly flew flown|sit sat sat|throw threw thrown
            """;
        var all = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        foreach (var line in list.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var forms = line.Split(' ');
            all[forms[0]] = (forms[1], forms[2]);
        }
        return all;
    }
}
