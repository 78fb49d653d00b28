using Dateline.Postgres.Engine;
using Dateline.Postgres.Views;
using Dateline.Replay;
using Npgsql;

namespace Dateline.Postgres.Queries;

/// <summary>A source in a list.</summary>
public sealed record SourceLine(
    string Id, string Name, string Reliability, int Documents, string? RatedBy, string? RatedWhy, DateTimeOffset? RatedAt, DateTimeOffset? LastSeen)
{
    /// <summary>Sources in the order of every list, which a cursor can go on after: by name.</summary>
    public static IReadOnlyList<SourceLine> ByName(IEnumerable<SourceLine> lines) =>
        [.. lines.OrderBy(s => s.Name, StringComparer.Ordinal).ThenBy(s => s.Id, StringComparer.Ordinal)];
}

/// <summary>The words of a claim, and where it stands.</summary>
/// <param name="Text">The words.</param>
/// <param name="Status">The status.</param>
/// <param name="BasisChanged">Whether its verdict's basis has changed.</param>
public sealed record ClaimStanding(string Text, string Status, bool BasisChanged);

/// <summary>Reads the views as they stand now, on the recorded clock.</summary>
public sealed class BoardQueries(NpgsqlDataSource database)
{
    /// <summary>The stories, latest activity first.</summary>
    public async Task<IReadOnlyList<StoryLine>> Stories(CancellationToken cancellation) => await database.CreateCommand(
        $"""
        select {StoryLines.Columns} from stories where merged_into is null order by last_activity desc, id collate "C"
        """).Rows(r => StoryLines.Line(r), cancellation);

    /// <summary>A story with its timeline, documents and claims; null when there is none.</summary>
    public async Task<StoryPage?> Story(string id, DateTimeOffset now, CancellationToken cancellation)
    {
        var picture = await AroundStory(id, cancellation);
        var due = picture.Claims.Values.Where(Due.Can).Select(c => c.Id).ToList();
        return Pages.Story(
            picture, id, [.. await Changes("story", [id], cancellation), .. due.Count == 0 ? [] : await Changes("claim", due, cancellation)], Clock.Recorded, now);
    }

    /// <summary>The part of the picture of now that shows a story with its documents and claims.</summary>
    public async Task<Picture> AroundStory(string id, CancellationToken cancellation)
    {
        var (picture, rows) = (new Picture(), new BoardRows(database));
        await rows.LoadStories(picture, [id], cancellation);
        var documents = await rows.DocumentsOf(id, cancellation);
        await rows.LoadDocuments(picture, documents, cancellation);
        var claims = await database.CreateCommand("select distinct claim from mentions where document = any($1) union select id from claims where pins <> '{}' and pins @> array[$2]")
            .With(documents.ToArray(), id).Rows(r => r.GetString(0), cancellation);
        await rows.LoadStanding(picture, claims.ToHashSet(StringComparer.Ordinal), cancellation);
        return picture;
    }

    /// <summary>A claim with its mentions, relations and verdicts; null when there is none.</summary>
    public async Task<ClaimPage?> Claim(string id, DateTimeOffset now, CancellationToken cancellation) =>
        Pages.Claim(await AroundClaim(id, cancellation), id, await Changes("claim", [id], cancellation), Clock.Recorded, now);

    /// <summary>The part of the picture of now that shows a claim and those it contradicts.</summary>
    public async Task<Picture> AroundClaim(string id, CancellationToken cancellation)
    {
        var (picture, rows) = (new Picture(), new BoardRows(database));
        await rows.LoadCircle(picture, new HashSet<string>([id], StringComparer.Ordinal), cancellation);
        return picture;
    }

    /// <summary>The sources, by name.</summary>
    public async Task<IReadOnlyList<SourceLine>> Sources(CancellationToken cancellation) => SourceLine.ByName(await database.CreateCommand(
        "select id, name, reliability, documents, rated_by, rated_why, rated_at, last_seen from sources").Rows(r => new SourceLine(
            r.GetString(0), r.GetString(1), r.GetString(2), r.GetInt32(3), r.Text(4), r.Text(5), r.IsDBNull(6) ? null : r.At(6), r.IsDBNull(7) ? null : r.At(7)), cancellation));

    /// <summary>The bytes of a document as they arrived; null when they are not kept.</summary>
    /// <exception cref="Refused">What is kept in their place is something else.</exception>
    public async Task<byte[]?> Original(string sha256, CancellationToken cancellation)
    {
        var kept = (await database.CreateCommand("select bytes from originals where sha256 = $1").With(sha256).Rows(r => r.GetFieldValue<byte[]>(0), cancellation)).FirstOrDefault();
        if (kept is not null && Ids.Sha256(kept) != sha256) throw new Refused("The bytes that are kept as the original are not those that arrived, and are not given out. Verifying the log says more.");
        return kept;
    }

    /// <summary>The changes of status of some stories or claims, in log order.</summary>
    /// <param name="kind">"story" or "claim".</param>
    /// <param name="ids">Which ones.</param>
    /// <param name="cancellation">Ends the query.</param>
    public async Task<IReadOnlyList<StatusChange>> Changes(string kind, IReadOnlyCollection<string> ids, CancellationToken cancellation) => await database.CreateCommand(
        """
        select id, from_status, to_status, recorded_at, position, because, reason, published_at, from_day, to_day from status_history where kind = $1 and id = any($2) order by position
        """).With(kind, ids.ToArray()).Rows(r => new StatusChange(
            kind, r.GetString(0), r.Text(1), new(r.GetString(2), r.At(3), r.GetInt64(4), [.. r.GetFieldValue<long[]>(5)], r.GetString(6)) { Day = r.Text(9) },
            r.At(3), r.At(7))
        { FromDay = r.Text(8) }, cancellation);

    /// <summary>The words of some claims and where they stand now, by id.</summary>
    public async Task<IReadOnlyDictionary<string, ClaimStanding>> Standing(IReadOnlyCollection<string> claims, DateTimeOffset now, CancellationToken cancellation) =>
        (await database.CreateCommand("select id, text, status, due_at::text, basis_changed from claims where id = any($1)").With(claims.ToArray())
            .Rows(r => KeyValuePair.Create(r.GetString(0), new ClaimStanding(r.GetString(1), Due.Status(r.GetString(2), r.Text(3), now), r.GetBoolean(4))), cancellation))
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>The position up to which a view has taken in the log; 0 where it has not begun.</summary>
    public async Task<long> Shown(string view, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select last_seq_id from mt_event_progression where name = $1").With(Cursors.RowOf(view));
        return await command.ExecuteScalarAsync(cancellation) as long? ?? 0;
    }

    /// <summary>When the events at some positions were recorded.</summary>
    public async Task<IReadOnlyDictionary<long, DateTimeOffset>> RecordedAt(IReadOnlyCollection<long> positions, CancellationToken cancellation) =>
        (await database.CreateCommand("select seq_id, timestamp from mt_events where seq_id = any($1)").With(positions.ToArray())
            .Rows(r => KeyValuePair.Create(r.GetInt64(0), r.At(1)), cancellation)).ToDictionary();
}
