using Dateline.Claims;
using Dateline.Matching;
using Dateline.Stories;
using Dateline.Verdicts;

namespace Dateline.Documents;

/// <summary>Claims were extracted: the document is filed to a story and its mentions to claims.</summary>
public static class WhenClaimsExtractedHandler
{
    /// <summary>The document, once the desk is ready.</summary>
    public static async Task<Document?> LoadAsync(ClaimsExtracted e, INewsroom newsroom, FilingDesk desk, CancellationToken cancellation)
    {
        await desk.Ready(newsroom, cancellation);
        return (await newsroom.Load<Document>(Ids.Document(e.DocumentId), null, cancellation)).State;
    }

    /// <summary>One filing for each revision; mentions of earlier revisions give way to it, and what it contradicts is looked at again.</summary>
    public static IEnumerable<ICommand> Handle(ClaimsExtracted e, Document? document, FilingDesk desk)
    {
        if (document?.Revisions.Find(r => r.Number == e.Revision) is not { Text: { } text } revision || document.Filed.ContainsKey(e.Revision)) return [];
        var filing = desk.File(new(
            document.Id, e.Revision, document.SourceId, document.SourceName, revision.Title, text, revision.PublishedAt, e.Mentions));
        return
        [
            new FileDocument(filing.StoryId, filing.StoryTitle, new DocumentFiled(
                filing.StoryId, document.Id, document.SourceId, revision.Title, filing.DocumentOrigin, filing.StoryScore, filing.StoryReason, revision.PublishedAt)),
            .. Mentions(e, document, revision, filing),
            .. Retractions(document, revision, filing),
            .. filing.Relations.Where(r => Words.Parse<Relation>(r.Kind) is not null).Select(r => new RelateClaims(
                r.ClaimId, Words.Parse<Relation>(r.Kind)!.Value, r.OtherClaimId, r.Reason, revision.PublishedAt)),
            .. filing.Relations.Where(r => Words.Parse<Relation>(r.Kind) is Relation.Contradicts).Select(r => new ReviewBasis(
                r.OtherClaimId, document.Id, $"{r.ClaimId} contradicts", $"{r.ClaimId}, a claim in {document.Id}, contradicts it.", revision.PublishedAt, Whole: true)),
            new MarkFiled(document.Id, e.Revision, filing.StoryId, filing.DocumentOrigin,
                [.. filing.Mentions.Select(m => new Documents.FiledMention(m.MentionId, m.ClaimId, m.Origin))], revision.PublishedAt)
        ];
    }

    private static IEnumerable<ICommand> Mentions(ClaimsExtracted e, Document document, Revision revision, Filing filing)
    {
        var mentions = e.Mentions.ToDictionary(m => m.Id, StringComparer.Ordinal);
        foreach (var filed in filing.Mentions)
        {
            var m = mentions[filed.MentionId];
            yield return new MentionClaim(filed.ClaimId, filed.ClaimText, m.Mode, DueDay(m, revision.PublishedAt), new ClaimMentioned(
                filed.ClaimId, m.Id, document.Id, e.Revision, document.SourceId, filed.Origin, m.Quote, m.SpeakerName ?? m.Speaker?.Text,
                [.. m.Via.Select(v => v.Text)], m.Cue?.Text, m.Polarity, m.Certainty, filed.Score, string.Join(" ", filed.Reasons), revision.PublishedAt));
        }
    }

    /// <summary>What earlier revisions said is taken out; what this one says as well is replaced without a mark.</summary>
    private static IEnumerable<ICommand> Retractions(Document document, Revision revision, Filing filing)
    {
        var now = filing.Mentions.GroupBy(m => m.ClaimId).ToDictionary(g => g.Key, g => g.First().MentionId, StringComparer.Ordinal);
        return document.Filed.Where(f => f.Key < revision.Number).OrderBy(f => f.Key).SelectMany(f => f.Value).Select(m => new RetractMention(
            m.ClaimId, m.MentionId, $"{document.Id}/{revision.Number}", $"Revision {revision.Number} of the document took its place.",
            now.GetValueOrDefault(m.ClaimId), revision.PublishedAt));
    }

    /// <summary>The last day of the first date in a prediction or promise that is not over when it is published.</summary>
    private static string? DueDay(Mention mention, DateTimeOffset publishedAt) => mention.Mode is Mode.Prediction or Mode.Promise
        ? mention.Dates.Select(d => d.To).OfType<string>().FirstOrDefault(d => string.CompareOrdinal(d, publishedAt.UtcDateTime.ToString("yyyy-MM-dd", null)) >= 0)
        : null;
}
