using Npgsql;

namespace Dateline.Postgres.Queries;

/// <summary>What can be said of a database's health.</summary>
/// <param name="Version">The server's version.</param>
/// <param name="Major">Its major version.</param>
/// <param name="Durable">Whether it keeps what it acknowledges through a loss of power.</param>
/// <param name="Gaps">How many positions are missing from the log, beyond those that Marten's daemon has noted as skipped.</param>
public sealed record DatabaseHealth(string Version, int Major, bool Durable, long Gaps)
{
    /// <summary>Examines a database.</summary>
    public static async Task<DatabaseHealth> Of(NpgsqlDataSource database, CancellationToken cancellation)
    {
        var rows = await database.CreateCommand(
            """
            select current_setting('server_version'), current_setting('server_version_num')::integer / 10000,
                current_setting('fsync') = 'on' and current_setting('full_page_writes') = 'on',
                greatest(0, (select coalesce(max(seq_id), 0) - count(*) from mt_events)
                    - (select coalesce(sum(ending_sequence - starting_sequence + 1), 0)::bigint from mt_high_water_skips))
            """).Rows(r => new DatabaseHealth(r.GetString(0), r.GetInt32(1), r.GetBoolean(2), r.GetInt64(3)), cancellation);
        return rows[0];
    }
}
