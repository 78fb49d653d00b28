using Dateline.Claims;

namespace Dateline.Matching;

/// <summary>How a mention stands to a claim that is known.</summary>
internal enum ClaimRelation
{
    /// <summary>Nothing to do with it, or too little to tell.</summary>
    None,

    /// <summary>A mention of this claim.</summary>
    Same,

    /// <summary>A mention of this claim that holds the opposite polarity: one asserts, another denies.</summary>
    Denies,

    /// <summary>Another claim on the same subject: the two cannot both hold.</summary>
    Contradicts,

    /// <summary>Another claim on the same subject: a later value of the same thing.</summary>
    Updates,

    /// <summary>Another claim on the same subject that makes this one likelier.</summary>
    Supports
}

/// <summary>A mention compared with a claim.</summary>
/// <param name="Relation">How it stands to the claim.</param>
/// <param name="Score">How alike their subjects are, in thousandths.</param>
/// <param name="Reasons">Why, in plain sentences.</param>
internal sealed record ClaimComparison(ClaimRelation Relation, int Score, IReadOnlyList<string> Reasons)
{
    /// <summary>What stands between the two, without words of either.</summary>
    public string Ground { get; init; } = Reasons.Count == 0 ? "" : Reasons[0];
}

/// <summary>
/// Compares a mention with a claim. The subject is compared by its words' information (idf-weighted Dice, 1945); then values, dates, names,
/// polarity and speech act decide. Where anything speaks against it, two mentions stay two claims: a wrong merger is worse than none.
/// </summary>
internal static class ClaimMatcher
{
    // Shares of common information. Two thirds: more is shared than differs on either side. The rest are steps around it.
    private const double SameSubject = .66, NearlySame = .8, Related = .55, Contained = .9;
    private const int FewestShared = 3;

    private static readonly ClaimComparison TooLittle = new(ClaimRelation.None, 0, ["The subjects have too little in common."]);

    /// <summary>Compares <paramref name="mention"/> with <paramref name="known"/>, whose subjects have <paramref name="overlap"/>.</summary>
    public static ClaimComparison Compare(ClaimFeatures mention, ClaimFeatures known, Overlap overlap)
    {
        var dice = overlap.Dice;
        if (dice < Related || overlap.Shared < Fewest(mention, known)) return TooLittle with { Score = (int)Math.Round(1000 * dice) };
        var score = (int)Math.Round(1000 * dice);
        if (OtherNames(mention, known)) return new(ClaimRelation.None, score, ["They name others."]);
        if (Swapped(mention, known) || Roles.Clash(mention, known)) return new(ClaimRelation.None, score, ["They name the same in other parts, so that who did it may differ."]);
        if (Opposition.Others(mention, known)) return new(ClaimRelation.None, score, ["They speak of different ones, or of different quantities."]);
        if ((mention.Marks & Words.Modal) != (known.Marks & Words.Modal)) return new(ClaimRelation.None, score, ["One says that it may or should be, the other does not."]);
        if ((mention.FirstPerson || known.FirstPerson) && (mention.Speaker == 0 || mention.Speaker != known.Speaker))
            return new(ClaimRelation.None, score, ["A speaker speaks of themselves, and the speakers differ."]);
        if ((mention.Pronoun || known.Pronoun) && dice < NearlySame)
            return new(ClaimRelation.None, score, ["It is left open whom a pronoun means."]);
        if ((mention.Mode is Mode.Conditional) != (known.Mode is Mode.Conditional))
            return new(ClaimRelation.None, score, ["Only one of them is conditional."]);

        string alike = $"The subjects share {score / 10} % of their information.";
        if (Future(mention) != Future(known))
            return dice >= SameSubject && !Future(mention) && mention.PublishedAt >= known.PublishedAt && mention.Polarity == known.Polarity
                && Values.Compare(mention.Amounts, known.Amounts).Kind is Agreement.Equal && !Values.OtherDays(mention.Days, known.Days) && Opposition.Opposed(mention, known) is null
                ? new(ClaimRelation.Supports, score, [alike, "It reports what the other foretold."])
                : new(ClaimRelation.None, score, ["One speaks of what is to come, the other of what is so."]);
        var values = Values.Compare(mention.Amounts, known.Amounts);
        if (values.Kind is Agreement.Conflict)
        {
            var alone = mention.Amounts.Length == 1 && known.Amounts.Length == 1;
            if (!(values.Moved || values.Firm && dice >= SameSubject || alone && dice >= NearlySame))
                return new(ClaimRelation.None, score, [values.Text, "They may speak of different things."]) { Ground = "Their numbers may speak of different things." };
            var later = mention.PublishedAt >= known.PublishedAt;
            var same = mention.Speaker != 0 && mention.Speaker == known.Speaker || (mention.Speaker == 0 && known.Speaker == 0 && mention.SourceId == known.SourceId);
            return later && mention.Polarity == known.Polarity && (same || values.Moved)
                ? new(ClaimRelation.Updates, score, [alike, values.Text, values.Moved ? "It says that the value moved." : "The same voice gives the later value."])
                : new(ClaimRelation.Contradicts, score, [alike, values.Text]);
        }
        if (Opposition.Opposed(mention, known) is { } opposed && mention.Polarity == known.Polarity)
            return new(ClaimRelation.Contradicts, score, [alike, opposed]);
        if (Values.OtherDays(mention.Days, known.Days) && !(Values.SameWordForDays(mention, known) && mention.Fingerprint == known.Fingerprint && mention.Fingerprint != 0))
            return dice >= NearlySame && !Values.SameWordForDays(mention, known) ? new(ClaimRelation.Contradicts, score, [alike, "They give different dates."]) : new(ClaimRelation.None, score, ["They speak of different days."]);
        if (values.Kind is not Agreement.Equal)
            return mention.Polarity == known.Polarity && (dice >= NearlySame && values.Kind is not Agreement.Other || values.Kind is Agreement.Compatible && dice >= SameSubject)
                ? new(ClaimRelation.Supports, score, [alike, values.Text]) : new(ClaimRelation.None, score, [values.Text]) { Ground = "Their numbers differ, or only one gives them." };
        if (dice >= SameSubject)
        {
            var reasons = values.Text.Length > 0 ? new List<string> { alike, values.Text } : [alike];
            if (mention.Polarity == known.Polarity) return new(ClaimRelation.Same, score, reasons);
            if (dice < NearlySame) return new(ClaimRelation.None, score, ["One is denied, but perhaps not the other."]);
            return new(ClaimRelation.Denies, score, [.. reasons, mention.Polarity is Polarity.Negative ? "It is denied here." : "It is denied there."]);
        }
        return overlap.Contained >= Contained && mention.Polarity == known.Polarity && Math.Min(mention.Sorted.Length, known.Sorted.Length) > FewestShared
            ? new(ClaimRelation.Supports, score, [alike, "One says all that the other says, and more."])
            : new(ClaimRelation.None, score, ["The subjects have too little in common."]);
    }

    private static bool Future(ClaimFeatures f) => f.Mode is Mode.Prediction or Mode.Promise;

    private static int Fewest(ClaimFeatures a, ClaimFeatures b) => Math.Min(FewestShared, Math.Max(2, Math.Min(a.Sorted.Length, b.Sorted.Length)));

    // Each has a name (a run of capitalised words) of which the other has no word.
    private static bool OtherNames(ClaimFeatures a, ClaimFeatures b) => Lacks(a, b) && Lacks(b, a);

    private static bool Lacks(ClaimFeatures a, ClaimFeatures b)
    {
        var (found, name) = (true, 0);
        for (var i = 0; i < a.Names.Length; i++)
        {
            if (a.Names[i] >> 8 is var run && run == 0) continue;
            if (run != name)
            {
                if (!found) return true;
                (found, name) = (false, run);
            }
            found |= Array.BinarySearch(b.Sorted, Name(a, i)) >= 0;
        }
        return !found;
    }

    private static int Name(ClaimFeatures of, int i) => of.Sorted[of.Names[i] & 255];

    // Who did what to whom: two names of both in opposite orders.
    private static bool Swapped(ClaimFeatures a, ClaimFeatures b)
    {
        var last = -1;
        for (var i = 0; i < a.Names.Length; i++)
        {
            var id = Name(a, i);
            if (Place(a, id) < i) continue;
            var at = Place(b, id);
            if (at < 0) continue;
            if (at < last) return true;
            last = at;
        }
        return false;
    }

    // Where a word is first among the names, or -1.
    private static int Place(ClaimFeatures of, int id)
    {
        for (var i = 0; i < of.Names.Length; i++)
            if (Name(of, i) == id) return i;
        return -1;
    }
}
