namespace Dateline.Extraction;

/// <summary>What a word form can be. A form may be several things; its neighbours decide.</summary>
[Flags]
internal enum Trait
{
    None = 0,
    Determiner = 1 << 0,
    Pronoun = 1 << 1,
    Possessive = 1 << 2,
    Preposition = 1 << 3,
    Be = 1 << 4,
    Auxiliary = 1 << 5,
    Modal = 1 << 6,
    Negation = 1 << 7,
    Coordinator = 1 << 8,
    Subordinator = 1 << 9,
    Wh = 1 << 10,
    Adverb = 1 << 11,
    Title = 1 << 12,
    Month = 1 << 13,
    Weekday = 1 << 14,
    Day = 1 << 15,
    Numeral = 1 << 16,
    Verb = 1 << 17,
    Possible = 1 << 18,
    Probable = 1 << 19,
    Sure = 1 << 20,
    Hearsay = 1 << 21,
    Person = 1 << 22,
    Media = 1 << 23,
    Evaluative = 1 << 24,
    Abbreviation = 1 << 25,
    Change = 1 << 28,
    Weighty = 1 << 29
}

/// <summary>The speech act or attitude that a cue expresses (classes of Quirk et al. 1985, 16.31, and Levin 1993, 31 to 37).</summary>
internal enum Sense { Say, Ask, Deny, Promise, Predict, Believe, Doubt, Judge, Urge, Desire, Show, Seem }

/// <summary>The complements that a cue takes.</summary>
[Flags]
internal enum Takes
{
    Nothing = 0,
    Quote = 1,
    That = 2,
    Bare = 4,
    Wh = 8,
    Object = 16,
    Infinitive = 32,
    Gerund = 64,
    Addressee = 128,
    Grounds = 256,
    Claims = 512
}

/// <summary>Every form that a word can be of a verb.</summary>
[Flags]
internal enum VerbForms : byte { None = 0, Base = 1, Present = 2, Past = 4, Participle = 8, Ing = 16 }

/// <summary>Grammatical form of a cue verb.</summary>
internal enum Form { Base, Present, Past, Ing, Participle }

/// <summary>One way in which a cue is used: with a particle or preposition, or without.</summary>
internal sealed record Use(string? Particle, Takes Takes, Sense Sense);

/// <summary>A word form of the lexicon. <see cref="Unknown"/> stands for every form that it does not hold.</summary>
internal sealed class Word(string text)
{
    internal static readonly Word Unknown = new("");

    internal string Text { get; } = text;
    internal Trait Traits { get; set; }
    internal List<Use>? Uses { get; set; }
    internal List<Use>? NounUses { get; set; }
    internal VerbForms Forms { get; set; }
    internal bool Nominal { get; set; }
    internal bool Adjective { get; set; }
    internal Form Form { get; set; }
    internal bool PastIsParticiple { get; set; }
    internal decimal Value { get; set; }

    internal bool Has(Trait traits) => (Traits & traits) != 0;
}
