using Dateline.Claims;
using Dateline.Postgres.Engine;
using Dateline.Replay;
using Dateline.Stories;

namespace Dateline.Postgres.Views;

internal sealed partial class BoardRows
{
    private static readonly string[] beginnings = [EventTypes.NameOf<StoryOpened>(), EventTypes.NameOf<ClaimRaised>()];
    private long before;

    /// <summary>What an event begins has no rows of its own yet, though other claims may have been related to it before.</summary>
    private async Task Begin(Picture picture, IReadOnlyList<Recorded> events, CancellationToken cancellation)
    {
        var begun = new HashSet<string>(StringComparer.Ordinal);
        foreach (var e in events)
        {
            if (e.Version > 1) continue;
            if (e.Data is ClaimRaised raised && knownClaims.Add(raised.ClaimId)) begun.Add(raised.ClaimId);
            else if (e.Data is StoryOpened opened) knownStories.Add(opened.StoryId);
        }
        await Relate(picture, begun, cancellation);
    }

    /// <summary>
    /// What began in an earlier batch and stands nowhere yet has no row: a batch may end between the event that opens a story or raises a claim and the
    /// one that gives it its first document or mention.
    /// </summary>
    private async Task Recall(Picture picture, IEnumerable<string> streams, CancellationToken cancellation)
    {
        var missing = streams.ToArray();
        if (before == 0 || missing.Length == 0) return;
        var begun = await database.CreateCommand($"select {Rows.Columns} from mt_events where stream_id = any($1) and version = 1 and type = any($2) and seq_id < $3 order by seq_id")
            .With(missing, beginnings, before).Rows(Rows.Read, cancellation);
        foreach (var e in begun) picture.Apply(e, e.RecordedAt);
        await Relate(picture, [.. begun.Select(e => e.Data).OfType<ClaimRaised>().Select(r => r.ClaimId)], cancellation);
    }

    /// <summary>The relations in which others stand to claims that have no rows.</summary>
    private async Task Relate(Picture picture, HashSet<string> begun, CancellationToken cancellation)
    {
        if (begun.Count == 0) return;
        foreach (var (id, relation) in await ClaimRows.RelatedTo(database, [.. begun], cancellation))
        {
            if (!picture.Claims.TryGetValue(id, out var claim)) picture.Put(claim = new ClaimFacts(id));
            else if (!begun.Contains(id) || claim.Relations.Contains(relation)) continue;
            claim.Relations = claim.Relations.Add(relation);
        }
    }
}
