using Dateline.Documents;
using Dateline.Stories;
using NpgsqlTypes;
using static Dateline.Postgres.Views.BoardStatements;

namespace Dateline.Postgres.Views;

/// <summary>Documents as they stand, and all their revisions.</summary>
internal sealed class DocumentsFollower : IFollower
{
    internal const string ViewName = "documents";

    /// <inheritdoc/>
    public string Name => ViewName;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Types { get; } =
    [
        .. new[]
        {
            typeof(DocumentIngested), typeof(DocumentRevised), typeof(DocumentWithdrawn), typeof(ClaimsExtracted), typeof(MentionsFiled), typeof(DocumentMoved),
            typeof(StorySplit)
        }.Select(EventTypes.NameOf)
    ];

    /// <inheritdoc/>
    public ValueTask Follow(IReadOnlyList<Recorded> events, ISql sql, CancellationToken cancellation)
    {
        Insert([.. events.Where(e => e.Data is DocumentIngested)], sql);
        var patches = new Dictionary<string, Patch>(StringComparer.Ordinal);
        foreach (var e in events) Collect(e.Data, patches);
        Update([.. patches.Values.OrderBy(p => p.Id, StringComparer.Ordinal)], sql);
        Revisions([.. events.Where(e => e.Data is DocumentIngested or DocumentRevised)], sql);
        return ValueTask.CompletedTask;
    }

    private static void Collect(object data, Dictionary<string, Patch> patches)
    {
        switch (data)
        {
            case DocumentRevised e:
                var revised = Of(e.DocumentId);
                (revised.Revision, revised.Title, revised.Author, revised.PublishedAt) = (e.Revision, e.Title, e.Author, e.PublishedAt.ToUniversalTime());
                (revised.Withdrawn, revised.WithdrawnWhy) = ("", "");
                break;
            case DocumentWithdrawn { Act: not PublisherAct.Correction } e:
                (Of(e.DocumentId).Withdrawn, Of(e.DocumentId).WithdrawnWhy) = (Words.Of(e.Act), e.Reason);
                break;
            case ClaimsExtracted e:
                (Of(e.DocumentId).Mentions, Of(e.DocumentId).Extractor, Of(e.DocumentId).Failure) = (e.Mentions.Length, e.Extractor, e.Failure ?? "");
                break;
            case MentionsFiled e: Of(e.DocumentId).Story = e.StoryId; break;
            case DocumentMoved e: Of(e.DocumentId).Story = e.To; break;
            case StorySplit e: foreach (var document in e.Documents) Of(document).Story = e.NewStoryId; break;
            default: break;
        }

        Patch Of(string id) => patches.TryGetValue(id, out var patch) ? patch : patches[id] = new(id);
    }

    private static void Insert(List<Recorded> events, ISql sql)
    {
        if (events.Count == 0) return;
        DocumentIngested D(Recorded e) => (DocumentIngested)e.Data;
        sql.Add(
            """
            insert into documents (id, source, url, title, author, language, revision, published_at, recorded_at, mentions)
            select *, 0 from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            Each(events, e => D(e).DocumentId), Each(events, e => D(e).SourceId), Each(events, e => D(e).Url), Each(events, e => D(e).Title),
            Each(events, e => D(e).Author), Each(events, e => D(e).Language), Each(events, _ => 1), Each(events, e => D(e).PublishedAt.ToUniversalTime()),
            Each(events, e => e.RecordedAt));
    }

    /// <summary>Sets what a patch has; an empty text clears.</summary>
    private static void Update(List<Patch> patches, ISql sql)
    {
        if (patches.Count == 0) return;
        sql.Add(
            """
            update documents d set revision = coalesce(x.revision, d.revision), title = coalesce(x.title, d.title),
                author = case when x.revision is null then d.author else x.author end, published_at = coalesce(x.published_at, d.published_at),
                withdrawn = nullif(coalesce(x.withdrawn, d.withdrawn), ''), withdrawn_why = nullif(coalesce(x.withdrawn_why, d.withdrawn_why), ''),
                mentions = coalesce(x.mentions, d.mentions), extractor = coalesce(x.extractor, d.extractor),
                failure = nullif(coalesce(x.failure, d.failure), ''), story = coalesce(x.story, d.story)
            from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) as x (id, revision, title, author, published_at, withdrawn, withdrawn_why, mentions,
                extractor, failure, story)
            where d.id = x.id
            """,
            Each(patches, p => p.Id), Each(patches, p => p.Revision), Each(patches, p => p.Title), Each(patches, p => p.Author),
            Parameters.Typed(Each(patches, p => p.PublishedAt), NpgsqlDbType.Array | NpgsqlDbType.TimestampTz), Each(patches, p => p.Withdrawn),
            Each(patches, p => p.WithdrawnWhy), Each(patches, p => p.Mentions), Each(patches, p => p.Extractor), Each(patches, p => p.Failure),
            Each(patches, p => p.Story));
    }

    private static void Revisions(List<Recorded> events, ISql sql)
    {
        if (events.Count == 0) return;
        var revisions = events.Select(e => (e, Data: e.Data as DocumentRevised ?? First((DocumentIngested)e.Data))).ToList();
        sql.Add(
            """
            insert into revisions (document, number, title, published_at, recorded_at, position, content_hash, original_sha256, format, characters)
            select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            Each(revisions, r => r.Data.DocumentId), Each(revisions, r => r.Data.Revision), Each(revisions, r => r.Data.Title),
            Each(revisions, r => r.Data.PublishedAt.ToUniversalTime()), Each(revisions, r => r.e.RecordedAt), Each(revisions, r => r.e.Position),
            Each(revisions, r => r.Data.ContentHash), Each(revisions, r => r.Data.OriginalSha256), Each(revisions, r => r.Data.Format),
            Each(revisions, r => r.Data.Text.Length));
    }

    /// <summary>The first revision in the form of the later ones.</summary>
    private static DocumentRevised First(DocumentIngested e) => new(
        e.DocumentId, 1, e.Title, e.Author, e.Language, e.PublishedAt, e.Text, e.ContentHash, e.OriginalSha256, e.Format);

    private sealed class Patch(string id)
    {
        internal string Id { get; } = id;
        internal int? Revision { get; set; }
        internal string? Title { get; set; }
        internal string? Author { get; set; }
        internal DateTimeOffset? PublishedAt { get; set; }
        internal string? Withdrawn { get; set; }
        internal string? WithdrawnWhy { get; set; }
        internal int? Mentions { get; set; }
        internal string? Extractor { get; set; }
        internal string? Failure { get; set; }
        internal string? Story { get; set; }
    }
}
