using System.Diagnostics;

namespace Dateline.Postgres.Engine;

/// <summary>
/// The pace of a loop that seldom finds anything to do: it looks at once after a quiet time, and the more seldom the longer others go on writing, though
/// never so long as that has lasted.
/// </summary>
internal sealed class Pace
{
    private static readonly TimeSpan least = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan most = TimeSpan.FromMilliseconds(320);
    private TimeSpan pause = least;

    /// <summary>Waits for a wake-up taken with <see cref="Signal.Next"/>, or for the time, and for as long as the pace has it.</summary>
    internal async Task Wait(Task wake, TimeSpan poll, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        await Signal.Wait(wake, poll, cancellation);
        if (Stopwatch.GetElapsedTime(began) > pause)
        {
            pause = least;
            return;
        }
        await Task.Delay(pause, cancellation);
        pause = TimeSpan.FromTicks(Math.Min(2 * pause.Ticks, most.Ticks));
    }
}
