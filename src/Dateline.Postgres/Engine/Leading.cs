using Npgsql;

namespace Dateline.Postgres.Engine;

/// <summary>Runs loops in the one process that leads, and begins them anew after whatever ends them.</summary>
/// <param name="database">The database.</param>
/// <param name="take">Takes the lock of whoever leads.</param>
/// <param name="loops">The loops of a leader, which has just become one.</param>
/// <param name="signal">Wakes them.</param>
/// <param name="options">How the engine runs.</param>
/// <param name="what">What pauses while none of them can run, as a subject: "The followers pause".</param>
internal sealed class Leading(
    NpgsqlDataSource database, Func<NpgsqlConnection, CancellationToken, Task<bool>> take, Func<Leader, IReadOnlyList<Func<CancellationToken, Task>>> loops,
    Signal signal, EngineOptions options, string what)
{
    private readonly Attempts attempts = new(options, what);

    /// <summary>Whether this process leads just now.</summary>
    internal bool Leads { get; private set; }

    /// <summary>What last went wrong, if something did since the loops ran.</summary>
    internal string? Fault => attempts.Fault;

    /// <summary>Ends, with what to say of it, when a later version of Dateline has brought the schema up to date: this process leads no more.</summary>
    internal Task<SchemaFault> Outdated => attempts.Outdated;

    /// <summary>Runs until it is cancelled, or outdated.</summary>
    internal Task Run(CancellationToken cancellation) => attempts.Run(
        async c =>
        {
            await using var leader = await Leader.TryBecome(database, take, c);
            if (leader is not null) await RunLoops(leader, c);
            else await Task.Delay(options.Poll, c);
        },
        cancellation);

    /// <summary>Runs until one of the loops ends or the lock is lost; then all of them end.</summary>
    private async Task RunLoops(Leader leader, CancellationToken cancellation)
    {
        using var together = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Leads = true;
        try
        {
            attempts.Goes();
            var running = loops(leader).Append(c => Listen(leader, c)).Select(loop => Task.Run(() => loop(together.Token), CancellationToken.None)).ToList();
            var first = await Task.WhenAny(running);
            await together.CancelAsync();
            await Task.WhenAll(running).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            await first;
        }
        finally
        {
            Leads = false;
        }
    }

    private async Task Listen(Leader leader, CancellationToken cancellation)
    {
        while (true)
        {
            await leader.Wait(TimeSpan.FromSeconds(2), cancellation);
            signal.Wake();
        }
    }
}
