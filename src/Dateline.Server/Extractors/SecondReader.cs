using System.Collections.Immutable;
using Dateline.Documents;
using Dateline.Extraction;

namespace Dateline.Server.Extractors;

/// <summary>
/// Lets another extractor read every revision, after the built-in one and beside everything else: what it finds, or why it could not, is one more event of
/// the document. Nothing waits for it, and nothing is filed by it.
/// </summary>
internal sealed class SecondReader(IExtractor extractor, INewsroom newsroom, Func<bool> leads, Action<string> say, TimeSpan patience)
{
    private const int Recent = 2000;
    private readonly Suspects suspects = new();
    private static readonly string[] texts = [EventTypes.NameOf<DocumentIngested>(), EventTypes.NameOf<DocumentRevised>()];

    /// <summary>Reads what is there and what comes in, until it is cancelled or the extractor is gone for good.</summary>
    internal async Task Run(CancellationToken cancellation)
    {
        try
        {
            var position = await Begin(cancellation);
            while (true)
            {
                if (leads()) position = await Step(position, cancellation);
                await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
            }
        }
        catch (ExtractorGone e)
        {
            say($"{extractor.Name} stops: {e.Message}");
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
        }
    }

    /// <summary>Reads the revisions after a position, in order; gives the position up to which it is done.</summary>
    /// <exception cref="ExtractorGone">The extractor is gone for good.</exception>
    internal async Task<long> Step(long after, CancellationToken cancellation)
    {
        try
        {
            await foreach (var e in newsroom.Read(new(After: after, Types: texts), cancellation))
            {
                if (Input(e) is { } input)
                {
                    var (isDone, backTo) = await Record(input, after, e.Position, cancellation);
                    if (!isDone) return suspects.Back() ?? after;
                    if (backTo is not null) return backTo.Value;
                }
                after = e.Position;
            }
            if (suspects.Back() is { } back)
            {
                after = back;
                await Task.Delay(patience * suspects.Pause, cancellation);
            }
        }
        catch (ExtractorGone e) when (!e.ForGood)
        {
            say($"{extractor.Name} pauses: {e.Message}");
            after = suspects.Back() ?? after;
            await Task.Delay(patience * suspects.Pause, cancellation);
        }
        catch (Exception e) when (e is Npgsql.NpgsqlException or TimeoutException or System.Net.Sockets.SocketException or Conflict)
        {
            after = suspects.Back() ?? after;
            await Task.Delay(patience, cancellation);
        }
        return after;
    }

    // Revisions are read in order, so that what precedes the last one read is done.
    private async Task<long> Begin(CancellationToken cancellation)
    {
        (string Document, int Revision)? last = null;
        await foreach (var e in newsroom.Read(new(Types: [EventTypes.NameOf<ClaimsExtracted>()], Last: Recent), cancellation))
            if (e.Data is ClaimsExtracted c && c.Extractor == extractor.Name) last = (c.DocumentId, c.Revision);
        if (last is null) return 0;
        await foreach (var e in newsroom.Read(new(Types: texts, Streams: [Ids.Document(last.Value.Document)]), cancellation))
            if (Input(e) is { } input && input.Revision == last.Value.Revision) return e.Position;
        return 0;
    }

    /// <summary>Not done while the revision is not filed yet; and where to go back to, if anywhere.</summary>
    private async Task<(bool IsDone, long? BackTo)> Record(ExtractionInput input, long after, long position, CancellationToken cancellation)
    {
        var (document, _) = await newsroom.Load<Document>(Ids.Document(input.DocumentId), null, cancellation);
        if (document is null || document.IsGone || document.Extracted.Contains((input.Revision, extractor.Name))) return (true, null);
        if (!document.Filed.ContainsKey(input.Revision)) return (false, null);
        var (mentions, failure) = (ImmutableArray<Claims.Mention>.Empty, (string?)null);
        try
        {
            var found = await extractor.Read(
                input with { Anchors = await EarlierRevisions.Before(newsroom, input.DocumentId, input.Revision, position, cancellation) }, cancellation);
            failure = found.NotSupported ?? OutputCheck.Fault(found.Mentions, input.Text);
            if (failure is null) mentions = [.. found.Mentions];
        }
        catch (ExtractorFault e)
        {
            failure = e.Message;
        }
        catch (ExtractorGone e) when (e.MayBeText && suspects.PassOver(input, after, e.Message))
        {
            return (true, null);
        }
        var (failed, backTo) = suspects.Answered(input);
        // Those passed over precede this one, and are recorded before it: Begin goes on after the last.
        foreach (var (one, why) in failed) await Send(one, [], $"{why} It was asked {Suspects.MostTries} times.", cancellation);
        await Send(input, mentions, failure, cancellation);
        return (true, backTo);
    }

    private async Task Send(ExtractionInput input, ImmutableArray<Claims.Mention> mentions, string? failure, CancellationToken cancellation) => await newsroom.Send(
        new RecordClaims(input.DocumentId, input.Revision, extractor.Name, mentions, failure), new("bot:" + extractor.Name), cancellation);

    private static ExtractionInput? Input(Recorded e) => e.Data switch
    {
        DocumentIngested d => new(d.DocumentId, 1, d.Title, d.Text, d.Language, d.PublishedAt, d.SourceName),
        DocumentRevised d => new(d.DocumentId, d.Revision, d.Title, d.Text, d.Language, d.PublishedAt, null),
        _ => null
    };
}
