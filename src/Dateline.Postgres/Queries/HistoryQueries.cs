using Dateline.Postgres.Engine;
using Dateline.Postgres.Views;
using Dateline.Replay;
using Npgsql;

namespace Dateline.Postgres.Queries;

/// <summary>
/// The board, stories and claims at any moment, from the history's rows: one query for the whole board, one fold of what it depends on for a
/// story or claim. Where the rows do not reach, null is given, and the log has to be folded.
/// </summary>
public sealed partial class HistoryQueries(NpgsqlDataSource database)
{
    /// <summary>
    /// The part of the picture of a moment that shows a story with its documents and claims, and those that they are related to; null where the rows do not
    /// reach its position.
    /// </summary>
    public Task<Replayed?> AroundStory(string id, Resolved moment, CancellationToken cancellation) => Around(moment, async links =>
    {
        var stories = await links.WithKin([Ids.Story(id)], cancellation);
        return await Wider(links, await links.Around(new(stories, [], []), cancellation), cancellation);
    }, cancellation);

    /// <summary>The same for a claim with its documents and their stories.</summary>
    public Task<Replayed?> AroundClaim(string id, Resolved moment, CancellationToken cancellation) => Around(moment, async links =>
    {
        var claims = await links.WithKin([Ids.Claim(id)], cancellation);
        var documents = await links.From(claims, [Link.Says], cancellation);
        var stories = await links.WithKin([.. await links.From(documents, [Link.In], cancellation), .. await links.From(claims, [Link.Pin], cancellation)], cancellation);
        return [.. stories, .. documents, .. await Wider(links, claims, cancellation)];
    }, cancellation);

    /// <summary>The part of the picture of a moment that has every prediction and promise; null where the rows do not reach its position.</summary>
    public Task<Replayed?> Foretold(Resolved moment, CancellationToken cancellation) => Around(moment, async links => await links.WithKin(
        await database.CreateCommand("select distinct id from claim_history where mode in ('prediction', 'promise')").Rows(r => Ids.Claim(r.GetString(0)), cancellation), cancellation), cancellation);

    /// <summary>What tells of the time between two moments; null where the whole log has to be folded: the rows are far behind, or it would be most of it.</summary>
    public Task<Course.Part?> Between(Resolved from, Resolved to, CancellationToken cancellation) => new Between(database).Read(from, to, cancellation);

    /// <summary>The position that the rows reach; -1 where the view was never built.</summary>
    private async Task<long> Reached(CancellationToken cancellation)
    {
        var rows = await database.CreateCommand("select last_seq_id from mt_event_progression where name = $1").With(Cursors.RowOf(HistoryFollower.ViewName))
            .Rows(r => r.GetInt64(0), cancellation);
        return rows is [var position] ? position : -1;
    }

    private async Task<Replayed?> Around(Resolved moment, Func<Links, Task<HashSet<string>>> streams, CancellationToken cancellation)
    {
        // What has been tied since does no harm: no later event is folded.
        if (await Reached(cancellation) < moment.Position) return null;
        var events = await Courses.Read(database, [.. await streams(new(database))], moment.Position, cancellation);
        return Replayer.Of(Replayer.InOrder(events, moment.Clock), moment);
    }

    /// <summary>Claims with those that they are related to in any way, and what shows where these stand.</summary>
    private static async Task<HashSet<string>> Wider(Links links, HashSet<string> streams, CancellationToken cancellation)
    {
        var claims = await links.WithKin(streams.Where(Ids.IsClaim), cancellation);
        var related = await links.WithKin([.. await links.From(claims, [Link.Against, Link.Related], cancellation)], cancellation);
        return [.. streams, .. claims, .. related, .. await links.WithKin(await links.From(related, [Link.Against], cancellation), cancellation)];
    }
}
