using Dateline.Documents;
using Dateline.Postgres.Engine;
using Dateline.Replay;
using Npgsql;

namespace Dateline.Postgres.Views;

/// <summary>Whole streams, as far as a picture depends on them.</summary>
internal static class Courses
{
    /// <summary>Reads streams up to a position. What cannot be read was set aside when it came.</summary>
    internal static async Task<List<Recorded>> Read(NpgsqlDataSource database, string[] streams, long through, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            // With a fence: each stream is looked up by its key, whatever the planner believes of the types.
            $"select {Rows.Columns} from unnest($1) as k (stream) cross join lateral (select * from mt_events where stream_id = k.stream order by version offset 0) e "
            + "where seq_id <= $2 and type = any($3)");
        return await Rows.Readable(command.With(streams, through, Picture.Types.ToArray()), Short, cancellation);
    }

    /// <summary>A revision without its text, which no course depends on.</summary>
    private static Recorded Short(Recorded e) => e.Data is DocumentRevised d ? e with { Data = d with { Text = "" } } : e;
}
