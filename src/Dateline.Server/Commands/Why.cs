using Dateline.Documents;
using Dateline.Replay;

namespace Dateline.Server.Commands;

/// <summary>Why documents and mentions are where they are: what was recorded when they were filed.</summary>
internal static class Why
{
    // A claim or story with more documents shows the reasons of the first so many.
    private const int MostDocuments = 200;

    private static readonly string[] filed = [EventTypes.NameOf<MentionsFiled>()];

    /// <summary>Mention → the other claims that were considered for it.</summary>
    internal static async Task<IReadOnlyDictionary<string, IReadOnlyList<ConsideredClaim>>> Considered(
        INewsroom newsroom, ClaimPage page, long position, CancellationToken cancellation)
    {
        var mentions = page.Mentions.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        var considered = new Dictionary<string, IReadOnlyList<ConsideredClaim>>(StringComparer.Ordinal);
        await foreach (var filing in Filings(newsroom, page.Mentions.Select(m => m.Document), position, cancellation))
            foreach (var mention in filing.Mentions)
                if (mention.Considered is { } others && mentions.Contains(mention.MentionId)) considered[mention.MentionId] = others;
        return considered;
    }

    /// <summary>A claim's mentions with their reasons.</summary>
    internal static void Mentions(ClaimPage page, IReadOnlyDictionary<string, IReadOnlyList<ConsideredClaim>> considered, Output output)
    {
        output.Heading("Why");
        output.Table(["mention", "cue", "score", "because", "considered"], page.Mentions.Select(m => new[]
        {
            m.Id, m.Cue, $"{m.Score}", m.Because, Others(considered.GetValueOrDefault(m.Id))
        }));
    }

    /// <summary>A story's documents with their reasons and the documents that were near.</summary>
    internal static async Task Documents(StoryPage page, INewsroom newsroom, long position, Output output, CancellationToken cancellation)
    {
        var near = new Dictionary<string, IReadOnlyList<NearDocument>>(StringComparer.Ordinal);
        await foreach (var filing in Filings(newsroom, page.Documents.Select(d => d.Id), position, cancellation)) near[filing.DocumentId] = filing.Near ?? [];
        output.Heading("Why");
        output.Table(["document", "score", "because", "near"], page.Documents.Select(d => new[] { d.Id, $"{d.Score}", d.Because, Near(near.GetValueOrDefault(d.Id)) }));
    }

    /// <summary>Other claims, in one line.</summary>
    internal static string Others(IReadOnlyList<ConsideredClaim>? considered) =>
        considered is null ? "" : string.Join(" ", considered.Select(c => $"{c.ClaimId} ({c.Score}): {c.Because}"));

    /// <summary>Near documents, in one line.</summary>
    internal static string Near(IReadOnlyList<NearDocument>? near) => near is null ? "" : string.Join(", ", near.Select(n => $"{n.DocumentId} in {n.StoryId} ({n.Score})"));

    private static async IAsyncEnumerable<MentionsFiled> Filings(
        INewsroom newsroom, IEnumerable<string> documents, long position, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var streams = documents.Distinct(StringComparer.Ordinal).Take(MostDocuments).Select(Ids.Document).ToList();
        if (streams.Count == 0) yield break;
        await foreach (var e in newsroom.Read(new(Through: position, Types: filed, Streams: streams), cancellation)) yield return (MentionsFiled)e.Data;
    }
}
