using Npgsql;

namespace Dateline.Postgres.Engine;

/// <summary>Runs loops in the one process that leads, and begins them anew after whatever ends them.</summary>
/// <param name="database">The database.</param>
/// <param name="take">Takes the lock of whoever leads.</param>
/// <param name="loops">The loops of a leader, which has just become one.</param>
/// <param name="signal">Wakes them.</param>
/// <param name="options">How the engine runs.</param>
internal sealed class Leading(
    NpgsqlDataSource database, Func<NpgsqlConnection, CancellationToken, Task<bool>> take, Func<Leader, IReadOnlyList<Func<CancellationToken, Task>>> loops,
    Signal signal, EngineOptions options)
{
    private readonly TaskCompletionSource<SchemaFault> outdated = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether this process leads just now.</summary>
    internal bool Leads { get; private set; }

    /// <summary>What last went wrong, if something did since the loops ran.</summary>
    internal string? Fault { get; private set; }

    /// <summary>Ends, with what to say of it, when a later version of Dateline has brought the schema up to date: this process leads no more.</summary>
    internal Task<SchemaFault> Outdated => outdated.Task;

    /// <summary>Runs until it is cancelled, or outdated.</summary>
    internal async Task Run(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await using var leader = await Leader.TryBecome(database, take, cancellation);
                if (leader is not null) await RunLoops(leader, cancellation);
                else await Task.Delay(options.Poll, cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (SchemaFault e)
            {
                Fault = e.Message;
                outdated.TrySetResult(e);
                return;
            }
            catch (Exception e)
            {
                var fault = Faults.Describe(e);
                if (fault != Fault) options.Say($"The followers pause: {fault}. They try again by themselves.");
                Fault = fault;
                await Task.Delay(options.Poll, cancellation).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
            finally
            {
                Leads = false;
            }
        }
    }

    /// <summary>Runs until one of the loops ends or the lock is lost; then all of them end.</summary>
    private async Task RunLoops(Leader leader, CancellationToken cancellation)
    {
        using var together = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Leads = true;
        Fault = null;
        var running = loops(leader).Append(c => Listen(leader, c)).Select(loop => Task.Run(() => loop(together.Token), CancellationToken.None)).ToList();
        var first = await Task.WhenAny(running);
        await together.CancelAsync();
        await Task.WhenAll(running).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await first;
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
