namespace Dateline.Claims;

/// <summary>A mention was taken out of a claim that it had left: the claim that it is of by now hears of it.</summary>
public static class WhenMentionRetractedHandler
{
    /// <summary>The claim that it was of; null where nothing else has to hear of it.</summary>
    public static async Task<Claim?> LoadAsync(MentionRetracted e, INewsroom newsroom, CancellationToken cancellation) =>
        e.CauseId is null ? null : (await newsroom.Load<Claim>(Ids.Claim(e.ClaimId), null, cancellation)).State;

    /// <summary>Takes it out of the claim that it was split off to, or of the one that its claim was merged into.</summary>
    public static IEnumerable<ICommand> Handle(MentionRetracted e, Claim? claim) =>
        (claim?.Moved.GetValueOrDefault(e.MentionId)?.To ?? claim?.MergedInto) is { } now ? [new RetractMention(now, e.MentionId, e.CauseId!, e.Cause, e.ReplacedBy, e.PublishedAt)] : [];
}
