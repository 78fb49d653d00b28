using Dateline.Audit;
using Dateline.Postgres.Views;
using Dateline.Replay;
using Npgsql;

namespace Dateline.Postgres.Queries;

/// <summary>A source in a list.</summary>
public sealed record SourceLine(
    string Id, string Name, string Reliability, int Documents, string? RatedBy, string? RatedWhy, DateTimeOffset? RatedAt, DateTimeOffset? LastSeen);

/// <summary>Which part of the audit to show.</summary>
/// <param name="Subject">A stream's key or the id in it; null for all.</param>
/// <param name="Actor">A person, bot or <c>system</c>; null for all.</param>
/// <param name="Since">Acts recorded at or after; null for all.</param>
/// <param name="Most">At most so many, the latest.</param>
/// <param name="Kind">Only events of this stored name; null for all.</param>
public sealed record AuditFilter(string? Subject = null, string? Actor = null, DateTimeOffset? Since = null, int Most = 1000, string? Kind = null);

/// <summary>Reads the views as they stand now, on the recorded clock.</summary>
public sealed class BoardQueries(NpgsqlDataSource database)
{
    /// <summary>The stories, latest activity first.</summary>
    public async Task<IReadOnlyList<StoryLine>> Stories(CancellationToken cancellation) => await database.CreateCommand(
        """
        select id, title, status, since, reason, because, documents, (select count(*)::integer from jsonb_object_keys(origins)), claims, last_activity
        from stories where merged_into is null order by last_activity desc, id collate "C"
        """).Rows(r => new StoryLine(
            r.GetString(0), r.GetString(1), r.GetString(2), r.At(3), r.GetString(4), [.. r.GetFieldValue<long[]>(5)], r.GetInt32(6), r.GetInt32(7), r.GetInt32(8),
            r.At(9)), cancellation);

    /// <summary>A story with its timeline, documents and claims; null when there is none.</summary>
    public async Task<StoryPage?> Story(string id, DateTimeOffset now, CancellationToken cancellation)
    {
        var (picture, rows) = (new Picture(), new BoardRows(database));
        await rows.LoadStories(picture, [id], cancellation);
        var documents = await rows.DocumentsOf(id, cancellation);
        await rows.LoadDocuments(picture, documents, cancellation);
        var claims = await database.CreateCommand("select distinct claim from mentions where document = any($1) union select id from claims where $2 = any (pins)")
            .With(documents.ToArray(), id).Rows(r => r.GetString(0), cancellation);
        await rows.LoadCircle(picture, claims.ToHashSet(StringComparer.Ordinal), cancellation);
        return Pages.Story(picture, id, await Changes("story", id, cancellation), Clock.Recorded, now);
    }

    /// <summary>A claim with its mentions, relations and verdicts; null when there is none.</summary>
    public async Task<ClaimPage?> Claim(string id, DateTimeOffset now, CancellationToken cancellation)
    {
        var (picture, rows) = (new Picture(), new BoardRows(database));
        await rows.LoadCircle(picture, new HashSet<string>([id], StringComparer.Ordinal), cancellation);
        return Pages.Claim(picture, id, await Changes("claim", id, cancellation), Clock.Recorded, now);
    }

    /// <summary>The sources, by name.</summary>
    public async Task<IReadOnlyList<SourceLine>> Sources(CancellationToken cancellation) => await database.CreateCommand(
        "select id, name, reliability, documents, rated_by, rated_why, rated_at, last_seen from sources order by name, id").Rows(r => new SourceLine(
            r.GetString(0), r.GetString(1), r.GetString(2), r.GetInt32(3), r.Text(4), r.Text(5), r.IsDBNull(6) ? null : r.At(6), r.IsDBNull(7) ? null : r.At(7)), cancellation);

    /// <summary>Acts, in log order.</summary>
    public async Task<IReadOnlyList<AuditEntry>> Audit(AuditFilter filter, CancellationToken cancellation)
    {
        var entries = new List<AuditEntry>();
        await foreach (var entry in new AuditQueries(database).Read(filter, cancellation)) entries.Add(entry);
        return entries;
    }

    /// <summary>The bytes of a document as they arrived; null when they are not kept.</summary>
    public async Task<byte[]?> Original(string sha256, CancellationToken cancellation) =>
        (await database.CreateCommand("select bytes from originals where sha256 = $1").With(sha256).Rows(r => r.GetFieldValue<byte[]>(0), cancellation)).FirstOrDefault();

    private async Task<List<StatusChange>> Changes(string kind, string id, CancellationToken cancellation) => await database.CreateCommand(
        """
        select from_status, to_status, recorded_at, position, because, reason, published_at from status_history where kind = $1 and id = $2 order by position
        """).With(kind, id).Rows(r => new StatusChange(
            kind, id, r.Text(0), new(r.GetString(1), r.At(2), r.GetInt64(3), [.. r.GetFieldValue<long[]>(4)], r.GetString(5)), r.At(2), r.At(6)), cancellation);
}
