namespace Dateline;

/// <summary>A decision that the rules do not allow. The message says what was wrong and what to do; it is shown to people.</summary>
public sealed class Refused(string message) : Exception(message);

/// <summary>The stream has moved on since the version that the command was decided on or that its sender had seen.</summary>
/// <param name="stream">The stream's key.</param>
/// <param name="expected">The version that the sender expected.</param>
/// <param name="actual">The version that it has.</param>
/// <param name="message">What changed and what to do; null where the versions say it.</param>
public sealed class Conflict(string stream, long expected, long actual, string? message = null)
    : Exception(message ?? $"{stream} has changed: you saw version {expected}, it is at version {actual}. Look at it again, then repeat what you want to do.")
{
    /// <summary>The stream's key.</summary>
    public string Stream { get; } = stream;

    /// <summary>The version that the sender expected.</summary>
    public long Expected { get; } = expected;

    /// <summary>The version that the stream has.</summary>
    public long Actual { get; } = actual;
}

/// <summary>Who acts, why, and within which request.</summary>
/// <param name="By">A person's name, <c>bot:name@version</c>, or <c>system</c>.</param>
/// <param name="Reason">Why, where a person acts.</param>
/// <param name="Correlation">The request that began it; null lets the engine make one.</param>
/// <param name="Causation">The event that caused it, where one did.</param>
/// <param name="ExpectedVersion">The version of the stream that the actor saw; null when it does not matter.</param>
public sealed record Act(string By, string? Reason = null, string? Correlation = null, string? Causation = null, long? ExpectedVersion = null)
{
    /// <summary>The act of Dateline itself.</summary>
    public static Act System { get; } = new("system");
}

/// <summary>An event as the log holds it.</summary>
/// <param name="Position">Its place in the log, from 1, in commit order.</param>
/// <param name="Id">Its unique id.</param>
/// <param name="Stream">The stream's key, such as <c>claim/…</c>.</param>
/// <param name="Version">Its place in the stream, from 1.</param>
/// <param name="Type">Its stored name in snake_case.</param>
/// <param name="Data">The event itself.</param>
/// <param name="RecordedAt">When Dateline wrote it (UTC); never goes back along the log.</param>
/// <param name="By">Who: a person's name, <c>bot:name@version</c>, or <c>system</c>.</param>
/// <param name="Reason">Why, where a person acted.</param>
/// <param name="Correlation">The request that began it.</param>
/// <param name="Causation">The event that caused it.</param>
public sealed record Recorded(
    long Position, Guid Id, string Stream, long Version, string Type, object Data, DateTimeOffset RecordedAt,
    string By, string? Reason = null, string? Correlation = null, string? Causation = null)
{
    /// <summary>When the world could read it: the publication time of the revision that it comes from, else the recorded time.</summary>
    public DateTimeOffset PublishedAt => Data is IPublished published ? published.PublishedAt : RecordedAt;
}

/// <summary>An event that comes from a published revision, and the time when the world could read that.</summary>
public interface IPublished
{
    /// <summary>The publication time of the revision (UTC).</summary>
    DateTimeOffset PublishedAt { get; }
}

/// <summary>A command about one stream. A static <c>…AggregateHandler.Handle(command, state?)</c> decides it.</summary>
public interface ICommand
{
    /// <summary>The key of the stream that it is about.</summary>
    string Id { get; }

    /// <summary>The bot that sends it when a reaction does, as <c>name@version</c>; null for Dateline itself.</summary>
    string? Bot => null;
}

/// <summary>What reactions remember between events. It can be made anew from the log at any time.</summary>
public interface IWorkingSet
{
    /// <summary>Forgets everything, because something that it learned was not written after all.</summary>
    void Reset();
}

/// <summary>A command that brings bytes to be kept by their SHA-256 in the same transaction as its events.</summary>
public interface IKeepsOriginal
{
    /// <summary>The bytes as they arrived; null when there are none.</summary>
    Original? Original { get; }
}

/// <summary>Bytes as they arrived.</summary>
/// <param name="Sha256">Their SHA-256 in lower-case hexadecimal.</param>
/// <param name="MediaType">Their media type, such as <c>text/html</c>.</param>
/// <param name="Bytes">The bytes.</param>
public sealed record Original(string Sha256, string MediaType, ReadOnlyMemory<byte> Bytes);

/// <summary>What a command did.</summary>
/// <param name="Stream">The stream's key.</param>
/// <param name="Version">The stream's version after it; 0 when the stream does not exist.</param>
/// <param name="Position">The position of its last event, or null when it recorded nothing.</param>
/// <param name="Events">The events that it recorded.</param>
public sealed record Receipt(string Stream, long Version, long? Position, IReadOnlyList<object> Events);

/// <summary>A stream's state and the version that it was folded to.</summary>
/// <param name="State">The state; null when the stream has none.</param>
/// <param name="Version">The last version folded; 0 when the stream does not exist.</param>
public sealed record Loaded<T>(T? State, long Version) where T : class;

/// <summary>Which part of the log to read.</summary>
/// <param name="After">Events after this position.</param>
/// <param name="Through">Events up to this position, inclusive; null for all that is recorded.</param>
/// <param name="Types">Only these stored event names; null for all.</param>
/// <param name="Streams">Only these streams; null for all.</param>
/// <param name="Last">Only the last so many of them; goes with <paramref name="Types"/>.</param>
public sealed record Range(
    long After = 0, long? Through = null, IReadOnlyCollection<string>? Types = null, IReadOnlyCollection<string>? Streams = null, int? Last = null);

/// <summary>The whole engine as the rest of Dateline sees it.</summary>
public interface INewsroom
{
    /// <summary>Decides a command and records its events, durably, before it returns.</summary>
    /// <exception cref="Refused">The rules do not allow it.</exception>
    /// <exception cref="Conflict">The stream is not at the version that the act expects.</exception>
    Task<Receipt> Send(ICommand command, Act act, CancellationToken cancellation);

    /// <summary>The state of a stream, now or as of a position in the log.</summary>
    Task<Loaded<T>> Load<T>(string stream, long? asOf, CancellationToken cancellation) where T : class, IFold<T>;

    /// <summary>The position of the last event that was recorded at or before a moment; 0 when there was none.</summary>
    Task<long> PositionAt(DateTimeOffset recorded, CancellationToken cancellation);

    /// <summary>The log, in order.</summary>
    IAsyncEnumerable<Recorded> Read(Range range, CancellationToken cancellation);
}
