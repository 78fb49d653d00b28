using Dateline.Claims;
using Dateline.Documents;
using Dateline.Stories;

namespace Dateline.Matching;

/// <summary>
/// The desk that files documents, as reactions use it: made anew from the last filings of the log when a process begins to lead or when what
/// it learned was not written after all.
/// </summary>
public sealed class FilingDesk(int window = Desk.DefaultWindow) : IWorkingSet
{
    /// <summary>The bot under which the desk acts.</summary>
    public const string Name = "desk@1";

    private const int Chunk = 500;

    private static readonly string[] acts =
    [
        EventTypes.NameOf<MentionsFiled>(), EventTypes.NameOf<StoriesMerged>(), EventTypes.NameOf<StorySplit>(), EventTypes.NameOf<DocumentMoved>(),
        EventTypes.NameOf<ClaimsMerged>(), EventTypes.NameOf<DocumentWithdrawn>()
    ];

    private static readonly string[] contents =
        [EventTypes.NameOf<DocumentIngested>(), EventTypes.NameOf<DocumentRevised>(), EventTypes.NameOf<ClaimsExtracted>()];

    private Desk? desk;

    /// <inheritdoc/>
    public void Reset() => desk = null;

    /// <summary>Learns the last filings from the log, unless the desk knows them.</summary>
    public async Task Ready(INewsroom newsroom, CancellationToken cancellation)
    {
        if (desk is not null) return;
        var learning = new Desk(window);
        var first = 0L;
        await foreach (var e in newsroom.Read(new(Types: [acts[0]], Last: window), cancellation))
        {
            first = e.Position;
            break;
        }
        var chunk = new List<Recorded>();
        if (first > 0)
        {
            await foreach (var e in newsroom.Read(new(first - 1, Types: acts), cancellation))
            {
                chunk.Add(e);
                if (chunk.Count < Chunk) continue;
                await Learn(learning, chunk, newsroom, cancellation);
                chunk.Clear();
            }
        }
        await Learn(learning, chunk, newsroom, cancellation);
        desk = learning;
    }

    /// <summary>Files a revision, and remembers it.</summary>
    public Filing File(FilingInput input)
    {
        var filing = Known.File(input);
        Known.Learn(input, filing);
        return filing;
    }

    /// <summary>Takes in what people and publishers did.</summary>
    public void Learn(object @event) => Learn(Known, @event);

    private Desk Known => desk ?? throw new InvalidOperationException("The desk is not ready.");

    private static void Learn(Desk desk, object @event)
    {
        switch (@event)
        {
            case StoriesMerged e: desk.StoriesMerged(e.Into, e.From); break;
            case StorySplit e: foreach (var document in e.Documents) desk.DocumentMoved(document, e.NewStoryId); break;
            case DocumentMoved e: desk.DocumentMoved(e.DocumentId, e.To); break;
            case ClaimsMerged e: desk.ClaimsMerged(e.Into, e.From); break;
            case DocumentWithdrawn { Act: not PublisherAct.Correction } e: desk.Forget(e.DocumentId); break;
            default: break;
        }
    }

    private static async Task Learn(Desk desk, List<Recorded> events, INewsroom newsroom, CancellationToken cancellation)
    {
        var streams = events.Where(e => e.Data is MentionsFiled).Select(e => e.Stream).Distinct().ToList();
        var texts = new Dictionary<(string, int), (string SourceId, string SourceName, string Title, string Text, DateTimeOffset At)>();
        var mentions = new Dictionary<(string, int), IReadOnlyList<Mention>>();
        var sources = new Dictionary<string, (string Id, string Name)>(StringComparer.Ordinal);
        if (streams.Count > 0)
        {
            await foreach (var e in newsroom.Read(new(Types: contents, Streams: streams), cancellation))
            {
                if (e.Data is DocumentIngested i)
                {
                    sources[i.DocumentId] = (i.SourceId, i.SourceName);
                    texts[(i.DocumentId, 1)] = (i.SourceId, i.SourceName, i.Title, i.Text, i.PublishedAt);
                }
                else if (e.Data is DocumentRevised r)
                {
                    var (id, name) = sources[r.DocumentId];
                    texts[(r.DocumentId, r.Revision)] = (id, name, r.Title, r.Text, r.PublishedAt);
                }
                else if (e.Data is ClaimsExtracted c)
                {
                    mentions.TryAdd((c.DocumentId, c.Revision), c.Mentions);
                }
            }
        }
        foreach (var e in events)
        {
            if (e.Data is not MentionsFiled filed)
            {
                Learn(desk, e.Data);
                continue;
            }
            var key = (filed.DocumentId, filed.Revision);
            var text = texts[key];
            var found = mentions.GetValueOrDefault(key) ?? [];
            var quotes = found.ToDictionary(m => m.Id, m => m.Quote, StringComparer.Ordinal);
            desk.Learn(
                new(filed.DocumentId, filed.Revision, text.SourceId, text.SourceName, text.Title, text.Text, text.At, found),
                new(filed.StoryId, false, text.Title, 1000, "As filed.", filed.Origin,
                    [.. filed.Mentions.Select(m => new FiledMention(m.MentionId, m.ClaimId, false, quotes.GetValueOrDefault(m.MentionId, ""), 1000, m.Origin, []))], []));
        }
    }
}
