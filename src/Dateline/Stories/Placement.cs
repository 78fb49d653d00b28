namespace Dateline.Stories;

/// <summary>Where a document is, by the streams of the stories that it has been in.</summary>
public static class Placement
{
    private const int MostStories = 1000;
    private static readonly string[] types = [EventTypes.NameOf<DocumentMoved>(), EventTypes.NameOf<StorySplit>(), EventTypes.NameOf<StoriesMerged>()];

    /// <summary>The story that a document is in which was filed to a story.</summary>
    /// <param name="newsroom">The log.</param>
    /// <param name="document">The document.</param>
    /// <param name="filed">The story that it was filed to.</param>
    /// <param name="through">No later event counts; null for all.</param>
    /// <param name="by">Only what people did by then; null for all.</param>
    /// <param name="cancellation">Ends the look-up.</param>
    public static async Task<string> Of(INewsroom newsroom, string document, string filed, long? through, DateTimeOffset? by, CancellationToken cancellation)
    {
        var (story, came) = (filed, 0L);
        for (var hops = 0; hops < MostStories; hops++)
        {
            (string Story, long At)? next = null;
            await foreach (var e in newsroom.Read(new(Through: through, Types: types, Streams: [Ids.Story(story)]), cancellation))
            {
                if (e.RecordedAt > by || To(e.Data, story, document) is not { } to) continue;
                // What came to a story that had been merged before is where that went.
                if (e.Position > came || e.Data is StoriesMerged) next = (to, Math.Max(e.Position, came));
                if (next is not null) break;
            }
            if (next is not { } n) break;
            (story, came) = n;
        }
        return story;
    }

    /// <summary>Where an event of a story's stream took the document from there.</summary>
    private static string? To(object data, string story, string document) => data switch
    {
        DocumentMoved m when m.StoryId == story && m.DocumentId == document && m.From == story => m.To,
        StorySplit s when s.StoryId == story && s.NewStoryId != story && s.Documents.Contains(document) => s.NewStoryId,
        StoriesMerged m when m.StoryId == story && m.From == story => m.Into,
        _ => null
    };
}
