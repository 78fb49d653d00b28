using Dateline.Postgres.Housekeeping;
using Dateline.Postgres.Redaction;

namespace Dateline.Postgres.Engine;

// What the process that leads does beside answering.
public sealed partial class PostgresEngine
{
    // The redactions that were carried out behind one that could not be.
    private readonly HashSet<long> passed = [];

    private IReadOnlyList<Func<CancellationToken, Task>> Loops(Leader leader)
    {
        var reactions = new ReactionLoop(Database, newsroom, options.Handlers, options.Services, options.Poison, leader, signal.Wake);
        var views = new ViewLoop(Database, newsroom.Log, newsroom.Tail, options.Views, options.Poison, leader, signal.Wake);
        var redactions = new RedactionLoop(Database, newsroom.Log, newsroom.Tail, new(Database, options.Views, (view, c) => Rebuild(view, null, waits: true, c)), passed, options.Poison, leader, signal.Wake);
        newsroom.Forget();
        newsroom.Tail.Open();
        return
        [
            c => reactions.Run(signal, options.Poll, c), c => views.Run(signal, options.Poll, c), c => redactions.Run(signal, options.Poll, c),
            c => new Caretaker(Database, options).Run(c), newsroom.Tail.CloseAfter
        ];
    }
}
