using Dateline.Postgres;
using Dateline.Postgres.Engine;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Marten.Subscriptions;
using Npgsql;

namespace Dateline.Marten;

/// <summary>
/// A follower as a subscription of Marten's daemon: what it does with a page of events is committed with the daemon's progress. It may remember
/// what it wrote; that is forgotten whenever it may not be what was committed.
/// </summary>
internal abstract partial class Taking : SubscriptionBase
{
    private const int Unknown = int.MaxValue;
    private bool doubtful = true;
    private long position = -1;
    private long generation;

    protected Taking(string name, IEnumerable<string> types, int pageSize)
    {
        Name = name;
        Options.BatchSize = pageSize;
        foreach (var type in types) IncludeType(EventTypes.TypeOf(type)!);
    }

    /// <summary>What to do with an event that cannot be taken in.</summary>
    internal required Poison Poison { get; init; }

    /// <summary>Where to see that a transaction of the daemon's is over.</summary>
    internal required NpgsqlDataSource Database { get; init; }

    /// <summary>Is cancelled when this node stops running followers: what is under way is rolled back, and nothing more is taken in of what the daemon has queued.</summary>
    internal required Func<CancellationToken> Ending { get; init; }

    /// <summary>Whether it reads the log's rows itself and is handed no events.</summary>
    protected virtual bool TakesRows => false;

    /// <summary>The stored names of the events that it needs; null for all.</summary>
    internal string[]? Needs => TakesRows || IncludedEventTypes.Count == 0 ? null : [.. IncludedEventTypes.Select(EventTypes.NameOf)];

    /// <summary>Whether it stops at what it cannot take in. Rows are never passed over.</summary>
    private bool Stops => Poison == Poison.Stop || TakesRows;

    /// <summary>Takes in events within a transaction.</summary>
    protected abstract Task Take(IReadOnlyList<Recorded> events, NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellation);

    /// <summary>Takes in the log's rows after a position, up to another one, within a transaction.</summary>
    protected virtual Task TakeRows(long after, long through, NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellation) =>
        throw new NotSupportedException();

    /// <summary>Forgets what was remembered since the last commit that is known.</summary>
    protected abstract void Forget();

    public override Task<IChangeListener> ProcessEventsAsync(
        EventRange page, ISubscriptionController controller, IDocumentOperations operations, CancellationToken cancellationToken)
    {
        // The daemon drains what it has queued when it stops: of a long backlog that are many pages.
        var ending = Ending();
        ending.ThrowIfCancellationRequested();
        doubtful |= page.SequenceFloor != position;
        position = page.SequenceCeiling;
        var turn = new Turn(this, page, controller, ending);
        ((ITransactionParticipantRegistrar)operations).AddTransactionParticipant(turn);
        return Task.FromResult<IChangeListener>(turn);
    }

    /// <summary>
    /// Takes in a page but for what cannot be taken in, and gives that: whoever stops takes in what comes before the first of it. Tries are of the
    /// page's first events, all on what was there before the page, since a follower may read its own tables outside the transaction.
    /// </summary>
    private async Task<List<Refusal>> TakeIn(EventRange page, NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        using var span = Traces.TakingIn(Name, page.SequenceFloor, page.SequenceCeiling);
        var events = page.Events.Where(e => Stops || MartenNewsroom.IsReadable(e)).Select(MartenNewsroom.Recorded).ToList();
        var refused = new List<Refusal>();
        doubtful |= await Renewed(connection, cancellation);
        if (doubtful) Forget();
        doubtful = true;
        Exception? failure = null;
        for (var (good, bad, step) = (0, Unknown, Size()); ;)
        {
            var most = bad == Unknown ? Math.Min(good + step, Size()) : (good + bad) / 2;
            var why = await Try(() => TakeFirst(most), keep: most == Size(), transaction, cancellation);
            if (why is null && most == Size()) return refused;
            Forget();
            if (why is null) (good, step) = (most, step * 2);
            else (bad, failure) = (most, why);
            if (bad - good > 1) continue;
            refused.Add(new(PositionOf(good), good == 0 ? page.SequenceFloor : PositionOf(good - 1), failure!));
            if (Stops)
            {
                await TakeFirst(good);
                return refused;
            }
            events.RemoveAt(good);
            (bad, step) = (Unknown, 1);
        }

        int Size() => TakesRows ? (int)(page.SequenceCeiling - page.SequenceFloor) : events.Count;

        long PositionOf(int n) => TakesRows ? page.SequenceFloor + n + 1 : events[n].Position;

        Task TakeFirst(int n) => n == 0 ? Task.CompletedTask
            : TakesRows ? TakeRows(page.SequenceFloor, page.SequenceFloor + n, connection, transaction, cancellation)
            : Take(n == events.Count ? events : events[..n], connection, transaction, cancellation);
    }

    /// <summary>Takes something in, or gives why that is not possible and leaves the transaction as it was.</summary>
    private protected static async Task<Exception?> Try(Func<Task> take, bool keep, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        await transaction.SaveAsync("page", cancellation);
        Exception? failure = null;
        try
        {
            await take();
        }
        catch (Exception e) when (!Faults.Passes(MartenNewsroom.CauseOf(e) ?? e))
        {
            failure = MartenNewsroom.CauseOf(e) ?? e;
        }
        if (failure is null && keep) return null;
        await transaction.RollbackAsync("page", cancellation);
        await transaction.ReleaseAsync("page", cancellation);
        return failure;
    }

    /// <summary>Whether the tables were rebuilt since they were last written to. Its row stays locked, so that they are not while they are.</summary>
    /// <exception cref="SchemaFault">They are those of a later version of Dateline.</exception>
    private async Task<bool> Renewed(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { new NpgsqlBatchCommand("select generation from followers where name = $1 for update").With(Cursors.RowOf(Name)), new(Schema.Current) }
        };
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        await rows.ReadAsync(cancellation);
        var now = rows.GetInt64(0);
        await rows.NextResultAsync(cancellation);
        await rows.ReadAsync(cancellation);
        Schema.AssertNotLater(rows);
        var renewed = generation != now;
        generation = now;
        return renewed;
    }

    /// <summary>What the daemon is told of and is in the tables already: where the follower stopped, or what it set aside.</summary>
    internal class Noted(string message, Exception? cause = null) : Exception(message, cause);

    /// <summary>An event that cannot be taken in, the position before it in its page, and why.</summary>
    private sealed record Refusal(long Position, long Before, Exception Failure);
}
