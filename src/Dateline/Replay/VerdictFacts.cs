using Dateline.Verdicts;

namespace Dateline.Replay;

/// <summary>An act on a verdict.</summary>
public sealed record VerdictAct(string Verdict, string Act, string By, string? Reason, DateTimeOffset At, long Position)
{
    /// <summary>What a mark is called: a machine finds that what a verdict rests on has changed, and says why.</summary>
    public const string BasisChanged = "basis changed";
}

/// <summary>What touched what a verdict rests on.</summary>
/// <param name="Cause">What it was, in plain sentences: the first thing, and the last ones where there were more.</param>
/// <param name="Position">The event that marked the verdict last.</param>
public readonly record struct BasisCause(string Cause, long Position)
{
    private const int MostLast = 2;

    /// <summary>What some marks say, which are in the order in which they were made.</summary>
    internal static BasisCause? Of(List<VerdictAct> marks)
    {
        if (marks.Count == 0) return null;
        var causes = marks.Select(m => Turns.Closed(m.Reason ?? "")).Distinct(StringComparer.Ordinal).ToList();
        var between = causes.Count - 1 - MostLast;
        if (between > 0) causes.RemoveRange(1, between);
        if (between > 0) causes.Insert(1, $"({between} more.)");
        return new(string.Join(' ', causes), marks[^1].Position);
    }
}

/// <summary>A verdict as a picture shows it.</summary>
public sealed class VerdictFacts(VerdictProposed proposed, long position)
{
    /// <summary>The proposal.</summary>
    public VerdictProposed Proposed { get; } = proposed;

    /// <summary>Where it stands in the log.</summary>
    public long Position { get; } = position;

    /// <summary>Where it stands in its course.</summary>
    public ProposalState State { get; internal set; }

    /// <summary>The position of the approval, if it was approved.</summary>
    public long? ApprovedPosition { get; internal set; }

    /// <summary>Who approved it.</summary>
    public string? ApprovedBy { get; internal set; }

    /// <summary>Whether another verdict was approved in its place.</summary>
    public bool Superseded { get; internal set; }

    /// <summary>Whether what it rests on has changed.</summary>
    public bool BasisChanged { get; internal set; }

    /// <summary>What touched what it rests on; null where nothing did.</summary>
    public BasisCause? BasisCause => BasisChanged ? Replay.BasisCause.Of(Acts.FindAll(a => a.Act == VerdictAct.BasisChanged)) : null;

    /// <summary>Every act on it, in order.</summary>
    public List<VerdictAct> Acts { get; } = [];
}
