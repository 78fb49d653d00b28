using System.Collections.Concurrent;
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
    private readonly ConcurrentDictionary<Type, bool> beginning = new();

    internal PostgresNewsroom(NpgsqlDataSource database, Handlers handlers, Action written)
    {
        this.handlers = handlers;
        log = new(database);
        Decisions = new(handlers, log, states);
        writer = new(database, written, Tail);
    }

    internal Log Log => log;

    /// <summary>What this process wrote last.</summary>
    internal Tail Tail { get; } = new();

    internal Decisions Decisions { get; }

    /// <inheritdoc/>
    public async Task<Receipt> Send(ICommand command, Act act, CancellationToken cancellation)
    {
        var decider = handlers.DeciderOf(command);
        for (var attempt = 1; ; attempt++)
        {
            var guess = attempt == 1 && act.ExpectedVersion is null && beginning.GetValueOrDefault(decider.Command);
            var (state, version, fresh) = await Known(command.Id, decider, guess, cancellation);
            if (act.ExpectedVersion is { } expected && expected != version)
            {
                if (fresh || expected < version) throw new Conflict(command.Id, expected, version);
                states.Forget(command.Id, decider.State);
                continue;
            }
            var events = Decide(decider, command, state, fresh);
            if (events is null)
            {
                if (guess) beginning[decider.Command] = false;
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
            if (guess) beginning[decider.Command] = false;
            if (attempt == MostAttempts) throw new Conflict(command.Id, version, done.Actual);
        }
    }

    /// <inheritdoc/>
    public async Task<Loaded<T>> Load<T>(string stream, long? asOf, CancellationToken cancellation) where T : class, IFold<T>
    {
        var known = asOf is null && states.Find(stream, typeof(T)) is { } kept ? kept : (null, 0);
        var (state, version) = await Fold(stream, known, asOf, static (state, data) => T.Evolve((T?)state, data), cancellation);
        if (asOf is null && version > 0 && T.IsKept) states.Keep(stream, typeof(T), state, version);
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
    /// What is known of a stream, and whether it was read just now. A command whose last one began a stream is first decided as if it did so
    /// again; the log refuses the append where the stream exists.
    /// </summary>
    private async Task<(object? State, long Version, bool Fresh)> Known(string stream, Decider decider, bool guess, CancellationToken cancellation)
    {
        if (states.Find(stream, decider.State) is { } kept) return (kept.State, kept.Version, false);
        if (guess) return (null, 0, false);
        var (state, version) = await Fold(stream, (null, 0), null, decider.Evolve, cancellation);
        beginning[decider.Command] = version == 0;
        if (version > 0 && decider.IsKept) states.Keep(stream, decider.State, state, version);
        return (state, version, true);
    }

    private async Task<(object? State, long Version)> Fold(
        string stream, (object?, long) known, long? asOf, Func<object?, object, object?> evolve, CancellationToken cancellation)
    {
        try
        {
            return await log.Fold(stream, known, asOf, evolve, cancellation);
        }
        catch (UnreadableEvent e)
        {
            throw e.On(stream);
        }
    }

    /// <summary>The events; null when a refusal or a "nothing to do" came of a state that may be behind the log.</summary>
    private static IReadOnlyList<object>? Decide(Decider decider, ICommand command, object? state, bool fresh)
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
    }

    private void Remember(string stream, Decider decider, object? state, long version, IReadOnlyList<object> events)
    {
        if (decider.IsKept) states.Keep(stream, decider.State, events.Aggregate(state, decider.Evolve), version + events.Count);
    }
}
