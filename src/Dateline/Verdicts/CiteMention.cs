using Dateline.Claims;

namespace Dateline.Verdicts;

/// <summary>Notes that a verdict on another claim rests on a mention of the claim.</summary>
public sealed record CiteMention(string Claim, string Mention, string ByClaim, string Verdict) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Claim(Claim);
}

/// <summary>Decides <see cref="CiteMention"/>.</summary>
public static class CiteMentionAggregateHandler
{
    /// <summary>Once for each verdict and mention.</summary>
    public static IEnumerable<object> Handle(CiteMention command, Claim? claim)
    {
        if (claim is null || command.ByClaim == command.Claim) yield break;
        var cited = new MentionCited(command.Claim, command.Mention, command.ByClaim, command.Verdict);
        if (!claim.Citations.Contains(cited)) yield return cited;
    }
}
