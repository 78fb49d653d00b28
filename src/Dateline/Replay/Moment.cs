namespace Dateline.Replay;

/// <summary>The moment that a question is about, as it is asked.</summary>
/// <param name="At">The moment, on which also depends what is due; null for now, or for when <paramref name="Position"/> was recorded, whichever the clock.</param>
/// <param name="Clock">The clock that it is meant on.</param>
/// <param name="Known">On the published clock: only what was recorded by then; null for all that is recorded.</param>
/// <param name="Position">The position in the log that an earlier answer was resolved to; null resolves it now.</param>
public sealed record Moment(DateTimeOffset? At = null, Clock Clock = Clock.Recorded, DateTimeOffset? Known = null, long? Position = null)
{
    /// <summary>Now, by the clock of what was recorded: what the views show.</summary>
    public static Moment Now { get; } = new();

    /// <summary>Whether it is what the views show.</summary>
    public bool IsNow => this == Now;

    /// <summary>Resolves it to a position. The same position means the same for ever, with the same time or without one.</summary>
    /// <param name="newsroom">The log.</param>
    /// <param name="now">The time now.</param>
    /// <param name="cancellation">Ends the look-up.</param>
    /// <exception cref="Refused">The log has no such position, or only one of the clocks can be known by a date.</exception>
    public async Task<Resolved> Resolve(INewsroom newsroom, DateTimeOffset now, CancellationToken cancellation)
    {
        if (Known is not null && Clock == Clock.Recorded)
            throw new Refused("What was known by a date is asked of the published clock; on the recorded clock the moment says it already.");
        if (Known is not null && Position is not null) throw new Refused("A position says what was known. Name the position or the date, not both.");
        if (Position is not { } position)
            return new(At ?? now, Clock, await newsroom.PositionAt(Clock == Clock.Recorded ? At ?? now : Known ?? DateTimeOffset.MaxValue, cancellation));
        if (position < 0 || position > await newsroom.PositionAt(DateTimeOffset.MaxValue, cancellation)) throw new Refused($"The log has no position {position}.");
        return new(At ?? await RecordedAt(newsroom, position, cancellation), Clock, position);
    }

    private static async Task<DateTimeOffset> RecordedAt(INewsroom newsroom, long position, CancellationToken cancellation)
    {
        await foreach (var e in newsroom.Read(new(After: position - 1, Through: position), cancellation)) return e.RecordedAt;
        return DateTimeOffset.MinValue;
    }
}

/// <summary>A moment that was resolved: what the answer has to show so that it can be asked again.</summary>
/// <param name="At">The moment.</param>
/// <param name="Clock">The clock that it is meant on.</param>
/// <param name="Position">No later event counts.</param>
public sealed record Resolved(DateTimeOffset At, Clock Clock, long Position);
