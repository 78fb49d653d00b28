using Dateline.Verdicts;

namespace Dateline.Claims;

/// <summary>Takes a mention out: what made it was changed, corrected or taken back.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Mention">The mention.</param>
/// <param name="CauseId">What took it out, the same for the same change.</param>
/// <param name="Cause">The same in a plain sentence.</param>
/// <param name="ReplacedBy">The mention of the new revision that says the same, where there is one.</param>
/// <param name="PublishedAt">When the world could know.</param>
public sealed record RetractMention(
    string Claim, string Mention, string CauseId, string Cause, string? ReplacedBy, DateTimeOffset PublishedAt) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Claim(Claim);

    string? ICommand.Bot => Matching.FilingDesk.Name;
}

/// <summary>Decides <see cref="RetractMention"/>.</summary>
public static class RetractMentionAggregateHandler
{
    /// <summary>
    /// Once for each mention, and no earlier than it was made; verdicts that rest on its revision or an earlier one are marked in the same breath, unless the new revision says the same.
    /// </summary>
    public static IEnumerable<object> Handle(RetractMention command, Claim? claim)
    {
        if (claim is null) yield break;
        if (claim.Moved.TryGetValue(command.Mention, out var moved))
        {
            if (!moved.Retracted)
                yield return new MentionRetracted(claim.Id, command.Mention, moved.DocumentId, command.Cause, command.PublishedAt) { CauseId = command.CauseId, ReplacedBy = command.ReplacedBy };
            yield break;
        }
        if (!claim.Mentions.TryGetValue(command.Mention, out var mention) || mention.Retracted) yield break;
        var retracted = new MentionRetracted(claim.Id, mention.Id, mention.DocumentId, command.Cause, command.PublishedAt > mention.Event.PublishedAt ? command.PublishedAt : mention.Event.PublishedAt);
        yield return claim.MergedInto is null ? retracted : retracted with { CauseId = command.CauseId, ReplacedBy = command.ReplacedBy };
        if (command.ReplacedBy is { } by && claim.Mentions.TryGetValue(by, out var next) && !next.Retracted && next.Polarity == mention.Polarity) yield break;
        foreach (var mark in ReviewBasisAggregateHandler.Marks(
            claim, v => v.RestsOn(mention.DocumentId, 1, mention.Event.Revision), command.CauseId, command.Cause, mention.DocumentId, command.PublishedAt))
            yield return mark;
    }
}
