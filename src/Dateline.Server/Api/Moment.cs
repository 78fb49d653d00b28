using System.ComponentModel;
using Dateline.Replay;
using Dateline.Server.Commands;

namespace Dateline.Server.Api;

/// <summary>The moment that a read is about, and the clock that it is meant on.</summary>
internal sealed class Moment
{
    /// <summary>As of when.</summary>
    [Description("Show it as it stood then: a date, 2026-02-28, which means its end in UTC, or a time with its offset, 2026-02-28T18:00:00Z. Now when left out.")]
    public string? AsOf { get; init; }

    /// <summary>By which clock.</summary>
    [Description("recorded (what did we know?) or published (what could anyone have known?). recorded when left out.")]
    public string? Clock { get; init; }

    /// <summary>The moment; null for now.</summary>
    /// <exception cref="UsageFault">It is no moment.</exception>
    internal DateTimeOffset? At => AsOf is null ? null : Moments.Parse(AsOf.Length <= 40 ? AsOf : "…", "asOf");

    /// <summary>The clock.</summary>
    /// <exception cref="BadRequest">There is no such clock.</exception>
    internal Clock By => Clock is null ? Dateline.Replay.Clock.Recorded : Words.Parse<Clock>(Clock) ?? throw new BadRequest("clock is recorded or published.");

    /// <summary>The picture then; null for now by the recorded clock, which the views show.</summary>
    internal Task<Replayed?> Replay(Workspace workspace, CancellationToken cancellation) => Moments.Replay(workspace, At, By, cancellation);

    /// <summary>The position that the moment is on the recorded clock, and the moment for the published one: what was recorded or published by then.</summary>
    internal (DateTimeOffset Recorded, DateTimeOffset Published) Bounds =>
        At is not { } at ? (DateTimeOffset.MaxValue.AddDays(-1), By == Dateline.Replay.Clock.Published ? Workspace.Now : DateTimeOffset.MaxValue.AddDays(-1))
        : By == Dateline.Replay.Clock.Recorded ? (at, DateTimeOffset.MaxValue.AddDays(-1)) : (DateTimeOffset.MaxValue.AddDays(-1), at);
}
