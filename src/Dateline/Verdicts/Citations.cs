using Dateline.Claims;

namespace Dateline.Verdicts;

/// <summary>What verdicts on other claims rest on.</summary>
internal static class Citations
{
    /// <summary>Tells the claims whose verdicts rest on some mentions of a claim what became of these: each cause once.</summary>
    /// <param name="claim">The claim that the mentions are of.</param>
    /// <param name="touched">Which of its mentions.</param>
    /// <param name="causeId">What did it.</param>
    /// <param name="what">What became of them, as the end of a sentence.</param>
    /// <param name="document">The document that it came by.</param>
    /// <param name="publishedAt">When the world could know.</param>
    internal static IEnumerable<object> Touched(
        Claim claim, Func<string, bool> touched, string causeId, string what, string document, DateTimeOffset publishedAt) =>
        claim.Citations.Where(c => touched(c.MentionId) && !claim.Told.Contains((c.MentionId, c.ByClaimId, causeId)))
            .Select(c => (c.MentionId, c.ByClaimId)).Distinct().Order()
            .Select(c => new CitationTouched(claim.Id, c.MentionId, c.ByClaimId, causeId, Cause(claim.Id, c.MentionId, what, document), document, publishedAt));

    /// <summary>Has a claim note which verdicts rest on mentions that came to it.</summary>
    /// <param name="to">The claim that has the mentions by now.</param>
    /// <param name="citations">What the claim that had them noted of them.</param>
    internal static IEnumerable<ICommand> Passed(string to, IEnumerable<MentionCited> citations) =>
        citations.OrderBy(c => c.MentionId, StringComparer.Ordinal).ThenBy(c => c.VerdictId, StringComparer.Ordinal)
            .Select(c => new CiteMention(to, c.MentionId, c.ByClaimId, c.VerdictId));

    /// <summary>What became of a mention, for a verdict on another claim. Who denies it is left out: their words stay on the streams of the claims that they are about.</summary>
    internal static string Cause(string claim, string mention, string what, string document) =>
        $"What it rests on, {mention} of {claim}, was {what}{(what.EndsWith('.') ? "" : $" in {document}.")}";
}
