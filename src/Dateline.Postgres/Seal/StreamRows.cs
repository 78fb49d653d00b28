using Dateline.Audit;
using Npgsql;

namespace Dateline.Postgres.Seal;

/// <summary>The rows of streams, which writers number by, held against the events.</summary>
internal static class StreamRows
{
    /// <summary>The streams whose row is not what their events make it; null when there is none.</summary>
    internal static async Task<WrongStreams?> Wrong(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var find = new NpgsqlCommand(
            """
            select coalesce(s.id, e.id), s.version, coalesce(s.is_archived, false), coalesce(e.version, 0), count(*) over (), s.type, s.tenant_id
            from (select stream_id as id, max(version) as version from mt_events group by stream_id) e full join mt_streams s using (id)
            where coalesce(s.version, 0) <> coalesce(e.version, 0) or s.is_archived
                or s.type <> type_of_stream(s.id) or s.tenant_id <> '*DEFAULT*'
            order by 1 limit 10
            """, connection)
        { CommandTimeout = 0 };
        var found = await find.Rows(r => (Count: r.GetInt64(4), Of: new WrongStream(r.Text(0) ?? "", r.Bigint(1), r.GetBoolean(2), r.GetInt64(3)) { Type = r.Text(5), Tenant = r.Text(6) }), cancellation);
        return found.Count == 0 ? null : new(found[0].Count, found.ConvertAll(f => f.Of));
    }
}
