using System.Collections.Frozen;
using System.Reflection;

namespace Dateline;

/// <summary>
/// The handlers of an assembly, found by their names, as Wolverine finds them: <c>…AggregateHandler.Handle(command, state?)</c> decides,
/// <c>When…Handler.Handle(event, …)</c> reacts, where <c>LoadAsync(event, …)</c> of the same class may fetch what Handle asks for.
/// </summary>
public sealed class Handlers
{
    private readonly FrozenDictionary<Type, Decider> deciders;
    private readonly FrozenDictionary<Type, Reaction[]> reactions;

    /// <summary>Finds the handlers of an assembly.</summary>
    /// <exception cref="ArgumentException">A handler has another shape than the two above.</exception>
    public Handlers(Assembly assembly)
    {
        var classes = assembly.GetTypes().Where(t => t is { IsAbstract: true, IsSealed: true } && t.Name.EndsWith("Handler", StringComparison.Ordinal)).ToList();
        deciders = classes.Where(t => t.Name.EndsWith("AggregateHandler", StringComparison.Ordinal)).Select(Decider.From).ToFrozenDictionary(d => d.Command);
        reactions = classes.Where(t => t.Name.StartsWith("When", StringComparison.Ordinal)).OrderBy(t => t.FullName, StringComparer.Ordinal)
            .Select(t => new Reaction(t)).GroupBy(r => r.Event).ToFrozenDictionary(g => g.Key, g => g.ToArray());
    }

    /// <summary>The core's handlers.</summary>
    public static Handlers Core { get; } = new(typeof(Handlers).Assembly);

    /// <summary>The stored names of the events that something reacts to.</summary>
    public IReadOnlyCollection<string> Reacting => [.. reactions.Keys.Select(EventTypes.NameOf)];

    /// <summary>The commands that can be decided.</summary>
    public IEnumerable<Type> Commands => deciders.Keys;

    /// <summary>The states that commands are decided on.</summary>
    public IEnumerable<Type> States => deciders.Values.Select(d => d.State).Distinct();

    /// <summary>How a command is decided.</summary>
    /// <exception cref="ArgumentException">Nothing decides it.</exception>
    public Decider DeciderOf(ICommand command) =>
        deciders.TryGetValue(command.GetType(), out var decider) ? decider : throw new ArgumentException($"Nothing decides {command.GetType().Name}.");

    /// <summary>What reacts to an event.</summary>
    public IReadOnlyList<Reaction> ReactionsTo(object @event) => reactions.TryGetValue(@event.GetType(), out var found) ? found : [];
}

/// <summary>How a kind of command is decided, and how the state that it is decided on is folded.</summary>
public abstract class Decider
{
    /// <summary>The type of the command.</summary>
    public abstract Type Command { get; }

    /// <summary>The type of the state.</summary>
    public abstract Type State { get; }

    /// <summary>Whether the state may be kept in memory between commands.</summary>
    public abstract bool IsKept { get; }

    /// <summary>The events that the command records on a state.</summary>
    /// <exception cref="Refused">The rules do not allow it.</exception>
    public abstract IReadOnlyList<object> Decide(ICommand command, object? state);

    /// <summary>The state after an event.</summary>
    public abstract object? Evolve(object? state, object @event);

    internal static Decider From(Type handler)
    {
        var method = handler.GetMethod("Handle") ?? throw new ArgumentException($"{handler.Name} has no method Handle.");
        var parameters = method.GetParameters();
        if (parameters.Length != 2) throw new ArgumentException($"{handler.Name}.Handle takes a command and a state.");
        return (Decider)Activator.CreateInstance(typeof(Decider<,>).MakeGenericType(parameters[0].ParameterType, parameters[1].ParameterType), method)!;
    }
}

internal sealed class Decider<TCommand, TState>(MethodInfo method) : Decider
    where TCommand : ICommand
    where TState : class, IFold<TState>
{
    private readonly Func<TCommand, TState?, IEnumerable<object>> decide = method.CreateDelegate<Func<TCommand, TState?, IEnumerable<object>>>();

    public override Type Command => typeof(TCommand);

    public override Type State => typeof(TState);

    public override bool IsKept => TState.IsKept;

    public override IReadOnlyList<object> Decide(ICommand command, object? state) => [.. decide((TCommand)command, (TState?)state)];

    public override object? Evolve(object? state, object @event) => TState.Evolve((TState?)state, @event);
}

/// <summary>How one handler class reacts to one kind of event.</summary>
public sealed class Reaction
{
    private readonly MethodInfo handle;
    private readonly MethodInfo? load;

    internal Reaction(Type handler)
    {
        handle = handler.GetMethod("Handle") ?? throw new ArgumentException($"{handler.Name} has no method Handle.");
        load = handler.GetMethod("LoadAsync");
        Event = handle.GetParameters()[0].ParameterType;
    }

    /// <summary>The type of the event.</summary>
    public Type Event { get; }

    /// <summary>Whether it depends on nothing but the event, so that several events can be reacted to at once.</summary>
    public bool IsPure => load is null && handle.GetParameters().Length == 1;

    /// <summary>The commands that the event leads to.</summary>
    /// <param name="e">The event.</param>
    /// <param name="newsroom">Where LoadAsync looks things up.</param>
    /// <param name="services">What else handlers ask for, by type.</param>
    /// <param name="cancellation">Ends the look-up.</param>
    public async Task<IReadOnlyList<ICommand>> React(Recorded e, INewsroom newsroom, IReadOnlyList<object> services, CancellationToken cancellation)
    {
        object? loaded = null;
        if (load is not null)
        {
            var task = (Task)Call(load, e, [newsroom, .. services, cancellation])!;
            await task;
            loaded = task.GetType().GetProperty("Result")!.GetValue(task);
        }
        return Commands(Call(handle, e, loaded is null ? [newsroom, .. services, cancellation] : [loaded, newsroom, .. services, cancellation]));
    }

    /// <summary>The same for a reaction that <see cref="IsPure"/>.</summary>
    public IReadOnlyList<ICommand> React(Recorded e) => Commands(Call(handle, e, []));

    private static IReadOnlyList<ICommand> Commands(object? result) => result switch
    {
        null => [],
        ICommand one => [one],
        IEnumerable<ICommand> several => [.. several],
        _ => throw new ArgumentException($"A reaction gave a {result.GetType().Name}, not commands.")
    };

    private static object? Call(MethodInfo method, Recorded e, object[] at) => method.Invoke(
        null, BindingFlags.DoNotWrapExceptions, null,
        [.. method.GetParameters().Select((p, i) => i == 0 ? e.Data : p.ParameterType == typeof(Recorded) ? e : Array.Find(at, p.ParameterType.IsInstanceOfType))], null);
}
