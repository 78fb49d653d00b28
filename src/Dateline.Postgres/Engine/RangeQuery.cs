namespace Dateline.Postgres.Engine;

/// <summary>
/// The query of a page of a range: after $1, up to $2, at most $3, then the types and the streams where there are such. Rows are chosen before their data is
/// read: the planner must not make the text of rows that the limit leaves out.
/// </summary>
internal static class RangeQuery
{
    private const string Range = "seq_id > $1 and seq_id <= $2";

    internal static string Of(Dateline.Range range)
    {
        var types = range.Types is null ? "" : " and type = any($4)";
        return range.Streams is null ? OfLog(types) : OfStreams(types, range.Types is null ? "$4" : "$5");
    }

    private static string OfLog(string types) =>
        $"select {Rows.Columns} from mt_events join (select seq_id from mt_events where {Range}{types} order by seq_id limit $3) chosen using (seq_id) order by seq_id";

    // Lateral with an order and a limit of its own: each stream and each row is looked up by its index, whatever the planner believes of the sizes.
    private static string OfStreams(string types, string streams) =>
        $"""
        select e.* from (
            select s.seq_id from unnest({streams}::text[]) as k (stream) cross join lateral (
                select seq_id from mt_events where stream_id = k.stream and {Range}{types} order by version limit $3) s
            order by s.seq_id limit $3) chosen
        cross join lateral (select {Rows.Columns} from mt_events where seq_id = chosen.seq_id limit 1) e order by e.seq_id
        """;
}
