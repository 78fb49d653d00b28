using System.Collections.Immutable;

namespace Dateline.Replay;

/// <summary>The words for where claims and stories stand. A standing verdict's rating is a claim's status as well.</summary>
public static class Status
{
    /// <summary>The rules that derive status; a change of what they answer gets a new name.</summary>
    public const string Rules = "status-rules@2";

    /// <summary>A claim with one origin that commits to it, or none.</summary>
    public const string SingleOrigin = "single-origin";

    /// <summary>A claim that at least two origins assert and none denies.</summary>
    public const string Corroborated = "corroborated";

    /// <summary>A claim that one asserts and another denies, or whose value conflicts; a story with such a key claim.</summary>
    public const string Disputed = "disputed";

    /// <summary>A prediction or promise that is not judged.</summary>
    public const string Open = "open";

    /// <summary>An open one whose day has passed: a function of the moment asked about.</summary>
    public const string Due = "due";

    /// <summary>A claim none of whose mentions, or a story none of whose documents, stands any more.</summary>
    public const string Retracted = "retracted";

    /// <summary>A claim or story that was found to be another one.</summary>
    public const string Merged = "merged";

    /// <summary>A story with one origin.</summary>
    public const string Emerging = "emerging";

    /// <summary>A story with at least two origins.</summary>
    public const string Developing = "developing";

    /// <summary>A story whose key claims are corroborated or judged.</summary>
    public const string Established = "established";

    /// <summary>A story whose key claims all have a verdict.</summary>
    public const string Settled = "settled";

    /// <summary>A story that an editor closed.</summary>
    public const string Closed = "closed";
}

/// <summary>Where a claim or story stands, since when and why.</summary>
/// <param name="Status">One of <see cref="Replay.Status"/>, or a rating.</param>
/// <param name="Since">When it began, on the clock of the replay.</param>
/// <param name="Position">The event that began it.</param>
/// <param name="Because">The positions of the events that caused it, in log order.</param>
/// <param name="Reason">The same in plain sentences.</param>
public sealed record Standing(string Status, DateTimeOffset Since, long Position, ImmutableArray<long> Because, string Reason)
{
    /// <summary>What the event that began it did, where that is not among its grounds, such as a withdrawal; empty where there is nothing to say of it.</summary>
    internal string? Turn { get; init; }

    /// <summary>While it is open, the day by which it has to have come true (ISO 8601): with another day it begins anew.</summary>
    internal string? Day { get; init; }

    /// <summary>It begins with an event, on the grounds that it has then.</summary>
    internal static Standing Begin(
        string status, DateTimeOffset at, long position, ImmutableArray<long> grounds, string sentence, Func<string> turn, (long Position, string Sentence)? since = null) =>
        new Standing(status, at, position, [], "") { Turn = grounds.Contains(position) ? null : turn() }.On(grounds, sentence, since);

    /// <summary>It stands since it began, on the grounds that it has now, and with what happened since that did not move it.</summary>
    internal Standing On(ImmutableArray<long> grounds, string sentence, (long Position, string Sentence)? since = null)
    {
        var because = Turn is null || grounds.Contains(Position) ? grounds : [.. grounds.Append(Position).Order()];
        if (since is var (touched, _) && !because.Contains(touched)) because = [.. because.Append(touched).Order()];
        var reason = string.Join(' ', new[] { sentence, Turn, since?.Sentence }.Where(s => !string.IsNullOrEmpty(s)));
        return reason == Reason && because.SequenceEqual(Because) ? this : this with { Because = because, Reason = reason };
    }
}

/// <summary>A change of status.</summary>
/// <param name="Kind">"claim" or "story".</param>
/// <param name="Id">Which one.</param>
/// <param name="From">The status before; null when it began.</param>
/// <param name="To">What it is now.</param>
/// <param name="RecordedAt">When the event that began it was recorded.</param>
/// <param name="PublishedAt">When that was published.</param>
public sealed record StatusChange(string Kind, string Id, string? From, Standing To, DateTimeOffset RecordedAt, DateTimeOffset PublishedAt)
{
    /// <summary>The day that it had before, where it was open.</summary>
    internal string? FromDay { get; init; }
}
