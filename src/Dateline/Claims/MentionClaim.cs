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
    /// marks the verdicts that stand on the claim, and those on others that rest on its mentions are told. Whoever says that the dam did not break asserts a claim of those words, and denies the one that it broke.
    /// </summary>
    public static IEnumerable<object> Handle(MentionClaim command, Claim? claim)
    {
        var negative = claim?.IsNegative ?? Extraction.Extractor.IsNegative(command.Text);
        var mention = negative ? Turned(command.Mention) : command.Mention;
        if (claim is null)
            yield return new ClaimRaised(command.Claim, command.Text, command.Mode, mention.DueAt is null ? command.DueAt : null, mention.PublishedAt) { Negative = negative ? true : null };
        else if (claim.Mentions.ContainsKey(mention.MentionId)) yield break;
        yield return mention;
        if (claim is null || !mention.IsDenial || claim.Mentions.Values.Any(m => IsSame(m, mention))) yield break;
        foreach (var mark in ReviewBasisAggregateHandler.Marks(
            command.Claim, claim, _ => true, mention.MentionId, mention.Denied, mention.DocumentId, mention.PublishedAt))
            yield return mark;
        foreach (var told in Citations.Touched(claim, _ => true, mention.MentionId, "denied or contradicted", mention.DocumentId, mention.PublishedAt)) yield return told;
    }

    private static ClaimMentioned Turned(ClaimMentioned mention) => mention with { Polarity = mention.Polarity is Polarity.Positive ? Polarity.Negative : Polarity.Positive };

    /// <summary>A denial that another revision of the document has as well, by the same person, is no new one.</summary>
    private static bool IsSame(ClaimMention known, ClaimMentioned denial) =>
        !known.Retracted && known.DocumentId == denial.DocumentId && known.Event.IsDenial && known.Event.Speaker == denial.Speaker;
}
