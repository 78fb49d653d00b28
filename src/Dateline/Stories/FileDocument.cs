namespace Dateline.Stories;

/// <summary>Files a document to a story, and opens the story where it is new.</summary>
public sealed record FileDocument(string Story, string StoryTitle, DocumentFiled Filed) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Story(Story);

    string? ICommand.Bot => Matching.FilingDesk.Name;
}

/// <summary>Decides <see cref="FileDocument"/>.</summary>
public static class FileDocumentAggregateHandler
{
    /// <summary>The first document opens the story; a document is filed once, and again where a revision was published before what was filed.</summary>
    public static IEnumerable<object> Handle(FileDocument command, Story? story)
    {
        if (story is null) yield return new StoryOpened(command.Story, command.StoryTitle, command.Filed.PublishedAt);
        else if (story.Documents.Contains(command.Filed.DocumentId) && !story.BeganAfter(command.Filed)) yield break;
        yield return command.Filed;
    }
}
