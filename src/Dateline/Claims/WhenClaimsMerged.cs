using Dateline.Matching;

namespace Dateline.Claims;

/// <summary>Two claims were found to be one: the other stream says so too.</summary>
public static class WhenClaimsMergedHandler
{
    /// <summary>Makes the desk ready.</summary>
    public static async Task<FilingDesk> LoadAsync(ClaimsMerged e, Recorded recorded, INewsroom newsroom, FilingDesk desk, CancellationToken cancellation)
    {
        await desk.Ready(newsroom, recorded.Position, cancellation);
        return desk;
    }

    /// <summary>Repeats the merger to the other of the two.</summary>
    public static ICommand Handle(ClaimsMerged e, FilingDesk desk)
    {
        desk.Learn(e);
        return new MergeClaims(e.ClaimId == e.From ? e.Into : e.From, e.Into, e.From, e.By, $"As decided on {e.ClaimId}.");
    }
}

/// <summary>Mentions were split off: the new claim begins.</summary>
public static class WhenClaimSplitHandler
{
    /// <summary>Acts on the event of the claim that was split.</summary>
    public static IEnumerable<ICommand> Handle(ClaimSplit e) => e.ClaimId == e.NewClaimId ? [] : [new BeginSplitClaim(e)];
}
