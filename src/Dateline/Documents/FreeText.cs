using System.Text.Json.Nodes;

namespace Dateline.Documents;

/// <summary>What a redaction leaves of the free text of events: of what people wrote, of what machines said of two texts, and of what was made of another text.</summary>
internal sealed class FreeText(string document, int revision, SharedWords words, MachineReasons machine, Provenance made)
{
    /// <summary>What is left of a member of an event.</summary>
    internal string Left(string type, string name, JsonObject json, string said) => (type, name) switch
    {
        ("document_ingested" or "document_revised", "title" or "text") => said,
        ("claim_raised", "text") => Made(made.Raised(Of(json, "claimId")), said),
        ("story_opened", "title") => Made(made.Opened(Of(json, "storyId")), said),
        ("document_filed", "title") => Made(made.IsOwn(Of(json, "documentId"), said), said),
        // These name no words of documents.
        ("document_filed" or "story_merge_suggested" or "story_split_suggested", "because") => said,
        ("claim_mentioned", "because") => Reason(said, Of(json, "claimId")),
        ("claim_related", "because") => Reason(said, Of(json, "claimId"), Of(json, "otherClaimId")),
        ("claim_split", "text") when IsQuoted(json, said) => said,
        ("verdict_basis_changed" or "citation_touched", "cause") when made.IsOther(Of(json, "causeId")) => said,
        _ => words.Without(said)
    };

    private string Made(bool? ofRevision, string said) => ofRevision switch
    {
        true => SharedWords.Redacted,
        false => said,
        null => words.Without(said)
    };

    private string Reason(string said, params string[] claims) =>
        claims.Any(made.IsMentioned) ? machine.Without(said, [.. claims.SelectMany(made.Quotes)]) : said;

    /// <summary>Whether another revision's mention that went with the claim says the same, word for word.</summary>
    private bool IsQuoted(JsonObject split, string said)
    {
        var run = SharedWords.Words(said).ConvertAll(w => w.Word);
        return split["mentions"] is JsonArray mentions && mentions.OfType<JsonObject>().Any(m =>
            (Of(m, "documentId") != document || m["revision"]?.GetValue<int>() != revision) && SharedWords.Holds(SharedWords.Words(Of(m, "quote")).ConvertAll(w => w.Word), run));
    }

    private static string Of(JsonObject json, string member) => json[member]?.GetValue<string>() ?? "";
}
