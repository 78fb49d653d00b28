using Dateline.Postgres.Engine;
using Dateline.Postgres.Views;
using Npgsql;
using NpgsqlTypes;

namespace Dateline.Postgres.Queries;

/// <summary>An event as live streams tell of it: what happened to what, and none of its text.</summary>
/// <param name="Position">Its place in the log.</param>
/// <param name="Type">Its stored name.</param>
/// <param name="Subject">The stream that it is about.</param>
/// <param name="Version">The stream's version after it.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="PublishedAt">When the world could read it.</param>
/// <param name="By">Who.</param>
/// <param name="Stories">The stories that it is about, as of then.</param>
/// <param name="Claims">The claims that it is about.</param>
public sealed record LiveEvent(
    long Position, string Type, string Subject, long Version, DateTimeOffset RecordedAt, DateTimeOffset PublishedAt, string By, IReadOnlyList<string> Stories, IReadOnlyList<string> Claims);

/// <summary>Which events a live stream tells of; null for all.</summary>
/// <param name="Story">Events about this story.</param>
/// <param name="Claim">Events about this claim.</param>
/// <param name="Types">Events of these stored names.</param>
public sealed record LiveFilter(string? Story, string? Claim, IReadOnlyList<string>? Types)
{
    /// <summary>Whether an event passes.</summary>
    public bool Passes(LiveEvent e) =>
        (Story is null || e.Stories.Contains(Story)) && (Claim is null || e.Claims.Contains(Claim)) && (Types is null || Types.Contains(e.Type));
}

/// <summary>Reads what live streams tell of.</summary>
public sealed class LiveEvents(NpgsqlDataSource database)
{
    private static readonly string[] views = [.. AllViews.Catalogue.Select(v => Cursors.RowOf(v.Name))];

    /// <summary>The position up to which every view that runs has shown the log, and the position of the last event.</summary>
    public async Task<(long Shown, long Head)> Reached(CancellationToken cancellation) => (await database.CreateCommand(
        """
        select coalesce(min(coalesce(p.last_seq_id, 0)), 0), (select coalesce(max(seq_id), 0) from mt_events)
        from unnest($1) as view (name) left join followers f using (name) left join mt_event_progression p using (name)
        where coalesce(f.state, 'running') = 'running' or name = 'live:All'
        """).With(views).Rows(r => (r.GetInt64(0), r.GetInt64(1)), cancellation))[0];

    /// <summary>At most so many events after a position and up to another, in order.</summary>
    public async Task<IReadOnlyList<LiveEvent>> Read(long after, long through, LiveFilter filter, int most, CancellationToken cancellation) => await database.CreateCommand(
        """
        select e.seq_id, e.type, e.stream_id, e.version, e.timestamp, l.published_at, coalesce(e.user_name, 'system'), l.stories, l.claims
        from live l join mt_events e on e.seq_id = l.position
        where l.position > $1 and l.position <= $2 and ($3::text is null or l.stories @> array[$3]) and ($4::text is null or l.claims @> array[$4])
            and ($5::text[] is null or e.type = any($5))
        order by l.position limit $6
        """).With(
            after, through, Parameters.Typed(filter.Story, NpgsqlDbType.Text), Parameters.Typed(filter.Claim, NpgsqlDbType.Text),
            Parameters.Typed(filter.Types?.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text), (long)most)
        .Rows(r => new LiveEvent(
            r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetInt64(3), r.At(4), r.At(5), r.GetString(6), r.GetFieldValue<string[]>(7), r.GetFieldValue<string[]>(8)), cancellation);

    /// <summary>A connection that is told when something is recorded.</summary>
    public static async Task<NpgsqlConnection> Listen(NpgsqlDataSource database, CancellationToken cancellation)
    {
        var connection = await database.OpenConnectionAsync(cancellation);
        try
        {
            await Schema.Run(connection, "listen dateline", cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
