using Dateline.Accounts;

namespace Dateline;

/// <summary>Guards that several decisions share.</summary>
internal static class Guard
{
    /// <summary>Longest reason or rationale that is recorded, in UTF-16 code units.</summary>
    internal const int LongestReason = 10_000;

    /// <summary>Acts of people are done by people: neither by a bot nor by nobody.</summary>
    internal static void Person(string by)
    {
        if (string.IsNullOrWhiteSpace(by)) throw new Refused("Say who acts.");
        if (by.Length > 200) throw new Refused("A person's name has at most 200 characters.");
        var name = by.Trim();
        if (name.Equals("system", StringComparison.OrdinalIgnoreCase) || name.StartsWith("bot:", StringComparison.OrdinalIgnoreCase))
            throw new Refused($"Only people can do this; {name} is not one.");
        if (PersonNames.Fault(name) is { } fault) throw new Refused(fault);
    }

    /// <summary>An act of a person says why.</summary>
    internal static void Reason(string? reason)
    {
        if (!VisibleText.IsIn(reason)) throw new Refused("Say why: a reason is required.");
        if (reason!.Length > LongestReason) throw new Refused($"A reason has at most {LongestReason} characters; this one has {reason.Length}.");
    }

    /// <summary>Two names that look alike are no second pair of eyes, whoever they belong to.</summary>
    internal static bool LookAlike(string a, string b) => PersonNames.LookAlike(a, b);

    /// <summary>An act that was done already is done again only by whoever did it, who may not have heard that it was recorded; somebody else's would be lost without a word.</summary>
    /// <param name="first">Who did it.</param>
    /// <param name="by">Who does it again.</param>
    /// <param name="did">What they did: "approved it".</param>
    internal static void Once(string? first, string by, string did)
    {
        if (first is not null && !SamePerson(first, by)) throw new Refused($"{first} has {did} already. Nothing was recorded in your name.");
    }

    /// <summary>Two spellings of a name are one person: neither case, outer white space nor another encoding makes a second pair of eyes.</summary>
    internal static bool SamePerson(string a, string b) =>
        string.Equals(Decomposition.Of(a.Trim()), Decomposition.Of(b.Trim()), StringComparison.OrdinalIgnoreCase);
}
