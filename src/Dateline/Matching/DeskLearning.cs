using Dateline.Claims;
using Dateline.Documents;
using Dateline.Stories;

namespace Dateline.Matching;

/// <summary>
/// Teaches a desk what the log holds of it. What was filed and what people did is learned in the order in which it was reacted to: a filing has the
/// place of the extraction that led to it, not of the event that records it.
/// </summary>
internal sealed class DeskLearning(Desk desk, int window, INewsroom newsroom)
{
    private const int Chunk = 500;

    private static readonly string[] filed = [EventTypes.NameOf<MentionsFiled>()];

    private static readonly string[] acts =
    [
        EventTypes.NameOf<StoriesMerged>(), EventTypes.NameOf<StorySplit>(), EventTypes.NameOf<DocumentMoved>(),
        EventTypes.NameOf<ClaimsMerged>(), EventTypes.NameOf<ClaimSplit>(), EventTypes.NameOf<DocumentWithdrawn>()
    ];

    private static readonly string[] contents =
        [EventTypes.NameOf<DocumentIngested>(), EventTypes.NameOf<DocumentRevised>(), EventTypes.NameOf<ClaimsExtracted>()];

    /// <summary>One filing with its place and what was read.</summary>
    private sealed record Learned(long Place, FilingInput Input, Filing Filing, bool TakenBack);

    private static readonly string[] voided = [EventTypes.NameOf<StoriesMergeVoided>(), EventTypes.NameOf<ClaimsMergeVoided>()];

    private HashSet<long>? uncounted;
    private bool more;

    /// <summary>Learns what was reacted to after one position and before another; of filings at most the last that the desk holds. Gives how many.</summary>
    internal async Task<int> Learn(long after, long before, CancellationToken cancellation)
    {
        // What a filing is recorded by stands behind what led to it.
        var filings = new List<Recorded>();
        await foreach (var e in newsroom.Read(new(after, Types: filed, Last: window), cancellation)) filings.Add(e);
        IAsyncEnumerator<Recorded>? people = null;
        var learned = 0;
        try
        {
            for (var i = 0; i < filings.Count; i += Chunk)
            {
                var chunk = await Contents(filings.GetRange(i, Math.Min(Chunk, filings.Count - i)), cancellation);
                foreach (var one in chunk.Where(c => c.Place > after && c.Place < before).OrderBy(c => c.Place))
                {
                    people ??= await Begin(after > 0 ? after : one.Place, before, cancellation);
                    await Until(people, one.Place, cancellation);
                    desk.Learn(one.Input, one.Filing);
                    if (one.TakenBack) desk.Forget(one.Input.DocumentId);
                    learned++;
                }
            }
            if (people is null && after > 0) people = await Begin(after, before, cancellation);
            if (people is not null) await Until(people, before, cancellation);
        }
        finally
        {
            if (people is not null) await people.DisposeAsync();
        }
        return learned;
    }

    private async Task<IAsyncEnumerator<Recorded>> Begin(long after, long before, CancellationToken cancellation)
    {
        var people = newsroom.Read(new(after, Through: before - 1, Types: acts), cancellation).GetAsyncEnumerator(cancellation);
        more = await people.MoveNextAsync();
        return people;
    }

    private async Task Until(IAsyncEnumerator<Recorded> people, long place, CancellationToken cancellation)
    {
        for (; more && people.Current.Position < place; more = await people.MoveNextAsync())
            if (await Counts(people.Current, cancellation)) FilingDesk.Learn(desk, people.Current.Data);
    }

    // Mergers that do not count were not learned either; what says so stands behind them, and is read only where there are mergers.
    private async Task<bool> Counts(Recorded act, CancellationToken cancellation)
    {
        if (act.Data is not (StoriesMerged or ClaimsMerged)) return true;
        if (uncounted is null)
        {
            uncounted = [];
            await foreach (var e in newsroom.Read(new(act.Position, Types: voided), cancellation))
                uncounted.Add(e.Data is StoriesMergeVoided s ? s.Merger : ((ClaimsMergeVoided)e.Data).Merger);
        }
        return !uncounted.Contains(act.Position);
    }

    private async Task<List<Learned>> Contents(List<Recorded> filings, CancellationToken cancellation)
    {
        var streams = filings.Select(e => e.Stream).Distinct().ToList();
        var texts = new Dictionary<(string, int), (string Title, string Text, DateTimeOffset At)>();
        var read = new Dictionary<(string, int), List<(long Position, ClaimsExtracted Event)>>();
        var sources = new Dictionary<string, (string Id, string Name)>(StringComparer.Ordinal);
        await foreach (var e in newsroom.Read(new(Types: contents, Streams: streams), cancellation))
        {
            if (e.Data is DocumentIngested i)
            {
                sources[i.DocumentId] = (i.SourceId, i.SourceName);
                texts[(i.DocumentId, 1)] = (i.Title, i.Text, i.PublishedAt);
            }
            else if (e.Data is DocumentRevised r) texts[(r.DocumentId, r.Revision)] = (r.Title, r.Text, r.PublishedAt);
            else if (e.Data is ClaimsExtracted c)
            {
                if (!read.TryGetValue((c.DocumentId, c.Revision), out var readings)) read[(c.DocumentId, c.Revision)] = readings = [];
                readings.Add((e.Position, c));
            }
        }
        var learned = new List<Learned>(filings.Count);
        foreach (var e in filings)
        {
            var filing = (MentionsFiled)e.Data;
            var key = (filing.DocumentId, filing.Revision);
            var (title, text, at) = texts[key];
            var (place, reading) = read.GetValueOrDefault(key)?.Find(x => filing.Extractor is null || x.Event.Extractor == filing.Extractor) ?? default;
            IReadOnlyList<Mention> mentions = reading is null ? [] : reading.Mentions;
            var quotes = mentions.ToDictionary(m => m.Id, m => m.Quote, StringComparer.Ordinal);
            var (source, name) = sources[filing.DocumentId];
            learned.Add(new(
                reading is null ? e.Position : place,
                new(filing.DocumentId, filing.Revision, source, name, title, text, at, mentions) { Extractor = filing.Extractor },
                new(filing.StoryId, false, title, 1000, "As filed.", filing.Origin,
                    [.. filing.Mentions.Select(m => new FiledMention(m.MentionId, m.ClaimId, false, quotes.GetValueOrDefault(m.MentionId, ""), 1000, m.Origin, []))], []),
                filing.TakenBack is true));
        }
        return learned;
    }
}
