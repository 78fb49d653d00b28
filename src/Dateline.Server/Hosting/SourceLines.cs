using Dateline.Documents;
using Dateline.Postgres.Queries;
using Dateline.Replay;
using Dateline.Sources;

namespace Dateline.Server.Hosting;

/// <summary>Sources as they stood, folded from the log as their view is.</summary>
internal static class SourceLines
{
    private static readonly string[] types = [EventTypes.NameOf<SourceRegistered>(), EventTypes.NameOf<SourceRated>(), EventTypes.NameOf<DocumentIngested>()];

    /// <summary>The sources at a moment, by name.</summary>
    internal static async Task<IReadOnlyList<SourceLine>> At(Resolved moment, INewsroom newsroom, CancellationToken cancellation)
    {
        var sources = new Dictionary<string, SourceLine>(StringComparer.Ordinal);
        var recorded = moment.Clock == Clock.Recorded;
        await foreach (var e in newsroom.Read(new(Through: moment.Position, Types: types), cancellation))
        {
            var time = recorded ? e.RecordedAt : e.PublishedAt;
            // A source is known from its first document on, whenever it was registered.
            if (!recorded && time > moment.At && e.Data is not SourceRegistered) continue;
            switch (e.Data)
            {
                case SourceRegistered r: sources[r.SourceId] = Of(r.SourceId, r.Name) with { Name = r.Name }; break;
                case DocumentIngested d when Of(d.SourceId, d.SourceName) is var s:
                    sources[d.SourceId] = s with { Documents = s.Documents + 1, LastSeen = s.LastSeen > time ? s.LastSeen : time };
                    break;
                case SourceRated r: sources[r.SourceId] = Of(r.SourceId, r.SourceId) with { Reliability = Words.Of(r.Reliability), RatedBy = r.By, RatedWhy = e.Reason, RatedAt = e.RecordedAt }; break;
                default: break;
            }
        }
        return SourceLine.ByName(sources.Values.Where(s => recorded || s.Documents > 0));

        SourceLine Of(string id, string name) => sources.GetValueOrDefault(id) ?? new(id, name, Words.Of(Reliability.F), 0, null, null, null, null);
    }
}
