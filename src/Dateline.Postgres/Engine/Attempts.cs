namespace Dateline.Postgres.Engine;

/// <summary>
/// Begins a task anew after whatever ends it, until it is cancelled, or a later version of Dateline has brought the schema up to date: then this process
/// has no part in it any more.
/// </summary>
/// <param name="options">How the engine runs.</param>
/// <param name="what">What pauses meanwhile, as a subject: "The followers pause".</param>
internal sealed class Attempts(EngineOptions options, string what)
{
    private readonly TaskCompletionSource<SchemaFault> outdated = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What last went wrong, if something did since the task <see cref="Goes"/>.</summary>
    internal string? Fault { get; private set; }

    /// <summary>Ends, with what to say of it, when a later version of Dateline has brought the schema up to date.</summary>
    internal Task<SchemaFault> Outdated => outdated.Task;

    /// <summary>Hears that nothing is wrong just now.</summary>
    internal void Goes() => Fault = null;

    /// <summary>Runs until it is cancelled, or outdated.</summary>
    internal async Task Run(Func<CancellationToken, Task> attempt, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await attempt(cancellation);
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
                if (fault != Fault) options.Say($"{what}: {fault}. Dateline tries again by itself.");
                Fault = fault;
                await Task.Delay(options.Poll, cancellation).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }
    }
}
