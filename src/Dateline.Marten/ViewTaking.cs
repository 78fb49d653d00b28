using Dateline.Postgres.Engine;
using Dateline.Postgres.Views;
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

    private ViewTaking(string name, Func<IFollower> make, IFollower follower) : base(name, follower is IRowFollower ? [] : follower.Types, MostEvents)
    {
        (this.make, this.follower) = (make, follower);
        // What comes while a page is under way waits for it in the log, not as pages of its own, however few events each has.
        Options.MaximumHopperSize = 1;
        if (TakesRows) IncludeType<Nothing>();
    }

    protected override bool TakesRows => follower is IRowFollower;

    protected override Task Take(
        IReadOnlyList<Recorded> events, NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellation) =>
        Run(sql => follower.Follow(events, sql, cancellation), connection, transaction, cancellation);

    protected override async Task TakeRows(
        long after, long through, NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        for (long at = after, to; at < through; at = to)
        {
            to = Math.Min(through, at + IRowFollower.MostRows);
            var (from, upTo) = (at, to);
            await Run(sql => ((IRowFollower)follower).Follow(from, upTo, read: null, sql, cancellation), connection, transaction, cancellation);
        }
    }

    protected override void Forget() => follower = make();

    private static async Task Run(Func<ISql, ValueTask> follow, NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection, transaction);
        await follow(new Sql(batch));
        if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Is never recorded: who asks for it alone is handed positions without events.</summary>
    private sealed record Nothing;
}
