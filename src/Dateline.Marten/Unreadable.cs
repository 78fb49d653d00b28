using Dateline.Postgres.Engine;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Npgsql;

namespace Dateline.Marten;

/// <summary>Notes that a follower stands before an event that Marten could not read: it never reaches the follower itself.</summary>
internal sealed class Unreadable(NpgsqlDataSource database) : IObserver<ShardState>
{
    public void OnNext(ShardState value)
    {
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
