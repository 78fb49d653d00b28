using Dateline.Postgres.Engine;
using Dateline.Postgres.Seal;
using Npgsql;

namespace Dateline.Postgres.Queries;

/// <summary>What can be said of a database's health.</summary>
/// <param name="Version">The server's version.</param>
/// <param name="Major">Its major version.</param>
/// <param name="Durable">Whether it keeps what it acknowledges through a loss of power.</param>
/// <param name="Gaps">
/// How many positions are missing from the log as far as it is sealed, beyond those that Marten's daemon has noted as skipped: told by the number of
/// sealed events, so that nothing is counted. What was removed from within it after that, <c>audit verify</c> finds.
/// </param>
public sealed record DatabaseHealth(string Version, int Major, bool Durable, long Gaps)
{
    /// <summary>Examines a database.</summary>
    public static async Task<DatabaseHealth> Of(NpgsqlDataSource database, CancellationToken cancellation)
    {
        var rows = await database.CreateCommand(
            """
            select current_setting('server_version'), current_setting('server_version_num')::integer / 10000,
                current_setting('fsync') = 'on' and current_setting('full_page_writes') = 'on',
                greatest(0, reached - events - (select coalesce(sum(ending_sequence - starting_sequence + 1), 0)::bigint from mt_high_water_skips where ending_sequence <= reached))
                    + greatest(0, reached - (select coalesce(max(seq_id), 0) from mt_events))
            from (select coalesce((select last_seq_id from mt_event_progression where name = $1), 0) as reached,
                coalesce((select number * 256 + length(hashes) / 32 from seal_tiles where level = 0 order by number desc limit 1), 0) as events) seal
            """).With(Cursors.RowOf(SealFollower.ViewName)).Rows(r => new DatabaseHealth(r.GetString(0), r.GetInt32(1), r.GetBoolean(2), r.GetInt64(3)), cancellation);
        return rows[0];
    }
}
