using Dateline.Verdicts;

namespace Dateline.Claims;

/// <summary>Takes a mention out: what made it was changed, corrected or taken back.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Mention">The mention.</param>
/// <param name="CauseId">What took it out, the same for the same change.</param>
/// <param name="Cause">The same in a plain sentence.</param>
/// <param name="ReplacedBy">A mention of the claim in the new revision or reading, where there is one.</param>
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
    /// Once for each mention, and no earlier than it was made; verdicts that rest on its revision or an earlier one are marked in the same breath, unless a
    /// mention of the new revision says the same: see <see cref="Restatement"/>.
    /// </summary>
    public static IEnumerable<object> Handle(RetractMention command, Claim? claim)
    {
        if (claim is null) yield break;
        if (claim.Moved.TryGetValue(command.Mention, out var moved))
        {
            if (moved.Retracted) yield break;
            yield return new MentionRetracted(command.Claim, command.Mention, moved.Event.DocumentId, command.Cause, command.PublishedAt) { CauseId = command.CauseId, ReplacedBy = command.ReplacedBy };
            foreach (var mark in Marks(command, claim, moved.Event)) yield return mark;
            yield break;
        }
        if (!claim.Mentions.TryGetValue(command.Mention, out var mention) || mention.Retracted) yield break;
        var retracted = new MentionRetracted(command.Claim, mention.Id, mention.DocumentId, command.Cause, command.PublishedAt > mention.Event.PublishedAt ? command.PublishedAt : mention.Event.PublishedAt);
        yield return claim.MergedInto is null ? retracted : retracted with { CauseId = command.CauseId, ReplacedBy = command.ReplacedBy };
        foreach (var mark in Marks(command, claim, mention.Event)) yield return mark;
        if (claim.MergedInto is not null || CauseOf(command, claim, mention.Event) is not { } cause) yield break;
        foreach (var told in Citations.Touched(claim, m => m == mention.Id, command.CauseId, $"taken out: {cause}", mention.DocumentId, command.PublishedAt)) yield return told;
    }

    // What was split off is still what verdicts of before rest on.
    private static IEnumerable<object> Marks(RetractMention command, Claim claim, ClaimMentioned mention) =>
        CauseOf(command, claim, mention) is not { } cause ? [] : ReviewBasisAggregateHandler.Marks(
            command.Claim, claim, v => v.RestsOn(mention.DocumentId, 1, mention.Revision), command.CauseId, cause, mention.DocumentId, command.PublishedAt);

    /// <summary>What became of the mention; null where another one says the same in its place.</summary>
    private static string? CauseOf(RetractMention command, Claim claim, ClaimMentioned mention) => Differences(command, claim, mention) switch
    {
        null => command.Cause,
        { Count: 0 } => null,
        var differences => $"{command.Cause} It now differs in {Listed(differences)}."
    };

    // A revision can say it more than once, by several speakers: each is looked for among all that took its place.
    private static IReadOnlyList<string>? Differences(RetractMention command, Claim claim, ClaimMentioned mention) =>
        command.ReplacedBy is { } by && claim.Mentions.TryGetValue(by, out var next) && !next.Retracted
            ? Restatement.Differences(mention, claim.Mentions.Values
                .Where(m => !m.Retracted && m.Id != mention.MentionId && m.DocumentId == next.DocumentId && m.Event.Revision == next.Event.Revision)
                .OrderBy(m => m.Id, StringComparer.Ordinal).Select(m => m.Event))
            : null;

    private static string Listed(IReadOnlyList<string> several) => several.Count == 1 ? several[0] : $"{string.Join(", ", several.SkipLast(1))} and {several[^1]}";
}
