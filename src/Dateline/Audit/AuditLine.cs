using Dateline.Accounts;
using Dateline.Claims;
using Dateline.Documents;
using Dateline.Redactions;
using Dateline.Sources;
using Dateline.Stories;
using Dateline.Verdicts;

namespace Dateline.Audit;

/// <summary>An act, as the audit shows it.</summary>
/// <param name="Position">Its place in the log.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Who">A person, a bot or <c>system</c>.</param>
/// <param name="What">The event's stored name.</param>
/// <param name="Subject">The stream that it is about.</param>
/// <param name="Version">The stream's version after it.</param>
/// <param name="Before">What was so before, where it changed something that had a value.</param>
/// <param name="After">What is so after it.</param>
/// <param name="Why">The reason given.</param>
/// <param name="Correlation">The request that began it.</param>
/// <param name="Causation">The event that caused it.</param>
public sealed record AuditEntry(
    long Position, DateTimeOffset At, string Who, string What, string Subject, long Version, string? Before, string? After, string? Why, string? Correlation,
    string? Causation);

/// <summary>What an event sets on its subject: a named value, so that the next such event knows what was before.</summary>
/// <param name="Field">The name of the value; null when the event sets none.</param>
/// <param name="Value">The value after the event.</param>
/// <param name="Before">The value before it, where the event itself says; else the last one that was set.</param>
public sealed record AuditLine(string? Field, string? Value, string? Before = null)
{
    private static readonly AuditLine nothing = new(null, null);

    /// <summary>What an event sets.</summary>
    public static AuditLine Of(object @event) => OfDocument(@event) ?? OfStory(@event) ?? OfClaim(@event) ?? OfAccount(@event) ?? nothing;

    private static AuditLine? OfDocument(object @event) => @event switch
    {
        SourceRegistered e => new("name", e.Name),
        SourceRated e => new("reliability", Words.Of(e.Reliability)),
        DocumentIngested => new("revision", "1"),
        DocumentRevised e => new("revision", $"{e.Revision}"),
        DocumentWithdrawn e => new("standing", $"{Words.Of(e.Act)} of revisions to {e.Through}"),
        RedactionProposed e => Act("redaction", e.ProposalId, "proposed", $": {e.Kind} in revision {e.Revision}"),
        RedactionDeclined e => Act("redaction", e.ProposalId, "declined"),
        DocumentRedacted e => new("redaction", $"{e.Kind} in revision {e.Revision}, seconded by {e.SecondedBy}"),
        TextErased e => new(null, $"text of revision {e.Revision} of {e.DocumentId} removed from {e.Events.Length} events"),
        WordsRedactionProposed e => new("redaction", $"proposed: {e.Kind}"),
        WordsRedactionRejected => new("redaction", "rejected"),
        WordsRedacted e => new("redaction", $"{e.Kind} wherever it stands, seconded by {e.SecondedBy}"),
        WordsErased e => new(null, $"{e.Kind} removed from {e.Events.Length} events"),
        ClaimsExtracted e => new($"extraction of revision {e.Revision}", e.Failure is null ? $"{e.Mentions.Length} mentions by {e.Extractor}" : $"failed by {e.Extractor}"),
        MentionsFiled e => new(null, $"{e.Mentions.Length} mentions, story {e.StoryId}"),
        DocumentCited e => new(null, $"by {e.VerdictId} on {e.ClaimId}"),
        _ => null
    };

    private static AuditLine? OfStory(object @event) => @event switch
    {
        StoryOpened e => new("title", e.Title),
        StoryRenamed e => new("title", e.Title),
        StoryClosed => new("standing", "closed", "open"),
        StoryReopened => new("standing", "open", "closed"),
        DocumentFiled e => new(null, e.DocumentId),
        DocumentMoved e => new(null, $"{e.DocumentId} in {e.To}", $"{e.DocumentId} in {e.From}"),
        StoriesMerged e => new(null, $"{e.From} into {e.Into}"),
        StoriesMergeVoided e => new(null, $"#{e.Merger} does not count", $"{e.StoryId} into {e.Into}"),
        StorySplit e => new(null, $"{e.Documents.Length} documents to {e.NewStoryId}"),
        ClaimFiled e => new(null, e.ClaimId),
        StoryMergeSuggested e => Act("suggestion", e.SuggestionId, "suggested", $": merge with {e.OtherStoryId}"),
        StorySplitSuggested e => Act("suggestion", e.SuggestionId, "suggested", $": split off {e.Documents.Length} documents"),
        StorySuggestionDismissed e => Act("suggestion", e.SuggestionId, "dismissed"),
        _ => null
    };

    private static AuditLine? OfClaim(object @event) => @event switch
    {
        ClaimRaised e => new(null, Words.Of(e.Mode)),
        ClaimMentioned e => new(null, $"{e.MentionId}, {Words.Of(e.Polarity)}, origin {e.Origin}"),
        MentionRetracted e => new(null, null, e.MentionId),
        ClaimRelated e => new(null, $"{Words.Of(e.Relation)} {e.OtherClaimId}"),
        ClaimRelationWithdrawn e => new(null, null, $"{Words.Of(e.Relation)} {e.OtherClaimId}"),
        ClaimsMerged e => new(null, $"{e.From} into {e.Into}"),
        ClaimsMergeVoided e => new(null, $"#{e.Merger} does not count", $"{e.ClaimId} into {e.Into}"),
        ClaimSplit e => new(null, $"{e.Mentions.Length} mentions to {e.NewClaimId}"),
        VerdictProposed e => Act("verdict", e.VerdictId, "proposed", $": {Words.Of(e.Rating)}, {(e.Likelihood is { } l ? Words.Of(l) + ", " : "")}{Words.Of(e.Confidence)} confidence"),
        VerdictApproved e => Act("verdict", e.VerdictId, "approved"),
        VerdictRejected e => Act("verdict", e.VerdictId, "rejected"),
        VerdictWithdrawn e => Act("verdict", e.VerdictId, "withdrawn"),
        VerdictBasisChanged e => Act("basis of verdict", e.VerdictId, "basis changed of"),
        MentionCited e => new(null, $"{e.MentionId} by {e.VerdictId} on {e.ByClaimId}"),
        CitationTouched e => new(null, $"{e.MentionId}, which verdicts on {e.ByClaimId} rest on"),
        _ => null
    };

    private static AuditLine? OfAccount(object @event) => @event switch
    {
        AccountOpened e => new("role", Words.Of(e.Role)),
        AccountRoleChanged e => new("role", Words.Of(e.Role)),
        AccountClosed => new("standing", "closed", "open"),
        AccountReopened => new("standing", "open", "closed"),
        AccountCredentialSet e => new(null, e.Through is { } maker ? $"{e.Kind} set, by a link that {maker} made" : $"{e.Kind} set"),
        AccountInvited => new(null, "link made to sign in by"),
        AccountKeyIssued e => Act("key", e.KeyId, "issued", $": {string.Join(", ", e.Scopes)}"),
        AccountKeyRevoked e => Act("key", e.KeyId, "revoked"),
        _ => null
    };

    /// <summary>What was done to one of several things that a subject has: the value names it, since people see no more than the value.</summary>
    private static AuditLine Act(string kind, string id, string done, string with = "") => new($"{kind} {id}", $"{done} {id}{with}");
}
