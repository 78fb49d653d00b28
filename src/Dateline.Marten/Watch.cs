using Dateline.Postgres.Engine;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Npgsql;

namespace Dateline.Marten;

/// <summary>Sees to what the daemon does not come back from, or does not tell a follower about.</summary>
internal sealed class Watch(IProjectionDaemon daemon, NpgsqlDataSource database) : IObserver<ShardState>
{
    public void OnNext(ShardState value)
    {
        // A rebuild moved the cursor: what the daemon knows of it is out of date, and it begins anew from where the cursor is.
        if (value is { Action: ShardAction.Stopped, Failure.Category: ShardFailureCategory.ProgressionOutOfOrder }) daemon.EjectPausedShard(value.ShardName);
        if (value is not { Action: ShardAction.Paused, Failure: { Event.Sequence: { } position } failure }) return;
        if (failure.Category is not (ShardFailureCategory.EventSerialization or ShardFailureCategory.UnknownEventType)) return;
        var name = value.ShardName.Split(':')[0];
        _ = Cursors.Stopped(database, name, position, new UnreadableEvent(position, $"It is a {failure.Event.EventTypeName}.").Message, CancellationToken.None);
    }

    public void OnError(Exception error)
    {
    }

    public void OnCompleted()
    {
    }
}
