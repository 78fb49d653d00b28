using Npgsql;

namespace Dateline.Postgres.Engine;

/// <summary>The events that a follower set aside and that somebody asked to try again.</summary>
internal sealed class AskedAgain(NpgsqlDataSource database, string follower)
{
    private readonly string row = Cursors.RowOf(follower);

    /// <summary>The first of them; null when there is none.</summary>
    internal async Task<long?> First(CancellationToken cancellation) =>
        await database.CreateCommand("select position from set_aside where follower = $1 and asked is not null order by position limit 1").With((object)row)
            .Rows(r => r.GetInt64(0), cancellation) is [var position] ? position : null;

    /// <summary>Takes one off the list.</summary>
    internal NpgsqlBatchCommand Done(long position) => new NpgsqlBatchCommand("delete from set_aside where follower = $1 and position = $2").With(row, position);

    /// <summary>Says why one still cannot be taken in; nobody has asked for it any more.</summary>
    internal async Task Failed(long position, Exception why, CancellationToken cancellation)
    {
        await using var failed = database.CreateCommand("update set_aside set asked = null, error = $3, at = clock_timestamp() where follower = $1 and position = $2");
        await failed.With(row, position, Faults.Describe(why)).ExecuteNonQueryAsync(cancellation);
    }
}
