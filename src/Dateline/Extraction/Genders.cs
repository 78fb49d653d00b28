using System.Collections.Frozen;

namespace Dateline.Extraction;

/// <summary>Whether a man or a woman is spoken of, as far as words show.</summary>
internal enum Gender { Unknown, Man, Woman }

/// <summary>Gender by titles and words of kin before a name, and by common given names.</summary>
internal static class Genders
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>
        kinswomen = WordSet.Of("wife widow mother daughter sister grandmother granddaughter stepmother stepdaughter niece aunt girlfriend fiancée"),
        kinsmen = WordSet.Of("husband widower father son brother grandfather grandson stepfather stepson nephew uncle boyfriend fiancé"),
        women = WordSet.Of("Mrs|Mrs.|Ms|Ms.|Miss|Lady|Queen|Princess|Dame|Baroness|Duchess|Countess|Empress|Mme|Madame|Frau|Señora|Signora|Sister|actress|heiress|waitress|nun", '|', StringComparer.Ordinal),
        men = WordSet.Of("Mr|Mr.|Sir|Lord|King|Prince|Baron|Duke|Earl|Emperor|Pope|Cardinal|Ayatollah|Imam|Sheikh|Monsieur|Herr|Señor|Signor|Father|monk|priest", '|', StringComparer.Ordinal),
        // In "-man" they end by chance.
        peoples = WordSet.Of("german roman norman ottoman human shaman yeoman talisman woman");

    /// <summary>What the word right before a name tells.</summary>
    internal static Gender Of(ReadOnlySpan<char> before) =>
        women.Contains(before) || kinswomen.Contains(before) || before.EndsWith("woman") ? Gender.Woman
        : men.Contains(before) || kinsmen.Contains(before) || before.EndsWith("man") && !peoples.Contains(before) ? Gender.Man : Gender.Unknown;

    /// <summary>Whether a word says whose kin somebody is.</summary>
    internal static bool Kin(ReadOnlySpan<char> word) => kinswomen.Contains(word) || kinsmen.Contains(word);

    /// <summary>What the given names of a full name tell; its last word is the surname, which may be written as a given name is.</summary>
    internal static Gender Given(ReadOnlySpan<char> name)
    {
        foreach (var range in name[..Math.Max(0, name.LastIndexOf(' '))].Split(' '))
            if (GivenNames.Of(name[range]) is var gender && gender != Gender.Unknown) return gender;
        return Gender.Unknown;
    }
}
