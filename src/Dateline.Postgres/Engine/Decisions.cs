namespace Dateline.Postgres.Engine;

/// <summary>
/// Decides a batch of commands on top of one another, in order, without writing them. States that are in memory are taken to be current; a
/// command that does nothing on such a state is decided again on what the log holds, and an append that expects a version too low is refused
/// by the log, so that the batch is decided again on fresh states.
/// </summary>
internal sealed class Decisions(Handlers handlers, Log log, States states)
{
    /// <summary>The appends that the commands lead to. A refused command leaves the others standing.</summary>
    /// <param name="commands">The commands.</param>
    /// <param name="ahead">What was read of their streams.</param>
    /// <param name="fresh">Whether every state is to be brought up to date first.</param>
    /// <param name="cancellation">Ends the reading.</param>
    internal async Task<Decided> Decide(IReadOnlyList<(ICommand Command, Act Act)> commands, ReadAhead ahead, bool fresh, CancellationToken cancellation)
    {
        var known = new Dictionary<string, Known>(StringComparer.Ordinal);
        foreach (var (command, _) in commands)
        {
            if (known.ContainsKey(command.Id)) continue;
            var decider = handlers.DeciderOf(command);
            var (state, version) = states.Find(command.Id, decider.State) ?? ahead.Find(command.Id, decider) ?? (null, 0);
            known.Add(command.Id, new(decider, state, version, IsCurrent: false));
        }
        var wanted = known.Where(k => fresh || k.Value.Version == 0).Select(k => k.Key).ToList();
        while (true)
        {
            await Read(wanted, known, cancellation);
            var decided = Decide(commands, known);
            if (decided.Doubtful.Count == 0) return decided;
            wanted = decided.Doubtful;
        }
    }

    /// <summary>Remembers what became of the streams once it is written.</summary>
    internal void Remember(Decided decided)
    {
        foreach (var stream in decided.Appends.Select(a => a.Stream).Distinct(StringComparer.Ordinal))
        {
            var (decider, state, version, _) = decided.After[stream];
            if (decider.IsKept) states.Keep(stream, decider.State, state, version);
        }
    }

    private Decided Decide(IReadOnlyList<(ICommand Command, Act Act)> commands, Dictionary<string, Known> before)
    {
        var (appends, after, doubtful) = (new List<Append>(), new Dictionary<string, Known>(before, StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (command, act) in commands)
        {
            var known = after[command.Id];
            var events = Decide(handlers.DeciderOf(command), command, known.State);
            if (events.Count == 0)
            {
                if (!known.IsCurrent) doubtful.Add(command.Id);
                continue;
            }
            appends.Add(new(command.Id, known.Version, events, act, (command as IKeepsOriginal)?.Original));
            after[command.Id] = known with { State = events.Aggregate(known.State, known.Decider.Evolve), Version = known.Version + events.Count };
        }
        return new(appends, after, [.. doubtful]);
    }

    private static IReadOnlyList<object> Decide(Decider decider, ICommand command, object? state)
    {
        try
        {
            return decider.Decide(command, state);
        }
        catch (Refused)
        {
            return [];
        }
    }

    private async Task Read(List<string> streams, Dictionary<string, Known> known, CancellationToken cancellation)
    {
        if (streams.Count == 0) return;
        foreach (var e in await log.ReadStreams([.. streams], [.. streams.Select(s => known[s].Version)], null, cancellation))
        {
            var (decider, state, _, _) = known[e.Stream];
            known[e.Stream] = new(decider, decider.Evolve(state, e.Data), e.Version, IsCurrent: false);
        }
        foreach (var stream in streams) known[stream] = known[stream] with { IsCurrent = true };
    }

    /// <summary>What is known of a stream, and whether it was read from the log just now.</summary>
    internal readonly record struct Known(Decider Decider, object? State, long Version, bool IsCurrent);

    /// <summary>What a batch of commands comes to.</summary>
    /// <param name="Appends">What they record.</param>
    /// <param name="After">What is known of their streams after that.</param>
    /// <param name="Doubtful">Streams on which a command did nothing, on a state that may be behind the log.</param>
    internal sealed record Decided(List<Append> Appends, Dictionary<string, Known> After, List<string> Doubtful);
}
