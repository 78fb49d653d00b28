namespace Dateline.Server.Api;

/// <summary>
/// A newsroom for a request that another process began and did not end: a command whose events are in the log already, by the request's id, is
/// not sent again; its receipt is what it was.
/// </summary>
/// <param name="newsroom">Where the request's command goes otherwise.</param>
/// <param name="since">When the request can have been begun first.</param>
internal sealed class Once(INewsroom newsroom, DateTimeOffset since) : INewsroom
{
    public async Task<Receipt> Send(ICommand command, Act act, CancellationToken cancellation)
    {
        List<Recorded> mine = [];
        // What reactions made of it carries the same id, and a cause.
        await foreach (var e in newsroom.Read(new(After: await newsroom.PositionAt(since, cancellation)), cancellation))
            if (e.Correlation == act.Correlation && e.Causation is null) mine.Add(e);
        return mine is [.., var last] ? new(last.Stream, last.Version, last.Position, [.. mine.Select(e => e.Data)]) : await newsroom.Send(command, act, cancellation);
    }

    public Task<Loaded<T>> Load<T>(string stream, long? asOf, CancellationToken cancellation) where T : class, IFold<T> => newsroom.Load<T>(stream, asOf, cancellation);

    public IAsyncEnumerable<Recorded> Read(Range range, CancellationToken cancellation) => newsroom.Read(range, cancellation);

    public Task<long> PositionAt(DateTimeOffset moment, CancellationToken cancellation) => newsroom.PositionAt(moment, cancellation);
}
