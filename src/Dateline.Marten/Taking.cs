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

    /// <summary>Takes in events within a transaction.</summary>
    protected abstract Task Take(IReadOnlyList<Recorded> events, NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellation);

    /// <summary>Forgets what was remembered since the last commit that is known.</summary>
    protected abstract void Forget();

    public override Task<IChangeListener> ProcessEventsAsync(
        EventRange page, ISubscriptionController controller, IDocumentOperations operations, CancellationToken cancellationToken)
    {
        doubtful |= page.SequenceFloor != position;
        position = page.SequenceCeiling;
        if (page.Events.Count == 0 && Poison == Poison.Stop) return Task.FromResult<IChangeListener>(NullChangeListener.Instance);
        var turn = new Turn(this, page, controller);
        ((ITransactionParticipantRegistrar)operations).AddTransactionParticipant(turn);
        return Task.FromResult<IChangeListener>(turn);
    }

    /// <summary>Takes in as much of a page as can be; gives the event that cannot, if one cannot.</summary>
    private async Task<(Recorded Event, Exception Failure)?> TakeIn(
        List<Recorded> events, NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        doubtful |= await Renewed(connection, cancellation);
        if (doubtful) Forget();
        doubtful = true;
        var failure = await Try(events, keep: true, connection, transaction, cancellation);
        if (failure is null) return null;
        var (good, bad) = (0, events.Count);
        while (bad - good > 1)
        {
            var middle = (good + bad) / 2;
            Forget();
            if (await Try(events[..middle], keep: false, connection, transaction, cancellation) is { } fault) (bad, failure) = (middle, fault);
            else good = middle;
        }
        Forget();
        if (good > 0) await Take(events[..good], connection, transaction, cancellation);
        return (events[good], failure);
    }

    /// <summary>Takes in events, or gives why that is not possible and leaves the transaction as it was.</summary>
    private async Task<Exception?> Try(
        List<Recorded> events, bool keep, NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        await transaction.SaveAsync("page", cancellation);
        Exception? failure = null;
        try
        {
            await Take(events, connection, transaction, cancellation);
        }
        catch (Exception e) when (!Faults.Passes(e))
        {
            failure = e;
        }
        if (failure is not null || !keep) await transaction.RollbackAsync("page", cancellation);
        return failure;
    }

    /// <summary>Whether the tables were rebuilt since they were last written to. Its row stays locked, so that they are not while they are.</summary>
    private async Task<bool> Renewed(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select generation from followers where name = $1 for update", connection);
        var now = (long)(await command.With(Cursors.RowOf(Name)).ExecuteScalarAsync(cancellation))!;
        var renewed = generation != now;
        generation = now;
        return renewed;
    }
}
