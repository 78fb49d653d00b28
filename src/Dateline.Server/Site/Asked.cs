using System.Globalization;
using Dateline.Replay;
using Dateline.Server.Commands;

namespace Dateline.Server.Site;

/// <summary>The moment that a page is to show, as its address names it.</summary>
/// <param name="At">The moment; null for now.</param>
/// <param name="Clock">The clock that it is meant on.</param>
/// <param name="Known">On the published clock: only what was recorded by then.</param>
/// <param name="Position">The position that it was resolved to, so that a link means the same for ever.</param>
public sealed record Asked(DateTimeOffset? At, Clock Clock, DateTimeOffset? Known = null, long? Position = null)
{
    /// <summary>Now, by the clock of what was recorded: what the views show.</summary>
    internal static Asked Now { get; } = new(null, Clock.Recorded);

    /// <summary>Whether it is what the views show.</summary>
    internal bool IsNow => this == Now;

    /// <summary>Its part of an address, such as <c>at=2026-02-28T18:00:00Z&amp;clock=published</c>.</summary>
    internal (string, string?)[] Query => [("at", At is { } at ? Written(at) : null), ("clock", Clock == Clock.Recorded ? null : Words.Of(Clock)), ("known", Known is { } known ? Written(known) : null), ("position", Position is { } p ? $"{p}" : null)];

    /// <summary>The same as the core asks it.</summary>
    internal Moment Moment => new(At, Clock, Known, Position);

    /// <summary>The moment of a request. A time without an offset is UTC, as the date field sends it.</summary>
    /// <exception cref="UsageFault">It is no moment, or no clock.</exception>
    internal static Asked Of(HttpContext http, string name = "at")
    {
        // The interface and the command line call it asOf; who writes that here means the same.
        var (at, clock) = ((string?)http.Request.Query[name] ?? (name == "at" ? (string?)http.Request.Query["asOf"] : null), (string?)http.Request.Query["clock"]);
        var (known, position) = ((string?)http.Request.Query["known"], (string?)http.Request.Query["position"]);
        var moment = Moments.Of(
            at is null ? null : IsLocal(at) ? at + "Z" : at.Trim(), clock, known is null ? null : IsLocal(known) ? known + "Z" : known.Trim(), Number(position),
            ("The moment", "The clock", "What was known", "The position"));
        if (moment.At is { } then) Within(then);
        return new(moment.At, moment.Clock, moment.Known, moment.Position);
    }

    private static long? Number(string? position) => string.IsNullOrEmpty(position) ? null
        : long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new UsageFault("The position is none: it is a place in the log.");

    /// <summary>A moment as an address holds it.</summary>
    internal static string Written(DateTimeOffset at) => at.UtcDateTime.ToString(at.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private static DateTimeOffset Within(DateTimeOffset at) =>
        at.UtcDateTime.Year is >= Reading.Moment.Earliest and <= Reading.Moment.Latest ? at
            : throw new UsageFault($"The moment lies outside the years {Reading.Moment.Earliest} to {Reading.Moment.Latest}.");

    private static bool IsLocal(string at) =>
        at.Length > 10 && DateTime.TryParseExact(at, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.fff"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
