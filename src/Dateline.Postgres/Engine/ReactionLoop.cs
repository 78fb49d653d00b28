using Npgsql;

namespace Dateline.Postgres.Engine;

/// <summary>
/// Turns events into commands, in log order, each once: a batch's commands are decided on top of one another and written in the transaction
/// that moves the cursor. Reactions that depend on nothing but their event run in parallel within a batch.
/// </summary>
internal sealed class ReactionLoop(
    NpgsqlDataSource database, PostgresNewsroom newsroom, Handlers handlers, IReadOnlyList<object> services, Poison poison, Leader leader, Action written)
{
    internal const string Name = "reactions";
    private const int MostEvents = 256;
    private const int MostCommands = 2000;
    private Cursor cursor = new(Name, 0, 0);

    internal async Task Run(Signal signal, TimeSpan poll, CancellationToken cancellation)
    {
        foreach (var set in services.OfType<IWorkingSet>()) set.Reset();
        cursor = await Cursors.Load(database, Name, cancellation);
        await Cursors.Running(database, Name, cancellation);
        while (true)
        {
            var wake = signal.Next;
            if (!await Step(cancellation)) await Signal.Wait(wake, poll, cancellation);
        }
    }

    /// <summary>Takes in the next batch; false when there is none.</summary>
    private async Task<bool> Step(CancellationToken cancellation)
    {
        var head = await newsroom.Log.Head(cancellation);
        if (head <= cursor.Position) return false;
        List<Recorded> events;
        long upTo;
        try
        {
            (events, upTo) = await newsroom.Log.ReadPage(new(cursor.Position, head, handlers.Reacting), MostEvents, cancellation);
        }
        catch (UnreadableEvent e)
        {
            return await Refuse(e.Position, e, cancellation);
        }
        var (commands, taken, failure) = await React(events, cancellation);
        if (failure is not null && taken == 0) return await Refuse(events[0].Position, failure, cancellation);
        await Commit(commands, taken == events.Count ? upTo : events[taken - 1].Position, cancellation);
        return true;
    }

    /// <summary>
    /// The commands of a batch, up to an event that fails or whose reaction looks at a stream that the batch is about to write to: what a
    /// reaction loads is what the log holds when its turn comes.
    /// </summary>
    private async Task<(List<(ICommand, Act)> Commands, int Taken, Exception? Failure)> React(List<Recorded> events, CancellationToken cancellation)
    {
        var commands = new List<(ICommand, Act)>();
        var pending = new HashSet<string>(StringComparer.Ordinal);
        var ahead = Ahead(events, cancellation);
        for (var i = 0; i < events.Count; i++)
        {
            try
            {
                var reactions = handlers.ReactionsTo(events[i].Data);
                if (i > 0 && commands.Count > MostCommands) return (commands, i, null);
                if (pending.Contains(events[i].Stream) && reactions.Any(r => !r.IsPure)) return (commands, i, null);
                for (var j = 0; j < reactions.Count; j++)
                {
                    var sent = reactions[j].IsPure ? ahead[i][j]() : await reactions[j].React(events[i], newsroom, services, cancellation);
                    commands.AddRange(sent.Select(c => (c, ActOf(c, events[i]))));
                    pending.UnionWith(sent.Select(c => c.Id));
                }
            }
            catch (Exception e) when (!Faults.Passes(e))
            {
                return (commands, i, e);
            }
        }
        return (commands, events.Count, null);
    }

    /// <summary>The pure reactions of a batch, computed on all cores; each gives its commands or throws when it is asked.</summary>
    private Func<IReadOnlyList<ICommand>>[][] Ahead(List<Recorded> events, CancellationToken cancellation)
    {
        var results = new Func<IReadOnlyList<ICommand>>[events.Count][];
        Parallel.For(0, events.Count, new ParallelOptions { CancellationToken = cancellation }, i =>
            results[i] = [.. handlers.ReactionsTo(events[i].Data).Select(r => r.IsPure ? Try(r, events[i]) : static () => [])]);
        return results;

        static Func<IReadOnlyList<ICommand>> Try(Reaction reaction, Recorded e)
        {
            try
            {
                var commands = reaction.React(e);
                return () => commands;
            }
            catch (Exception failure)
            {
                return () => throw failure;
            }
        }
    }

    private static Act ActOf(ICommand command, Recorded e) =>
        new(command.Bot is { } bot ? "bot:" + bot : "system", null, e.Correlation, e.Id.ToString());

    private async Task Commit(List<(ICommand, Act)> commands, long to, CancellationToken cancellation)
    {
        var appends = await newsroom.DecideAll(commands, cancellation);
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Cursors.Advance(cursor, leader.Epoch, to));
        if (appends.Count > 0)
        {
            var statement = new AppendStatement(allOrNone: true);
            foreach (var append in appends)
            {
                if (append.Original is { } original) batch.BatchCommands.Add(AppendStatement.Keep(original));
                statement.Add(append);
            }
            batch.BatchCommands.Add(statement.Build());
        }
        await batch.ExecuteNonQueryAsync(cancellation);
        cursor = cursor with { Position = to };
        newsroom.Remember(commands, appends);
        written();
    }

    /// <summary>Stops before an event, or sets it aside.</summary>
    private async Task<bool> Refuse(long position, Exception failure, CancellationToken cancellation)
    {
        foreach (var set in services.OfType<IWorkingSet>()) set.Reset();
        if (await Stops.At(database, cursor, leader, position, failure, poison, cancellation))
        {
            written();
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        cursor = cursor with { Position = position };
        return true;
    }
}
