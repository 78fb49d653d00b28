using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Npgsql;

namespace Dateline.Postgres.Engine;

/// <summary>What one command records on one stream.</summary>
internal sealed record Append(string Stream, long Expected, IReadOnlyList<object> Events, Act Act, Original? Original)
{
    /// <summary>The events' data, made by whoever makes the append and not by the one writer.</summary>
    internal byte[][] Json { get; } = [.. Events.Select(EventJson.Write)];
}

/// <summary>What became of an <see cref="Append"/>.</summary>
/// <param name="Refused">Whether the stream was not at the expected version.</param>
/// <param name="Actual">The version that the stream had.</param>
/// <param name="Position">The position of the append's last event.</param>
internal readonly record struct Appended(bool Refused, long Actual, long Position);

/// <summary>
/// Group commit: what arrives while a transaction is on its way is written together in the next one. One writer at a time, in every process,
/// takes the lock before it numbers; see Sql/Engine/append_events. Whoever finds nobody writing writes, for all who come meanwhile, so that one
/// caller alone changes threads no more often than the connection does. Callers who were answered together and come back at once are awaited for
/// a part of the time that a commit takes, so that they are not split into those who came before the next commit began and those who came after.
/// </summary>
internal sealed class Writer(NpgsqlDataSource database, Action written, Tail? tail = null) : IAsyncDisposable
{
    private const int MostAppends = 1000;
    private const int MostEvents = 10_000;
    private readonly Channel<Waiting> queue = Channel.CreateBounded<Waiting>(4000);
    private int writing;

    // These belong to whoever writes.
    private NpgsqlConnection? connection;
    private (int Count, TimeSpan Took) before;

    /// <summary>Records an append durably. A cancelled caller may find it recorded all the same: ask again with the same command.</summary>
    internal async Task<Appended> Write(Append append, CancellationToken cancellation)
    {
        var waiting = new Waiting(append);
        await queue.Writer.WriteAsync(waiting, cancellation);
        _ = Work();
        return await waiting.Done.Task.WaitAsync(cancellation);
    }

    /// <summary>Ends when everything that was queued has been answered.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        while (!TryBegin()) await Task.Delay(1);
        (await WriteQueued())?.Invoke();
        await Disconnect();
    }

    /// <summary>Writes what is queued, unless somebody else does.</summary>
    private async Task Work()
    {
        if (!TryBegin()) return;
        var last = await WriteQueued();
        Volatile.Write(ref writing, 0);
        // Whoever queued something before that left it to this call.
        if (queue.Reader.TryPeek(out _)) ThreadPool.UnsafeQueueUserWorkItem(static writer => _ = writer.Work(), this, preferLocal: false);
        last?.Invoke();
    }

    private bool TryBegin() => Interlocked.CompareExchange(ref writing, 1, 0) == 0;

    /// <summary>
    /// Writes group after group and answers them. The answer to one who is alone at the end is given back: it may run what its caller does next,
    /// which must not keep others from writing.
    /// </summary>
    private async Task<Action?> WriteQueued()
    {
        var later = new List<Waiting>();
        while (later.Count > 0 || queue.Reader.TryPeek(out _))
        {
            await Await(before.Count - later.Count, before.Took / 2);
            var group = Gather(later);
            var began = Stopwatch.GetTimestamp();
            try
            {
                var answers = await Commit(group);
                before = (group.Count, Stopwatch.GetElapsedTime(began));
                written();
                if (group is [var alone] && later.Count == 0 && !queue.Reader.TryPeek(out _) && RuntimeHelpers.TryEnsureSufficientExecutionStack())
                    return () => alone.Done.TrySetResult(answers[0]);
                for (var i = 0; i < group.Count; i++) Answer(group[i], answers[i]);
            }
            catch (Exception e)
            {
                await Disconnect();
                foreach (var waiting in group) ThreadPool.UnsafeQueueUserWorkItem(static failed => failed.waiting.Done.TrySetException(failed.e), (waiting, e), preferLocal: false);
            }
        }
        return null;
    }

    private static void Answer(Waiting waiting, Appended answer) =>
        ThreadPool.UnsafeQueueUserWorkItem(static done => done.waiting.Done.TrySetResult(done.answer), (waiting, answer), preferLocal: false);

    /// <summary>Waits until so many are there, or for a short time at most; others run meanwhile.</summary>
    private async Task Await(int company, TimeSpan most)
    {
        var began = Stopwatch.GetTimestamp();
        while (queue.Reader.Count < Math.Min(company, MostAppends) && Stopwatch.GetElapsedTime(began) < most) await Task.Yield();
    }

    /// <summary>The next group. A stream stands in it once; a second append to the same stream waits for the next group.</summary>
    private List<Waiting> Gather(List<Waiting> later)
    {
        var group = new List<Waiting>();
        var streams = new HashSet<string>(StringComparer.Ordinal);
        var events = 0;
        var held = later.ToList();
        later.Clear();
        foreach (var waiting in held) Take(waiting);
        while (group.Count < MostAppends && events < MostEvents && queue.Reader.TryRead(out var next)) Take(next);
        return group;

        void Take(Waiting waiting)
        {
            if (!streams.Add(waiting.Append.Stream))
            {
                later.Add(waiting);
                return;
            }
            group.Add(waiting);
            events += waiting.Append.Events.Count;
        }
    }

    private async Task<Appended[]> Commit(List<Waiting> group)
    {
        connection ??= await database.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        var statement = new AppendStatement(allOrNone: false);
        foreach (var waiting in group) statement.Add(waiting.Append);
        statement.AddTo(batch, tail);
        await using var rows = await batch.ExecuteReaderAsync();
        return await statement.Answers(rows, tail);
    }

    /// <summary>Lets go of the connection, so that the next group begins on a good one.</summary>
    private async Task Disconnect()
    {
        var gone = connection;
        connection = null;
        if (gone is null) return;
        try
        {
            await gone.DisposeAsync();
        }
        catch (NpgsqlException)
        {
            // It was broken.
        }
    }

    private sealed record Waiting(Append Append)
    {
        /// <summary>Whoever sets it decides on which thread the caller goes on.</summary>
        internal TaskCompletionSource<Appended> Done { get; } = new();
    }
}
