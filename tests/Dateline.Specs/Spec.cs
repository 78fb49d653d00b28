namespace Dateline.Specs;

/// <summary>Given events, when a command, then events: decided as the engines decide it.</summary>
public sealed class Spec
{
    private readonly object[] given;
    private ICommand? command;

    private Spec(object[] given) => this.given = given;

    public static Spec Given(params object[] events) => new(events);

    public Spec When(ICommand asked)
    {
        command = asked;
        return this;
    }

    public void Then(params object[] events) => Assert.Equivalent(events, Decide(), strict: true);

    public void ThenNothing() => Assert.Empty(Decide());

    public void ThenRefused(string because) => Assert.Contains(because, Assert.Throws<Refused>(() => Decide()).Message, StringComparison.Ordinal);

    public IReadOnlyList<object> Decide()
    {
        var decider = Handlers.Core.DeciderOf(command!);
        return decider.Decide(command!, given.Aggregate((object?)null, decider.Evolve));
    }
}
