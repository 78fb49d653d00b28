using Dateline.Documents;
using Dateline.Sources;
using static Dateline.Postgres.Views.BoardStatements;

namespace Dateline.Postgres.Views;

/// <summary>Sources with their reliability and how many documents came from them.</summary>
internal sealed class SourcesFollower : IFollower
{
    internal const string ViewName = "sources";

    /// <inheritdoc/>
    public string Name => ViewName;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Types { get; } =
        [EventTypes.NameOf<SourceRegistered>(), EventTypes.NameOf<SourceRated>(), EventTypes.NameOf<DocumentIngested>()];

    /// <inheritdoc/>
    public ValueTask Follow(IReadOnlyList<Recorded> events, ISql sql, CancellationToken cancellation)
    {
        var seen = events.Where(e => e.Data is DocumentIngested).GroupBy(e => ((DocumentIngested)e.Data).SourceId, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        if (seen.Count > 0)
            sql.Add(
                """
                insert into sources (id, name, reliability, documents, last_seen) select id, name, 'F', documents, last_seen from unnest($1, $2, $3, $4)
                    as x (id, name, documents, last_seen)
                on conflict (id) do update set documents = sources.documents + excluded.documents, last_seen = excluded.last_seen
                """,
                Each(seen, g => g.Key), Each(seen, g => ((DocumentIngested)g.First().Data).SourceName), Each(seen, g => g.Count()),
                Each(seen, g => g.Max(e => e.RecordedAt)));
        foreach (var e in events)
        {
            if (e.Data is SourceRegistered registered)
                sql.Add(
                    "insert into sources (id, name, reliability, documents) values ($1, $2, 'F', 0) on conflict (id) do update set name = excluded.name",
                    registered.SourceId, registered.Name);
            else if (e.Data is SourceRated rated)
                sql.Add(
                    "update sources set reliability = $2, rated_by = $3, rated_why = $4, rated_at = $5 where id = $1",
                    rated.SourceId, Words.Of(rated.Reliability), rated.By, e.Reason, e.RecordedAt);
        }
        return ValueTask.CompletedTask;
    }
}
