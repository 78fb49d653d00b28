using Dateline.Audit;
using Npgsql;

namespace Dateline.Postgres.Queries;

/// <summary>What came of verifying the log.</summary>
/// <param name="At">When it ended.</param>
/// <param name="By">Who asked for it.</param>
/// <param name="Holds">Whether every event was as it was recorded.</param>
/// <param name="Events">How many events were read.</param>
/// <param name="Sealed">How many of them the seal covered.</param>
/// <param name="Signed">The size of the largest checkpoint that they agreed with; null when none was at hand.</param>
/// <param name="First">The first position that differed.</param>
/// <param name="Said">What differed, and what was signed and is not at hand, in sentences; empty when there is nothing to say.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record PastVerification(DateTimeOffset At, string By, bool Holds, long Events, long Sealed, long? Signed, long? First, string Said, long Milliseconds);

/// <summary>Keeps what came of verifying the log.</summary>
public sealed class Verifications(NpgsqlDataSource database)
{
    private const int LongestSaid = 2000;

    /// <summary>Keeps a result.</summary>
    public async Task Keep(Verification found, string by, TimeSpan took, CancellationToken cancellation)
    {
        var said = string.Join(' ', new[] { found.First?.What, found.Missing?.What, found.Streams?.What, found.Unwitnessed }.OfType<string>().Concat(found.Damaged));
        await using var command = database.CreateCommand(
            "insert into verifications (by, holds, events, sealed, signed, first_at, said, took) values ($1, $2, $3, $4, $5, $6, $7, $8)");
        await command.With(
            by, found.Holds, found.Events, found.Sealed, Parameters.Typed(found.Signed, NpgsqlTypes.NpgsqlDbType.Bigint),
            Parameters.Typed(found.First?.From, NpgsqlTypes.NpgsqlDbType.Bigint), said.Length <= LongestSaid ? said : said[..LongestSaid], (long)took.TotalMilliseconds)
            .ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The last one; null when the log was never verified.</summary>
    public async Task<PastVerification?> Last(CancellationToken cancellation) => (await database.CreateCommand(
        "select at, by, holds, events, sealed, signed, first_at, said, took from verifications order by number desc limit 1")
        .Rows(r => new PastVerification(r.At(0), r.GetString(1), r.GetBoolean(2), r.GetInt64(3), r.GetInt64(4), r.Bigint(5), r.Bigint(6), r.GetString(7), r.GetInt64(8)), cancellation)).FirstOrDefault();
}
