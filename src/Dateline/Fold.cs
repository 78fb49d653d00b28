namespace Dateline;

/// <summary>A state that is folded from its stream's events. The same fold serves decisions, replay and tests.</summary>
/// <typeparam name="T">The state.</typeparam>
public interface IFold<T> where T : class, IFold<T>
{
    /// <summary>The state after an event. Total and pure: what it does not know leaves the state as it was; it never throws.</summary>
    static abstract T? Evolve(T? state, object @event);

    /// <summary>Whether an engine may keep states in memory between commands: not those that hold whole texts.</summary>
    static virtual bool IsKept => true;
}
