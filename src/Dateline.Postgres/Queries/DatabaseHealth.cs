using System.Text.Json.Serialization;
using Dateline.Postgres.Engine;
using Dateline.Postgres.Seal;
using Npgsql;

namespace Dateline.Postgres.Queries;

/// <summary>What can be said of a database's health.</summary>
/// <param name="Version">The server's version.</param>
/// <param name="Major">Its major version.</param>
/// <param name="Durable">Whether it keeps what it acknowledges through a loss of power.</param>
/// <param name="Gaps">
/// How many positions are missing from the log, beyond those that Marten's daemon has noted as skipped. Told by the number of sealed events, so that
/// what was removed after it was sealed shows at the log's end only; counted as well where that was asked for. <c>audit verify</c> names them.
/// </param>
/// <param name="Role">The role of the connection.</param>
/// <param name="MayChangeEvents">Whether that role could turn off what keeps events as they are: it owns them or may change them.</param>
public sealed record DatabaseHealth(string Version, int Major, bool Durable, long Gaps, [property: JsonIgnore] string Role, [property: JsonIgnore] bool MayChangeEvents)
{
    /// <summary>Examines a database.</summary>
    /// <param name="database">The database.</param>
    /// <param name="counted">Whether to count the log's events, which takes about a second for ten million.</param>
    /// <param name="cancellation">Ends the examination.</param>
    public static async Task<DatabaseHealth> Of(NpgsqlDataSource database, bool counted, CancellationToken cancellation)
    {
        var rows = await database.CreateCommand(
            """
            select current_setting('server_version'), current_setting('server_version_num')::integer / 10000,
                current_setting('fsync') = 'on' and current_setting('full_page_writes') = 'on',
                greatest(
                    greatest(0, reached - events - (select coalesce(sum(ending_sequence - starting_sequence + 1), 0)::bigint from mt_high_water_skips where ending_sequence <= reached))
                        + greatest(0, reached - (select coalesce(max(seq_id), 0) from mt_events)),
                    case when $2 then
                        (select greatest(coalesce(max(seq_id), 0), reached) - count(*) from mt_events)
                            - (select coalesce(sum(ending_sequence - starting_sequence + 1), 0)::bigint from mt_high_water_skips)
                    end),
                current_user::text,
                has_table_privilege('mt_events', 'update, delete, truncate') or pg_has_role((select relowner from pg_class where oid = 'mt_events'::regclass), 'member')
            from (select coalesce((select last_seq_id from mt_event_progression where name = $1), 0) as reached,
                coalesce((select number * 256 + length(hashes) / 32 from seal_tiles where level = 0 order by number desc limit 1), 0) as events) seal
            """).With(Cursors.RowOf(SealFollower.ViewName), counted).Rows(r => new DatabaseHealth(r.GetString(0), r.GetInt32(1), r.GetBoolean(2), r.GetInt64(3), r.GetString(4), r.GetBoolean(5)), cancellation);
        return rows[0];
    }
}
