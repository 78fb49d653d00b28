namespace Dateline.Postgres.Engine;

/// <summary>
/// Events to react to, read together and worked off in batches. Reactions that depend on nothing but their event run once, when the page is
/// made, on all cores.
/// </summary>
internal sealed class ReactionPage
{
    private readonly List<Recorded> events;
    private readonly Func<IReadOnlyList<ICommand>>[][] pure;
    private readonly long upTo;

    private ReactionPage(List<Recorded> events, Func<IReadOnlyList<ICommand>>[][] pure, long upTo) => (this.events, this.pure, this.upTo) = (events, pure, upTo);

    internal static ReactionPage Empty { get; } = new([], [], 0);

    /// <summary>The first event that is not worked off yet.</summary>
    internal int Next { get; private set; }

    internal int Count => events.Count;

    internal bool IsDone => Next >= events.Count;

    internal Recorded this[int i] => events[i];

    internal static ReactionPage Of(List<Recorded> events, long upTo, Handlers handlers, CancellationToken cancellation)
    {
        var pure = new Func<IReadOnlyList<ICommand>>[events.Count][];
        Parallel.For(0, events.Count, new ParallelOptions { CancellationToken = cancellation }, i =>
            pure[i] = [.. handlers.ReactionsTo(events[i].Data).Select(r => r.IsPure ? Try(r, events[i]) : static () => [])]);
        return new(events, pure, upTo);
    }

    /// <summary>The commands of an event's pure reaction, or the exception that it threw.</summary>
    internal IReadOnlyList<ICommand> Pure(int i, int reaction) => pure[i][reaction]();

    /// <summary>The events from one on.</summary>
    internal IEnumerable<Recorded> From(int i) => events.Skip(i);

    /// <summary>Up to where the log is worked off when the page is, up to an event.</summary>
    internal long PositionBefore(int i) => i >= events.Count ? upTo : events[i - 1].Position;

    /// <summary>Goes on to an event and lets go of those before it.</summary>
    internal void GoTo(int i)
    {
        for (; Next < i; Next++) (events[Next], pure[Next]) = (null!, []);
    }

    private static Func<IReadOnlyList<ICommand>> Try(Reaction reaction, Recorded e)
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
