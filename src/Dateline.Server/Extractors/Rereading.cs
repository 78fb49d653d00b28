using System.Collections.Immutable;
using Dateline.Claims;
using Dateline.Documents;
using Dateline.Extraction;

namespace Dateline.Server.Extractors;

/// <summary>What reading again came to.</summary>
/// <param name="Extractor">Who read.</param>
/// <param name="Read">Revisions read anew.</param>
/// <param name="Failed">Of those, how many gave nothing; why stands with the document.</param>
/// <param name="Kept">Revisions passed over: read by this version before, not the latest, taken back, redacted, or not filed yet.</param>
/// <param name="Next">The position to go on after.</param>
/// <param name="Done">Whether nothing is left.</param>
internal sealed record Reread(string Extractor, int Read, int Failed, int Kept, long Next, bool Done);

/// <summary>
/// Reads the latest revisions of the log's documents again, with the extractor as it is now: one more event a document, and none is changed. It can be ended
/// and begun again anywhere; what this version has read is passed over.
/// </summary>
internal sealed class Rereading(IExtractor extractor, INewsroom newsroom)
{
    private static readonly string[] texts = [EventTypes.NameOf<DocumentIngested>(), EventTypes.NameOf<DocumentRevised>()];

    /// <summary>Reads the revisions after a position, at most so many.</summary>
    /// <param name="after">The position to go on after; 0 for all.</param>
    /// <param name="most">How many are read at most; those passed over do not count.</param>
    /// <param name="by">Who asked for it.</param>
    /// <param name="cancellation">Ends it between two documents.</param>
    /// <exception cref="ExtractorGone">The extractor cannot be reached; what was read is recorded.</exception>
    internal async Task<Reread> Run(long after, int most, string by, CancellationToken cancellation)
    {
        var (read, failed, kept) = (0, 0, 0);
        await foreach (var e in newsroom.Read(new(After: after, Types: texts), cancellation))
        {
            if (read == most) return new(extractor.Name, read, failed, kept, after, false);
            var input = Input(e);
            if (await IsDue(input, cancellation))
            {
                read++;
                if (!await Read(input, e.Position, by, cancellation)) failed++;
            }
            else kept++;
            after = e.Position;
        }
        return new(extractor.Name, read, failed, kept, after, true);
    }

    private async Task<bool> IsDue(ExtractionInput input, CancellationToken cancellation)
    {
        var (document, _) = await newsroom.Load<Document>(Ids.Document(input.DocumentId), null, cancellation);
        return document is not null && document.Latest.Number == input.Revision && document.Filed.ContainsKey(input.Revision) && !document.IsGone
            && !document.Extracted.Contains((input.Revision, extractor.Name)) && !document.Redacted.Any(r => r.Revision == input.Revision);
    }

    private async Task<bool> Read(ExtractionInput input, long position, string by, CancellationToken cancellation)
    {
        var (mentions, failure, leftOut) = (ImmutableArray<Mention>.Empty, (string?)null, 0);
        try
        {
            var found = await extractor.Read(
                input with { Anchors = await EarlierRevisions.Before(newsroom, input.DocumentId, input.Revision, position, cancellation) }, cancellation);
            failure = found.NotSupported ?? OutputCheck.Fault(found.Mentions, input.Text);
            if (failure is null)
            {
                // Ids name the reading, so that they differ from those of the one before.
                mentions = [.. found.Mentions.Select((m, i) => m with { Id = $"{input.DocumentId}/{input.Revision}#{extractor.Name}.{i + 1}" })];
                leftOut = found.LeftOut;
            }
        }
        catch (ExtractorFault e)
        {
            failure = e.Message;
        }
        await newsroom.Send(
            new RecordClaims(input.DocumentId, input.Revision, extractor.Name, mentions, failure) { LeftOut = leftOut }, new("bot:" + extractor.Name, $"{by} asked to read it again."), cancellation);
        return failure is null;
    }

    private static ExtractionInput Input(Recorded e) => e.Data switch
    {
        DocumentIngested d => new(d.DocumentId, 1, d.Title, d.Text, d.Language, d.PublishedAt, d.SourceName),
        DocumentRevised d => new(d.DocumentId, d.Revision, d.Title, d.Text, d.Language, d.PublishedAt, null),
        _ => throw new ArgumentException($"A {e.Type} is no text.")
    };
}
