using System.Collections.Immutable;
using Dateline.Claims;
using Dateline.Extraction;

namespace Dateline.Documents;

/// <summary>Records what an extractor found in a revision.</summary>
public sealed record RecordClaims(
    string Document, int Revision, string Extractor, ImmutableArray<Mention> Mentions, string? Failure) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Document(Document);

    string? ICommand.Bot => Extractor;

    /// <summary>How many mentions were found and not kept.</summary>
    public int LeftOut { get; init; }
}

/// <summary>Decides <see cref="RecordClaims"/>.</summary>
public static class RecordClaimsAggregateHandler
{
    /// <summary>
    /// One extraction for each revision and extractor. A mention always quotes: where a span does not, the whole output is recorded as failed.
    /// </summary>
    public static IEnumerable<object> Handle(RecordClaims command, Document? document)
    {
        var revision = document?.Revisions.Find(r => r.Number == command.Revision)
            ?? throw new Refused($"There is no revision {command.Revision} of {command.Document}.");
        if (document!.Extracted.Contains((command.Revision, command.Extractor))) yield break;
        var wrong = revision.Text is { } text ? OutputCheck.Fault(command.Mentions, text) : null;
        yield return wrong is null
            ? new ClaimsExtracted(command.Document, command.Revision, command.Extractor, command.Mentions, command.Failure, revision.PublishedAt) { LeftOut = command.LeftOut > 0 ? command.LeftOut : null }
            : new ClaimsExtracted(
                command.Document, command.Revision, command.Extractor, [], wrong, revision.PublishedAt);
    }
}
