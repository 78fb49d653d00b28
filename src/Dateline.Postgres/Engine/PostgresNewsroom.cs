using Npgsql;

namespace Dateline.Postgres.Engine;

/// <summary>The built-in engine's newsroom: commands decided on folded streams, written by group commit, read back from mt_events.</summary>
internal sealed class PostgresNewsroom : INewsroom, IAsyncDisposable
{
    private const int MostAttempts = 20;
    private readonly Handlers handlers;
    private readonly Log log;
    private readonly Writer writer;
    private readonly States states = new(3000);

    internal PostgresNewsroom(NpgsqlDataSource database, Handlers handlers, Action written)
    {
        this.handlers = handlers;
        log = new(database);
        writer = new(database, written);
    }

    internal Log Log => log;

    /// <inheritdoc/>
    public async Task<Receipt> Send(ICommand command, Act act, CancellationToken cancellation)
    {
        var decider = handlers.DeciderOf(command);
        for (var attempt = 1; ; attempt++)
        {
            var (state, version, fresh) = await Known(command.Id, decider, cancellation);
            if (act.ExpectedVersion is { } expected && expected != version)
            {
                if (fresh || expected < version) throw new Conflict(command.Id, expected, version);
                states.Forget(command.Id, decider.State);
                continue;
            }
            var events = Decide(decider, command, state, fresh);
            if (events is null)
            {
                states.Forget(command.Id, decider.State);
                continue;
            }
            if (events.Count == 0) return new(command.Id, version, null, []);
            var done = await writer.Write(new(command.Id, version, events, act, (command as IKeepsOriginal)?.Original), cancellation);
            if (!done.Refused)
            {
                Remember(command.Id, decider, state, version, events);
                return new(command.Id, version + events.Count, done.Position, events);
            }
            states.Forget(command.Id, decider.State);
            if (attempt == MostAttempts) throw new Conflict(command.Id, version, done.Actual);
        }
    }

    /// <inheritdoc/>
    public async Task<Loaded<T>> Load<T>(string stream, long? asOf, CancellationToken cancellation) where T : class, IFold<T>
    {
        var (state, version) = asOf is null && states.Find(stream, typeof(T)) is { } kept ? kept : (null, 0);
        foreach (var e in await log.ReadStreams([stream], [version], asOf, cancellation)) (state, version) = (T.Evolve((T?)state, e.Data), e.Version);
        if (asOf is null && version > 0) states.Keep(stream, typeof(T), state, version);
        return new((T?)state, version);
    }

    /// <inheritdoc/>
    public Task<long> PositionAt(DateTimeOffset recorded, CancellationToken cancellation) => log.PositionAt(recorded, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<Recorded> Read(Range range, CancellationToken cancellation) => log.Read(range, cancellation);

    /// <summary>Forgets every folded state.</summary>
    internal void Forget() => states.Clear();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => writer.DisposeAsync();

    /// <summary>
    /// Decides several commands on top of one another, in order, without writing them. A refused one leaves the others standing.
    /// </summary>
    internal async Task<List<Append>> DecideAll(IReadOnlyList<(ICommand Command, Act Act)> commands, CancellationToken cancellation)
    {
        var known = await Fresh(commands, cancellation);
        var appends = new List<Append>();
        foreach (var (command, act) in commands)
        {
            var decider = handlers.DeciderOf(command);
            var (state, version) = known[(command.Id, decider.State)];
            var events = Decide(decider, command, state, fresh: true, swallow: true)!;
            if (events.Count == 0) continue;
            appends.Add(new(command.Id, version, events, act, (command as IKeepsOriginal)?.Original));
            known[(command.Id, decider.State)] = (events.Aggregate(state, decider.Evolve), version + events.Count);
        }
        return appends;
    }

    /// <summary>Remembers what <see cref="DecideAll"/> gave once it is written.</summary>
    internal void Remember(IReadOnlyList<(ICommand Command, Act Act)> commands, IReadOnlyList<Append> appends)
    {
        var types = commands.DistinctBy(c => c.Command.Id).ToDictionary(c => c.Command.Id, c => handlers.DeciderOf(c.Command));
        foreach (var append in appends)
        {
            var decider = types[append.Stream];
            if (states.Find(append.Stream, decider.State) is { } kept && kept.Version == append.Expected)
                Remember(append.Stream, decider, kept.State, append.Expected, append.Events);
            else if (append.Expected == 0) Remember(append.Stream, decider, null, 0, append.Events);
        }
    }

    private async Task<Dictionary<(string, Type), (object? State, long Version)>> Fresh(
        IReadOnlyList<(ICommand Command, Act Act)> commands, CancellationToken cancellation)
    {
        var known = new Dictionary<(string Stream, Type Type), (object? State, long Version)>();
        var deciders = new Dictionary<string, Decider>(StringComparer.Ordinal);
        foreach (var (command, _) in commands)
        {
            var decider = deciders[command.Id] = handlers.DeciderOf(command);
            known[(command.Id, decider.State)] = states.Find(command.Id, decider.State) ?? (null, 0);
        }
        var read = await log.ReadStreams([.. known.Keys.Select(k => k.Stream)], [.. known.Values.Select(v => v.Version)], null, cancellation);
        foreach (var e in read)
        {
            var decider = deciders[e.Stream];
            var (state, _) = known[(e.Stream, decider.State)];
            known[(e.Stream, decider.State)] = (decider.Evolve(state, e.Data), e.Version);
        }
        foreach (var (key, value) in known.Where(k => k.Value.Version > 0)) states.Keep(key.Stream, key.Type, value.State, value.Version);
        return known;
    }

    private async Task<(object? State, long Version, bool Fresh)> Known(string stream, Decider decider, CancellationToken cancellation)
    {
        if (states.Find(stream, decider.State) is { } kept) return (kept.State, kept.Version, false);
        object? state = null;
        var version = 0L;
        foreach (var e in await log.ReadStreams([stream], [0], null, cancellation)) (state, version) = (decider.Evolve(state, e.Data), e.Version);
        if (version > 0) states.Keep(stream, decider.State, state, version);
        return (state, version, true);
    }

    /// <summary>The events; null when a refusal or a "nothing to do" came of a state that may be behind the log.</summary>
    private static IReadOnlyList<object>? Decide(Decider decider, ICommand command, object? state, bool fresh, bool swallow = false)
    {
        try
        {
            var events = decider.Decide(command, state);
            return events.Count > 0 || fresh ? events : null;
        }
        catch (Refused) when (!fresh)
        {
            return null;
        }
        catch (Refused) when (swallow)
        {
            return [];
        }
    }

    private void Remember(string stream, Decider decider, object? state, long version, IReadOnlyList<object> events) =>
        states.Keep(stream, decider.State, events.Aggregate(state, decider.Evolve), version + events.Count);
}
