using Dateline.Postgres;
using Dateline.Postgres.Engine;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Npgsql;

namespace Dateline.Marten;

/// <summary>Sees to what the daemon does not come back from, or does not tell a follower about.</summary>
internal sealed class Watch(IProjectionDaemon daemon, NpgsqlDataSource database, Log log) : IObserver<ShardState>
{
    public void OnNext(ShardState value)
    {
        // A rebuild moved the cursor: what the daemon knows of it is out of date, and it begins anew from where the cursor is.
        if (value is { Action: ShardAction.Stopped, Failure.Category: ShardFailureCategory.ProgressionOutOfOrder }) daemon.EjectPausedShard(value.ShardName);
        if (value is not { Action: ShardAction.Paused, Failure: { } failure }) return;
        if (failure.Category is ShardFailureCategory.EventSerialization or ShardFailureCategory.UnknownEventType || MetNoType(value.Exception))
            _ = Stop(value.ShardName.Split(':')[0], failure.Event?.Sequence ?? 0);
    }

    /// <summary>Whether the row of an event of an unknown name has no .NET type either: Marten breaks off there, also where it is to set aside what it does not know.</summary>
    private static bool MetNoType(Exception? failure) => failure is not null && (failure is InvalidCastException || MetNoType(failure.InnerException));

    private async Task Stop(string follower, long position)
    {
        try
        {
            if (position <= 0 && (position = await FirstUnknown(follower)) <= 0) return;
            await Cursors.Stopped(database, follower, position, await WhyUnreadable(position), CancellationToken.None);
        }
        catch (NpgsqlException)
        {
            // The daemon tries again, and tells again.
        }
    }

    /// <summary>Marten does not say what is wrong with it in words that are safe to show.</summary>
    private async Task<string> WhyUnreadable(long position)
    {
        try
        {
            await log.ReadPage(new(position - 1, position), 1, CancellationToken.None);
            return new UnreadableEvent(position, "Marten cannot read it.").Message;
        }
        catch (UnreadableEvent e)
        {
            return e.Message;
        }
    }

    /// <summary>Marten does not say where an event is whose name it does not know.</summary>
    private async Task<long> FirstUnknown(string follower)
    {
        await using var command = database.CreateCommand(
            "select coalesce(min(seq_id), 0) from mt_events where seq_id > (select last_seq_id from mt_event_progression where name = $1) and type <> all ($2)");
        return (long)(await command.With(Cursors.RowOf(follower), EventTypes.All.Select(e => e.Name).ToArray()).ExecuteScalarAsync())!;
    }

    public void OnError(Exception error)
    {
    }

    public void OnCompleted()
    {
    }
}
