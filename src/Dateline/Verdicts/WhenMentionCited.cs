using Dateline.Claims;

namespace Dateline.Verdicts;

/// <summary>A cited mention as its claim has it.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Denials">What denied the claim since the verdict was proposed.</param>
public sealed record CitedClaim(Claim Claim, IReadOnlyList<ClaimMentioned> Denials);

/// <summary>A verdict rests on a mention that may have been taken out, denied, merged or split off just before.</summary>
public static class WhenMentionCitedHandler
{
    private static readonly string[] proposals = [EventTypes.NameOf<VerdictProposed>()];
    private static readonly string[] mentions = [EventTypes.NameOf<ClaimMentioned>()];

    /// <summary>The claim that the mention is of, and what denied it between the proposal and now.</summary>
    public static async Task<CitedClaim?> LoadAsync(MentionCited e, INewsroom newsroom, CancellationToken cancellation)
    {
        if ((await newsroom.Load<Claim>(Ids.Claim(e.ClaimId), null, cancellation)).State is not { } claim) return null;
        long? since = null;
        await foreach (var its in newsroom.Read(new(Types: proposals, Streams: [Ids.Claim(e.ByClaimId)]), cancellation))
            if (its.Data is VerdictProposed p && p.VerdictId == e.VerdictId) since ??= its.Position;
        var denials = new List<ClaimMentioned>();
        if (since is null) return new(claim, denials);
        await foreach (var its in newsroom.Read(new(since.Value, Types: mentions, Streams: [Ids.Claim(e.ClaimId)]), cancellation))
            if (its.Data is ClaimMentioned { IsDenial: true } denial) denials.Add(denial);
        return new(claim, denials);
    }

    /// <summary>Passes the note on to where the mention stands by now, and marks the verdict where something became of the mention before it was noted.</summary>
    public static IEnumerable<ICommand> Handle(MentionCited e, CitedClaim? cited, Recorded recorded)
    {
        if (cited is null) yield break;
        if ((cited.Claim.Moved.GetValueOrDefault(e.MentionId)?.To ?? cited.Claim.MergedInto) is { } now) yield return new CiteMention(now, e.MentionId, e.ByClaimId, e.VerdictId);
        if (cited.Claim.Mentions.GetValueOrDefault(e.MentionId) is { Retracted: true } gone && !Restatement.IsSaidAgain(gone.Event, cited.Claim))
            yield return Review(e, gone.DocumentId, $"{e.MentionId} retracted", "taken out before", recorded.RecordedAt);
        foreach (var denial in cited.Denials) yield return Review(e, denial.DocumentId, denial.MentionId, "denied or contradicted", denial.PublishedAt);
    }

    private static ReviewBasis Review(MentionCited e, string document, string causeId, string what, DateTimeOffset at) =>
        new(e.ByClaimId, document, causeId, Citations.Cause(e.ClaimId, e.MentionId, what, document), at) { Mention = e.MentionId };
}

/// <summary>What verdicts on another claim rest on was touched: they are marked.</summary>
public static class WhenCitationTouchedHandler
{
    /// <summary>Tells that claim.</summary>
    public static ReviewBasis Handle(CitationTouched e) => new(e.ByClaimId, e.DocumentId, e.CauseId, e.Cause, e.PublishedAt) { Mention = e.MentionId };
}
