using Dateline.Claims;
using Dateline.Documents;
using Dateline.Stories;

namespace Dateline.Matching;

/// <summary>
/// The desk that files documents, as reactions use it. It knows what follows from the events that were reacted to, in their order: made anew when a
/// process begins to lead or when what it learned was not written after all, from a snapshot and what came after it, or from the last filings of the log.
/// </summary>
public sealed class FilingDesk(int window = Desk.DefaultWindow) : IWorkingSet
{
    /// <summary>The bot under which the desk acts.</summary>
    public const string Name = "desk@3";

    // Learning so many filings again takes less than a second.
    private const int FilingsBetweenSnapshots = 500;

    // What a document of 600 words takes, so that the stream is made once.
    private const int BytesADocument = 6_000;

    private Desk? desk;
    private int filings;

    /// <summary>Where snapshots are kept; null for nowhere. Set it before the first reaction.</summary>
    public DeskKeeping? Keeping { get; set; }

    /// <inheritdoc/>
    public void Reset() => desk = null;

    /// <summary>Makes the desk know all that was reacted to before an event, unless it does.</summary>
    /// <param name="newsroom">The log.</param>
    /// <param name="position">The event's position: everything before it was reacted to and is recorded.</param>
    /// <param name="cancellation">Ends the learning.</param>
    public async Task Ready(INewsroom newsroom, long position, CancellationToken cancellation)
    {
        desk ??= await FromSnapshot(newsroom, position, cancellation) ?? await Learned(new(window), newsroom, 0, position, cancellation);
        if (filings < FilingsBetweenSnapshots || Keeping is null) return;
        filings = 0;
        Keeping.Offer(() => Snapshot(desk, position - 1));
    }

    /// <summary>Files a revision, and remembers it.</summary>
    public Filing File(FilingInput input)
    {
        var filing = Known.File(input);
        Known.Learn(input, filing);
        filings++;
        return filing;
    }

    /// <summary>The story that a document is in; null where the desk does not hold it.</summary>
    public string? StoryOf(string documentId) => Known.StoryOf(documentId);

    /// <summary>Takes in what people and publishers did.</summary>
    public void Learn(object @event) => Learn(Known, @event);

    internal static void Learn(Desk desk, object @event)
    {
        switch (@event)
        {
            case StoriesMerged e: desk.StoriesMerged(e.Into, e.From); break;
            case StorySplit e: foreach (var document in e.Documents) desk.DocumentMoved(document, e.NewStoryId); break;
            case DocumentMoved e: desk.DocumentMoved(e.DocumentId, e.To); break;
            case ClaimsMerged e: desk.ClaimsMerged(e.Into, e.From); break;
            case ClaimSplit e when e.ClaimId != e.NewClaimId: desk.ClaimSplit(e.ClaimId, e.NewClaimId, e.Mentions.Select(m => m.DocumentId).ToHashSet(StringComparer.Ordinal)); break;
            case DocumentWithdrawn { Act: not PublisherAct.Correction } e: desk.Forget(e.DocumentId); break;
            default: break;
        }
    }

    /// <summary>What a desk knows, as it is kept.</summary>
    internal static DeskSnapshot Snapshot(Desk desk, long reacted)
    {
        using var stream = new MemoryStream(desk.Count * BytesADocument);
        desk.Save(stream);
        return new(DeskSnapshot.CurrentVersion, reacted, stream.GetBuffer().AsMemory(0, (int)stream.Length));
    }

    internal Desk Known => desk ?? throw new InvalidOperationException("The desk is not ready.");

    private async Task<Desk?> FromSnapshot(INewsroom newsroom, long position, CancellationToken cancellation)
    {
        if (Keeping is null || await Keeping.Load(cancellation) is not { } snapshot) return null;
        // One from beyond the event was made of filings that were not written after all.
        if (snapshot.Version != DeskSnapshot.CurrentVersion || snapshot.Reacted >= position) return null;
        try
        {
            using var stream = new MemoryStream(snapshot.Bytes.ToArray(), writable: false);
            return await Learned(Desk.Load(stream, window), newsroom, snapshot.Reacted, position, cancellation);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private async Task<Desk> Learned(Desk begun, INewsroom newsroom, long after, long before, CancellationToken cancellation)
    {
        filings = await new DeskLearning(begun, window, newsroom).Learn(after, before, cancellation);
        return begun;
    }
}
