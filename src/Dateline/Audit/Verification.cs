namespace Dateline.Audit;

/// <summary>What does not agree.</summary>
/// <param name="From">The first position that can be the one that differs.</param>
/// <param name="To">The last one; the same where the position is known.</param>
/// <param name="What">What is wrong, in a sentence.</param>
public sealed record Difference(long From, long To, string What);

/// <summary>Documents whose bytes, as they arrived, are not kept any more, although no redaction removed them.</summary>
/// <param name="Count">How many revisions they are of.</param>
/// <param name="First">The first of them.</param>
public sealed record MissingOriginals(long Count, IReadOnlyList<MissingOriginal> First)
{
    /// <summary>The same in a sentence.</summary>
    public string What => $"The bytes as they arrived of {Count} revisions are missing, and no redaction removed them: "
        + $"{string.Join(", ", First.Select(m => $"{m.Stream} (#{m.Position})"))}{(Count > First.Count ? ", …" : "")}.";
}

/// <summary>A revision without its kept bytes: the position of its event, and the document's stream.</summary>
public sealed record MissingOriginal(long Position, string Stream);

/// <summary>Streams whose row in the table of streams is not what their events make it: the next event of one would be refused, or kept from sight.</summary>
/// <param name="Count">How many they are.</param>
/// <param name="First">The first of them.</param>
public sealed record WrongStreams(long Count, IReadOnlyList<WrongStream> First)
{
    /// <summary>The same in a sentence.</summary>
    public string What => $"The rows of {Count} streams were changed; their events are what counts: "
        + $"{string.Join(", ", First.Select(s => s.What))}{(Count > First.Count ? ", …" : "")}.";
}

/// <summary>A stream whose row does not fit its events.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Version">The version that its row has; null where it has no row.</param>
/// <param name="Archived">Whether the row says that it was put aside, which Dateline never does.</param>
/// <param name="Events">The version of its last event.</param>
public sealed record WrongStream(string Stream, long? Version, bool Archived, long Events)
{
    /// <summary>What the row says the stream is of; a row without it says nothing wrong.</summary>
    public string? Type { get; init; }

    /// <summary>Whose the row says it is; Dateline's logs have one tenant.</summary>
    public string? Tenant { get; init; }

    internal string What => Version is null ? $"{Stream} has none"
        : Version != Events ? $"{Stream} is said to be at version {Version}, not {Events}"
        : Archived ? $"{Stream} is said to be archived" : $"{Stream} is said to be of the type {Type ?? "none"} and the tenant {Tenant ?? "none"}";
}

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
    public bool Holds => First is null && Damaged.Count == 0 && Missing is null && Streams is null;

    /// <summary>Kept bytes of documents that are not there, although no redaction removed them; null when none is missing.</summary>
    public MissingOriginals? Missing { get; init; }

    /// <summary>Streams whose row does not fit their events; null when there is none.</summary>
    public WrongStreams? Streams { get; init; }

    /// <summary>What was signed and is not at hand, so that the log was not held against it, in a sentence; null where nothing is known to be.</summary>
    public string? Unwitnessed { get; init; }
}
