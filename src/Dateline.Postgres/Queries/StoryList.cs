using Dateline.Replay;
using Npgsql;
using NpgsqlTypes;

namespace Dateline.Postgres.Queries;

/// <summary>Which stories to list.</summary>
/// <param name="Text">Words of the title, or an id; null for all.</param>
/// <param name="Statuses">Only these statuses; empty for all.</param>
/// <param name="ActiveSince">Only stories in which something happened at or after; null for all.</param>
/// <param name="QuietSince">Only stories in which nothing happened since; null for all.</param>
/// <param name="After">The last story of the page before, by its latest activity and id; null for the first page.</param>
/// <param name="Most">At most so many.</param>
public sealed record StoryFilter(
    string? Text = null, IReadOnlyCollection<string>? Statuses = null, DateTimeOffset? ActiveSince = null, DateTimeOffset? QuietSince = null,
    (DateTimeOffset At, string Id)? After = null, int Most = 50)
{
    /// <summary>Whether a story passes, whatever its status and the page.</summary>
    public bool Admits(StoryLine story) =>
        (Text is null || story.Id == Text || story.Title.Contains(Text, StringComparison.OrdinalIgnoreCase))
        && (ActiveSince is null || story.LastActivity >= ActiveSince) && (QuietSince is null || story.LastActivity < QuietSince);

    /// <summary>The page of some stories, which are in order of their latest activity.</summary>
    public StoryList Of(IEnumerable<StoryLine> stories)
    {
        var admitted = stories.Where(Admits).ToList();
        var matching = admitted.Where(s => Statuses is not { Count: > 0 } || Statuses.Contains(s.Status));
        if (After is { } after)
            matching = matching.Where(s => s.LastActivity < after.At || (s.LastActivity == after.At && string.CompareOrdinal(s.Id, after.Id) > 0));
        var page = matching.Take(Most + 1).ToList();
        return new(page.Count > Most ? page[..Most] : page, page.Count > Most, admitted.CountBy(s => s.Status).ToDictionary(), stories.Any());
    }
}

/// <summary>A page of stories.</summary>
/// <param name="Stories">The stories, latest activity first.</param>
/// <param name="More">Whether others follow.</param>
/// <param name="ByStatus">How many stories of each status the filter admits, whatever statuses it asks for.</param>
/// <param name="Any">Whether there is any story at all.</param>
public sealed record StoryList(IReadOnlyList<StoryLine> Stories, bool More, IReadOnlyDictionary<string, int> ByStatus, bool Any);

/// <summary>Lists stories as the views show them, a page at a time.</summary>
public sealed class StoryLists(NpgsqlDataSource database)
{
    private const string Admitted =
        """
        merged_into is null and ($1::text is null or id = $1 or title ilike $2) and ($3::timestamptz is null or last_activity >= $3)
            and ($4::timestamptz is null or last_activity < $4)
        """;

    /// <summary>The page that a filter asks for.</summary>
    public async Task<StoryList> Read(StoryFilter filter, CancellationToken cancellation)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            $"""
            select {StoryLines.Columns} from stories where {Admitted} and ($5::text[] is null or status = any($5))
                and ($6::timestamptz is null or last_activity < $6 or (last_activity = $6 and id collate "C" > $7))
            order by last_activity desc, id collate "C" limit $8
            """).With([.. Common(filter), Typed(filter.Statuses is { Count: > 0 } s ? s.ToArray() : null, NpgsqlDbType.Array | NpgsqlDbType.Text),
                Typed(filter.After?.At.ToUniversalTime(), NpgsqlDbType.TimestampTz), Typed(filter.After?.Id, NpgsqlDbType.Text), (long)filter.Most + 1]));
        batch.BatchCommands.Add(new NpgsqlBatchCommand($"select status, count(*)::integer from stories where {Admitted} group by status").With([.. Common(filter)]));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select exists (select from stories)"));
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        var (page, counts) = (new List<StoryLine>(), new Dictionary<string, int>(StringComparer.Ordinal));
        while (await rows.ReadAsync(cancellation)) page.Add(StoryLines.Line(rows));
        await rows.NextResultAsync(cancellation);
        while (await rows.ReadAsync(cancellation)) counts.Add(rows.GetString(0), rows.GetInt32(1));
        await rows.NextResultAsync(cancellation);
        await rows.ReadAsync(cancellation);
        return new(page.Count > filter.Most ? page[..filter.Most] : page, page.Count > filter.Most, counts, rows.GetBoolean(0));
    }

    /// <summary>The titles of some stories, by id.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Titles(IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        (await database.CreateCommand("select id, title from stories where id = any($1)").With(ids.ToArray())
            .Rows(r => KeyValuePair.Create(r.GetString(0), r.GetString(1)), cancellation)).ToDictionary(StringComparer.Ordinal);

    internal static object?[] Common(StoryFilter filter) =>
    [
        Typed(filter.Text, NpgsqlDbType.Text), Typed(filter.Text is { } text ? $"%{Literal(text)}%" : null, NpgsqlDbType.Text),
        Typed(filter.ActiveSince?.ToUniversalTime(), NpgsqlDbType.TimestampTz), Typed(filter.QuietSince?.ToUniversalTime(), NpgsqlDbType.TimestampTz)
    ];

    /// <summary>Text that a pattern takes literally (PostgreSQL's manual, 9.7.1).</summary>
    private static string Literal(string text) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);

    private static NpgsqlParameter Typed(object? value, NpgsqlDbType type) => Parameters.Typed(value, type);
}
