using Dateline.Postgres;
using Dateline.Postgres.Engine;
using Dateline.Postgres.Redaction;
using Npgsql;

namespace Dateline.Marten;

/// <summary>
/// Carries redactions out by the built-in engine's loop, on one node at a time: a subscription has one cursor and would hold up those behind one that
/// cannot be carried out.
/// </summary>
internal sealed class Redactions
{
    // The redactions that were carried out behind one that could not be.
    private readonly HashSet<long> passed = [];
    private readonly Leading leading;
    private Func<Task> stop = static () => Task.CompletedTask;

    internal Redactions(NpgsqlDataSource database, Log log, EngineOptions options, Func<string, CancellationToken, Task> rebuild)
    {
        var redacting = new Redacting(database, options.Views, rebuild, Forget);
        var signal = new Signal();
        leading = new(
            database, LeaderLock.TakeRedactions,
            leader => [c => new RedactionLoop(database, log, new(), redacting, passed, options.Poison, leader, static () => { }).Run(signal, options.Poll, c)], signal, options,
            "Redactions pause");

        // Whoever reacts, on whichever node, remembers nothing of the text when the next event comes.
        async Task Forget(CancellationToken cancellation)
        {
            await using var forget = database.CreateCommand("update followers set generation = generation + 1 where name = $1");
            await forget.With(Cursors.RowOf(ReactionLoop.Name)).ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>What last went wrong, if something did since they ran.</summary>
    internal string? Fault => leading.Fault;

    internal void Start()
    {
        var stopping = new CancellationTokenSource();
        var running = Task.Run(() => leading.Run(stopping.Token));
        stop = async () =>
        {
            await stopping.CancelAsync();
            await running;
            stopping.Dispose();
        };
    }

    internal async Task Stop()
    {
        await stop();
        stop = static () => Task.CompletedTask;
    }
}
