using Dateline.Postgres.Engine;
using Dateline.Postgres.Seal;

namespace Dateline.Postgres.Views;

/// <summary>The views: relational tables that anybody can query with SQL.</summary>
public static class AllViews
{
    /// <summary>Every view.</summary>
    public static IReadOnlyList<View> Catalogue { get; } =
    [
        new(BoardFollower.ViewName,
            ["stories", "story_documents", "claims", "mentions", "claim_relations", "verdicts", "verdict_acts", "status_history"], d => new BoardFollower(d)),
        new(DocumentsFollower.ViewName, ["documents", "revisions"], _ => new DocumentsFollower()),
        new(SourcesFollower.ViewName, ["sources"], _ => new SourcesFollower()),
        new(AuditFollower.ViewName, ["audit", "audit_values"], d => new AuditFollower(d)),
        new(SealFollower.ViewName, ["seal_tiles"], d => new SealFollower(d)),
        new(LiveFollower.ViewName, ["live", "live_documents", "live_mentions"], d => new LiveFollower(d)),
        new(SearchFollower.ViewName, ["search"], _ => new SearchFollower()),
        new(HistoryFollower.ViewName, ["story_history", "claim_history", "history_changes", "history_links", "history_events"], d => new HistoryFollower(d))
    ];
}
