using Dateline.Extraction;

namespace Dateline.Documents;

/// <summary>What the revisions before one say of the moments that its dates are told from.</summary>
public static class EarlierRevisions
{
    private static readonly string[] types = [EventTypes.NameOf<DocumentIngested>(), EventTypes.NameOf<DocumentRevised>()];

    /// <summary>The anchors of the revisions before one, as the log holds them now: of their texts one at a time is looked at, and none is kept.</summary>
    /// <param name="newsroom">Where the log is read.</param>
    /// <param name="document">The document's id.</param>
    /// <param name="revision">The revision's number.</param>
    /// <param name="through">The position of the revision's event, or one after it.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<Anchors> Before(INewsroom newsroom, string document, int revision, long through, CancellationToken cancellation)
    {
        var anchors = Anchors.None;
        if (revision == 1) return anchors;
        await foreach (var e in newsroom.Read(new(Through: through, Types: types, Streams: [Ids.Document(document)]), cancellation))
        {
            if (e.Data is DocumentIngested i) anchors = anchors.After(i.Text, i.PublishedAt);
            else if (e.Data is DocumentRevised r && r.Revision < revision) anchors = anchors.After(r.Text, r.PublishedAt);
        }
        return anchors;
    }
}
