namespace Dateline.Replay;

/// <summary>The course of stories and claims on one clock: the same fold as a replay's, with every stand on the way.</summary>
public static class Course
{
    private const long LastMicrosecond = 3_155_378_975_999_999_990;

    /// <summary>What tells all of what happened between two moments.</summary>
    /// <param name="Events">Whole streams up to the later moment's position.</param>
    /// <param name="Concerned">The streams of the stories and claims whose changes the events tell; of others they may hold too little.</param>
    /// <param name="Told">The changes as they were told when their events came; the events tell no more than what fell due then. Null where they tell all.</param>
    public sealed record Part(IReadOnlyList<Recorded> Events, IReadOnlySet<string> Concerned, IReadOnlyList<Change>? Told = null);

    /// <summary>The point of a clock: on the recorded one the position, on the published one the microseconds since year 1.</summary>
    public static long Point(Resolved moment) => moment.Clock == Clock.Recorded ? moment.Position : moment.At.UtcTicks / TimeSpan.TicksPerMicrosecond;

    /// <summary>The point from which an event counts: it counts at no earlier microsecond than its own.</summary>
    public static long Begins(Clock clock, Recorded e, DateTimeOffset effective) =>
        clock == Clock.Recorded ? e.Position : Counts(effective).UtcTicks / TimeSpan.TicksPerMicrosecond;

    /// <summary>The first microsecond at which something counts that was out at a time.</summary>
    internal static DateTimeOffset Counts(DateTimeOffset at) =>
        new((Math.Min(at.UtcTicks, LastMicrosecond) + TimeSpan.TicksPerMicrosecond - 1) / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

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
