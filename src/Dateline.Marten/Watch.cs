using Dateline.Postgres;
using Dateline.Postgres.Engine;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Npgsql;

namespace Dateline.Marten;

/// <summary>Sees to what the daemon does not come back from, or does not tell a follower about.</summary>
/// <param name="daemon">The daemon.</param>
/// <param name="database">The database.</param>
/// <param name="log">The log, as Dateline reads it.</param>
/// <param name="needs">The stored names of the events that each follower needs; null for all.</param>
internal sealed class Watch(IProjectionDaemon daemon, NpgsqlDataSource database, Log log, IReadOnlyDictionary<string, string[]?> needs) : IObserver<ShardState>
{
    private const int MostLooked = 1000;

    public void OnNext(ShardState value)
    {
        // A rebuild moved the cursor: what the daemon knows of it is out of date, and it begins anew from where the cursor is.
        if (value is { Action: ShardAction.Stopped, Failure.Category: ShardFailureCategory.ProgressionOutOfOrder }) daemon.EjectPausedShard(value.ShardName);
        if (value is not { Action: ShardAction.Paused, Failure: { } failure, Exception: { } why } || why is Taking.Noted or OperationCanceledException) return;
        if (failure.Category is ShardFailureCategory.Other && Faults.Passes(MartenNewsroom.CauseOf(why) ?? why)) return;
        _ = Stop(value.ShardName.Split(':')[0], failure.Event?.Sequence ?? 0);
    }

    private async Task Stop(string follower, long position)
    {
        try
        {
            var bad = await FirstUnreadable(follower);
            if (bad is null && position > 0) bad = new(position, "Marten cannot read it.");
            if (bad is not null) await Cursors.Stopped(database, follower, bad.Position, bad.Message, CancellationToken.None);
        }
        catch (Exception e) when (e is NpgsqlException or ObjectDisposedException)
        {
            // The daemon tries again, and tells again.
        }
    }

    /// <summary>
    /// The first event behind a follower's cursor that cannot be read. Marten does not always say which it is, nor in words that are safe to show: of a name that it does not
    /// know, of headers that are no object.
    /// </summary>
    private async Task<UnreadableEvent?> FirstUnreadable(string follower)
    {
        var (after, through, headers) = (await database.CreateCommand(
            """
            with at as (select coalesce((select last_seq_id from mt_event_progression where name = $1), 0) as position)
            select at.position, (select coalesce(max(seq_id), 0) from mt_events),
                (select min(seq_id) from mt_events where seq_id > at.position and seq_id <= at.position + $2 and jsonb_typeof(headers) <> 'object')
            from at
            """).With(Cursors.RowOf(follower), (long)MostLooked).Rows(r => (r.GetInt64(0), r.GetInt64(1), r.Bigint(2)), CancellationToken.None))[0];
        var ofHeaders = headers is { } at ? new UnreadableEvent(at, "Its headers are no JSON object.") : null;
        try
        {
            var (_, upTo) = await log.ReadPage(new(after, through, needs.GetValueOrDefault(follower)), MostLooked, CancellationToken.None);
            if (upTo < through) await log.ReadPage(new(upTo, through, needs.GetValueOrDefault(follower)), 1, CancellationToken.None);
            return ofHeaders;
        }
        catch (UnreadableEvent e)
        {
            return ofHeaders?.Position < e.Position ? ofHeaders : e;
        }
    }

    public void OnError(Exception error)
    {
    }

    public void OnCompleted()
    {
    }
}
