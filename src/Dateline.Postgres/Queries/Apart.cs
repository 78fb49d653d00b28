using Dateline.Postgres.Engine;
using Dateline.Postgres.Views;
using Dateline.Replay;
using Npgsql;

namespace Dateline.Postgres.Queries;

/// <summary>
/// What the history's rows cannot show of a moment. On the published clock they show what is known by now, so that of a moment as it was known earlier all
/// that was out by then, and has been heard of since, is folded from the log; and so is, on either clock, what the rows have not taken in yet.
/// </summary>
/// <param name="Stories">The streams of the stories.</param>
/// <param name="Claims">The streams of the claims.</param>
/// <param name="Then">These as they stood at the moment.</param>
internal sealed record Apart(IReadOnlySet<string> Stories, IReadOnlySet<string> Claims, Replayed Then)
{
    private const int MostStreams = 20_000;

    /// <summary>The ids of the stories.</summary>
    internal string[] StoryIds => [.. Stories.Select(Ids.Of)];

    /// <summary>The ids of the claims.</summary>
    internal string[] ClaimIds => [.. Claims.Select(Ids.Of)];

    /// <summary>What has to be folded of a moment, nothing where the rows show all of it; null where it is so much that the whole log is no more work.</summary>
    /// <param name="database">The database.</param>
    /// <param name="moment">The moment.</param>
    /// <param name="reached">The position that the rows reach.</param>
    /// <param name="cancellation">Ends the reading.</param>
    internal static async Task<Apart?> Of(NpgsqlDataSource database, Resolved moment, long reached, CancellationToken cancellation)
    {
        if (reached < 0) return null;
        var events = reached < moment.Position ? await Missing(database, reached, moment.Position, cancellation)
            : moment.Clock == Clock.Published ? await HeardOfSince(database, moment, reached, cancellation) : [];
        if (events is null) return null;
        if (events.Count == 0) return new(new HashSet<string>(), new HashSet<string>(), Replayer.Of([], moment));
        var links = new Links(database);
        if (reached < moment.Position) await links.Learn(Link.Of(events), cancellation);
        var circle = await Changed(links, events, cancellation);
        var streams = await links.Around(circle, cancellation);
        return streams.Count > MostStreams ? null
            : new(circle.Stories, circle.Claims, Replayer.Of(Replayer.InOrder(await Courses.Read(database, [.. streams], moment.Position, cancellation), moment.Clock), moment));
    }

    /// <summary>All that events can have changed in the rows: what they concern, also by what their documents say and where those ever were, and what that is related to.</summary>
    private static async Task<Circle> Changed(Links links, List<Recorded> events, CancellationToken cancellation)
    {
        var named = Links.Named(events);
        named.UnionWith(await links.Moved(events, cancellation));
        named.UnionWith(await links.From([.. named.Where(Ids.IsDocument)], [Link.Says], cancellation));
        var circle = await links.Concerned(named, cancellation);
        await links.AddRelated(circle, cancellation);
        await links.AddSharing(circle, cancellation);
        return circle;
    }

    /// <summary>What the rows have not taken in; null where it is too much.</summary>
    private static async Task<List<Recorded>?> Missing(NpgsqlDataSource database, long after, long through, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(RangeQuery.Of(new(after, through, Picture.Types)));
        return await Rows.ReadableIfFew(command.With(after, through, Rows.Few + 1L, Picture.Types.ToArray()), cancellation);
    }

    /// <summary>What the rows show of a moment that nobody had heard of at its position; null where it is too much. What came out later changes nothing of the moment.</summary>
    private static async Task<List<Recorded>?> HeardOfSince(NpgsqlDataSource database, Resolved moment, long reached, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"""
            select {Rows.Columns} from mt_events join (
                select e.seq_id from (select * from history_events where through > $1 order by through offset 0) h
                    join mt_events e on e.seq_id between greatest(h.position, $1 + 1) and least(h.through, $2)
                where h.published <= $4 and e.type = any($5) limit $3) chosen using (seq_id) order by seq_id
            """);
        return await Rows.ReadableIfFew(command.With(moment.Position, reached, Rows.Few + 1L, Course.Point(moment), Picture.Types.ToArray()), cancellation);
    }
}
