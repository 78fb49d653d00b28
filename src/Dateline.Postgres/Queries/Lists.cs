using Dateline.Replay;
using Npgsql;
using NpgsqlTypes;

namespace Dateline.Postgres.Queries;

/// <summary>A document in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Source">Who published it.</param>
/// <param name="Title">Its headline, in the newest revision.</param>
/// <param name="Revision">The newest revision.</param>
/// <param name="PublishedAt">When that was published.</param>
/// <param name="RecordedAt">When that was recorded.</param>
/// <param name="Position">Where that stands in the log.</param>
public sealed record ListedDocument(
    string Id, string Source, string Title, int Revision, DateTimeOffset PublishedAt, DateTimeOffset RecordedAt, long Position);

/// <summary>Lists that are read page by page: each page begins after the last line of the one before, whatever was recorded meanwhile.</summary>
public sealed class Lists(NpgsqlDataSource database)
{
    /// <summary>Stories, latest activity first.</summary>
    /// <param name="status">Only stories of that status; null for all.</param>
    /// <param name="after">Where the page before ended.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellation">Ends the query.</param>
    public async Task<IReadOnlyList<StoryLine>> Stories(string? status, (DateTimeOffset At, string Id)? after, int most, CancellationToken cancellation) => await database.CreateCommand(
        $"""
        select {StoryLines.Columns} from stories
        where merged_into is null and ($1::text is null or status = $1)
            and ($2::timestamptz is null or last_activity < $2 or (last_activity = $2 and id collate "C" > $3))
        order by last_activity desc, id collate "C" limit $4
        """).With(Parameters.Typed(status, NpgsqlDbType.Text), Parameters.Typed(after?.At.ToUniversalTime(), NpgsqlDbType.TimestampTz), after?.Id ?? "", (long)most)
        .Rows(r => StoryLines.Line(r), cancellation);

    /// <summary>Claims, latest first; an open one whose day has passed counts as due.</summary>
    public async Task<IReadOnlyList<(ClaimLine Claim, long Raised)>> Claims(
        string? status, DateTimeOffset now, (long Raised, string Id)? after, int most, CancellationToken cancellation) => await database.CreateCommand(
        """
        select id, text, mode, status, since, reason, because, origins, due_at::text, basis_changed, raised_position,
            (select count(*)::integer from mentions m where m.claim = c.id and m.retracted_position is null and m.certainty <> 'underspecified' and m.polarity = 'positive'),
            (select count(*)::integer from mentions m where m.claim = c.id and m.retracted_position is null and m.certainty <> 'underspecified' and m.polarity = 'negative')
        from claims c
        where merged_into is null
            and ($1::text is null or case when status = 'open' and due_at < ($2 at time zone 'utc')::date then 'due' else status end = $1)
            and ($3::bigint is null or raised_position < $3 or (raised_position = $3 and id collate "C" > $4))
        order by raised_position desc, id collate "C" limit $5
        """).With(
            Parameters.Typed(status, NpgsqlDbType.Text), now.ToUniversalTime(), Parameters.Typed(after?.Raised, NpgsqlDbType.Bigint), after?.Id ?? "", (long)most)
        .Rows(r => (Due.At(new ClaimLine(
            r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.At(4), r.GetString(5), [.. r.GetFieldValue<long[]>(6)],
            r.GetInt32(7), r.GetInt32(11), r.GetInt32(12), r.Text(8), r.GetBoolean(9)), now), r.GetInt64(10)), cancellation);

    /// <summary>Documents as they stood, latest published first.</summary>
    /// <param name="source">Only documents of that source; null for all.</param>
    /// <param name="through">Only revisions up to this position.</param>
    /// <param name="publishedBy">Only revisions published by then.</param>
    /// <param name="after">Where the page before ended.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellation">Ends the query.</param>
    public async Task<IReadOnlyList<ListedDocument>> Documents(
        string? source, long through, DateTimeOffset publishedBy, (DateTimeOffset At, string Id)? after, int most, CancellationToken cancellation) => await database.CreateCommand(
        """
        select d.id, d.source, r.title, r.number, r.published_at, r.recorded_at, r.position
        from revisions r join documents d on d.id = r.document
        where r.position <= $2 and r.published_at <= $3 and ($1::text is null or d.source = $1)
            and not exists (select from revisions n where n.document = r.document and n.number > r.number and n.position <= $2 and n.published_at <= $3)
            and ($4::timestamptz is null or r.published_at < $4 or (r.published_at = $4 and d.id collate "C" > $5))
        order by r.published_at desc, d.id collate "C" limit $6
        """).With(
            Parameters.Typed(source, NpgsqlDbType.Text), through, publishedBy.ToUniversalTime(),
            Parameters.Typed(after?.At.ToUniversalTime(), NpgsqlDbType.TimestampTz), after?.Id ?? "", (long)most)
        .Rows(r => new ListedDocument(r.GetString(0), r.GetString(1), r.GetString(2), r.GetInt32(3), r.At(4), r.At(5), r.GetInt64(6)), cancellation);

    /// <summary>Events that followers set aside, in order.</summary>
    public async Task<IReadOnlyList<SetAside>> SetAside(int most, CancellationToken cancellation) => await database.CreateCommand(
        "select follower, position, error, at from set_aside order by follower, position limit $1").With((long)most)
        .Rows(r => new SetAside(r.GetString(0).Split(':')[0], r.GetInt64(1), r.GetString(2), r.At(3)), cancellation);
}

/// <summary>An event that a follower could not take in and that was set aside.</summary>
public sealed record SetAside(string Follower, long Position, string Error, DateTimeOffset At);
