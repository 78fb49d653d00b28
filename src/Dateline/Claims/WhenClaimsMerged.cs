using Dateline.Matching;
using Dateline.Verdicts;

namespace Dateline.Claims;

/// <summary>Two claims were found to be one: the other stream says so too.</summary>
public static class WhenClaimsMergedHandler
{
    /// <summary>
    /// The claim that ended, once the desk is ready; null where the merger does not count. For the note of it on the claim that stays: that one, where it was itself
    /// merged away meanwhile.
    /// </summary>
    public static async Task<Claim?> LoadAsync(ClaimsMerged e, Recorded recorded, INewsroom newsroom, FilingDesk desk, CancellationToken cancellation)
    {
        await desk.Ready(newsroom, recorded.Position, cancellation);
        if (e.ClaimId == e.From && await Circles.Closes(e, recorded.Position, newsroom, cancellation)) return null;
        var claim = (await newsroom.Load<Claim>(Ids.Claim(e.ClaimId), null, cancellation)).State;
        return e.ClaimId == e.From || claim?.MergedInto is not null ? claim : null;
    }

    /// <summary>
    /// Repeats the merger to the other of the two; the one that stays takes the mentions that stand, and its verdicts are marked where one of these denies it.
    /// People decided that: the world could know no earlier than it was recorded. Where the one that stays was merged away meanwhile, the mentions go on.
    /// </summary>
    public static IEnumerable<ICommand> Handle(ClaimsMerged e, Claim? claim, Recorded recorded, FilingDesk desk)
    {
        if (e.ClaimId == e.From && claim is null) return [];
        desk.Learn(e);
        if (e.ClaimId == e.Into && claim?.MergedInto is { } on)
            return [new MergeClaims(on, on, e.From, e.By, $"As decided on {e.ClaimId}.") { Mentions = [.. (e.Mentions ?? []).Where(m => claim.Mentions.GetValueOrDefault(m.MentionId) is { Retracted: false }).Select(m => m with { ClaimId = on })] }];
        List<ClaimMentioned> coming = claim is null ? [] : [.. claim.Mentions.Values.Where(m => !m.Retracted).OrderBy(m => m.Id, StringComparer.Ordinal).Select(m => m.Event with { ClaimId = e.Into })];
        return
        [
            new MergeClaims(e.ClaimId == e.From ? e.Into : e.From, e.Into, e.From, e.By, $"As decided on {e.ClaimId}.") { Mentions = claim is null ? null : [.. coming] },
            .. claim is null ? [] : Citations.Passed(e.Into, claim.Citations.Where(c => c.ByClaimId != e.Into)),
            .. coming.Where(m => m.IsDenial).Select(m => new ReviewBasis(e.Into, m.DocumentId, m.MentionId, m.Denied, recorded.RecordedAt, Whole: true))
        ];
    }
}

/// <summary>Mentions were split off: the new claim begins.</summary>
public static class WhenClaimSplitHandler
{
    /// <summary>Makes the desk ready.</summary>
    public static async Task<FilingDesk> LoadAsync(ClaimSplit e, Recorded recorded, INewsroom newsroom, FilingDesk desk, CancellationToken cancellation)
    {
        await desk.Ready(newsroom, recorded.Position, cancellation);
        return desk;
    }

    /// <summary>Acts on the event of the claim that was split.</summary>
    public static IEnumerable<ICommand> Handle(ClaimSplit e, FilingDesk desk)
    {
        if (e.ClaimId == e.NewClaimId) return [];
        desk.Learn(e);
        return [new BeginSplitClaim(e)];
    }
}
