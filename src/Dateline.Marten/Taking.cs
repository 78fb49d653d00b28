using Dateline.Postgres;
using Dateline.Postgres.Engine;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Marten.Services;
using Marten.Subscriptions;
using Npgsql;

namespace Dateline.Marten;

/// <summary>
/// A follower as a subscription of Marten's daemon: what it does with a page of events is committed with the daemon's progress. It may remember
/// what it wrote; that is forgotten whenever it may not be what was committed.
/// </summary>
internal abstract class Taking : SubscriptionBase
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

    /// <summary>What a page does in the daemon's transaction, and after it.</summary>
    private sealed class Turn(Taking follower, EventRange page, ISubscriptionController controller) : ITransactionParticipant, IChangeListener
    {
        private Exception? failure;

        public async Task BeforeCommitAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken token)
        {
            var events = page.Events.Select(MartenNewsroom.Recorded).ToList();
            failure = null;
            if (follower.Poison == Poison.SetAside) await SetAsideUnreadable(connection, token);
            if (events.Count == 0) return;
            if (await follower.TakeIn(events, connection, transaction, token) is not { } refused)
            {
                await Mark("update followers set state = 'running', position = null, error = null, since = clock_timestamp() where name = $1 and state <> 'running'");
                return;
            }
            failure = refused.Failure;
            var error = Faults.Describe(failure);
            var stop = follower.Poison == Poison.Stop;
            await Mark("update mt_event_progression set last_seq_id = $2 where name = $1", stop ? Before(refused.Event, events) : refused.Event.Position);
            if (stop) await Mark("update followers set state = 'stopped', position = $2, error = $3, since = clock_timestamp() where name = $1", refused.Event.Position, error);
            else await Mark("insert into set_aside (follower, position, error) values ($1, $2, $3) on conflict do nothing", refused.Event.Position, error);

            async Task Mark(string sql, params object[] values)
            {
                await using var command = new NpgsqlCommand(sql, connection, transaction);
                await command.With([Cursors.RowOf(follower.Name), .. values]).ExecuteNonQueryAsync(token);
            }
        }

        /// <summary>The cursor was set to where the page could not go on: the daemon continues from there.</summary>
        public Task AfterCommitAsync(IDocumentSession session, IChangeSet commit, CancellationToken token)
        {
            if (failure is not null) return controller.ReportCriticalFailureAsync(failure);
            follower.doubtful = false;
            return Task.CompletedTask;
        }

        public Task BeforeCommitAsync(IDocumentSession session, IChangeSet commit, CancellationToken token) => Task.CompletedTask;

        /// <summary>Events that Marten could not read are missing from the page that it hands over.</summary>
        private async Task SetAsideUnreadable(NpgsqlConnection connection, CancellationToken cancellation)
        {
            await using var command = new NpgsqlCommand(
                """
                insert into set_aside (follower, position, error)
                select $1, seq_id, 'The event at position ' || seq_id || ' cannot be read. It is a ' || type || '.' from mt_events
                where seq_id > $2 and seq_id <= $3 and seq_id <> all ($4) and (cardinality($5) = 0 or type = any ($5))
                on conflict do nothing
                """, connection);
            var types = follower.IncludedEventTypes.Select(EventTypes.NameOf).ToArray();
            await command.With(Cursors.RowOf(follower.Name), page.SequenceFloor, page.SequenceCeiling, page.Events.Select(e => e.Sequence).ToArray(), types)
                .ExecuteNonQueryAsync(cancellation);
        }

        private long Before(Recorded refused, List<Recorded> events)
        {
            var index = events.IndexOf(refused);
            return index == 0 ? page.SequenceFloor : events[index - 1].Position;
        }
    }
}
