using Dateline.Claims;
using Dateline.Documents;
using static Dateline.Postgres.Views.BoardStatements;

namespace Dateline.Postgres.Views;

/// <summary>Documents and claims by their words.</summary>
internal sealed class SearchFollower : IFollower
{
    internal const string ViewName = "search";

    // A tsvector holds at most 1 MB (PostgreSQL's manual, 12.11): so many characters stay below it, whatever they are.
    private const int MostCharacters = 200_000, MostOfTitle = 10_000;

    /// <inheritdoc/>
    public string Name => ViewName;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Types { get; } =
    [
        .. new[]
        {
            typeof(DocumentIngested), typeof(DocumentRevised), typeof(DocumentWithdrawn), typeof(DocumentRedacted), typeof(ClaimRaised), typeof(ClaimSplit), typeof(ClaimsMerged),
            typeof(ClaimsMergeVoided)
        }.Select(EventTypes.NameOf)
    ];

    /// <inheritdoc/>
    public ValueTask Follow(IReadOnlyList<Recorded> events, ISql sql, CancellationToken cancellation)
    {
        // Events that end an entry come after those of the same batch that begin it.
        Documents([.. events.SelectMany(Revisions)], sql);
        Claims([.. events.SelectMany(Raised)], sql);
        foreach (var e in events)
        {
            switch (e.Data)
            {
                case DocumentWithdrawn { Act: not PublisherAct.Correction } d:
                    sql.Add(
                        "update search set ended_published = $3, ended_recorded = $4 where kind = 'document' and id = $1 and revision <= $2 and ended_recorded is null",
                        d.DocumentId, d.Through, d.PublishedAt.ToUniversalTime(), e.RecordedAt);
                    break;
                case DocumentRedacted d:
                    sql.Add("update search set words = '', title = '' where kind = 'document' and id = $1 and revision = $2", d.DocumentId, d.Revision);
                    break;
                case ClaimsMerged d when d.ClaimId == d.From:
                    sql.Add("update search set ended_published = $2, ended_recorded = $2 where kind = 'claim' and id = $1", d.From, e.RecordedAt);
                    break;
                case ClaimsMergeVoided d:
                    sql.Add("update search set ended_published = null, ended_recorded = null where kind = 'claim' and id = $1", d.ClaimId);
                    break;
                default: break;
            }
        }
        return ValueTask.CompletedTask;
    }

    private static IEnumerable<Entry> Revisions(Recorded e) => e.Data switch
    {
        DocumentIngested d => [new(d.DocumentId, 1, d.Title, d.SourceId, d.Language, d.Text, e)],
        DocumentRevised d => [new(d.DocumentId, d.Revision, d.Title, null, d.Language, d.Text, e)],
        _ => []
    };

    private static IEnumerable<(string Id, string Text, Recorded Event)> Raised(Recorded e) => e.Data switch
    {
        ClaimRaised d => [(d.ClaimId, d.Text, e)],
        ClaimSplit d when d.ClaimId == d.NewClaimId => [(d.NewClaimId, d.Text, e)],
        _ => []
    };

    private static void Documents(List<Entry> entries, ISql sql)
    {
        if (entries.Count == 0) return;
        sql.Add(
            """
            insert into search (kind, id, revision, title, source, english, words, published_at, recorded_at, position)
            select 'document', id, revision, title,
                coalesce(source, (select s.source from search s where s.kind = 'document' and s.id = x.id and s.revision = 1), first_value(source) over (partition by id order by revision)),
                english, setweight(to_tsvector(language, title), 'A') || to_tsvector(language, text), published_at, recorded_at, position
            from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9) as x (id, revision, title, source, english, text, published_at, recorded_at, position),
                lateral (select case when english then 'english'::regconfig else 'simple'::regconfig end) as l (language)
            on conflict do nothing
            """,
            Each(entries, e => e.Id), Each(entries, e => e.Revision), Each(entries, e => Cut(e.Title, MostOfTitle)), Each(entries, e => e.Source),
            Each(entries, e => e.Language is null || e.Language.StartsWith("en", StringComparison.OrdinalIgnoreCase)), Each(entries, e => Cut(e.Text, MostCharacters)),
            Each(entries, e => e.Event.PublishedAt.ToUniversalTime()), Each(entries, e => e.Event.RecordedAt), Each(entries, e => e.Event.Position));
    }

    /// <summary>Claims are many more than documents, and have neither revisions nor a source: nothing is looked up or sorted for them.</summary>
    private static void Claims(List<(string Id, string Text, Recorded Event)> raised, ISql sql)
    {
        if (raised.Count == 0) return;
        sql.Add(
            """
            insert into search (kind, id, revision, title, english, words, published_at, recorded_at, position)
            select 'claim', id, 0, title, true, setweight(to_tsvector('english', title), 'A'), published_at, recorded_at, position
            from unnest($1, $2, $3, $4, $5) as x (id, title, published_at, recorded_at, position)
            on conflict do nothing
            """,
            Each(raised, c => c.Id), Each(raised, c => Cut(c.Text, MostOfTitle)), Each(raised, c => c.Event.PublishedAt.ToUniversalTime()),
            Each(raised, c => c.Event.RecordedAt), Each(raised, c => c.Event.Position));
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    private sealed record Entry(string Id, int Revision, string Title, string? Source, string? Language, string Text, Recorded Event);
}
