namespace Dateline.Replay;

/// <summary>The course of stories and claims on one clock: the same fold as a replay's, with every stand on the way.</summary>
public static class Course
{
    /// <summary>A part of the log that tells all of what happened between two moments.</summary>
    /// <param name="Events">Whole streams up to the later moment's position.</param>
    /// <param name="Concerned">The streams of the stories and claims whose changes it tells; of others it may hold too little.</param>
    public sealed record Part(IReadOnlyList<Recorded> Events, IReadOnlySet<string> Concerned);

    /// <summary>The point of a clock: on the recorded one the position, on the published one the microseconds since year 1.</summary>
    public static long Point(Resolved moment) => moment.Clock == Clock.Recorded ? moment.Position : moment.At.UtcTicks / TimeSpan.TicksPerMicrosecond;

    /// <summary>The point from which an event counts: it counts at no earlier microsecond than its own.</summary>
    public static long Begins(Clock clock, Recorded e, DateTimeOffset effective) =>
        clock == Clock.Recorded ? e.Position : (effective.UtcTicks + TimeSpan.TicksPerMicrosecond - 1) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The spans of some stories and claims.</summary>
    /// <param name="events">Every event that they depend on, in the order of the clock, with the time of its effect.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="story">Which stories.</param>
    /// <param name="claim">Which claims.</param>
    public static Spans Of(IEnumerable<(Recorded Event, DateTimeOffset Effective)> events, Clock clock, Func<string, bool> story, Func<string, bool> claim)
    {
        var running = new RunningCourse(clock);
        running.Add(events, story, claim);
        return running.Spans;
    }
}
