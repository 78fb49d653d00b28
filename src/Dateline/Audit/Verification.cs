namespace Dateline.Audit;

/// <summary>What does not agree.</summary>
/// <param name="From">The first position that can be the one that differs.</param>
/// <param name="To">The last one; the same where the position is known.</param>
/// <param name="What">What is wrong, in a sentence.</param>
public sealed record Difference(long From, long To, string What);

/// <summary>What came out of verifying a log.</summary>
/// <param name="Events">How many events were read.</param>
/// <param name="Sealed">How many of them the seal covers.</param>
/// <param name="Signed">The size of the largest checkpoint that they agree with; null when none was at hand.</param>
/// <param name="First">The first thing that does not agree; null when all is as it was sealed.</param>
/// <param name="Damaged">Tiles of the seal that are not what the events make them.</param>
/// <param name="Redactions">The redactions that the log tells of.</param>
public sealed record Verification(
    long Events, long Sealed, long? Signed, Difference? First, IReadOnlyList<string> Damaged, IReadOnlyList<Redaction> Redactions)
{
    /// <summary>Whether everything is as it was recorded.</summary>
    public bool Holds => First is null && Damaged.Count == 0;
}
