using Dateline.Postgres;
using Dateline.Postgres.Seal;
using JasperFx.Events;
using Marten;
using Marten.Services;
using Npgsql;

namespace Dateline.Marten;

/// <summary>
/// Takes the lock of Dateline's writers before events are numbered, so that positions are gapless, in commit order and never earlier in time
/// than the ones before, whichever engine writes; and puts on each event who, why and within what.
/// </summary>
internal sealed class Recording : DocumentSessionListenerBase
{
    public override async Task BeforeSaveChangesAsync(IDocumentSession session, CancellationToken token)
    {
        var streams = session.PendingChanges.Streams().Where(s => s.Events.Count > 0).ToList();
        if (streams.Count == 0) return;
        if (Sending.Current is { } sending)
        {
            foreach (var stream in streams)
            {
                if (sending.Act.ExpectedVersion is { } expected && stream.ExpectedVersionOnServer is { } actual && actual != expected)
                    throw new Conflict(stream.Key!, expected, actual);
                Sign(stream.Events, sending.Act);
            }
            if (sending.Command is IKeepsOriginal { Original: { } original }) Keep(session, original);
        }
        await session.BeginTransactionAsync(token);
        var (at, last) = await Lock(session.Connection, token);
        foreach (var e in streams.SelectMany(s => s.Events)) e.Timestamp = at;
        Sending.Current?.Before = last;
    }

    public override Task AfterCommitAsync(IDocumentSession session, IChangeSet commit, CancellationToken token)
    {
        if (Sending.Current is { } sending && commit.GetStreams().FirstOrDefault(s => s.Events.Count > 0) is { } stream)
        {
            sending.Receipt = new(stream.Key!, stream.Events[^1].Version, sending.Before + stream.Events.Count, [.. stream.Events.Select(e => e.Data)]);
        }
        return Task.CompletedTask;
    }

    /// <summary>Puts on events who, why and within what, and a salt: once it is gone, the event's sealed hash tells nothing of data that was removed.</summary>
    internal static void Sign(IEnumerable<IEvent> events, Act act)
    {
        var correlation = act.Correlation ?? Guid.CreateVersion7().ToString();
        foreach (var e in events)
        {
            (e.UserName, e.CorrelationId, e.CausationId) = (act.By, correlation, act.Causation);
            if (act.Reason is { } reason) e.SetHeader("reason", reason);
            e.SetHeader("salt", Guid.NewGuid());
            e.SetHeader("leaf", StoredEvents.Leaf);
        }
    }

    /// <summary>Keeps bytes by their SHA-256 in the session's transaction.</summary>
    internal static void Keep(IDocumentOperations session, Original original) => session.QueueSqlCommand(
        "insert into originals (sha256, media_type, bytes) values (?, ?, ?) on conflict do nothing",
        original.Sha256, original.MediaType, original.Bytes.ToArray());

    /// <summary>Waits for the other writers; gives the time at which events are recorded from here to the end of the transaction, and the last position.</summary>
    internal static async Task<(DateTimeOffset At, long Last)> Lock(NpgsqlConnection connection, CancellationToken cancellation)
    {
        // Two statements: the second must see what the writer before committed. Numbers that a failed writer drew are drawn again.
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("select pg_advisory_xact_lock(hashtextextended('dateline writers ' || current_schema(), 0))"),
                new("""
                    select greatest(clock_timestamp(), max(timestamp)), coalesce(max(seq_id), 0), setval('mt_events_sequence', coalesce(max(seq_id), 1), max(seq_id) is not null)
                    from (select seq_id, timestamp from mt_events order by seq_id desc limit 1) last
                    """)
            }
        };
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        await rows.NextResultAsync(cancellation);
        await rows.ReadAsync(cancellation);
        return (rows.At(0), rows.GetInt64(1));
    }
}
