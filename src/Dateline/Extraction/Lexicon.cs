using System.Collections.Frozen;

namespace Dateline.Extraction;

/// <summary>What a word can be, apart from being a cue. Closed classes are listed whole; open ones only where a rule needs them.</summary>
[Flags]
internal enum Tag
{
    None = 0,
    Determiner = 1 << 0,
    Preposition = 1 << 1,
    Pronoun = 1 << 2,
    Object = 1 << 3,
    Possessive = 1 << 4,
    Auxiliary = 1 << 5,
    Modal = 1 << 6,
    Negation = 1 << 7,
    And = 1 << 8,
    Subordinator = 1 << 9,
    Relative = 1 << 10,
    Adverb = 1 << 11,
    Title = 1 << 12,
    Month = 1 << 13,
    Weekday = 1 << 14,
    Count = 1 << 15,
    Role = 1 << 16,
    Time = 1 << 17,
    Verb = 1 << 18,
    Be = 1 << 19,
    Possible = 1 << 20,
    Probable = 1 << 21,
    Certain = 1 << 22,
    Opinion = 1 << 23,
    Particle = 1 << 24,
    Text = 1 << 25,
    Abbreviation = 1 << 26,
    Function = 1 << 27,
    Noun = 1 << 28,
    Foreign = 1 << 29
}

/// <summary>Which form of a verb a word is.</summary>
[Flags]
internal enum Form : byte
{
    None = 0,
    Base = 1,
    Third = 2,
    Past = 4,
    Participle = 8,
    Ing = 16
}

/// <summary>What is known of one word form.</summary>
internal sealed record Entry(string Form, Tag Tags, Verb? Verb, Form Forms, CueNoun? Noun)
{
    public bool Is(Tag tag) => (Tags & tag) != 0;
}

/// <summary>All word forms, looked up without allocation.</summary>
internal static class Lexicon
{
    private const int LongestForm = 24;

    private static readonly FrozenDictionary<string, Entry> entries = Build();
    private static readonly FrozenDictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> lookup =
        entries.GetAlternateLookup<ReadOnlySpan<char>>();

    public static Entry? Find(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestForm) return null;
        Span<char> lower = stackalloc char[LongestForm];
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            lower[i] = c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c == '’' ? '\'' : c < 128 ? c : char.ToLowerInvariant(c);
        }
        return lookup.TryGetValue(lower[..word.Length], out var entry) ? entry : null;
    }

    private static FrozenDictionary<string, Entry> Build()
    {
        var all = new Dictionary<string, Entry>(StringComparer.Ordinal);
        void Add(string form, Tag tags, Verb? verb = null, Form forms = Form.None, CueNoun? noun = null)
        {
            if (all.TryGetValue(form, out var old))
                all[form] = old with
                {
                    Tags = old.Tags | tags,
                    Verb = old.Verb ?? verb,
                    Forms = old.Verb is null || verb is null || old.Verb == verb ? old.Forms | forms : old.Forms,
                    Noun = old.Noun ?? noun
                };
            else
                all[form] = new(form, tags, verb, forms, noun);
        }

        foreach (var (tags, forms) in WordLists.All)
            foreach (var form in forms.Split(' ', StringSplitOptions.RemoveEmptyEntries)) Add(form, tags);
        foreach (var verb in CueLexicon.Verbs())
            foreach (var (form, kind) in Inflection.Forms(verb.Lemma)) Add(form, Tag.None, verb, kind);
        foreach (var noun in CueLexicon.Nouns())
        {
            Add(noun.Lemma, Tag.Noun, noun: noun);
            Add(Inflection.Plural(noun.Lemma), Tag.Noun, noun: noun);
        }
        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
