using Dateline.Stories;

namespace Dateline.Claims;

/// <summary>
/// Mergers are decided on one of two streams: two of them at once can close a circle, in which nothing would be left to judge. By the order of the log the one that
/// closes it does not count. The log up to it tells, so that every replay finds the same.
/// </summary>
internal static class Circles
{
    /// <summary>Whether a merger of claims closes a circle: what it merges into had by then been merged, by however many, into what it ends.</summary>
    internal static Task<bool> Closes(ClaimsMerged e, long position, INewsroom newsroom, CancellationToken cancellation) =>
        Leads(e.Into, e.From, async id => (await newsroom.Load<Claim>(Ids.Claim(id), position - 1, cancellation)).State?.MergedInto);

    /// <summary>The same of stories.</summary>
    internal static Task<bool> Closes(StoriesMerged e, long position, INewsroom newsroom, CancellationToken cancellation) =>
        Leads(e.Into, e.From, async id => (await newsroom.Load<Story>(Ids.Story(id), position - 1, cancellation)).State?.MergedInto);

    private static async Task<bool> Leads(string from, string to, Func<string, Task<string?>> next)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var id = from; id is not null && seen.Add(id); id = await next(id))
            if (id == to) return true;
        return false;
    }
}

/// <summary>A merger of claims that closes a circle is taken back.</summary>
public static class WhenClaimsMeetHandler
{
    /// <summary>What does not count; null where the merger does.</summary>
    public static async Task<VoidClaimsMerge?> LoadAsync(ClaimsMerged e, Recorded recorded, INewsroom newsroom, CancellationToken cancellation) =>
        e.ClaimId == e.From && await Circles.Closes(e, recorded.Position, newsroom, cancellation) ? new(e.From, e.Into, recorded.Position) : null;

    /// <summary>Takes it back.</summary>
    public static IEnumerable<ICommand> Handle(ClaimsMerged e, VoidClaimsMerge? merge) => merge is null ? [] : [merge];
}

/// <summary>A merger of stories that closes a circle is taken back.</summary>
public static class WhenStoriesMeetHandler
{
    /// <summary>What does not count; null where the merger does.</summary>
    public static async Task<VoidStoriesMerge?> LoadAsync(StoriesMerged e, Recorded recorded, INewsroom newsroom, CancellationToken cancellation) =>
        e.StoryId == e.From && await Circles.Closes(e, recorded.Position, newsroom, cancellation) ? new(e.From, e.Into, recorded.Position) : null;

    /// <summary>Takes it back.</summary>
    public static IEnumerable<ICommand> Handle(StoriesMerged e, VoidStoriesMerge? merge) => merge is null ? [] : [merge];
}
