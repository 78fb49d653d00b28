using System.Collections.Frozen;

namespace Dateline.Extraction;

/// <summary>What a cue takes as its content.</summary>
[Flags]
internal enum Takes
{
    /// <summary>Only a quotation.</summary>
    Quote = 0,

    /// <summary>A that-clause or an indirect question.</summary>
    That = 1,

    /// <summary>A clause without "that".</summary>
    Clause = 2,

    /// <summary>An infinitive.</summary>
    To = 4,

    /// <summary>A noun phrase, to the end of the clause.</summary>
    Noun = 8,

    /// <summary>An addressee before the clause: "told reporters that".</summary>
    Addressee = 16
}

/// <summary>What a cue says of the speaker's stand.</summary>
internal enum Stand
{
    Says,
    Denies,
    Believes,
    Doubts,
    Predicts,
    Promises,
    Asks
}

/// <summary>
/// Verbs and nouns that attribute. Classes: Quirk et al., A Comprehensive Grammar of the English Language (1985), 16.31 (public, private and
/// suasive verbs); Levin, English Verb Classes (1993), 37 (verbs of communication); stands: FactBank's source-introducing predicates.
/// </summary>
internal static class CueLexicon
{
    private static readonly (string Verbs, Takes Takes, Stand Stand)[] classes =
    [
        ("say add announce state declare explain note report warn insist suggest acknowledge admit confirm concede contend assert allege claim argue reply reveal "
            + "indicate recall remark observe emphasize emphasise stress complain joke quip conclude maintain testify write tweet tell repeat reiterate mention disclose "
            + "charge counter assure inform remind advise caution post comment", Takes.That | Takes.Clause | Takes.Addressee, Stand.Says),
        ("believe think feel know expect hope fear assume suspect understand realize worry consider estimate calculate imagine", Takes.That | Takes.Clause, Stand.Believes),
        ("find show learn see discover", Takes.That, Stand.Says),
        ("hear read agree demonstrate prove imply point signal determine rule decide argue", Takes.That, Stand.Says),
        ("deny dispute reject dismiss refute rebut disavow", Takes.That | Takes.Noun, Stand.Denies),
        ("doubt question", Takes.That | Takes.Noun, Stand.Doubts),
        ("predict forecast project foresee speculate anticipate", Takes.That | Takes.Clause | Takes.Noun, Stand.Predicts),
        ("promise pledge vow threaten swear", Takes.That | Takes.Clause | Takes.To, Stand.Promises),
        ("refuse decline want plan intend offer aim seek seem", Takes.To, Stand.Promises),
        ("ask wonder inquire", Takes.That | Takes.Addressee, Stand.Asks),
        ("urge call propose recommend demand request order", Takes.That | Takes.To | Takes.Noun, Stand.Says),
        ("accuse criticize criticise blame condemn praise denounce slam blast attack defend describe endorse support oppose back condemn", Takes.Noun, Stand.Says),
    ];

    private static readonly Dictionary<string, string[]> irregular = new(StringComparer.Ordinal)
    {
        ["say"] = ["said", "says", "saying"],
        ["tell"] = ["told", "tells", "telling"],
        ["write"] = ["wrote", "written", "writes", "writing"],
        ["think"] = ["thought", "thinks", "thinking"],
        ["feel"] = ["felt", "feels"],
        ["know"] = ["knew", "known", "knows"],
        ["find"] = ["found", "finds"],
        ["show"] = ["showed", "shown", "shows"],
        ["understand"] = ["understood", "understands"],
        ["hear"] = ["heard", "hears"],
        ["see"] = ["saw", "sees"],
        ["foresee"] = ["foresaw", "foresees"],
        ["swear"] = ["swore", "swears"],
        ["forecast"] = ["forecast", "forecasts"],
        ["read"] = ["read", "reads"],
        ["seek"] = ["sought", "seeks"],
        ["learn"] = ["learned", "learnt", "learns"],
        ["prove"] = ["proved", "proves"]
    };

    private static readonly FrozenDictionary<string, (Takes Takes, Stand Stand)> verbs = Forms();

    /// <summary>Nouns that report when "that" follows.</summary>
    private static readonly FrozenDictionary<string, Stand> nouns =
        new[]
        {
            ("statement statements claim claims assertion assertions allegation allegations report reports announcement argument suggestion remark comment conclusion accusation "
                + "accusations acknowledgment admission insistence contention message rumor rumors rumour rumours warning warnings notion idea news word fact", Stand.Says),
            ("belief beliefs view concern concerns fear fears hope hopes suspicion conviction opinion confidence feeling sense", Stand.Believes),
            ("denial denials", Stand.Denies), ("doubt doubts", Stand.Doubts), ("prediction predictions expectation expectations", Stand.Predicts),
            ("promise promises pledge vow threat threats", Stand.Promises)
        }.SelectMany(g => g.Item1.Split(' ').Select(w => (w, g.Item2))).DistinctBy(p => p.w).ToFrozenDictionary(p => p.w, p => p.Item2, StringComparer.Ordinal);

    internal static bool TryVerb(string word, out (Takes Takes, Stand Stand) cue) => verbs.TryGetValue(word, out cue);

    internal static bool TryNoun(string word, out Stand stand) => nouns.TryGetValue(word, out stand);

    private static FrozenDictionary<string, (Takes, Stand)> Forms()
    {
        var forms = new Dictionary<string, (Takes, Stand)>(StringComparer.Ordinal);
        foreach (var (words, takes, stand) in classes)
            foreach (var verb in words.Split(' '))
                foreach (var form in FormsOf(verb)) forms.TryAdd(form, (takes, stand));
        return forms.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<string> FormsOf(string verb)
    {
        yield return verb;
        if (irregular.TryGetValue(verb, out var forms))
        {
            foreach (var form in forms) yield return form;
            yield break;
        }
        var stem = verb[^1] == 'e' ? verb[..^1] : verb[^1] == 'y' && verb[^2] is not ('a' or 'e' or 'o') ? verb[..^1] + "i" : verb;
        if (verb is "admit" or "refer" or "plan" or "slam") stem += verb[^1];
        yield return stem + "ed";
        yield return (verb[^1] == 'y' && stem[^1] == 'i' ? verb : stem) + "ing";
        yield return verb[^1] == 'y' && stem[^1] == 'i' ? stem + "es" : verb.EndsWith("ss", StringComparison.Ordinal) || verb.EndsWith("sh", StringComparison.Ordinal) ? verb + "es" : verb + "s";
    }
}
