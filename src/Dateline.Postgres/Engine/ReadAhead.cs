namespace Dateline.Postgres.Engine;

/// <summary>
/// The newsroom as the reactions of one batch see it: the streams of the events that they react to are read many at a time. Nothing of the
/// batch is written while it is used, so that what was read is what the log held before the batch, unless somebody else writes; then the
/// version that an append expects tells.
/// </summary>
internal sealed class ReadAhead(PostgresNewsroom newsroom) : INewsroom
{
    private const int MostStreams = 64;
    private readonly Dictionary<string, List<Recorded>> streams = new(StringComparer.Ordinal);
    private readonly HashSet<string> complete = new(StringComparer.Ordinal);

    /// <summary>Takes an event that was read anyway; the first of a stream is a state of it, though perhaps not the last.</summary>
    internal void Add(Recorded e)
    {
        if (e.Version == 1) streams.TryAdd(e.Stream, [e]);
    }

    /// <summary>Reads the streams of the next events, unless that of the first of them is known.</summary>
    internal async Task Fetch(IEnumerable<Recorded> next, CancellationToken cancellation)
    {
        var events = new List<Recorded>();
        foreach (var e in next)
        {
            if (complete.Contains(e.Stream))
            {
                if (events.Count == 0) return;
                continue;
            }
            events.Add(e);
            if (events.Count == MostStreams) break;
        }
        foreach (var stream in await newsroom.Log.ReadStreamsOf(events, cancellation)) streams[stream.Key] = [.. stream];
        complete.UnionWith(events.Select(e => e.Stream));
    }

    /// <summary>The state of a stream as far as it was read; null when it was not.</summary>
    internal (object? State, long Version)? Find(string stream, Decider decider) =>
        streams.TryGetValue(stream, out var events) ? (events.Aggregate((object?)null, (state, e) => decider.Evolve(state, e.Data)), events[^1].Version) : null;

    /// <inheritdoc/>
    public Task<Loaded<T>> Load<T>(string stream, long? asOf, CancellationToken cancellation) where T : class, IFold<T> =>
        asOf is null && complete.Contains(stream) && streams.TryGetValue(stream, out var events)
            ? Task.FromResult(new Loaded<T>(events.Aggregate((T?)null, (state, e) => T.Evolve(state, e.Data)), events[^1].Version))
            : newsroom.Load<T>(stream, asOf, cancellation);

    /// <inheritdoc/>
    public Task<Receipt> Send(ICommand command, Act act, CancellationToken cancellation) => newsroom.Send(command, act, cancellation);

    /// <inheritdoc/>
    public Task<long> PositionAt(DateTimeOffset recorded, CancellationToken cancellation) => newsroom.PositionAt(recorded, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<Recorded> Read(Range range, CancellationToken cancellation) =>
        range is { Last: null, Streams: { Count: 1 } one } && complete.Contains(one.First())
            ? streams.GetValueOrDefault(one.First(), []).Where(e => e.Position > range.After && !(e.Position > range.Through) && range.Types?.Contains(e.Type) is not false).ToAsyncEnumerable()
            : newsroom.Read(range, cancellation);
}
