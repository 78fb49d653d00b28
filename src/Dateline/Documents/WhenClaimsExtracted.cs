using Dateline.Claims;
using Dateline.Matching;
using Dateline.Stories;
using Dateline.Verdicts;

namespace Dateline.Documents;

/// <summary>Claims were extracted: the document is filed to a story and its mentions to claims.</summary>
public static class WhenClaimsExtractedHandler
{
    private static readonly string[] texts = [EventTypes.NameOf<DocumentIngested>(), EventTypes.NameOf<DocumentRevised>()];

    /// <summary>
    /// The document, once the desk is ready; with the revision's text also where it was filed before, and with its story where the desk no longer knows it:
    /// it was withdrawn, or filed long ago. Where people put it, it stays.
    /// </summary>
    public static async Task<Document?> LoadAsync(ClaimsExtracted e, Recorded recorded, INewsroom newsroom, FilingDesk desk, CancellationToken cancellation)
    {
        await desk.Ready(newsroom, recorded.Position, cancellation);
        var document = (await newsroom.Load<Document>(Ids.Document(e.DocumentId), null, cancellation)).State;
        if (document is null || IsDone(e, document)) return document;
        if (!document.Filed.IsEmpty && desk.StoryOf(document.Id) is null)
            document = document with { Story = await DocumentPage.StoryOf(newsroom, document.Id, cancellation) };
        if (!IsReadAnew(e, document)) return document;
        var text = "";
        await foreach (var its in newsroom.Read(new(Types: texts, Streams: [Ids.Document(e.DocumentId)]), cancellation))
        {
            if (its.Data is DocumentIngested i && e.Revision == 1) text = i.Text;
            else if (its.Data is DocumentRevised r && r.Revision == e.Revision) text = r.Text;
        }
        return document with { Revisions = document.Revisions.ConvertAll(r => r.Number == e.Revision ? r with { Text = text } : r) };
    }

    /// <summary>
    /// One filing for each revision, and one more for each newer version of the extractor whose reading is filed; earlier mentions give way to it, and what it contradicts
    /// is looked at again. What its publisher took back before it was filed is filed and taken out again: it was out until then, and no chance of which came
    /// first changes what the log tells.
    /// </summary>
    public static IEnumerable<ICommand> Handle(ClaimsExtracted e, Document? document, FilingDesk desk)
    {
        if (document?.Revisions.Find(r => r.Number == e.Revision) is not { Text: { } text } revision) return [];
        if (IsDone(e, document)) return [];
        var again = IsReadAnew(e, document);
        var filing = desk.File(new(
            document.Id, e.Revision, document.SourceId, document.SourceName, revision.Title, text, revision.PublishedAt, e.Mentions)
        { Extractor = again ? e.Extractor : null, Story = document.Story });
        var takenBack = document.IsTakenBack(e.Revision) ? document.Withdrawn : null;
        if (takenBack is not null) desk.Learn(takenBack);
        return
        [
            new FileDocument(filing.StoryId, filing.StoryTitle, new DocumentFiled(
                filing.StoryId, document.Id, document.SourceId, revision.Title, filing.DocumentOrigin, filing.StoryScore, filing.StoryReason, revision.PublishedAt)),
            .. Mentions(e, document, revision, text, filing),
            .. Retractions(e, document, revision, filing),
            .. takenBack is null ? [] : filing.Mentions.Select(m => WhenDocumentWithdrawnHandler.Retract(m.ClaimId, m.MentionId, takenBack)),
            .. again ? [] : Background(document, revision),
            .. filing.Relations.Where(r => Words.Parse<Relation>(r.Kind) is not null).Select(r => new RelateClaims(
                r.ClaimId, Words.Parse<Relation>(r.Kind)!.Value, r.OtherClaimId, r.Reason, revision.PublishedAt)),
            .. filing.Relations.Where(r => Words.Parse<Relation>(r.Kind) is Relation.Contradicts).Select(r => new ReviewBasis(
                r.OtherClaimId, document.Id, $"{r.ClaimId} contradicts", $"{r.ClaimId}, a claim in {document.Id}, contradicts it.", revision.PublishedAt, Whole: true)),
            .. Suggestions(document, revision, filing),
            new MarkFiled(document.Id, e.Revision, filing.StoryId, filing.DocumentOrigin,
                [.. filing.Mentions.Select(m => new Documents.FiledMention(m.MentionId, m.ClaimId, m.Origin) { Considered = m.Considered.Count == 0 ? null : m.Considered })],
                revision.PublishedAt)
            {
                Extractor = e.Extractor,
                TakenBack = takenBack is not null,
                Near = filing.Neighbours.Count == 0 ? null : [.. filing.Neighbours.Select(n => new NearDocument(n.StoryId, n.DocumentId, n.Score))]
            }
        ];
    }

    /// <summary>The revision was filed, and this is no reading that takes the place of the one that was.</summary>
    private static bool IsDone(ClaimsExtracted e, Document document) => document.Filed.ContainsKey(e.Revision) && !IsReadAnew(e, document);

    /// <summary>A later version of the extractor whose reading of the latest revision is filed has read it; not a failure, for then the older reading stands.</summary>
    private static bool IsReadAnew(ClaimsExtracted e, Document document) =>
        e.Failure is null && e.Revision == document.Latest.Number && !document.IsGone && !document.Redacted.Any(r => r.Revision == e.Revision)
        && document.FiledFrom.TryGetValue(e.Revision, out var filedFrom) && Extraction.ExtractorName.IsLater(e.Extractor, filedFrom);

    private static IEnumerable<ICommand> Suggestions(Document document, Revision revision, Filing filing)
    {
        if (filing.Merger is { } merger) yield return new SuggestMerge(filing.StoryId, merger.OtherStoryId, document.Id, merger.Score, merger.Reason, revision.PublishedAt);
        if (filing.Split is { } split) yield return new SuggestSplit(filing.StoryId, [.. split.Documents], split.Score, split.Reason, revision.PublishedAt);
    }

    private static IEnumerable<ICommand> Mentions(ClaimsExtracted e, Document document, Revision revision, string text, Filing filing)
    {
        var mentions = e.Mentions.ToDictionary(m => m.Id, StringComparer.Ordinal);
        foreach (var filed in filing.Mentions)
        {
            var m = mentions[filed.MentionId];
            var due = DueDays.Of(m, text, m.AnchoredAt ?? revision.PublishedAt);
            yield return new MentionClaim(filed.ClaimId, filed.ClaimText, m.Mode, due, new ClaimMentioned(
                filed.ClaimId, m.Id, document.Id, e.Revision, document.SourceId, filed.Origin, m.Quote, m.SpeakerName ?? m.Speaker?.Text,
                [.. m.Via.Select(v => v.Text)], m.Cue?.Text, m.Polarity, m.Certainty, filed.Score, string.Join(" ", filed.Reasons), revision.PublishedAt)
            { DueAt = due });
        }
    }

    /// <summary>What earlier revisions said is taken out; what this one says in the same way is replaced without a mark.</summary>
    private static IEnumerable<ICommand> Retractions(ClaimsExtracted e, Document document, Revision revision, Filing filing)
    {
        var now = filing.Mentions.GroupBy(m => m.ClaimId).ToDictionary(g => g.Key, g => g.First().MentionId, StringComparer.Ordinal);
        var kept = filing.Mentions.Select(m => m.MentionId).ToHashSet(StringComparer.Ordinal);
        return document.Filed.Where(f => f.Key <= revision.Number).OrderBy(f => f.Key).SelectMany(f => f.Value.Select(m => (Revision: f.Key, Mention: m)))
            .Where(m => !kept.Contains(m.Mention.MentionId)).Select(m => new RetractMention(
                m.Mention.ClaimId, m.Mention.MentionId,
                m.Revision < revision.Number ? $"{document.Id}/{revision.Number}" : $"{document.Id}/{revision.Number} {e.Extractor}",
                m.Revision < revision.Number ? Superseded(revision) : e.Extractor + MentionRetracted.ByReading,
                now.GetValueOrDefault(m.Mention.ClaimId), revision.PublishedAt));
    }

    /// <summary>Verdicts rest also on documents that do not mention the claim.</summary>
    private static IEnumerable<ICommand> Background(Document document, Revision revision) => revision.Number == 1 ? [] : document.CitedBy.Select(c => c.ClaimId).Distinct().Select(c => new ReviewBasis(
        c, document.Id, $"{document.Id}/{revision.Number}", Superseded(revision), revision.PublishedAt, Last: revision.Number - 1)
    { Unmentioned = true });

    internal static string Superseded(Revision revision) => $"Revision {revision.Number} of the document took its place.";
}
