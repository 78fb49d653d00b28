using Dateline.Verdicts;

namespace Dateline.Claims;

/// <summary>Takes a mention out: what made it was changed, corrected or taken back.</summary>
public sealed record RetractMention(string Claim, string Mention, string CauseId, string Cause, DateTimeOffset PublishedAt) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Claim(Claim);
}

/// <summary>Decides <see cref="RetractMention"/>.</summary>
public static class RetractMentionAggregateHandler
{
    /// <summary>Once for each mention; verdicts that rest on its document are marked in the same breath.</summary>
    public static IEnumerable<object> Handle(RetractMention command, Claim? claim)
    {
        if (claim is null || !claim.Mentions.TryGetValue(command.Mention, out var mention) || mention.Retracted) yield break;
        yield return new MentionRetracted(claim.Id, mention.Id, mention.DocumentId, command.Cause, command.PublishedAt);
        foreach (var mark in ReviewBasisAggregateHandler.Marks(
            claim, v => v.RestsOn(mention.DocumentId), command.CauseId, command.Cause, mention.DocumentId, command.PublishedAt))
            yield return mark;
    }
}
