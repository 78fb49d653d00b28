namespace Dateline.Postgres.Engine;

/// <summary>Wakes whoever waits. A wake-up that nobody waits for is remembered once for the next one who does.</summary>
internal sealed class Signal
{
    private volatile TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal void Wake() => Interlocked.Exchange(ref next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>What to wait on: take it before looking whether there is work, so that nothing is missed.</summary>
    internal Task Next => next.Task;

    /// <summary>Waits for a wake-up taken with <see cref="Next"/>, or for the time.</summary>
    internal static async Task Wait(Task wake, TimeSpan most, CancellationToken cancellation)
    {
        try
        {
            await wake.WaitAsync(most, cancellation);
        }
        catch (TimeoutException)
        {
            // Cursors poll: a lost notification costs time, nothing else.
        }
    }
}
