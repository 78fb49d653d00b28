using System.Threading.Channels;
using Dateline.Postgres.Accounts;

namespace Dateline.Server.Accounts;

/// <summary>Notes each use of a key durably before what it asks for is done; uses that come while one transaction is on its way share the next.</summary>
internal sealed class KeyUses : IAsyncDisposable
{
    private const int MostAtOnce = 500;
    private readonly Channel<Waiting> queue = Channel.CreateBounded<Waiting>(4000);
    private readonly ApiKeys keys;
    private readonly Task loop;

    public KeyUses(ApiKeys keys)
    {
        this.keys = keys;
        loop = Task.Run(Run);
    }

    /// <summary>Notes a use; it fails when that cannot be done, and then nothing else may be.</summary>
    internal async Task Note(string key, string account, string method, string route, string correlation, CancellationToken cancellation)
    {
        var waiting = new Waiting((key, account, method, route, correlation));
        await queue.Writer.WriteAsync(waiting, cancellation);
        await waiting.Done.Task.WaitAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
    }

    private async Task Run()
    {
        while (await queue.Reader.WaitToReadAsync())
        {
            var group = new List<Waiting>();
            while (group.Count < MostAtOnce && queue.Reader.TryRead(out var next)) group.Add(next);
            try
            {
                await keys.Note([.. group.Select(w => w.Use)], CancellationToken.None);
                foreach (var waiting in group) waiting.Done.TrySetResult();
            }
            catch (Exception e)
            {
                foreach (var waiting in group) waiting.Done.TrySetException(e);
            }
        }
    }

    private sealed record Waiting((string Key, string Account, string Method, string Route, string Correlation) Use)
    {
        internal TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
