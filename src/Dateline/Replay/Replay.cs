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
public sealed record Replayed(Picture Picture, long Position, DateTimeOffset At, Clock Clock, IReadOnlyList<StatusChange> Changes);

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
    public static async Task<Replayed> At(INewsroom newsroom, DateTimeOffset at, Clock clock, DateTimeOffset? knownBy, CancellationToken cancellation)
    {
        var position = await newsroom.PositionAt(clock == Clock.Recorded ? at : knownBy ?? DateTimeOffset.MaxValue, cancellation);
        var picture = new Picture();
        if (clock == Clock.Recorded)
        {
            await foreach (var e in newsroom.Read(new(Through: position, Types: Picture.Types), cancellation)) picture.Apply(e, e.RecordedAt);
        }
        else
        {
            foreach (var (e, effective) in await InOrderOfPublication(newsroom, position, cancellation))
            {
                if (effective > at) break;
                picture.Apply(e, effective);
            }
        }
        return new(picture, position, at, clock, picture.TakeChanges());
    }

    /// <summary>Events in the order of their effect on the published clock; events of one time in log order.</summary>
    public static async Task<IReadOnlyList<(Recorded Event, DateTimeOffset Effective)>> InOrderOfPublication(
        INewsroom newsroom, long through, CancellationToken cancellation)
    {
        var events = new List<Recorded>();
        var begins = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        await foreach (var e in newsroom.Read(new(Through: through, Types: Picture.Types), cancellation))
        {
            events.Add(e);
            if (!begins.TryGetValue(e.Stream, out var first) || e.PublishedAt < first) begins[e.Stream] = e.PublishedAt;
        }
        return [.. events.Select(e => (Event: e, Effective: e.Version == 1 ? begins[e.Stream] : e.PublishedAt)).OrderBy(e => e.Effective).ThenBy(e => e.Event.Position)];
    }
}
