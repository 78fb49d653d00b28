using Dateline.Documents;
using Dateline.Stories;

namespace Dateline.Server.Commands;

/// <summary>Where a document is now, by the streams of the stories that it has been in.</summary>
internal static class Whereabouts
{
    private const int MostStories = 1000;

    /// <summary>The id of the story that a document is in.</summary>
    /// <exception cref="Refused">There is no such document, or it is in no story.</exception>
    internal static async Task<string> StoryOf(INewsroom newsroom, string document, CancellationToken cancellation)
    {
        var page = await DocumentPage.Of(newsroom, document, null, cancellation)
            ?? throw new Refused($"There is no document {document}. `dateline story <id>` lists a story's documents.");
        var story = page.Story;
        for (var hops = 0; story is not null && hops < MostStories; hops++)
        {
            var state = (await newsroom.Load<Dateline.Stories.Story>(Ids.Story(story), null, cancellation)).State;
            if (state is { MergedInto: null } && state.Documents.Contains(document)) return story;
            story = await Next(newsroom, story, document, cancellation);
        }
        throw new Refused($"{document} is not filed to a story yet. `dateline doctor` says how far the filing is.");
    }

    /// <summary>Where the document went when it last left a story.</summary>
    private static async Task<string?> Next(INewsroom newsroom, string story, string document, CancellationToken cancellation)
    {
        string? next = null;
        await foreach (var e in newsroom.Read(new(Streams: [Ids.Story(story)]), cancellation))
        {
            next = e.Data switch
            {
                DocumentMoved m when m.DocumentId == document && m.From == story => m.To,
                StorySplit s when s.StoryId != s.NewStoryId && s.Documents.Contains(document) => s.NewStoryId,
                StoriesMerged m when m.From == story => m.Into,
                _ => next
            };
        }
        return next;
    }
}
