using Npgsql;

namespace Dateline.Postgres.Accounts;

/// <summary>
/// Failed attempts to sign in, by the SHA-256 of whom or where they were for: every process on the database counts the same, and a restart
/// forgets nothing. Bounded: what no longer counts goes, and of one name at most a hundred are kept.
/// </summary>
public sealed class SignInFailures(NpgsqlDataSource database)
{
    private const int MostOfOne = 100;

    /// <summary>Notes a failure for each of several names, and lets go of those before a moment.</summary>
    public async Task Note(IReadOnlyList<byte[]> names, DateTimeOffset at, DateTimeOffset since, CancellationToken cancellation)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("delete from sign_in_failures where ctid in (select ctid from sign_in_failures where at <= $1 order by at limit 1000)").With(since.ToUniversalTime()));
        foreach (var name in names)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(
                """
                insert into sign_in_failures (of_sha256, at) select $1, $2
                where (select count(*) from (select from sign_in_failures where of_sha256 = $1 and at > $3 limit $4) own) < $4
                """).With(name, at.ToUniversalTime(), since.ToUniversalTime(), (long)MostOfOne));
        }
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>When the so-many-last failure of a name was; null when there were not so many since a moment.</summary>
    public async Task<DateTimeOffset?> Last(byte[] name, int ago, DateTimeOffset since, CancellationToken cancellation) => (await database.CreateCommand(
        "select at from sign_in_failures where of_sha256 = $1 and at > $2 order by at desc offset $3 limit 1").With(name, since.ToUniversalTime(), (long)(ago - 1))
        .Rows(r => (DateTimeOffset?)r.At(0), cancellation)).FirstOrDefault();

    /// <summary>Takes back one failure of a moment for each of several names.</summary>
    public async Task TakeBack(IReadOnlyList<byte[]> names, DateTimeOffset at, CancellationToken cancellation)
    {
        await using var batch = database.CreateBatch();
        foreach (var name in names)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(
                "delete from sign_in_failures where ctid = (select ctid from sign_in_failures where of_sha256 = $1 and at = $2 limit 1 for update skip locked)").With(name, at.ToUniversalTime()));
        }
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Forgets the failures of a name.</summary>
    public async Task Forget(byte[] name, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("delete from sign_in_failures where of_sha256 = $1");
        await command.With(name).ExecuteNonQueryAsync(cancellation);
    }
}
