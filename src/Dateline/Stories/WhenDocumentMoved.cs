using Dateline.Matching;

namespace Dateline.Stories;

/// <summary>A document left a story: the other one takes it in.</summary>
public static class WhenDocumentMovedHandler
{
    /// <summary>Makes the desk ready.</summary>
    public static async Task<FilingDesk> LoadAsync(DocumentMoved e, Recorded recorded, INewsroom newsroom, FilingDesk desk, CancellationToken cancellation)
    {
        await desk.Ready(newsroom, recorded.Position, cancellation);
        return desk;
    }

    /// <summary>Acts on the event of the story that it left.</summary>
    public static IEnumerable<ICommand> Handle(DocumentMoved e, FilingDesk desk)
    {
        desk.Learn(e);
        return e.StoryId == e.From ? [new ReceiveDocument(e)] : [];
    }
}

/// <summary>Documents were split off: the new story begins.</summary>
public static class WhenStorySplitHandler
{
    /// <summary>Makes the desk ready.</summary>
    public static async Task<FilingDesk> LoadAsync(StorySplit e, Recorded recorded, INewsroom newsroom, FilingDesk desk, CancellationToken cancellation)
    {
        await desk.Ready(newsroom, recorded.Position, cancellation);
        return desk;
    }

    /// <summary>Acts on the event of the story that was split.</summary>
    public static IEnumerable<ICommand> Handle(StorySplit e, FilingDesk desk)
    {
        if (e.StoryId == e.NewStoryId) return [];
        desk.Learn(e);
        return [new BeginSplitStory(e)];
    }
}
