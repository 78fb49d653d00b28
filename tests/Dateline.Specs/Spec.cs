using System.Text;

namespace Dateline.Specs;

/// <summary>Given what happened, when a command comes, then these events: decided and folded as the engine does it.</summary>
public static class Spec
{
    /// <summary>Begins a spec of commands that are decided on a state.</summary>
    public static Spec<T> For<T>() where T : class, IFold<T> => new([]);

    /// <summary>Equal as they would be stored or sent: by type and by content.</summary>
    public static void Same(IEnumerable<object> expected, IEnumerable<object> actual) =>
        Assert.Equal(expected.Select(Shown).ToArray(), actual.Select(Shown).ToArray());

    private static string Shown(object fact) => EventTypes.All.Any(e => e.Type == fact.GetType())
        ? EventTypes.NameOf(fact.GetType()) + " " + Encoding.UTF8.GetString(EventJson.Write(fact))
        : Shown(fact, fact.GetType());

    private static string Shown(object fact, Type type) =>
        type.Name + " " + string.Join(", ", type.GetProperties().Select(p => $"{p.Name}: {Shown(p.PropertyType, p.GetValue(fact))}"));

    private static string Shown(Type type, object? value) => value switch
    {
        null => "nothing",
        string s => s,
        System.Collections.IEnumerable several => $"[{string.Join(", ", several.Cast<object>().Select(v => v.ToString()))}]",
        _ when EventTypes.All.Any(e => e.Type == type) => Shown(value),
        _ => value.ToString()!
    };
}

/// <summary>What happened before a command.</summary>
public sealed class Spec<T>(object[] given) where T : class, IFold<T>
{
    /// <summary>What happened before, in order.</summary>
    public Spec<T> Given(params object[] events) => new([.. given, .. events]);

    /// <summary>The command that comes.</summary>
    public Outcome When(ICommand command)
    {
        var decider = Handlers.Core.DeciderOf(command);
        Assert.Equal(typeof(T), decider.State);
        return new(() => decider.Decide(command, given.Aggregate((object?)null, decider.Evolve)));
    }
}

/// <summary>What a command led to.</summary>
public sealed class Outcome(Func<IReadOnlyList<object>> decide)
{
    /// <summary>Exactly these events were recorded.</summary>
    public void Then(params object[] events) => Spec.Same(events, decide());

    /// <summary>Nothing was recorded, and that is no error.</summary>
    public void ThenNothing() => Then();

    /// <summary>The rules do not allow it, and a sentence says why.</summary>
    public void ThenRefused(string part) => Assert.Contains(part, Assert.Throws<Refused>(() => decide()).Message, StringComparison.Ordinal);
}
