namespace Dateline.Extraction;

/// <summary>The part of speech that a word has where it stands.</summary>
internal enum Tag : byte { Mark, Noun, Pronoun, Determiner, Preposition, Link, Adverb, Finite, Auxiliary, Infinitive, Ing, Participle, Modifier, To }
