using Dateline.Matching;

namespace Dateline.Stories;

/// <summary>A story was merged into another one: that one takes its documents.</summary>
public static class WhenStoriesMergedHandler
{
    /// <summary>The story that ended, once the desk is ready; null where the merger does not count.</summary>
    public static async Task<Story?> LoadAsync(StoriesMerged e, Recorded recorded, INewsroom newsroom, FilingDesk desk, CancellationToken cancellation)
    {
        await desk.Ready(newsroom, recorded.Position, cancellation);
        if (e.StoryId == e.From && await Claims.Circles.Closes(e, recorded.Position, newsroom, cancellation)) return null;
        return (await newsroom.Load<Story>(Ids.Story(e.From), null, cancellation)).State;
    }

    /// <summary>Acts on the event of the story that ended; the other stream's copy says nothing new.</summary>
    public static IEnumerable<ICommand> Handle(StoriesMerged e, Story? story, FilingDesk desk)
    {
        if (e.StoryId != e.From || story is null) return [];
        desk.Learn(e);
        return [new ReceiveStory(e, [.. story.Documents.Order(StringComparer.Ordinal)])];
    }
}
