using System.Runtime.CompilerServices;

namespace Dateline.Specs;

/// <summary>A log in memory: what was recorded, one minute after another, and the streams that can be folded from it.</summary>
internal sealed class Log : INewsroom
{
    private readonly List<Recorded> events = [];

    internal static readonly DateTimeOffset Begin = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    internal IReadOnlyList<Recorded> Events => events;

    /// <summary>A log of events on their own streams.</summary>
    internal static Log Of(params IEnumerable<object> facts)
    {
        var log = new Log();
        foreach (var fact in facts) log.Add(fact);
        return log;
    }

    /// <summary>The same, recorded by one transaction: all of it has one time.</summary>
    internal Log AtOnce()
    {
        for (var i = 0; i < events.Count; i++) events[i] = events[i] with { RecordedAt = Begin };
        return this;
    }

    /// <summary>Records an event and gives its position.</summary>
    internal long Add(object fact, string? reason = null)
    {
        var position = events.Count + 1L;
        var stream = StreamOf(fact);
        events.Add(new(
            position, new Guid((int)position, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]), stream, events.Count(e => e.Stream == stream) + 1,
            EventTypes.NameOf(fact.GetType()), fact, Begin.AddMinutes(position), "system", reason));
        return position;
    }

    public Task<Receipt> Send(ICommand command, Act act, CancellationToken cancellation)
    {
        var decider = Handlers.Core.DeciderOf(command);
        var state = events.Where(e => e.Stream == command.Id).Select(e => e.Data).Aggregate((object?)null, decider.Evolve);
        var decided = decider.Decide(command, state);
        foreach (var fact in decided) Add(fact);
        return Task.FromResult(new Receipt(command.Id, events.Count(e => e.Stream == command.Id), decided.Count == 0 ? null : events.Count, decided));
    }

    public Task<Loaded<T>> Load<T>(string stream, long? asOf, CancellationToken cancellation) where T : class, IFold<T>
    {
        var own = events.Where(e => e.Stream == stream && e.Position <= (asOf ?? long.MaxValue)).ToList();
        return Task.FromResult(new Loaded<T>(own.Select(e => e.Data).Aggregate((T?)null, T.Evolve), own.Count));
    }

    public Task<long> PositionAt(DateTimeOffset recorded, CancellationToken cancellation) =>
        Task.FromResult(events.Where(e => e.RecordedAt <= recorded).Select(e => e.Position).DefaultIfEmpty().Max());

    public async IAsyncEnumerable<Recorded> Read(Range range, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        var found = events.Where(e => e.Position > range.After && e.Position <= (range.Through ?? long.MaxValue)
            && range.Types?.Contains(e.Type) != false && range.Streams?.Contains(e.Stream) != false).ToList();
        foreach (var e in found.TakeLast(range.Last ?? int.MaxValue)) yield return e;
    }

    /// <summary>The stream of an event: its first member is the id of the noun that its type is about.</summary>
    private static string StreamOf(object fact)
    {
        var first = fact.GetType().GetConstructors()[0].GetParameters()[0].Name!;
        return $"{first[..^2].ToLowerInvariant()}/{fact.GetType().GetProperty(first)!.GetValue(fact)}";
    }
}
