using System.Globalization;
using Dateline.Replay;
using Dateline.Server.Commands;

namespace Dateline.Server.Site;

/// <summary>The moment that a page is to show, as its address names it.</summary>
/// <param name="At">The moment; null for now.</param>
/// <param name="Clock">The clock that it is meant on.</param>
public sealed record Asked(DateTimeOffset? At, Clock Clock)
{
    private const int First = 1000;
    private const int Last = 9990;

    /// <summary>Now, by the clock of what was recorded: what the views show.</summary>
    internal static Asked Now { get; } = new(null, Clock.Recorded);

    /// <summary>Whether it is what the views show.</summary>
    internal bool IsNow => this == Now;

    /// <summary>Its part of an address, such as <c>at=2026-02-28T18:00:00Z&amp;clock=published</c>.</summary>
    internal (string, string?)[] Query => [("at", At is { } at ? Written(at) : null), ("clock", Clock == Clock.Recorded ? null : Words.Of(Clock))];

    /// <summary>The moment of a request. A time without an offset is UTC, as the date field sends it.</summary>
    /// <exception cref="UsageFault">It is no moment, or no clock.</exception>
    internal static Asked Of(HttpContext http, string name = "at")
    {
        var (at, clock) = ((string?)http.Request.Query[name], (string?)http.Request.Query["clock"]);
        return new(
            string.IsNullOrWhiteSpace(at) ? null : Within(Moments.Parse(IsLocal(at) ? at + "Z" : at.Trim(), "The moment")),
            string.IsNullOrEmpty(clock) ? Clock.Recorded
                : Words.Parse<Clock>(clock) ?? throw new UsageFault($"The clock: “{clock}” is none. It is recorded or published."));
    }

    /// <summary>A moment as an address holds it.</summary>
    internal static string Written(DateTimeOffset at) => at.UtcDateTime.ToString(at.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private static DateTimeOffset Within(DateTimeOffset at) =>
        at.UtcDateTime.Year is >= First and <= Last ? at : throw new UsageFault($"The moment lies outside the years {First} to {Last}.");

    private static bool IsLocal(string at) =>
        at.Length > 10 && DateTime.TryParseExact(at, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.fff"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
