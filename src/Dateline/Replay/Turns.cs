using Dateline.Claims;
using Dateline.Documents;
using Dateline.Stories;
using Dateline.Verdicts;

namespace Dateline.Replay;

/// <summary>What an event did that moved a status, as one plain sentence with who did it and why.</summary>
internal static class Turns
{
    /// <summary>The sentence; empty for an event that moves nothing by itself.</summary>
    /// <param name="e">The event.</param>
    /// <param name="claim">The claim whose status moved; null for a story.</param>
    /// <param name="picture">The picture after the event.</param>
    internal static string Of(Recorded e, string? claim, Picture picture)
    {
        string Claim(string id) => claim is null ? "one of its claims" : id == claim || picture.Home(id) == claim ? "it" : id;
        return Closed(e.Data switch
        {
            ClaimMentioned m => $"{m.Speaker ?? m.SourceId} {m.Does} {Claim(m.ClaimId)} in {m.DocumentId}",
            MentionRetracted m => Retracted(m, Claim(m.ClaimId), picture),
            ClaimRelated r => $"{(claim is null ? "One of its claims" : r.ClaimId)} {Words.Of(r.Relation)} {r.OtherClaimId}: {r.Because}",
            ClaimRelationWithdrawn r => $"{r.By} took back that {r.ClaimId} {Words.Of(r.Relation)} {r.OtherClaimId}{Why(e)}",
            ClaimsMerged m => $"{m.By} merged {m.From} into {m.Into}{Why(e)}",
            ClaimSplit s => $"{s.By} split {s.NewClaimId} off{(s.ClaimId == s.NewClaimId ? "" : $" from {s.ClaimId}")}{Why(e)}",
            _ => Judged(e, Claim, picture) ?? Arranged(e, picture) ?? ""
        });
    }

    /// <summary>What people did to a verdict; null for another event.</summary>
    internal static string? Judged(Recorded e, Func<string, string> claim, Picture picture) => e.Data switch
    {
        VerdictApproved v => $"{v.By} approved the verdict {Rating(v.ClaimId, v.VerdictId, picture)} on {claim(v.ClaimId)}{Why(e)}",
        VerdictRejected v => $"{v.By} rejected the verdict {Rating(v.ClaimId, v.VerdictId, picture)} on {claim(v.ClaimId)}{Why(e)}",
        VerdictWithdrawn v => $"{v.By} withdrew the verdict {Rating(v.ClaimId, v.VerdictId, picture)} on {claim(v.ClaimId)}{Why(e)}",
        _ => null
    };

    private static string? Arranged(Recorded e, Picture picture) => e.Data switch
    {
        DocumentFiled d => $"“{d.Title}” ({d.SourceId}) was filed",
        DocumentWithdrawn d => $"{Source(d.DocumentId, picture)} issued a {Words.Of(d.Act)} for {d.DocumentId}: {d.Reason}",
        DocumentRevised d => $"{Source(d.DocumentId, picture)} published {d.DocumentId} again, as revision {d.Revision}",
        DocumentMoved d => $"{d.By} moved {d.DocumentId} from {d.From} to {d.To}{Why(e)}",
        StoriesMerged s => $"{s.By} merged {s.From} into {s.Into}{Why(e)}",
        StorySplit s => $"{s.By} split {s.NewStoryId} off{(s.StoryId == s.NewStoryId ? "" : $" from {s.StoryId}")}{Why(e)}",
        StoryClosed s => $"{s.By} closed it{Why(e)}",
        StoryReopened s => $"{s.By} reopened it{Why(e)}",
        ClaimFiled s => $"{s.By} put {s.ClaimId} into it{Why(e)}",
        _ => null
    };

    /// <summary>A sentence with its end.</summary>
    internal static string Closed(string sentence) => sentence.Length == 0 || sentence[^1] is '.' or '!' or '?' or '…' ? sentence : sentence + ".";

    /// <summary>The reason that was given, behind a colon; empty where there is none.</summary>
    internal static string Why(Recorded e) => string.IsNullOrWhiteSpace(e.Reason) ? "" : $": {e.Reason}";

    /// <summary>Who published it is said by the mention itself: of a related claim's documents nothing may be known here.</summary>
    private static string Retracted(MentionRetracted e, string claim, Picture picture) =>
        picture.Claims.GetValueOrDefault(picture.Home(e.ClaimId))?.Mentions.Find(m => m.Mention.MentionId == e.MentionId)?.Mention is { } m
            ? $"{(!m.IsCommitted ? "A mention" : m.Polarity == Polarity.Positive ? "An assertion" : "A denial")} of {claim} in {e.DocumentId} ({m.SourceId}) was retracted: {e.Cause}"
            : $"A mention of {claim} in {e.DocumentId} was retracted: {e.Cause}";

    private static string Source(string document, Picture picture) => picture.Documents.GetValueOrDefault(document)?.Filed?.SourceId ?? "The publisher";

    /// <summary>What a verdict says; its id where that is not known.</summary>
    internal static string Rating(string claim, string verdict, Picture picture) =>
        picture.Claims.GetValueOrDefault(claim)?.Verdicts.FirstOrDefault(v => v.Proposed.VerdictId == verdict) is { } v ? Words.Of(v.Proposed.Rating) : verdict;
}
