using Dateline.Verdicts;

namespace Dateline.Claims;

/// <summary>Files a mention to a claim, and raises the claim where it is new.</summary>
public sealed record MentionClaim(string Claim, string Text, Mode Mode, string? DueAt, ClaimMentioned Mention) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Claim(Claim);

    string? ICommand.Bot => Matching.FilingDesk.Name;
}

/// <summary>Decides <see cref="MentionClaim"/>.</summary>
public static class MentionClaimAggregateHandler
{
    /// <summary>
    /// The first mention raises the claim, and gives its day itself where it has one: with its words the day can be removed. A mention counts once; a new denial
    /// marks the verdicts that stand on the claim.
    /// </summary>
    public static IEnumerable<object> Handle(MentionClaim command, Claim? claim)
    {
        var mention = command.Mention;
        if (claim is null) yield return new ClaimRaised(command.Claim, command.Text, command.Mode, mention.DueAt is null ? command.DueAt : null, mention.PublishedAt);
        else if (claim.Mentions.ContainsKey(mention.MentionId)) yield break;
        yield return mention;
        if (claim is null || !mention.IsDenial) yield break;
        foreach (var mark in ReviewBasisAggregateHandler.Marks(
            command.Claim, claim, _ => true, mention.MentionId, mention.Denied, mention.DocumentId, mention.PublishedAt))
            yield return mark;
    }
}
