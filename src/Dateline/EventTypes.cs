using System.Collections.Frozen;
using Dateline.Accounts;
using Dateline.Claims;
using Dateline.Documents;
using Dateline.Redactions;
using Dateline.Sources;
using Dateline.Stories;
using Dateline.Verdicts;

namespace Dateline;

/// <summary>The stored name of every event. A name is never changed and never used again for something else.</summary>
public static class EventTypes
{
    private static readonly (string Name, Type Type)[] all =
    [
        ("source_registered", typeof(SourceRegistered)),
        ("source_rated", typeof(SourceRated)),
        ("document_ingested", typeof(DocumentIngested)),
        ("document_revised", typeof(DocumentRevised)),
        ("document_withdrawn", typeof(DocumentWithdrawn)),
        ("redaction_proposed", typeof(RedactionProposed)),
        ("redaction_declined", typeof(RedactionDeclined)),
        ("document_redacted", typeof(DocumentRedacted)),
        ("text_erased", typeof(TextErased)),
        ("words_redaction_proposed", typeof(WordsRedactionProposed)),
        ("words_redaction_rejected", typeof(WordsRedactionRejected)),
        ("words_redacted", typeof(WordsRedacted)),
        ("words_erased", typeof(WordsErased)),
        ("document_cited", typeof(DocumentCited)),
        ("claims_extracted", typeof(ClaimsExtracted)),
        ("mentions_filed", typeof(MentionsFiled)),
        ("claim_raised", typeof(ClaimRaised)),
        ("claim_mentioned", typeof(ClaimMentioned)),
        ("mention_retracted", typeof(MentionRetracted)),
        ("claim_related", typeof(ClaimRelated)),
        ("claim_relation_withdrawn", typeof(ClaimRelationWithdrawn)),
        ("claims_merged", typeof(ClaimsMerged)),
        ("claims_merge_voided", typeof(ClaimsMergeVoided)),
        ("claim_split", typeof(ClaimSplit)),
        ("verdict_proposed", typeof(VerdictProposed)),
        ("verdict_approved", typeof(VerdictApproved)),
        ("verdict_rejected", typeof(VerdictRejected)),
        ("verdict_withdrawn", typeof(VerdictWithdrawn)),
        ("verdict_basis_changed", typeof(VerdictBasisChanged)),
        ("mention_cited", typeof(MentionCited)),
        ("citation_touched", typeof(CitationTouched)),
        ("story_opened", typeof(StoryOpened)),
        ("document_filed", typeof(DocumentFiled)),
        ("document_moved", typeof(DocumentMoved)),
        ("claim_filed", typeof(ClaimFiled)),
        ("story_renamed", typeof(StoryRenamed)),
        ("stories_merged", typeof(StoriesMerged)),
        ("stories_merge_voided", typeof(StoriesMergeVoided)),
        ("story_split", typeof(StorySplit)),
        ("story_merge_suggested", typeof(StoryMergeSuggested)),
        ("story_split_suggested", typeof(StorySplitSuggested)),
        ("story_suggestion_dismissed", typeof(StorySuggestionDismissed)),
        ("story_closed", typeof(StoryClosed)),
        ("story_reopened", typeof(StoryReopened)),
        ("account_opened", typeof(AccountOpened)),
        ("account_role_changed", typeof(AccountRoleChanged)),
        ("account_closed", typeof(AccountClosed)),
        ("account_reopened", typeof(AccountReopened)),
        ("account_credential_set", typeof(AccountCredentialSet)),
        ("account_invited", typeof(AccountInvited)),
        ("account_key_issued", typeof(AccountKeyIssued)),
        ("account_key_revoked", typeof(AccountKeyRevoked)),
    ];

    private static readonly FrozenDictionary<string, Type> types = all.ToFrozenDictionary(e => e.Name, e => e.Type);
    private static readonly FrozenDictionary<Type, string> names = all.ToFrozenDictionary(e => e.Type, e => e.Name);

    /// <summary>All stored names, with the records that hold their data.</summary>
    public static IReadOnlyList<(string Name, Type Type)> All => all;

    /// <summary>The stored name of an event.</summary>
    /// <exception cref="ArgumentException">The type is not an event of Dateline's.</exception>
    public static string NameOf(Type type) => names.TryGetValue(type, out var name) ? name : throw new ArgumentException($"{type} is not an event.");

    /// <summary>The stored name of an event.</summary>
    public static string NameOf<T>() => NameOf(typeof(T));

    /// <summary>The record of a stored name, or null for a name that this version does not know.</summary>
    public static Type? TypeOf(string name) => types.GetValueOrDefault(name);
}
