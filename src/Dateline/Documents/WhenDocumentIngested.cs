using Dateline.Extraction;
using Dateline.Sources;

namespace Dateline.Documents;

/// <summary>A document came in: its source is known from now on, and its claims are extracted.</summary>
public static class WhenDocumentIngestedHandler
{
    /// <summary>Registers the source and reads the text.</summary>
    public static IEnumerable<ICommand> Handle(DocumentIngested e) =>
    [
        new RegisterSource(e.SourceId, e.SourceName),
        Reading.Of(new(e.DocumentId, 1, e.Title, e.Text, e.Language, e.PublishedAt, e.SourceName))
    ];
}

/// <summary>A new revision came in: its claims are extracted.</summary>
public static class WhenDocumentRevisedHandler
{
    /// <summary>What the revisions before it leave.</summary>
    public static Task<Anchors> LoadAsync(DocumentRevised e, Recorded recorded, INewsroom newsroom, CancellationToken cancellation) =>
        EarlierRevisions.Before(newsroom, e.DocumentId, e.Revision, recorded.Position, cancellation);

    /// <summary>Reads the text.</summary>
    public static ICommand Handle(DocumentRevised e, Anchors anchors) =>
        Reading.Of(new(e.DocumentId, e.Revision, e.Title, e.Text, e.Language, e.PublishedAt, null) { Anchors = anchors });
}

/// <summary>Runs the extractor.</summary>
internal static class Reading
{
    /// <summary>What was found, or why nothing could be: an extractor that fails on a text fails for that text alone.</summary>
    internal static RecordClaims Of(ExtractionInput input)
    {
        try
        {
            var extraction = Extractor.Extract(input);
            return new(input.DocumentId, input.Revision, Extractor.Name, [.. extraction.Mentions], extraction.NotSupported) { LeftOut = extraction.LeftOut };
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new(input.DocumentId, input.Revision, Extractor.Name, [], $"The extractor failed: {e.GetType().Name}.");
        }
    }
}
