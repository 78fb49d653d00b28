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
