using Dateline.Claims;

namespace Dateline.Verdicts;

/// <summary>Mentions that verdicts rest on were split off: the claim that they are of by now notes it.</summary>
public static class WhenCitedMentionsSplitHandler
{
    /// <summary>The claim that was split; null for the new claim's own event.</summary>
    public static async Task<Claim?> LoadAsync(ClaimSplit e, INewsroom newsroom, CancellationToken cancellation) =>
        e.ClaimId == e.NewClaimId ? null : (await newsroom.Load<Claim>(Ids.Claim(e.ClaimId), null, cancellation)).State;

    /// <summary>
    /// Verdicts on other claims, and those on the claim that was split itself: these are marked as well, where they name a mention that went, or rest on a revision
    /// that no longer mentions the claim without it. People decided that: the world could know no earlier than it was recorded.
    /// </summary>
    public static IEnumerable<ICommand> Handle(ClaimSplit e, Claim? claim, Recorded recorded)
    {
        if (claim is null) return [];
        var going = e.Mentions.Select(m => m.MentionId).ToHashSet(StringComparer.Ordinal);
        var review = new ReviewBasis(e.ClaimId, "", $"{e.NewClaimId} split", $"What it rests on was found to be of {e.NewClaimId}, which was split off.", recorded.RecordedAt);
        return
        [
            .. Citations.Passed(e.NewClaimId, claim.Citations.Where(c => going.Contains(c.MentionId))),
            .. claim.Verdicts.Values.Where(v => v.IsAlive).OrderBy(v => v.Id, StringComparer.Ordinal)
                .SelectMany(v => v.Evidence.Where(x => x.MentionId is { } m && going.Contains(m)).Select(x => new CiteMention(e.NewClaimId, x.MentionId!, e.ClaimId, v.Id))),
            .. e.Mentions.Select(m => review with { Document = m.DocumentId, Mention = m.MentionId }),
            .. e.Mentions.Select(m => (m.DocumentId, m.Revision)).Distinct()
                .Where(r => !claim.Mentions.Values.Any(m => !m.Retracted && m.DocumentId == r.DocumentId && m.Event.Revision == r.Revision))
                .Select(r => review with { Document = r.DocumentId, First = r.Revision, Last = r.Revision })
        ];
    }
}
