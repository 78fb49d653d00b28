using Dateline.Postgres;
using Dateline.Postgres.Engine;
using Dateline.Postgres.Redaction;
using Npgsql;

namespace Dateline.Marten;

public sealed partial class MartenEngine
{
    /// <inheritdoc/>
    public void Start()
    {
        if (!options.Joins) return;
        lock (starting) running ??= Task.Run(() => presence.Run(StartFollowers, SecondTry, Times.Next, StopFollowers, stopping.Token));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<FollowerState>> Settle(CancellationToken cancellation)
    {
        for (var cut = 0; ;)
        {
            try
            {
                if (await Settled(cancellation) is { } stopped) return stopped;
                cut = 0;
            }
            catch (NpgsqlException e) when (Faults.Passes(e) && cut++ < MostCut)
            {
                // Every connection of the pool may have been cut at once.
            }
            if (Outdated.IsCompleted) throw await Outdated;
            Start();
            await Task.Delay(20, cancellation);
        }
    }

    /// <inheritdoc/>
    public async Task<string?> Rival(CancellationToken cancellation)
    {
        await using var connection = await Database.OpenConnectionAsync(cancellation);
        return await LeaderLock.BuiltInHolds(connection, cancellation) ? LeaderLock.BuiltInRuns : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<FollowerState>> Followers(CancellationToken cancellation) => await Cursors.All(Database, cancellation);

    /// <inheritdoc/>
    public Task<long> Head(CancellationToken cancellation) => log.Head(cancellation);

    /// <inheritdoc/>
    public Task Rebuild(string view, IProgress<(long At, long Of)>? progress, CancellationToken cancellation) => Rebuild(view, progress, waits: false, cancellation);

    private Task Rebuild(string view, IProgress<(long At, long Of)>? progress, bool waits, CancellationToken cancellation)
    {
        var found = options.Views.FirstOrDefault(v => v.Name == view)
            ?? throw new Refused($"There is no view {view}. The views are {string.Join(", ", options.Views.Select(v => v.Name))}.");
        return new Rebuild(Database, connectionString, log, options.Schema, found, options.Poison).Run(progress, waits, cancellation);
    }

    /// <summary>The followers that cannot go on, once all the others have taken in everything; null until then.</summary>
    private async Task<IReadOnlyList<FollowerState>?> Settled(CancellationToken cancellation)
    {
        var states = await Followers(cancellation);
        var head = await Head(cancellation);
        return states.All(s => s.State == "stopped" || s.Position >= head) && (states.Count == options.Views.Count + 2 || head == 0)
            ? [.. states.Where(s => s.State == "stopped")] : null;
    }

    /// <summary>Marten begins a cursor by its first row: those that stand at 0 are none to it.</summary>
    private async Task StartFollowers()
    {
        foreach (var name in options.Views.Select(v => v.Name).Append(ReactionLoop.Name))
        {
            await using var command = Database.CreateCommand("insert into followers (name) values ($1) on conflict do nothing");
            await command.With(Cursors.RowOf(name)).ExecuteNonQueryAsync();
        }
        await using (var none = Database.CreateCommand("delete from mt_event_progression where last_seq_id = 0 and name <> $1"))
            await none.With(Cursors.RowOf(RedactionLoop.Name)).ExecuteNonQueryAsync();
        await Times.Next(stopping.Token);
        pausing = new();
        await daemon.ResumeAsync();
        redactions.Start();
    }

    /// <summary>The daemon drops the agents that it stops without disposing of them: a timer would keep each alive, and the engine with it.</summary>
    private async Task StopFollowers()
    {
        await pausing.CancelAsync();
        await redactions.Stop();
        var agents = daemon.DaemonForMainDatabase().CurrentAgents().OfType<IAsyncDisposable>().ToList();
        await daemon.PauseAsync();
        foreach (var agent in agents) await agent.DisposeAsync();
    }

    /// <summary>Whoever runs the reactions tries what was set aside.</summary>
    private async Task SecondTry(CancellationToken cancellation)
    {
        if (Runs.Contains(ReactionLoop.Name)) await reactions.TryAgain(martens, log, cancellation);
    }
}
