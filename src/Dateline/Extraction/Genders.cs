using System.Collections.Frozen;

namespace Dateline.Extraction;

/// <summary>Whether a man or a woman is spoken of, as far as words show.</summary>
internal enum Gender { Unknown, Man, Woman }

/// <summary>Gender by titles and words of kin before a name, and by the commonest given names of English (of those that are of one gender).</summary>
internal static class Genders
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> men = WordSet.Of("John James Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Donald Steven Stephen Paul Andrew Kenneth George Joshua Kevin Brian Edward Ronald "
        + "Timothy Jason Jeffrey Jacob Gary Nicholas Eric Jonathan Larry Justin Scott Benjamin Samuel Gregory Frank Alexander Patrick Raymond Jack Dennis Peter Henry Arthur Albert Harold Philip Simon Adam Luke Bill Jim Joe Tom Bob Mike Dave Steve Dan Ben Ted Jeff Tim Greg Matt Nick Rob Ron Jerry Doug Phil", ' ', StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> women = WordSet.Of("Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Margaret Sandra Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Laura "
        + "Helen Sharon Cynthia Kathleen Amy Anna Ann Anne Angela Ruth Brenda Pamela Nicole Katherine Catherine Christine Samantha Emma Rachel Olivia Hillary Victoria Julia Alice Jane Kate Judith Martha Diana Charlotte Sophie Lucy Hannah", ' ', StringComparer.Ordinal);

    /// <summary>What the word right before a name tells.</summary>
    internal static Gender Of(ReadOnlySpan<char> before) =>
        before.StartsWith("Mrs") || before.StartsWith("Ms") || before is "Miss" or "Lady" or "Queen" or "Princess" or "Dame" or "wife" or "widow" or "mother" or "daughter" or "sister" or "actress" || before.EndsWith("woman") ? Gender.Woman
        : before.StartsWith("Mr") || before is "Sir" or "Lord" or "King" or "Prince" or "husband" or "widower" or "father" or "son" or "brother" || before.EndsWith("man") ? Gender.Man : Gender.Unknown;

    /// <summary>What the first word of a full name tells that is a common given name.</summary>
    internal static Gender Given(ReadOnlySpan<char> name)
    {
        foreach (var range in name.Split(' '))
            if (men.Contains(name[range])) return Gender.Man;
            else if (women.Contains(name[range])) return Gender.Woman;
        return Gender.Unknown;
    }
}
