using Dateline.Postgres.Views;
using Npgsql;

namespace Dateline.Postgres.Engine;

/// <summary>What happens at an event that a follower cannot take in.</summary>
internal static class Stops
{
    /// <summary>What is done with what a follower cannot take in. Rows are never passed over: each leaf of the seal is in its place, or it proves nothing.</summary>
    internal static Poison Treatment(Poison poison, IFollower follower) => follower is IRowFollower ? Poison.Stop : poison;

    /// <summary>Stops the follower there (true), or sets the event aside in the transaction that moves the cursor past it (false).</summary>
    internal static async Task<bool> At(
        NpgsqlDataSource database, Cursor cursor, Leader leader, long position, Exception failure, Poison poison, CancellationToken cancellation)
    {
        var error = Faults.Describe(failure);
        if (poison == Poison.Stop)
        {
            await Cursors.Stopped(database, cursor.Name, position, error, cancellation);
            return true;
        }
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Cursors.Advance(cursor, leader.Epoch, position));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("insert into set_aside (follower, position, error) values ($1, $2, $3) on conflict do nothing")
            .With(Cursors.RowOf(cursor.Name), position, error));
        await batch.ExecuteNonQueryAsync(cancellation);
        return false;
    }
}
