using Dateline.Postgres.Engine;
using Marten;
using Marten.Services;
using Npgsql;

namespace Dateline.Marten;

/// <summary>
/// Turns events into commands in log order. A page is one event, and all that its commands record is committed with the daemon's progress:
/// a reaction happens once, and the next one finds what it did.
/// </summary>
internal sealed partial class Reactions(IDocumentStore store, Func<INewsroom> newsroom, EngineOptions options)
    : Taking(ReactionLoop.Name, options.Handlers.Reacting, pageSize: 1)
{
    protected override async Task Take(
        IReadOnlyList<Recorded> events, NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        foreach (var e in events)
        {
            var commands = new List<ICommand>();
            foreach (var reaction in options.Handlers.ReactionsTo(e.Data)) commands.AddRange(await reaction.React(e, newsroom(), options.Services, cancellation));
            if (commands.Count > 0) await Carry(commands, e, connection, transaction, cancellation);
        }
    }

    protected override void Forget()
    {
        foreach (var set in options.Services.OfType<IWorkingSet>()) set.Reset();
    }

    /// <summary>Decides commands on top of one another under the writers' lock. A refused one leaves the others standing.</summary>
    private async Task Carry(List<ICommand> commands, Recorded cause, NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        Sending.Current = null;
        await Recording.Lock(connection, cancellation);
        await using var session = store.LightweightSession(SessionOptions.ForTransaction(transaction));
        var states = await States(session, commands, cancellation);
        foreach (var command in commands)
        {
            var decider = options.Handlers.DeciderOf(command);
            var events = Decide(decider, command, states.GetValueOrDefault((command.Id, decider.State)));
            if (events.Count == 0) continue;
            states[(command.Id, decider.State)] = events.Aggregate(states.GetValueOrDefault((command.Id, decider.State)), decider.Evolve);
            var act = new Act(command.Bot is { } bot ? "bot:" + bot : "system", null, cause.Correlation, cause.Id.ToString());
            var stream = session.Events.Append(command.Id, events);
            stream.AggregateType = decider.State;
            Recording.Sign(stream.Events.TakeLast(events.Count), act);
        }
        await session.SaveChangesAsync(cancellation);
    }

    private async Task<Dictionary<(string, Type), object?>> States(IQuerySession session, List<ICommand> commands, CancellationToken cancellation)
    {
        var deciders = commands.DistinctBy(c => c.Id).ToDictionary(c => c.Id, options.Handlers.DeciderOf);
        var streams = deciders.Keys.ToArray();
        var states = new Dictionary<(string, Type), object?>();
        var events = await session.Events.QueryAllRawEvents().Where(e => e.StreamKey!.IsOneOf(streams)).OrderBy(e => e.Sequence).ToListAsync(cancellation);
        foreach (var e in events)
        {
            var decider = deciders[e.StreamKey!];
            states[(e.StreamKey!, decider.State)] = decider.Evolve(states.GetValueOrDefault((e.StreamKey!, decider.State)), e.Data);
        }
        return states;
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
}
