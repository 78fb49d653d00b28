using System.Text.Json.Nodes;
using Dateline.Claims;

namespace Dateline.Documents;

/// <summary>What a redaction leaves of the free text of events: of what people wrote, of what machines said of two texts, and of what was made of another text.</summary>
internal sealed class FreeText(string document, int revision, SharedWords words, TellingWords telling, MachineReasons machine, Provenance made, OwnStreams own)
{
    /// <summary>What is left of a member of an event.</summary>
    internal string Left(string type, string name, JsonObject json, string said) => (type, name) switch
    {
        ("document_ingested" or "document_revised", "title" or "text") => said,
        ("claim_raised", "text") => Made(made.Raised(Of(json, "claimId")), type, json, said),
        ("story_opened", "title") => Made(made.Opened(Of(json, "storyId")), type, json, said),
        ("document_filed", "title") => Made(made.IsOwn(Of(json, "documentId"), said), type, json, said),
        // These name no words of documents.
        ("document_filed" or "story_merge_suggested" or "story_split_suggested", "because") => said,
        ("claim_mentioned", "because") => Reason(said, Of(json, "claimId")),
        ("claim_related", "because") => Reason(said, Of(json, "claimId"), Of(json, "otherClaimId")),
        ("claim_split", "text") when IsQuoted(json, said) => said,
        ("verdict_basis_changed" or "citation_touched", "cause") when made.IsOther(Of(json, "causeId")) => said,
        // What a reading took back is known by it.
        ("mention_retracted", "cause") when said.EndsWith(MentionRetracted.ByReading, StringComparison.Ordinal) => said,
        ("mention_retracted", "cause") when made.IsOther(Of(json, "mentionId")) => words.Without(said),
        ("mention_retracted" or "verdict_basis_changed" or "citation_touched", "cause") => Without(type, json, said, Publishers(said)),
        _ => Without(type, json, said)
    };

    /// <summary>What is left of what somebody says by an act: where it is about the document's own, single words go as well.</summary>
    /// <param name="type">The event's stored name.</param>
    /// <param name="json">Its data.</param>
    /// <param name="said">What was said.</param>
    /// <param name="from">Where it is theirs from; what stands before is a machine's.</param>
    internal string Without(string type, JsonObject json, string said, int from = 0) =>
        words.Without(said, own.Beside(type, json) is { } beside ? (found, gone) => telling.Mark(said, found, gone, beside, from) : null);

    private int Publishers(string cause) =>
        cause.StartsWith(WhenDocumentWithdrawnHandler.ByPublisher, StringComparison.Ordinal) && $" for {document}: " is var to && cause.IndexOf(to, StringComparison.Ordinal) is >= 0 and var at
            ? at + to.Length : cause.Length;

    private string Made(bool? ofRevision, string type, JsonObject json, string said) => ofRevision switch
    {
        true => SharedWords.Redacted,
        false => said,
        null => Without(type, json, said)
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
