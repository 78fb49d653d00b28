namespace Dateline.Extraction;

/// <summary>The forms of English verbs and nouns: the regular rules of spelling (Quirk et al. 1985, 3.5 to 3.10) and the irregular verbs that are cues.</summary>
internal static class Inflection
{
    private static readonly Dictionary<string, (string Past, string Participle)> Irregular = new(StringComparer.Ordinal)
    {
        ["say"] = ("said", "said"),
        ["shoot"] = ("shot", "shot"),
        ["throw"] = ("threw", "thrown"),
        ["sweep"] = ("swept", "swept"),
        ["tell"] = ("told", "told"),
        ["write"] = ("wrote", "written"),
        ["know"] = ("knew", "known"),
        ["think"] = ("thought", "thought"),
        ["find"] = ("found", "found"),
        ["show"] = ("showed", "shown"),
        ["see"] = ("saw", "seen"),
        ["feel"] = ("felt", "felt"),
        ["hear"] = ("heard", "heard"),
        ["hold"] = ("held", "held"),
        ["swear"] = ("swore", "sworn"),
        ["forecast"] = ("forecast", "forecast"),
        ["read"] = ("read", "read"),
        ["understand"] = ("understood", "understood"),
        ["seek"] = ("sought", "sought"),
        ["foresee"] = ("foresaw", "foreseen"),
        ["make"] = ("made", "made"),
        ["lay"] = ("laid", "laid"),
        ["speak"] = ("spoke", "spoken"),
        ["rebut"] = ("rebutted", "rebutted"),
        ["fight"] = ("fought", "fought"),
        ["take"] = ("took", "taken"),
        ["stand"] = ("stood", "stood"),
        ["beseech"] = ("besought", "besought"),
        ["choose"] = ("chose", "chosen"),
        ["sing"] = ("sang", "sung"),
        ["hit"] = ("hit", "hit"),
        ["be"] = ("was", "been"),
        ["quip"] = ("quipped", "quipped"),
        ["withhold"] = ("withheld", "withheld"),
        ["put"] = ("put", "put"),
        ["lie"] = ("lied", "lied"),
        ["spell"] = ("spelled", "spelled")
    };

    private static readonly HashSet<string> Doubling = new(StringComparer.Ordinal)
        { "admit", "refer", "slam", "pan", "rip", "brag", "quip", "dub", "chat", "beg", "plan", "shun", "rebut", "commit", "shrug", "prefer", "abhor", "hit", "put", "rap", "ban", "bar", "drop", "drag", "drum", "fit", "grab", "halve", "hop", "jam", "jog", "knit", "nod", "occur", "rob", "scrap", "scan", "ship", "shop", "skip", "skid", "slap", "slip", "snap", "spot", "stab", "star", "stem", "step", "stir", "stop", "strip", "submit", "swap", "tap", "thin", "tip", "top", "transfer", "transmit", "trap", "trim", "wrap", "zap", "permit", "compel", "expel", "control", "equip", "refer", "defer", "deter", "incur", "rebel", "regret", "emit", "omit", "plot", "pin", "pop", "dam", "cancel", "travel", "dip", "sin", "fan", "sum", "chip", "cap", "clap", "flag", "knot", "blot", "outfit", "model", "label", "level", "fuel", "tap", "hug", "tug", "mug", "bet" };

    internal static void AddVerbs(Dictionary<string, Word> forms, Sense sense, string takes, string verbs)
    {
        var complements = Parse(takes);
        foreach (var entry in verbs.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var plus = entry.IndexOf('+', StringComparison.Ordinal);
            var verb = plus < 0 ? entry : entry[..plus];
            if (verb == "be") continue;
            if (plus >= 0) Lexicon.At(forms, entry[(plus + 1)..]);
            if (verb.EndsWith("ize", StringComparison.Ordinal) && verb.Length > 5) AddVerbs(forms, sense, takes, string.Concat(verb.AsSpan(0, verb.Length - 3), "ise", plus < 0 ? "" : entry.AsSpan(plus)));
            var use = new Use(plus < 0 ? null : entry[(plus + 1)..], complements, sense);
            var (past, participle) = Irregular.TryGetValue(verb, out var known) ? known : (Past(verb), Past(verb));
            AddForms(forms, verb, past, participle);
            Add(verb, Form.Base, false);
            Add(Third(verb), Form.Present, false);
            Add(Ing(verb), Form.Ing, false);
            Add(past, Form.Past, past == participle);
            if (participle != past) Add(participle, Form.Participle, true);

            void Add(string text, Form form, bool participle)
            {
                var word = Lexicon.At(forms, text);
                word.Uses ??= [];
                if (text == past || word.Uses.Count == 0) word.Form = form;
                word.PastIsParticiple |= participle;
                Merge(word.Uses, use);
            }
        }
    }

    /// <summary>The forms of a verb, cue or not.</summary>
    internal static void AddForms(Dictionary<string, Word> forms, string verb, string? past = null, string? participle = null)
    {
        past ??= Past(verb);
        Lexicon.At(forms, verb).Forms |= VerbForms.Base;
        Lexicon.At(forms, Third(verb)).Forms |= VerbForms.Present;
        Lexicon.At(forms, Ing(verb)).Forms |= VerbForms.Ing;
        Lexicon.At(forms, past).Forms |= VerbForms.Past;
        Lexicon.At(forms, participle ?? past).Forms |= VerbForms.Participle;
        if (past.EndsWith("ed", StringComparison.Ordinal)) Lexicon.At(forms, past).Forms |= VerbForms.Participle;
    }

    internal static void AddNouns(Dictionary<string, Word> forms, Sense sense, string particles, string nouns)
    {
        foreach (var noun in nouns.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            foreach (var text in new[] { noun, Third(noun) })
                foreach (var particle in particles.Split(' '))
                    (Lexicon.At(forms, text).NounUses ??= []).Add(new Use(particle, Takes.Object, sense));
    }

    private static void Merge(List<Use> uses, Use use)
    {
        var at = uses.FindIndex(u => u.Particle == use.Particle);
        if (at < 0) uses.Add(use);
        else uses[at] = uses[at] with { Takes = uses[at].Takes | use.Takes };
    }

    private static Takes Parse(string letters)
    {
        var takes = Takes.Nothing;
        foreach (var letter in letters)
            takes |= letter switch
            {
                'Q' => Takes.Quote,
                'T' => Takes.That,
                'B' => Takes.Bare,
                'W' => Takes.Wh,
                'O' => Takes.Object,
                'I' => Takes.Infinitive,
                'G' => Takes.Gerund,
                'A' => Takes.Addressee,
                'R' => Takes.Object | Takes.Grounds,
                'C' => Takes.Object | Takes.Claims,
                _ => Takes.Nothing
            };
        return takes;
    }

    private static bool Vowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    internal static string Third(string verb)
    {
        if (verb[^1] == 'y' && !Vowel(verb[^2])) return verb[..^1] + "ies";
        return verb[^1] is 's' or 'x' or 'z' || verb.EndsWith("ch", StringComparison.Ordinal) || verb.EndsWith("sh", StringComparison.Ordinal) ? verb + "es" : verb + "s";
    }

    private static string Past(string verb)
    {
        if (verb[^1] == 'e') return verb + "d";
        if (verb[^1] == 'y' && !Vowel(verb[^2])) return verb[..^1] + "ied";
        return (Doubling.Contains(verb) ? verb + verb[^1] : verb) + "ed";
    }

    private static string Ing(string verb)
    {
        if (verb.EndsWith("ie", StringComparison.Ordinal)) return verb[..^2] + "ying";
        if (verb[^1] == 'e' && verb[^2] is not ('e' or 'y')) return verb[..^1] + "ing";
        return (Doubling.Contains(verb) ? verb + verb[^1] : verb) + "ing";
    }
}
