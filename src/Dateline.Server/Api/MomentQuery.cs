using System.ComponentModel;
using Dateline.Replay;
using Dateline.Server.Commands;
using Dateline.Server.Hosting;

namespace Dateline.Server.Api;

/// <summary>The moment that a read is about, and the clock that it is meant on.</summary>
internal sealed class MomentQuery
{
    internal const string PositionHeader = "Dateline-Position";

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
    [Description("The position that an earlier answer was read up to, from its header Dateline-Position: with it the answer stays the same for ever. Without asOf it also says when: the time at which it was recorded, on either clock.")]
    public long? Position { get; init; }

    /// <summary>The moment that was asked for.</summary>
    /// <exception cref="UsageFault">It is none.</exception>
    internal Moment Asked => Moments.Of(Bounded(AsOf), Bounded(Clock), Bounded(Known), Position, ("asOf", "clock", "known", "position"));

    /// <summary>How much of a view counts; the answer says up to which position that is.</summary>
    /// <exception cref="UsageFault">It is no moment.</exception>
    /// <exception cref="Refused">The log has no such position.</exception>
    internal async Task<Reach> Of(HttpContext context, Workspace workspace, string view)
    {
        var reach = await Reach.Of(workspace, Asked, view, context.RequestAborted);
        context.Response.Headers[PositionHeader] = $"{reach.Through}";
        return reach;
    }

    /// <summary>Says up to which position a view is shown that is read as of now.</summary>
    internal static async Task Now(HttpContext context, Workspace workspace, string view) =>
        context.Response.Headers[PositionHeader] = $"{await Reach.Shown(workspace, view, context.RequestAborted)}";

    private static string? Bounded(string? text) => text is { Length: > 40 } ? "…" : text;
}
