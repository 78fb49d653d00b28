using Dateline.Postgres.Engine;
using Dateline.Server.Commands;
using Dateline.Server.Hosting;

namespace Dateline.Server.Api;

/// <summary>What an act came to.</summary>
/// <param name="Stream">The stream that it is about.</param>
/// <param name="Version">The stream's version after it.</param>
/// <param name="Position">The position of its last event; null when there was nothing to do.</param>
/// <param name="Filed">With <c>wait=filed</c>: whether everything that follows from it was filed and shown in time.</param>
internal sealed record ActAnswer(string Stream, long Version, long? Position, bool? Filed);

/// <summary>Sends commands for whoever is signed in, and waits where that is asked for.</summary>
internal static class Sending
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    /// <summary>Sends a command at the version that the client saw.</summary>
    internal static Task<IResult> Send(HttpContext context, Workspace workspace, ICommand command, string? reason, string? wait) =>
        Send(context, workspace, () => Task.FromResult(command), reason, wait);

    /// <inheritdoc cref="Send(HttpContext, Workspace, ICommand, string, string)"/>
    internal static async Task<IResult> Send(HttpContext context, Workspace workspace, Func<Task<ICommand>> make, string? reason, string? wait)
    {
        var waits = Waits(wait);
        return await Send(context, workspace, make, reason, context.ExpectedVersion(), async receipt =>
            TypedResults.Ok(new ActAnswer(receipt.Stream, receipt.Version, receipt.Position, waits ? await Filed(workspace.Engine, context.RequestAborted) : null)));
    }

    /// <summary>Sends a command at a version, and answers what came of it, or what has changed since that version.</summary>
    internal static Task<IResult> Send(
        HttpContext context, Workspace workspace, ICommand command, string? reason, long? expected, Func<Receipt, Task<IResult>> answer) =>
        Send(context, workspace, () => Task.FromResult(command), reason, expected, answer);

    private static async Task<IResult> Send(
        HttpContext context, Workspace workspace, Func<Task<ICommand>> make, string? reason, long? expected, Func<Receipt, Task<IResult>> answer)
    {
        try
        {
            var receipt = await Stale.Send(context.Newsroom(workspace), await make(), context.Act(reason, expected), context.RequestAborted);
            context.Response.Headers.ETag = $"\"{receipt.Version}\"";
            return await answer(receipt);
        }
        catch (Stale e)
        {
            return Problems.Of(Problems.Changed, e.Message, ("version", e.Conflict.Actual), ("since", e.Changes));
        }
    }

    /// <summary>The state of a stream that has to exist.</summary>
    /// <exception cref="Missing">It does not.</exception>
    internal static async Task<T> Needed<T>(Workspace workspace, string stream, string missing, CancellationToken cancellation) where T : class, IFold<T> =>
        (await workspace.Newsroom.Load<T>(stream, null, cancellation)).State ?? throw new Missing(missing);

    /// <summary>Whether the request waits for the filing.</summary>
    /// <exception cref="BadRequest">It waits for something else.</exception>
    internal static bool Waits(string? wait) => wait switch
    {
        null => false,
        "filed" => true,
        _ => throw new BadRequest("wait is \"filed\", or left out.")
    };

    /// <summary>
    /// Waits until what is recorded now, and what follows from it, is filed and shown; false when that takes too long. What follows is at most
    /// three reactions away, so that a busy log does not make the wait endless.
    /// </summary>
    internal static async Task<bool> Filed(IEngine engine, CancellationToken cancellation)
    {
        engine.Start();
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bounded.CancelAfter(patience);
        try
        {
            for (var (steps, last) = (0, -1L); steps < 4; steps++)
            {
                var head = await engine.Head(bounded.Token);
                if (head == last) break;
                last = head;
                for (var pause = 5; ; pause = Math.Min(2 * pause, 100))
                {
                    var followers = await engine.Followers(bounded.Token);
                    if (followers.Any(f => f.State == "stopped")) return false;
                    if (followers.Count > 0 && followers.All(f => f.Position >= head)) break;
                    await Task.Delay(pause, bounded.Token);
                }
            }
            return true;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}
