namespace Dateline.Stories;

/// <summary>Moves a document to another story.</summary>
public sealed record MoveDocument(string Story, string Document, string To, string By, string Reason) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Story(Story);
}

/// <summary>Decides <see cref="MoveDocument"/> on the story that the document leaves.</summary>
public static class MoveDocumentAggregateHandler
{
    /// <summary>Only what is in the story can leave it.</summary>
    public static IEnumerable<object> Handle(MoveDocument command, Story? story)
    {
        Story.Standing(story, command.Story);
        Guard.Person(command.By);
        Guard.Reason(command.Reason);
        if (command.To == command.Story) yield break;
        if (!story!.Documents.Contains(command.Document)) throw new Refused($"{command.Document} is not in {command.Story}.");
        yield return new DocumentMoved(command.Story, command.Document, command.Story, command.To, command.By);
    }
}

/// <summary>Takes in a document that was moved here.</summary>
public sealed record ReceiveDocument(DocumentMoved Moved) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Story(Moved.To);
}

/// <summary>Decides <see cref="ReceiveDocument"/>.</summary>
public static class ReceiveDocumentAggregateHandler
{
    /// <summary>Once.</summary>
    public static IEnumerable<object> Handle(ReceiveDocument command, Story? story)
    {
        if (story is not null && !story.Documents.Contains(command.Moved.DocumentId))
            yield return command.Moved with { StoryId = command.Moved.To };
    }
}
