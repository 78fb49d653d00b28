using Dateline.Documents;

namespace Dateline.Server.Commands;

/// <summary>Where a document is now.</summary>
internal static class Whereabouts
{
    /// <summary>The id of the story that a document is in.</summary>
    /// <exception cref="Refused">There is no such document, or it is in no story.</exception>
    internal static async Task<string> StoryOf(INewsroom newsroom, string document, CancellationToken cancellation)
    {
        var page = await DocumentPage.Of(newsroom, document, null, cancellation)
            ?? throw new Refused($"There is no document {document}. `dateline story <id>` lists a story's documents.");
        return page.Story ?? throw new Refused($"{document} is not filed to a story yet. `dateline doctor` says how far the filing is.");
    }
}
