using Dateline.Replay;

namespace Dateline.Server.Commands;

/// <summary>Something that was recorded on a stream after what somebody had seen of it.</summary>
internal sealed record Since(long Position, long Version, DateTimeOffset At, string By, string What, string? Text);

/// <summary>Somebody acted on what they had seen earlier, and it has changed. The message tells how.</summary>
internal sealed class Stale(Conflict conflict, IReadOnlyList<Since> since) : Exception(
    $"{conflict.Message} Since then: {string.Join(" ", since.Select(s => $"#{s.Position} {Output.Time(s.At)} {s.By}: {s.Text ?? s.What}"))}")
{
    private const int Most = 20;

    internal Conflict Conflict { get; } = conflict;

    internal IReadOnlyList<Since> Changes { get; } = since;

    /// <summary>Sends a command; a conflict with the version that was expected tells what has been recorded since.</summary>
    /// <exception cref="Stale">The stream has changed since the version that the act expects.</exception>
    internal static async Task<Receipt> Send(INewsroom newsroom, ICommand command, Act act, CancellationToken cancellation)
    {
        await Dateline.Accounts.TwoPeople.Check(newsroom, command, cancellation);
        try
        {
            return await newsroom.Send(command, act, cancellation);
        }
        catch (Conflict e) when (act.ExpectedVersion is not null)
        {
            throw new Stale(e, await After(newsroom, e, cancellation));
        }
    }

    /// <summary>An approval of what somebody saw; see <see cref="Dateline.Verdicts.Approval.Of"/>.</summary>
    /// <exception cref="Stale">The basis has changed since the proposal, and nothing says that they saw it.</exception>
    internal static async Task<ICommand> Approval(
        INewsroom newsroom, string claim, string verdict, string by, string why, long? saw, IReadOnlyCollection<long> knowing, CancellationToken cancellation)
    {
        try
        {
            return await Verdicts.Approval.Of(newsroom, claim, verdict, by, why, saw, knowing, cancellation);
        }
        catch (Conflict e)
        {
            throw new Stale(e, await After(newsroom, e, cancellation));
        }
    }

    /// <summary>The latest of what was recorded after the version that was expected.</summary>
    private static async Task<IReadOnlyList<Since>> After(INewsroom newsroom, Conflict conflict, CancellationToken cancellation)
    {
        var since = new Queue<Since>();
        await foreach (var e in newsroom.Read(new(Streams: [conflict.Stream]), cancellation))
        {
            if (e.Version <= conflict.Expected) continue;
            since.Enqueue(new(e.Position, e.Version, e.RecordedAt, e.By, e.Type, Differ.Told(e)));
            if (since.Count > Most) since.Dequeue();
        }
        return [.. since];
    }
}
