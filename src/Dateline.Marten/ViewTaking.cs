using Dateline.Postgres.Engine;
using Npgsql;

namespace Dateline.Marten;

/// <summary>A view.</summary>
internal sealed class ViewTaking : Taking
{
    private const int MostEvents = 1000;
    private readonly Func<IFollower> make;
    private IFollower follower;

    internal ViewTaking(View view, NpgsqlDataSource database) : this(view.Name, () => view.Follower(database), view.Follower(database))
    {
    }

    private ViewTaking(string name, Func<IFollower> make, IFollower follower) : base(name, follower.Types, MostEvents) =>
        (this.make, this.follower) = (make, follower);

    protected override async Task Take(
        IReadOnlyList<Recorded> events, NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection, transaction);
        await follower.Follow(events, new Sql(batch), cancellation);
        if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(cancellation);
    }

    protected override void Forget() => follower = make();
}
