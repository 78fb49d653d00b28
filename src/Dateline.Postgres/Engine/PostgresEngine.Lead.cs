using Dateline.Postgres.Housekeeping;
using Dateline.Postgres.Redaction;

namespace Dateline.Postgres.Engine;

// What the process that leads does beside answering.
public sealed partial class PostgresEngine
{
    // The redactions that were carried out behind one that could not be.
    private readonly HashSet<long> passed = [];

    private async Task Lead(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await using var leader = await Leader.TryBecome(Database, cancellation);
                if (leader is not null) await RunLoops(leader, cancellation);
                else await Task.Delay(options.Poll, cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                var fault = Faults.Describe(e);
                if (fault != LastFault) options.Say($"The followers pause: {fault}. They try again by themselves.");
                LastFault = fault;
                await Task.Delay(options.Poll, cancellation).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
            finally
            {
                Leads = false;
            }
        }
    }

    /// <summary>Runs until one of the loops fails or the lock is lost; then all of them end.</summary>
    private async Task RunLoops(Leader leader, CancellationToken cancellation)
    {
        using var together = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Leads = true;
        LastFault = null;
        var reactions = new ReactionLoop(Database, newsroom, options.Handlers, options.Services, options.Poison, leader, signal.Wake);
        var views = new ViewLoop(Database, newsroom.Log, newsroom.Tail, options.Views, options.Poison, leader, signal.Wake);
        var redactions = new RedactionLoop(Database, newsroom.Log, newsroom.Tail, new(Database, options.Views, (view, c) => Rebuild(view, null, waits: true, c)), passed, options.Poison, leader, signal.Wake);
        newsroom.Forget();
        newsroom.Tail.Open();
        List<Task> loops =
        [
            Task.Run(() => reactions.Run(signal, options.Poll, together.Token), CancellationToken.None),
            Task.Run(() => views.Run(signal, options.Poll, together.Token), CancellationToken.None),
            Task.Run(() => redactions.Run(signal, options.Poll, together.Token), CancellationToken.None),
            Task.Run(() => new Caretaker(Database, options).Run(together.Token), CancellationToken.None),
            Task.Run(() => Listen(leader, together.Token), CancellationToken.None)
        ];
        var first = await Task.WhenAny(loops);
        await together.CancelAsync();
        await Task.WhenAll(loops).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        newsroom.Tail.Close();
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
