using Npgsql;

namespace Dateline.Postgres.Queries;

/// <summary>A document in a list.</summary>
public sealed record DocumentLine(string Id, string Title, int Revision, DateTimeOffset PublishedAt, DateTimeOffset RecordedAt, string? Withdrawn, string? Story);

/// <summary>Lists documents as the views show them.</summary>
public sealed class DocumentLists(NpgsqlDataSource database)
{
    /// <summary>The documents of a source, the latest first, at most so many.</summary>
    public async Task<IReadOnlyList<DocumentLine>> OfSource(string source, int most, CancellationToken cancellation) => await database.CreateCommand(
        """
        select id, title, revision, published_at, recorded_at, withdrawn, story from documents where source = $1 order by published_at desc, id limit $2
        """).With(source, (long)most).Rows(
            r => new DocumentLine(r.GetString(0), r.GetString(1), r.GetInt32(2), r.At(3), r.At(4), r.Text(5), r.Text(6)), cancellation);
}
