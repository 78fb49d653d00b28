using Dateline.Replay;

namespace Dateline.Stories;

/// <summary>Where a document is, by the streams of the stories that it has been in: the fold of a replay, of no more than concerns the document.</summary>
public static class Placement
{
    private const int MostStories = 1000;
    private static readonly string[] types = [EventTypes.NameOf<DocumentMoved>(), EventTypes.NameOf<StorySplit>(), EventTypes.NameOf<StoriesMerged>()];

    /// <summary>The story that a document is in at a moment; null while it is in none.</summary>
    /// <param name="newsroom">The log.</param>
    /// <param name="document">The document.</param>
    /// <param name="filings">How its revisions were filed: the data is <see cref="DocumentFiled"/>.</param>
    /// <param name="moment">The moment.</param>
    /// <param name="cancellation">Ends the look-up.</param>
    public static async Task<string?> Of(INewsroom newsroom, string document, IReadOnlyList<Recorded> filings, Resolved moment, CancellationToken cancellation)
    {
        // On the published clock a stream begins with the first thing known of it, whatever that is about.
        var whole = moment.Clock == Clock.Published;
        var events = whole ? [] : filings.ToList();
        var open = new Queue<string>(filings.Select(f => ((DocumentFiled)f.Data).StoryId));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (open.TryDequeue(out var story) && seen.Count < MostStories)
        {
            if (!seen.Add(story)) continue;
            await foreach (var e in newsroom.Read(new(Through: moment.Position, Types: whole ? Picture.Types : types, Streams: [Ids.Story(story)]), cancellation))
            {
                var to = To(e.Data, document);
                if (whole || to is not null) events.Add(e);
                if (to is not null) open.Enqueue(to);
            }
        }
        var then = Replayer.Of(Replayer.InOrder(events, moment.Clock), moment);
        return then.Picture.Documents.GetValueOrDefault(document)?.StoryId;
    }

    /// <summary>Where an event takes the document, should it be in the story that the event is about.</summary>
    private static string? To(object data, string document) => data switch
    {
        DocumentMoved m when m.DocumentId == document => m.To,
        StorySplit s when s.Documents.Contains(document) => s.NewStoryId,
        StoriesMerged m => m.Into,
        _ => null
    };
}
