using System.Globalization;
using Dateline.Postgres.Engine;
using Dateline.Replay;
using Npgsql;

namespace Dateline.Postgres.Views;

/// <summary>The events between two moments, and all that what they changed depends on.</summary>
internal static class Between
{
    private const int MostEvents = 20_000;

    /// <summary>What a comparison folds; null where there is so much between the two that the whole log is no more work.</summary>
    internal static async Task<Course.Part?> Read(NpgsqlDataSource database, Resolved from, Resolved to, CancellationToken cancellation)
    {
        var links = new Links(database);
        if (await Events(database, from, to, cancellation) is not { } events || await FallingDue(database, from, to, cancellation) is not { Count: <= MostEvents } due) return null;
        var circle = await links.Concerned([.. Links.Named(events).Union(due)], cancellation);
        var streams = await links.Around(circle with { Documents = [] }, cancellation);
        streams.UnionWith(events.Select(e => e.Stream));
        return new(await Courses.Read(database, [.. streams], to.Position, cancellation), new HashSet<string>([.. circle.Stories, .. circle.Claims], StringComparer.Ordinal));
    }

    /// <summary>Claims whose day is over between the two, whatever else happened to them: no event says that they fell due.</summary>
    private static Task<List<string>> FallingDue(NpgsqlDataSource database, Resolved from, Resolved to, CancellationToken cancellation) =>
        database.CreateCommand("select distinct id from claim_history where clock = $1 and due >= $2 and due <= $3 limit $4")
            .With(Words.Of(to.Clock), Day(from.At.UtcDateTime > DateTime.MinValue.AddDays(1) ? from.At.UtcDateTime.AddDays(-1) : DateTime.MinValue), Day(to.At.UtcDateTime), MostEvents + 1L)
            .Rows(r => Ids.Claim(r.GetString(0)), cancellation);

    private static string Day(DateTime at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<List<Recorded>?> Events(NpgsqlDataSource database, Resolved from, Resolved to, CancellationToken cancellation)
    {
        var (sql, after, through) = to.Clock == Clock.Recorded
            ? ("select seq_id from mt_events where seq_id > $1 and seq_id <= $2 and seq_id <= $3 and type = any($4) order by seq_id limit $5", from.Position, to.Position)
            // A microsecond more on either side: what lies outside is found out when it is folded.
            : ("select position from history_events where published >= $1 and published <= $2 and position <= $3 and $4::text[] is not null limit $5",
                Course.Point(from), Course.Point(to) + 1);
        await using var command = database.CreateCommand($"select {Rows.Columns} from mt_events join ({sql}) chosen (seq_id) using (seq_id) order by seq_id");
        await using var rows = await command.With(after, through, to.Position, Picture.Types.ToArray(), MostEvents + 1L).ExecuteReaderAsync(cancellation);
        var events = new List<Recorded>();
        while (await rows.ReadAsync(cancellation))
        {
            try
            {
                events.Add(Rows.Read(rows));
            }
            catch (UnreadableEvent)
            {
                // It was set aside when it came.
            }
        }
        return events.Count > MostEvents ? null : events;
    }
}
