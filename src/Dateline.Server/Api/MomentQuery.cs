using System.ComponentModel;
using Dateline.Replay;
using Dateline.Server.Commands;

namespace Dateline.Server.Api;

/// <summary>The moment that a read is about, and the clock that it is meant on.</summary>
internal sealed class MomentQuery
{
    /// <summary>As of when.</summary>
    [Description("Show it as it stood then: a date, 2026-02-28, which means its end in UTC, or a time with its offset, 2026-02-28T18:00:00Z. Now when left out.")]
    public string? AsOf { get; init; }

    /// <summary>By which clock.</summary>
    [Description("recorded (what did we know?) or published (what could anyone have known?). recorded when left out.")]
    public string? Clock { get; init; }

    /// <summary>What was known by when, on the published clock.</summary>
    [Description("With clock=published: only what was recorded by then, a date or a time as for asOf. All that is recorded when left out.")]
    public string? Known { get; init; }

    /// <summary>What was known by which position.</summary>
    [Description("The position that an earlier answer was read up to, from its header Dateline-Position: with it the answer stays the same for ever.")]
    public long? Position { get; init; }

    /// <summary>The moment that was asked for.</summary>
    /// <exception cref="UsageFault">It is none.</exception>
    internal Moment Asked => Moments.Of(Bounded(AsOf), Bounded(Clock), Bounded(Known), Position, ("asOf", "clock", "known", "position"));

    /// <summary>The moment; null for now.</summary>
    /// <exception cref="UsageFault">It is no moment.</exception>
    internal DateTimeOffset? At => Asked.At;

    /// <summary>The clock.</summary>
    /// <exception cref="UsageFault">There is no such clock.</exception>
    internal Clock By => Asked.Clock;

    private static string? Bounded(string? text) => text is { Length: > 40 } ? "…" : text;

    /// <summary>The position that the moment is on the recorded clock, and the moment for the published one: what was recorded or published by then.</summary>
    internal (DateTimeOffset Recorded, DateTimeOffset Published) Bounds =>
        At is not { } at ? (DateTimeOffset.MaxValue.AddDays(-1), By == Dateline.Replay.Clock.Published ? Workspace.Now : DateTimeOffset.MaxValue.AddDays(-1))
        : By == Dateline.Replay.Clock.Recorded ? (at, DateTimeOffset.MaxValue.AddDays(-1)) : (DateTimeOffset.MaxValue.AddDays(-1), at);
}
