namespace Dateline.Replay;

/// <summary>Which time a replay goes by.</summary>
public enum Clock
{
    /// <summary>When Dateline wrote it: what did we know?</summary>
    [System.Text.Json.Serialization.JsonStringEnumMemberName("recorded")] Recorded,

    /// <summary>When the world could read it: what could anyone have known?</summary>
    [System.Text.Json.Serialization.JsonStringEnumMemberName("published")] Published
}

/// <summary>A picture of a moment.</summary>
/// <param name="Picture">Every story and claim as they stood.</param>
/// <param name="Position">The position in the log that the moment was resolved to: no later event was looked at.</param>
/// <param name="At">The moment.</param>
/// <param name="Clock">The clock that it is meant on.</param>
/// <param name="Changes">Every change of status up to it, in the order of the clock.</param>
public sealed record Replayed(Picture Picture, long Position, DateTimeOffset At, Clock Clock, IReadOnlyList<StatusChange> Changes)
{
    /// <summary>The moment, with the position that it was resolved to.</summary>
    public Resolved Resolved => new(At, Clock, Position);
}

/// <summary>Folds the log up to a moment.</summary>
public static class Replayer
{
    /// <summary>
    /// The picture at a moment. On the recorded clock the log up to the moment's position is folded in its order; on the published clock it is
    /// folded in the order in which the world could read it, and a stream begins no later than the first thing known of it.
    /// </summary>
    /// <param name="newsroom">The log.</param>
    /// <param name="at">The moment.</param>
    /// <param name="clock">The clock that it is meant on.</param>
    /// <param name="knownBy">For the published clock: only what was recorded by then; null for all.</param>
    /// <param name="cancellation">Ends the replay.</param>
    public static async Task<Replayed> At(INewsroom newsroom, DateTimeOffset at, Clock clock, DateTimeOffset? knownBy, CancellationToken cancellation) =>
        await At(newsroom, await new Moment(at, clock, knownBy).Resolve(newsroom, at, cancellation), cancellation);

    /// <summary>The picture at a moment that was resolved: of the log up to its position.</summary>
    public static async Task<Replayed> At(INewsroom newsroom, Resolved moment, CancellationToken cancellation)
    {
        if (moment.Clock == Clock.Published) return Of(await InOrderOfPublication(newsroom, moment.Position, cancellation), moment);
        var picture = new Picture();
        await foreach (var e in newsroom.Read(new(Through: moment.Position, Types: Picture.Types), cancellation)) picture.Apply(e, e.RecordedAt);
        return new(picture, moment.Position, moment.At, moment.Clock, picture.TakeChanges());
    }

    /// <summary>The picture that events give at a moment; they are in the order of its clock, and none is of a later position.</summary>
    public static Replayed Of(IEnumerable<(Recorded Event, DateTimeOffset Effective)> events, Resolved moment)
    {
        var picture = new Picture(moment.Clock);
        foreach (var (e, effective) in events)
        {
            if (moment.Clock == Clock.Published && effective > moment.At) break;
            picture.Apply(e, effective);
        }
        return new(picture, moment.Position, moment.At, moment.Clock, picture.TakeChanges());
    }

    /// <summary>Events in the order of their effect on the published clock; events of one time in log order.</summary>
    public static async Task<IReadOnlyList<(Recorded Event, DateTimeOffset Effective)>> InOrderOfPublication(
        INewsroom newsroom, long through, CancellationToken cancellation)
    {
        var events = new List<Recorded>();
        await foreach (var e in newsroom.Read(new(Through: through, Types: Picture.Types), cancellation)) events.Add(e);
        return InOrder(events, Clock.Published);
    }

    /// <summary>
    /// Whole streams in the order of a clock, each event with the time of its effect: a stream begins no later than the first thing known of it, and nothing
    /// counts before the microsecond at which it was out.
    /// </summary>
    public static IReadOnlyList<(Recorded Event, DateTimeOffset Effective)> InOrder(IReadOnlyList<Recorded> events, Clock clock)
    {
        if (clock == Clock.Recorded) return [.. events.OrderBy(e => e.Position).Select(e => (e, e.RecordedAt))];
        var begins = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var e in events)
        {
            if (!begins.TryGetValue(e.Stream, out var first) || e.PublishedAt < first) begins[e.Stream] = e.PublishedAt;
        }
        return [.. events.Select(e => (Event: e, Effective: Course.Counts(e.Version == 1 ? begins[e.Stream] : e.PublishedAt))).OrderBy(e => e.Effective).ThenBy(e => e.Event.Position)];
    }
}
