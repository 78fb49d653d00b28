using Dateline.Postgres.Engine;
using Dateline.Postgres.Views;
using Dateline.Replay;
using Npgsql;

namespace Dateline.Postgres.Queries;

/// <summary>
/// What the history's rows cannot show of a moment. On the published clock they show what is known by now, so that of a moment as it was known earlier all
/// that has been heard of since is folded from the log; and so is, on either clock, what the rows have not taken in yet.
/// </summary>
/// <param name="Stories">The streams of the stories.</param>
/// <param name="Claims">The streams of the claims.</param>
/// <param name="Then">These as they stood at the moment.</param>
internal sealed record Apart(IReadOnlySet<string> Stories, IReadOnlySet<string> Claims, Replayed Then)
{
    private const int MostEvents = 20_000;
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
        var events = reached == moment.Position || (moment.Clock == Clock.Recorded && reached > moment.Position) ? []
            : await Events(database, Math.Min(reached, moment.Position), Math.Max(reached, moment.Position), cancellation);
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

    private static async Task<List<Recorded>?> Events(NpgsqlDataSource database, long after, long through, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(RangeQuery.Of(new(after, through, Picture.Types)));
        var events = await Rows.Readable(command.With(after, through, MostEvents + 1L, Picture.Types.ToArray()), null, cancellation);
        return events.Count > MostEvents ? null : events;
    }
}
