using System.Diagnostics;

namespace Dateline.Contract.Engine;

/// <summary>Waits for what must come about, and fails with what was waited for where it does not.</summary>
public static class Eventually
{
    /// <summary>Longer than anything takes on a busy machine, also what an engine only tries again after a pause.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    /// <summary>Waits until something holds.</summary>
    public static async Task Holds(string what, Func<Task<bool>> holds)
    {
        for (var began = Stopwatch.GetTimestamp(); !await holds();)
        {
            if (Stopwatch.GetElapsedTime(began) > Longest) Assert.Fail($"Waited {Longest.TotalMinutes:0} minutes in vain until {what}.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits until something holds.</summary>
    public static Task Holds(string what, Func<bool> holds) => Holds(what, () => Task.FromResult(holds()));

    /// <summary>Waits for the end of what is under way; whoever gives up is told how things stand.</summary>
    public static async Task<T> Ends<T>(string what, Func<CancellationToken, Task<T>> act, Func<Task<string>> standing)
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bounded.CancelAfter(Longest);
        try
        {
            return await act(bounded.Token);
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            Assert.Fail($"Waited {Longest.TotalMinutes:0} minutes in vain until {what}. {await standing()}");
            throw;
        }
    }
}
