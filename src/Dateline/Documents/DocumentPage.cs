using System.Collections.Immutable;
using Dateline.Claims;

namespace Dateline.Documents;

/// <summary>A revision with what was found in it.</summary>
public sealed record RevisionPage(
    int Number, string Title, string? Author, DateTimeOffset PublishedAt, DateTimeOffset RecordedAt, long Position, string Text, string OriginalSha256, string Format,
    string? Extractor, string? Failure, IReadOnlyList<Mention> Mentions, string? Origin, IReadOnlyDictionary<string, string> ClaimOfMention)
{
    /// <summary>All readings, in the order in which they were recorded; <see cref="Extractor"/> tells which one is filed.</summary>
    public IReadOnlyList<RecordedReading> Readings { get; init; } = [];

    /// <summary>How the publication time is known; null where the document states it.</summary>
    public Dating? Dating { get; init; }

    /// <summary>Whether its text was removed for a legal reason.</summary>
    public bool IsRedacted => Text == SharedWords.Redacted;

    /// <summary>The documents that were nearest when it was filed.</summary>
    public IReadOnlyList<NearDocument> Near { get; init; } = [];

    /// <summary>Mention → other claims that were considered for it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ConsideredClaim>> Considered { get; init; } = new Dictionary<string, IReadOnlyList<ConsideredClaim>>();

    internal RevisionPage FiledFrom(string? extractor) => Readings.LastOrDefault(r => r.Extractor == extractor) is { } its
        ? this with { Extractor = its.Extractor, Failure = its.Failure, Mentions = its.Mentions } : this;
}

/// <summary>What one extractor found in a revision, or why it found nothing.</summary>
public sealed record RecordedReading(string Extractor, string? Failure, IReadOnlyList<Mention> Mentions, long Position)
{
    /// <summary>How many more mentions it found that were not kept.</summary>
    public int LeftOut { get; init; }
}

/// <summary>A document with all its revisions, folded from its stream.</summary>
public sealed record DocumentPage(
    string Id, string Source, string SourceName, string? Url, string? Language, string? Story, DocumentWithdrawn? Withdrawn,
    IReadOnlyList<RevisionPage> Revisions)
{
    /// <summary>The verdicts that rest on it.</summary>
    public IReadOnlyList<Citation> CitedBy { get; init; } = [];

    /// <summary>The redactions that were proposed, and what became of them.</summary>
    public ImmutableList<RedactionProposal> Redactions { get; init; } = [];

    /// <summary>How its revisions were filed, in log order: the data is <see cref="Stories.DocumentFiled"/>.</summary>
    internal ImmutableList<Recorded> Filings { get; init; } = [];

    /// <summary>Which verdicts came to rest on it, in log order.</summary>
    internal ImmutableList<DocumentCited> Cited { get; init; } = [];

    /// <summary>The page of a document, with the story that it is in as of a position; null where there is no such document.</summary>
    public static async Task<DocumentPage?> Of(INewsroom newsroom, string id, long? asOf, CancellationToken cancellation)
    {
        if (await AsFiled(newsroom, id, asOf, cancellation) is not { } page) return null;
        return await page.Placed(newsroom, new(DateTimeOffset.MaxValue, Replay.Clock.Recorded, asOf ?? long.MaxValue), cancellation);
    }

    /// <summary>The same at a moment. By the published clock it has the revisions that were out by then, and is where people had put it by then.</summary>
    public static async Task<DocumentPage?> At(INewsroom newsroom, string id, Replay.Resolved moment, CancellationToken cancellation)
    {
        if (moment.Clock == Replay.Clock.Recorded) return await Of(newsroom, id, moment.Position, cancellation);
        if (await AsFiled(newsroom, id, moment.Position, cancellation) is not { } page) return null;
        var revisions = page.Revisions.Where(r => r.PublishedAt <= moment.At).ToList();
        if (revisions.Count == 0) return null;
        page = await page.Placed(newsroom, moment, cancellation);
        return page with { Revisions = revisions, Withdrawn = page.Withdrawn?.PublishedAt <= moment.At ? page.Withdrawn : null };
    }

    /// <summary>The story that a document is in now; null where it is in none.</summary>
    internal static async Task<string?> StoryOf(INewsroom newsroom, string id, CancellationToken cancellation) =>
        await AsFiled(newsroom, id, null, cancellation) is { } page
            ? await Stories.Placement.Of(newsroom, id, page.Filings, new(DateTimeOffset.MaxValue, Replay.Clock.Recorded, long.MaxValue), cancellation) : null;

    /// <summary>What other streams know of it: its story, and how the verdicts stand that rest on it.</summary>
    private async Task<DocumentPage> Placed(INewsroom newsroom, Replay.Resolved moment, CancellationToken cancellation) => this with
    {
        Story = await Stories.Placement.Of(newsroom, Id, Filings, moment, cancellation),
        CitedBy = await Citation.Of(newsroom, Cited, moment, cancellation)
    };

    /// <summary>The page from its own stream alone: the story is the one that it was filed to first, wherever it is now.</summary>
    public static async Task<DocumentPage?> AsFiled(INewsroom newsroom, string id, long? asOf, CancellationToken cancellation)
    {
        DocumentPage? page = null;
        await foreach (var e in newsroom.Read(new(Through: asOf, Streams: [Ids.Document(id)]), cancellation)) page = Add(page, e);
        return page;
    }

    private static DocumentPage? Add(DocumentPage? page, Recorded e) => e.Data switch
    {
        DocumentIngested d when page is null => new(
            d.DocumentId, d.SourceId, d.SourceName, d.Url, d.Language, null, null,
            [new(1, d.Title, d.Author, d.PublishedAt, e.RecordedAt, e.Position, d.Text, d.OriginalSha256, d.Format, null, null, [], null, None) { Dating = d.Dating }]),
        _ when page is null => null,
        DocumentRevised d => page with
        {
            Revisions = [.. page.Revisions, new(d.Revision, d.Title, d.Author, d.PublishedAt, e.RecordedAt, e.Position, d.Text, d.OriginalSha256, d.Format, null, null, [], null, None) { Dating = d.Dating }]
        },
        DocumentWithdrawn d => page with { Withdrawn = d },
        ClaimsExtracted d => page.With(d.Revision, r => (r.Extractor is null ? r with { Extractor = d.Extractor, Failure = d.Failure, Mentions = d.Mentions } : r) with
        {
            Readings = [.. r.Readings, new(d.Extractor, d.Failure, d.Mentions, e.Position) { LeftOut = d.LeftOut ?? 0 }]
        }),
        MentionsFiled d => page.With(d.Revision, r => r.FiledFrom(d.Extractor) with
        {
            Origin = d.Origin,
            Near = d.Near ?? [],
            Considered = d.Mentions.Where(m => m.Considered is not null).ToDictionary(m => m.MentionId, m => m.Considered!),
            ClaimOfMention = d.Mentions.ToDictionary(m => m.MentionId, m => m.ClaimId)
        }) with
        {
            Story = page.Story ?? d.StoryId,
            Filings = page.Filings.Add(e with { Data = new Stories.DocumentFiled(d.StoryId, d.DocumentId, page.Source, "", d.Origin, 0, "", d.PublishedAt) })
        },
        RedactionProposed or RedactionDeclined or DocumentRedacted => page with { Redactions = RedactionProposal.After(page.Redactions, e.Data) },
        DocumentCited d => page with { Cited = page.Cited.Add(d) },
        _ => page
    };

    private static IReadOnlyDictionary<string, string> None { get; } = new Dictionary<string, string>();

    private DocumentPage With(int revision, Func<RevisionPage, RevisionPage> change) =>
        this with { Revisions = [.. Revisions.Select(r => r.Number == revision ? change(r) : r)] };
}
