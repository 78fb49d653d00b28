using System.Globalization;
using Dateline.Postgres.Engine;
using Dateline.Postgres.Views;
using Dateline.Replay;
using Npgsql;

namespace Dateline.Postgres.Queries;

/// <summary>
/// What happened between two moments: the changes as the history tells them, and the events around what fell due, which no event says. Where the rows tell
/// more than was known at the later moment, the events between the two, and all that what they changed depends on.
/// </summary>
internal sealed class Between(NpgsqlDataSource database)
{
    private const int MostBehind = 10_000;
    private static readonly TimeSpan wait = TimeSpan.FromSeconds(1);

    /// <summary>
    /// What tells of the time between the two. A view that is little behind is waited for, a second at most; null where it is further behind, or where there
    /// is so much to fold that the whole log is no more work.
    /// </summary>
    internal async Task<Course.Part?> Read(Resolved from, Resolved to, CancellationToken cancellation)
    {
        var (asked, told) = (DateTimeOffset.UtcNow, await Told(from, to, cancellation));
        while (told.Reached < to.Position && told.Reached >= to.Position - MostBehind && DateTimeOffset.UtcNow - asked < wait)
        {
            await Task.Delay(20, cancellation);
            told = await Told(from, to, cancellation);
        }
        if (told.Reached < to.Position) return null;
        if (told.Changes is null) return await Events(from, to, cancellation) is { } events ? await Around(events, events.Select(e => e.Stream), from, to, null, cancellation) : null;
        return await Around([], [], from, to, told.Changes, cancellation);
    }

    private async Task<Course.Part?> Around(
        IReadOnlyList<Recorded> events, IEnumerable<string> own, Resolved from, Resolved to, IReadOnlyList<Change>? told, CancellationToken cancellation)
    {
        if (await FallingDue(from, to, cancellation) is not { Count: <= Rows.Few } due) return null;
        if (told is not null && due.Count == 0) return new([], new HashSet<string>(), told);
        var links = new Links(database);
        var circle = await links.Concerned([.. Links.Named(events).Union(due)], cancellation);
        var streams = await links.Around(circle with { Documents = [] }, cancellation);
        streams.UnionWith(own);
        return new(await Courses.Read(database, [.. streams], to.Position, cancellation), new HashSet<string>([.. circle.Stories, .. circle.Claims], StringComparer.Ordinal), told);
    }

    /// <summary>The changes that the rows tell, and how far these reach; no changes where they do not reach the later moment, or tell of something that was out by it and that nobody had heard of yet.</summary>
    private async Task<(long Reached, IReadOnlyList<Change>? Changes)> Told(Resolved from, Resolved to, CancellationToken cancellation)
    {
        // One statement, so that rows and cursor are of one moment. In order and with a fence: what was heard of since is found by its index, whatever the planner believes of it.
        await using var command = database.CreateCommand(
            """
            with reached as materialized (
                select last_seq_id as position, last_seq_id >= $5 and ($2 = 'recorded'
                    or not exists (select from (select published from history_events where through > $5 order by through offset 0) since where published <= $4)) as tells
                from mt_event_progression where name = $1
            )
            select r.position, r.tells, c.position, c.at, c.kind, c.subject, c.stories, c.text, c.other, c.earlier, c.later
            from reached r left join history_changes c on r.tells and c.clock = $2 and c.begins > $3 and c.begins <= $4
            order by c.begins, c.told_with, c.kind = 'status', c.position <> c.told_with, c.position, c.subject collate "C"
            """);
        await using var rows = await command.With(
            Cursors.RowOf(HistoryFollower.ViewName), Words.Of(to.Clock), Course.Point(from), Course.Point(to), to.Position).ExecuteReaderAsync(cancellation);
        var (reached, tells, changes) = (-1L, false, new List<Change>());
        while (await rows.ReadAsync(cancellation))
        {
            (reached, tells) = (rows.GetInt64(0), rows.GetBoolean(1));
            if (!rows.IsDBNull(2)) changes.Add(Change(rows));
        }
        return (reached, tells ? changes : null);
    }

    private static Change Change(NpgsqlDataReader r) => new(
        r.GetInt64(2), r.At(3), r.GetString(4), r.GetString(5), r.GetFieldValue<string[]>(6), r.GetString(7),
        r.IsDBNull(8) ? null : new(r.GetString(8), r.GetString(9), r.GetString(10)));

    /// <summary>Claims whose day is over between the two, whatever else happened to them: no event says that they fell due.</summary>
    private Task<List<string>> FallingDue(Resolved from, Resolved to, CancellationToken cancellation) =>
        database.CreateCommand("select distinct id from claim_history where clock = $1 and due >= $2 and due <= $3 limit $4")
            .With(Words.Of(to.Clock), Day(from.At.UtcDateTime > DateTime.MinValue.AddDays(1) ? from.At.UtcDateTime.AddDays(-1) : DateTime.MinValue), Day(to.At.UtcDateTime), Rows.Few + 1L)
            .Rows(r => Ids.Claim(r.GetString(0)), cancellation);

    private static string Day(DateTime at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<List<Recorded>?> Events(Resolved from, Resolved to, CancellationToken cancellation)
    {
        var (sql, after, through) = to.Clock == Clock.Recorded
            ? ("select seq_id from mt_events where seq_id > $1 and seq_id <= $2 and seq_id <= $3 and type = any($4) order by seq_id limit $5", from.Position, to.Position)
            // A microsecond more on either side: what lies outside is found out when it is folded.
            : ("select e.seq_id from history_events h join mt_events e on e.seq_id between h.position and least(h.through, $3) where h.published >= $1 and h.published <= $2 and e.type = any($4) limit $5",
                Course.Point(from), Course.Point(to) + 1);
        await using var command = database.CreateCommand($"select {Rows.Columns} from mt_events join ({sql}) chosen (seq_id) using (seq_id) order by seq_id");
        return await Rows.ReadableIfFew(command.With(after, through, to.Position, Picture.Types.ToArray(), Rows.Few + 1L), cancellation);
    }
}
