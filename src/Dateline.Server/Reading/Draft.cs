using Dateline.Documents;

namespace Dateline.Server.Reading;

/// <summary>A date as a document states it.</summary>
/// <param name="At">The moment (UTC, whole microseconds) that stands for it.</param>
/// <param name="Dating">How that moment is known; null where the document states it.</param>
public sealed record Stated(DateTimeOffset At, Dating? Dating = null);

/// <summary>One document as it was read, before it becomes an event. Its text is clean (see <see cref="TextHygiene"/>) and bounded.</summary>
public sealed record Draft
{
    /// <summary>The outlet's display name.</summary>
    public required string Source { get; init; }

    /// <summary>The canonical URL (see <see cref="CanonicalUrl"/>), or null.</summary>
    public string? Url { get; init; }

    /// <summary>The headline, one line.</summary>
    public required string Title { get; init; }

    /// <summary>Who wrote it, as the document says.</summary>
    public string? Author { get; init; }

    /// <summary>The language tag (BCP 47), as the document says.</summary>
    public string? Language { get; init; }

    /// <summary>When the world could read it; null when the document does not say.</summary>
    public Stated? Published { get; init; }

    /// <summary>The moment that stands for <see cref="Published"/>.</summary>
    public DateTimeOffset? PublishedAt => Published?.At;

    /// <summary>When this wording of it appeared, where the document tells that apart from its first publication; else null.</summary>
    public Stated? Updated { get; init; }

    /// <summary>The moment that stands for <see cref="Updated"/>.</summary>
    public DateTimeOffset? UpdatedAt => Updated?.At;

    /// <summary>When this wording of it was published: the update, unless that is said to be before the publication.</summary>
    public Stated? Dated => Updated is { } updated && !(Published?.At > updated.At) ? updated : Published;

    /// <summary>The words; empty only where <see cref="Act"/> withdraws a document without more words.</summary>
    public required string Text { get; init; }

    /// <summary>The publisher's act on another document: null, "correction", "kill", "takedown" or "withheld".</summary>
    public string? Act { get; init; }

    /// <summary>Why, where the document is such an act.</summary>
    public string? Reason { get; init; }

    /// <summary>The canonical URL or the id of the document that this one revises or acts upon.</summary>
    public string? Revises { get; init; }

    /// <summary>Whether the document says that it is sample text.</summary>
    public bool IsSample { get; init; }

    /// <summary>"text", "markdown", "html", "rss", "atom", "ninjs" or "jsonl".</summary>
    public required string Format { get; init; }

    /// <summary>The bytes that it was read from: the file, the feed's item as XML, or the line.</summary>
    public required ReadOnlyMemory<byte> Original { get; init; }

    /// <summary>The media type of <see cref="Original"/>.</summary>
    public required string MediaType { get; init; }

    /// <summary>A stable id that the format itself gives: guid (RSS), id (Atom, JSON Lines), uri (ninjs).</summary>
    public string? Key { get; init; }
}

/// <summary>What came of one document: a draft, or a sentence that says why there is none.</summary>
/// <param name="Path">The file, and the item in it: "feed.xml#3", "docs.jsonl:17"; "-" is standard input.</param>
public abstract record Reading(string Path);

/// <summary>A document that was read.</summary>
/// <param name="Path">The file, and the item in it.</param>
/// <param name="Draft">The document.</param>
public sealed record Read(string Path, Draft Draft) : Reading(Path);

/// <summary>Something that was not read. Nothing of it is kept; whatever else was given is read all the same.</summary>
/// <param name="Path">The file, and the item in it.</param>
/// <param name="Reason">What is wrong, where, and what to do.</param>
public sealed record Unreadable(string Path, string Reason) : Reading(Path);

/// <summary>Stops the reading of one document; the message becomes <see cref="Unreadable.Reason"/>.</summary>
internal sealed class NotReadable(string message) : Exception(message);
