using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Dateline.Accounts;
using Dateline.Claims;
using Dateline.Documents;
using Dateline.Redactions;
using Dateline.Sources;
using Dateline.Stories;
using Dateline.Verdicts;

namespace Dateline;

/// <summary>How events are written as JSON: camel case, words for enumerations, nothing for null, UTC times.</summary>
public static class EventJson
{
    /// <summary>The options, for whatever reads or writes events.</summary>
    public static JsonSerializerOptions Options { get; } = new(EventJsonContext.Default.Options)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = EventJsonContext.Default
    };

    /// <summary>An event's data as UTF-8 JSON.</summary>
    public static byte[] Write(object @event) => JsonSerializer.SerializeToUtf8Bytes(@event, InfoOf(@event.GetType()));

    /// <summary>An event from its stored name and UTF-8 JSON.</summary>
    /// <exception cref="JsonException">The name is unknown to this version or the data is not of its form.</exception>
    public static object Read(string type, ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, InfoOf(EventTypes.TypeOf(type) ?? throw new JsonException($"This version of Dateline does not know the event {type}.")))
        ?? throw new JsonException($"The data of a {type} is null.");

    private static JsonTypeInfo InfoOf(Type type) => Options.GetTypeInfo(type);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true, Converters = [typeof(UtcConverter), typeof(SharedStrings)], GenerationMode = JsonSourceGenerationMode.Metadata, MaxDepth = 16)]
[JsonSerializable(typeof(SourceRegistered))]
[JsonSerializable(typeof(SourceRated))]
[JsonSerializable(typeof(DocumentIngested))]
[JsonSerializable(typeof(DocumentRevised))]
[JsonSerializable(typeof(DocumentWithdrawn))]
[JsonSerializable(typeof(RedactionProposed))]
[JsonSerializable(typeof(RedactionDeclined))]
[JsonSerializable(typeof(DocumentRedacted))]
[JsonSerializable(typeof(TextErased))]
[JsonSerializable(typeof(WordsRedactionProposed))]
[JsonSerializable(typeof(WordsRedactionRejected))]
[JsonSerializable(typeof(WordsRedacted))]
[JsonSerializable(typeof(WordsErased))]
[JsonSerializable(typeof(DocumentCited))]
[JsonSerializable(typeof(ClaimsExtracted))]
[JsonSerializable(typeof(MentionsFiled))]
[JsonSerializable(typeof(ClaimRaised))]
[JsonSerializable(typeof(ClaimMentioned))]
[JsonSerializable(typeof(MentionRetracted))]
[JsonSerializable(typeof(ClaimRelated))]
[JsonSerializable(typeof(ClaimRelationWithdrawn))]
[JsonSerializable(typeof(ClaimsMerged))]
[JsonSerializable(typeof(ClaimsMergeVoided))]
[JsonSerializable(typeof(ClaimSplit))]
[JsonSerializable(typeof(VerdictProposed))]
[JsonSerializable(typeof(VerdictApproved))]
[JsonSerializable(typeof(VerdictRejected))]
[JsonSerializable(typeof(VerdictWithdrawn))]
[JsonSerializable(typeof(VerdictBasisChanged))]
[JsonSerializable(typeof(MentionCited))]
[JsonSerializable(typeof(CitationTouched))]
[JsonSerializable(typeof(StoryOpened))]
[JsonSerializable(typeof(DocumentFiled))]
[JsonSerializable(typeof(DocumentMoved))]
[JsonSerializable(typeof(ClaimFiled))]
[JsonSerializable(typeof(StoryRenamed))]
[JsonSerializable(typeof(StoriesMerged))]
[JsonSerializable(typeof(StoriesMergeVoided))]
[JsonSerializable(typeof(StorySplit))]
[JsonSerializable(typeof(StoryMergeSuggested))]
[JsonSerializable(typeof(StorySplitSuggested))]
[JsonSerializable(typeof(StorySuggestionDismissed))]
[JsonSerializable(typeof(StoryClosed))]
[JsonSerializable(typeof(StoryReopened))]
[JsonSerializable(typeof(AccountOpened))]
[JsonSerializable(typeof(AccountRoleChanged))]
[JsonSerializable(typeof(AccountClosed))]
[JsonSerializable(typeof(AccountReopened))]
[JsonSerializable(typeof(AccountCredentialSet))]
[JsonSerializable(typeof(AccountInvited))]
[JsonSerializable(typeof(AccountKeyIssued))]
[JsonSerializable(typeof(AccountKeyRevoked))]
internal sealed partial class EventJsonContext : JsonSerializerContext;

/// <summary>Moments in UTC, whatever zone they came in: one moment has one form.</summary>
internal sealed class UtcConverter : JsonConverter<DateTimeOffset>
{
    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToUniversalTime());
}
